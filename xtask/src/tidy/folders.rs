//! In the core, a folder uses only the folders above it, in the order of `lib.rs`; a crate may know but a few of them.

use super::named::named;
use crate::repo::{self, Result};
use std::collections::BTreeSet;

const SOURCE: &str = "crates/reportedly-core/src";
/// Crates that know only a part of the core, and the folders that they may name.
const KNOWN: [(&str, &[&str]); 1] = [("reportedly-page", &["article", "text", "tokens", "language", "time"])];

pub fn check() -> Result<Vec<String>> {
    let root = repo::read(&repo::root().join(SOURCE).join("lib.rs"))?;
    let mut wrong = of_core(&modules(&root))?;
    for (name, known) in KNOWN {
        for file in repo::files(&format!("crates/{name}/src"))?.iter().filter(|file| file.ends_with(".rs")) {
            let code = repo::read(&repo::root().join(file))?;
            let unknown =
                named_of_core(&code, &root).into_iter().filter(|folder| !known.contains(&folder.as_str()));
            wrong.extend(
                unknown.map(|folder| format!("{file} uses {folder} of the core; {name} may not know it")),
            );
        }
    }
    Ok(wrong)
}

/// The folders of the core that name one below them.
fn of_core(order: &[String]) -> Result<Vec<String>> {
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
    of_crate("crate", code)
}

/// The folders of the core that code of another crate names, itself or by what `lib.rs` gives out; `*` for all.
fn named_of_core(code: &str, root: &str) -> BTreeSet<String> {
    let given = named(root).uses;
    let folder = |name: &str| {
        given.iter().find(|used| used.name == name).map_or(name, |used| used.path[0]).to_string()
    };
    of_crate("reportedly_core", code).into_iter().map(folder).collect()
}

/// What some code names first of a crate; `*` where it names the whole crate.
fn of_crate<'a>(name: &str, code: &'a str) -> BTreeSet<&'a str> {
    let named = named(code);
    let paths = named.uses.iter().map(|used| &used.path).chain(&named.paths);
    paths.filter(|path| path[0] == name).map(|path| path.get(1).copied().unwrap_or("*")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_in_paths_and_groups_but_not_in_comments_or_tests() {
        let code = "use crate::text::Span;\nuse crate::{article::{Note, NoteKind}, tokens};\n// crate::page\n\
            fn f() { crate::reading::read() }\n#[cfg(test)]\nmod tests { use crate::later; }";
        assert_eq!(used(code), BTreeSet::from(["article", "reading", "text", "tokens"]));
        let root = "pub mod text;\npub mod reading;\npub use reading::{Claim, read};\npub use text::Text;";
        let code = "use reportedly_core::{Text, article::Note};\nfn f(c: reportedly_core::Claim) {}";
        assert_eq!(
            named_of_core(code, root),
            BTreeSet::from(["article", "reading", "text"].map(String::from))
        );
        assert_eq!(named_of_core("use reportedly_core as core;", root), BTreeSet::from(["*".to_string()]));
        assert_eq!(modules("//! x\npub mod text;\n\nmod page;\n"), ["text", "page"]);
    }
}
