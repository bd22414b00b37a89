//! In `reportedly`, a folder uses only the folders above it, in the order of `lib.rs`.

use crate::repo::{self, Result};

const SOURCE: &str = "crates/reportedly/src";

pub fn check() -> Result<Vec<String>> {
    let order = modules(&repo::read(&repo::root().join(SOURCE).join("lib.rs"))?);
    let mut wrong = Vec::new();
    for file in repo::files(SOURCE)? {
        let inside = file.trim_start_matches(SOURCE).trim_start_matches('/');
        let folder = inside.split(['/', '.']).next().unwrap_or_default();
        if let Some(place) = order.iter().position(|name| name == folder) {
            let code = repo::read(&repo::root().join(&file))?;
            let below = used(&code).into_iter().filter(|name| order[place + 1..].contains(name));
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

/// The folders of the own crate that some code names, outside comments and tests; each once.
fn used(code: &str) -> Vec<String> {
    let code = code.split("#[cfg(test)]").next().unwrap_or_default();
    let lines = code.lines().map(|line| line.split("//").next().unwrap_or_default());
    let code = lines.collect::<Vec<_>>().join("\n");
    let mut names: Vec<String> = code.split("crate::").skip(1).flat_map(named_first).collect();
    names.sort();
    names.dedup();
    names
}

/// The first name of a path, or of each path in a `{...}` group.
fn named_first(path: &str) -> Vec<String> {
    let word =
        |s: &str| s.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let Some(group) = path.strip_prefix('{') else { return vec![word(path)] };
    let (mut depth, mut names, mut from) = (0, Vec::new(), 0);
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' | ',' if depth == 0 => {
                names.push(word(&group[from..at]));
                from = at + 1;
            }
            '}' => depth -= 1,
            _ => {}
        }
        if c == '}' && from == at + 1 {
            break;
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_in_paths_and_groups_but_not_in_comments_or_tests() {
        let code = "use crate::text::Span;\nuse crate::{article::{Note, NoteKind}, tokens};\n// crate::page\n\
            fn f() { crate::reading::read() }\n#[cfg(test)]\nmod tests { use crate::later; }";
        assert_eq!(used(code), ["article", "reading", "text", "tokens"]);
        assert_eq!(modules("//! x\npub mod text;\n\nmod page;\n"), ["text", "page"]);
    }
}
