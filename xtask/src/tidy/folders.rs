//! In `reportedly`, a folder uses only the folders above it, in the order of `lib.rs`.

use super::named::named;
use crate::repo::{self, Result};
use std::collections::BTreeSet;

const SOURCE: &str = "crates/reportedly-core/src";

pub fn check() -> Result<Vec<String>> {
    let order = modules(&repo::read(&repo::root().join(SOURCE).join("lib.rs"))?);
    let mut wrong = Vec::new();
    for file in repo::files(SOURCE)? {
        let inside = file.trim_start_matches(SOURCE).trim_start_matches('/');
        let folder = inside.split(['/', '.']).next().unwrap_or_default();
        if let Some(place) = order.iter().position(|name| name == folder) {
            let code = repo::read(&repo::root().join(&file))?;
            let used = used(&code);
            let below = used.iter().filter(|name| order[place + 1..].iter().any(|later| later == *name));
            wrong.extend(
                below.map(|name| format!("{file} uses crate::{name}, which stands below {folder} in lib.rs")),
            );
        }
    }
    Ok(wrong)
}

/// The modules of `lib.rs`, in order.
fn modules(code: &str) -> Vec<String> {
    let lines = code.lines().filter_map(|line| line.trim().strip_suffix(';'));
    lines
        .filter_map(|line| line.strip_prefix("pub mod ").or(line.strip_prefix("mod ")))
        .map(str::to_string)
        .collect()
}

/// The folders of the own crate that some code names, outside comments and tests.
fn used(code: &str) -> BTreeSet<&str> {
    let named = named(code);
    let paths = named.uses.iter().map(|used| &used.path).chain(&named.paths);
    paths.filter(|path| path[0] == "crate").filter_map(|path| path.get(1).copied()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_in_paths_and_groups_but_not_in_comments_or_tests() {
        let code = "use crate::text::Span;\nuse crate::{article::{Note, NoteKind}, tokens};\n// crate::page\n\
            fn f() { crate::reading::read() }\n#[cfg(test)]\nmod tests { use crate::later; }";
        assert_eq!(used(code), BTreeSet::from(["article", "reading", "text", "tokens"]));
        assert_eq!(modules("//! x\npub mod text;\n\nmod page;\n"), ["text", "page"]);
    }
}
