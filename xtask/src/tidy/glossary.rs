//! GLOSSARY.md: each term is one type of the core and one field of the output, and both exist.

use crate::repo::{self, Result};

const FILE: &str = "GLOSSARY.md";
const CORE: &str = "crates/reportedly-core/src";
const RECORDS: &str = "crates/reportedly-records/src";
/// What a cell holds where a term has no type or no field.
const NONE: &str = "-";

/// One row: the term, its type (`folder::Name`) and its field.
struct Term {
    name: String,
    rust: String,
    field: String,
}

pub fn check() -> Result<Vec<String>> {
    let terms = terms(&repo::read(&repo::root().join(FILE))?);
    let records = code(RECORDS)?;
    let mut wrong = Vec::new();
    for (at, term) in terms.iter().enumerate() {
        if terms[..at].iter().any(|other| other.name == term.name) {
            wrong.push(format!("{} is explained twice", term.name));
        }
        if term.rust != NONE && !is_defined(&term.rust)? {
            wrong.push(format!("{}: {CORE} defines no {}", term.name, term.rust));
        }
        let field = term.field.rsplit('.').next().unwrap_or_default();
        if term.field != NONE && !has_word(&records, field) {
            wrong.push(format!("{}: {RECORDS} has no field {}", term.name, term.field));
        }
    }
    if terms.is_empty() {
        wrong.push(format!("{FILE} has no table of terms"));
    }
    Ok(wrong)
}

/// The rows of the tables with four columns, without heads.
fn terms(text: &str) -> Vec<Term> {
    let rows = text.lines().filter_map(|line| line.trim().strip_prefix('|')?.strip_suffix('|'));
    let cells =
        rows.map(|row| row.split('|').map(|cell| cell.trim().trim_matches(['`', '*'])).collect::<Vec<_>>());
    let full = cells.filter(|cells| cells.len() == 4 && cells[0] != "term" && !cells[0].starts_with("--"));
    full.map(|cells| Term { name: cells[0].into(), rust: cells[2].into(), field: cells[3].into() }).collect()
}

fn is_defined(path: &str) -> Result<bool> {
    let Some((folder, name)) = path.split_once("::") else { return Ok(false) };
    let (name, part) = name.split_once("::").unwrap_or((name, ""));
    let code = code(&format!("{CORE}/{folder}"))?;
    let defined = ["struct", "enum", "trait", "fn", "type"].iter().any(|kind| {
        let start = format!("pub {kind} {name}");
        code.match_indices(&start)
            .any(|(at, _)| !code[at + start.len()..].starts_with(|c: char| c.is_alphanumeric()))
    });
    Ok(defined && (part.is_empty() || has_word(&code, part)))
}

fn has_word(code: &str, word: &str) -> bool {
    code.split(|c: char| !c.is_alphanumeric() && c != '_').any(|found| found == word)
}

fn code(folder: &str) -> Result<String> {
    let root = repo::root();
    repo::files(folder)?
        .iter()
        .filter(|file| file.ends_with(".rs"))
        .map(|file| repo::read(&root.join(file)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_read_and_types_are_looked_up() {
        let found = terms(
            "| term | what | type | field |\n|---|---|---|---|\n| **cue** | words | `text::Span` | `claims.cue` |\n",
        );
        assert_eq!((found.len(), found[0].name.as_str(), found[0].field.as_str()), (1, "cue", "claims.cue"));
        assert!(is_defined("text::Span").unwrap() && is_defined("attribution::Attribution::source").unwrap());
        assert!(!is_defined("text::Spa").unwrap() && !is_defined("attribution::Attribution::sauce").unwrap());
    }
}
