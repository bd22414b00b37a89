//! Every path that a document names exists.

use crate::repo::{self, Result};

const DOCUMENTS: [&str; 4] = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "GLOSSARY.md"];
/// Names that end so are ours wherever they stand; the others only in a path with a folder.
const OURS: [&str; 4] = ["rs", "md", "toml", "py"];
const LIKELY: [&str; 4] = ["txt", "json", "html", "jsonl"];

pub fn check() -> Result<Vec<String>> {
    let files = repo::files("")?;
    let mut wrong = Vec::new();
    for document in DOCUMENTS {
        let path = repo::root().join(document);
        if !path.exists() {
            wrong.push(format!("{document} is missing"));
            continue;
        }
        let text = repo::read(&path)?;
        wrong.extend(missing(document, &text, &files));
    }
    Ok(wrong)
}

/// What a document names that none of the files is.
pub fn missing(document: &str, text: &str, files: &[String]) -> Vec<String> {
    let missing = named(text).into_iter().filter(|name| !files.iter().any(|file| is_called(file, name)));
    missing.map(|name| format!("{document} names `{name}`, which does not exist")).collect()
}

/// What stands in backticks and looks like a path of ours, outside fenced blocks.
fn named(text: &str) -> Vec<&str> {
    prose(text).flat_map(ticked).filter(|word| is_path(word)).collect()
}

/// The lines outside fenced blocks.
pub fn prose(text: &str) -> impl Iterator<Item = &str> {
    let mut fenced = false;
    text.lines().filter(move |line| {
        let fence = line.trim_start().starts_with("```");
        fenced ^= fence;
        !fenced && !fence
    })
}

/// What stands in backticks.
pub fn ticked(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

fn is_path(word: &str) -> bool {
    let plain = word.chars().all(|c| c.is_ascii_alphanumeric() || "._-/*".contains(c));
    let outside = word.starts_with(['/', '.', '*']) && !word.starts_with(".ci/");
    let end = word.rsplit_once('.').map_or("", |(_, end)| end);
    let folder = word.ends_with('/') || word.contains("/*");
    plain && !outside && (folder || OURS.contains(&end) || word.contains('/') && LIKELY.contains(&end))
}

/// Whether a file is called so, or lies in a folder called so: whole, or by the end of its path.
pub fn is_called(file: &str, name: &str) -> bool {
    let wanted = format!("/{}", name.split('*').next().unwrap_or_default());
    let (file, is_folder) = (format!("/{file}"), name.ends_with('/') || name.contains('*'));
    if is_folder { file.contains(&wanted) } else { file.ends_with(&wanted) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_told_from_other_code() {
        let text = "Read `attribution/settle.rs` and `cases/a/*.md`, run `cargo test x.rs`.\n```\n`no/such.rs`\n```\n\
            Not `text/html`, `page.html`, `../shared/x.md`, `out.json`, `/etc/x.toml`; but `.ci/run.py`, `crates/`.";
        assert_eq!(named(text), ["attribution/settle.rs", "cases/a/*.md", ".ci/run.py", "crates/"]);
        let files = ["crates/x/src/attribution/settle.rs".to_string(), "cases/a/said.md".to_string()];
        assert_eq!(missing("A.md", text, &files), ["A.md names `.ci/run.py`, which does not exist"]);
    }
}
