use std::collections::HashMap;

use crate::Record;

/// One source as it is written, with its claims (positions in the record).
pub(super) struct Source {
    /// Its words; `None` for the claims that nobody is named for.
    pub words: Option<String>,
    /// Positions in the record's claims.
    pub claims: Vec<usize>,
}

/// Sources in the order of the text, equal words together, nobody last.
pub(super) fn sources(record: &Record) -> Vec<Source> {
    let mut out: Vec<Source> = Vec::new();
    let mut seen: HashMap<Option<String>, usize> = HashMap::new();
    for (i, claim) in record.claims.iter().enumerate() {
        let words = claim.source_words();
        let at = *seen.entry(words.as_ref().map(|w| w.to_lowercase())).or_insert(out.len());
        match out.get_mut(at) {
            Some(source) => source.claims.push(i),
            None => out.push(Source { words, claims: vec![i] }),
        }
    }
    out.sort_by_key(|s| s.words.is_none());
    out
}
