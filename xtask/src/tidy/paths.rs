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
        let missing = named(&text).into_iter().filter(|name| !exists(name, &files));
        wrong.extend(missing.map(|name| format!("{document} names `{name}`, which does not exist")));
    }
    Ok(wrong)
}

/// What stands in backticks and looks like a path of ours, outside fenced blocks.
fn named(text: &str) -> Vec<&str> {
    let mut fenced = false;
    let lines = text.lines().filter(|line| {
        let fence = line.trim_start().starts_with("```");
        fenced ^= fence;
        !fenced && !fence
    });
    lines.flat_map(|line| line.split('`').skip(1).step_by(2)).filter(|word| is_path(word)).collect()
}

fn is_path(word: &str) -> bool {
    let plain = word.chars().all(|c| c.is_ascii_alphanumeric() || "._-/*".contains(c));
    let outside = word.starts_with(['/', '.', '*']) && !word.starts_with(".ci/");
    let end = word.rsplit_once('.').map_or("", |(_, end)| end);
    let folder = word.ends_with('/') || word.contains("/*");
    plain && !outside && (folder || OURS.contains(&end) || word.contains('/') && LIKELY.contains(&end))
}

/// Whether some file is called so, or lies in a folder called so: whole, or by the end of its path.
fn exists(name: &str, files: &[String]) -> bool {
    let wanted = format!("/{}", name.split('*').next().unwrap_or_default());
    let is_folder = name.ends_with('/') || name.contains('*');
    files
        .iter()
        .map(|file| format!("/{file}"))
        .any(|file| if is_folder { file.contains(&wanted) } else { file.ends_with(&wanted) })
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
        let found: Vec<bool> = named(text).iter().map(|name| exists(name, &files)).collect();
        assert_eq!(found, [true, true, false, true]);
    }
}
