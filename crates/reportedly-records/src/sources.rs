//! The claims of a record by the words of their source, in the order in which sources appear.

use std::collections::HashMap;

use crate::record::{Claim, Record};

/// A source as written, with its claims.
pub struct Source<'a> {
    /// Its words; `None` for the claims of nobody.
    pub name: Option<String>,
    /// Number from 1 and claim.
    pub claims: Vec<(usize, &'a Claim)>,
}

/// All sources; those whom nobody is named for come last.
pub fn sources(record: &Record) -> Vec<Source<'_>> {
    let mut out: Vec<Source> = Vec::new();
    let mut known: HashMap<Option<String>, usize> = HashMap::new();
    for (i, claim) in record.claims.iter().enumerate() {
        let name = name(claim);
        let at = *known.entry(name.as_ref().map(|n| n.to_lowercase())).or_insert(out.len());
        if at == out.len() {
            out.push(Source { name, claims: Vec::new() });
        }
        out[at].claims.push((i + 1, claim));
    }
    out.sort_by_key(|s| s.name.is_none());
    out
}

fn name(claim: &Claim) -> Option<String> {
    let words = joined(claim.source.iter().map(|p| p.text.as_str()));
    (!words.is_empty()).then_some(words)
}

/// Pieces in one line.
pub fn joined<'a>(pieces: impl Iterator<Item = &'a str>) -> String {
    let lines = pieces.map(|p| p.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.collect::<Vec<_>>().join(" \u{2026} ")
}
