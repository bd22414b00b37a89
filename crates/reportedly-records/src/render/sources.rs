use std::collections::HashMap;

use crate::{Record, Sourcing};

/// One source as it is written, with its claims (positions in the record).
pub(super) struct Source {
    /// Its name, else its words, else that nobody is named.
    pub words: String,
    /// Its kind with title and how much is told: "person, mayor of Norport".
    pub about: Option<String>,
    /// Positions in the record's claims.
    pub claims: Vec<usize>,
}

/// Sources in the order of the text, equal words together; claims without a source last.
pub(super) fn sources(record: &Record) -> Vec<Source> {
    let mut out: Vec<Source> = Vec::new();
    let mut seen: HashMap<Option<String>, usize> = HashMap::new();
    for (i, claim) in record.claims.iter().enumerate() {
        let s = &claim.sourcing;
        let words = s.source_name.clone().or_else(|| claim.source_words());
        let key = s.source_id.clone().or_else(|| words.as_ref().map(|w| w.to_lowercase()));
        let at = *seen.entry(key).or_insert(out.len());
        match out.get_mut(at) {
            Some(source) => source.claims.push(i),
            None => out.push(Source { words: claim.who(), about: about(s), claims: vec![i] }),
        }
    }
    let unnamed = |s: &Source| s.claims.first().is_none_or(|&i| record.claims[i].source.is_empty());
    out.sort_by_key(unnamed);
    out
}

/// What the four steps of specificity mean.
const DESCRIBED: [&str; 4] = [
    "not described",
    "described by category",
    "described by rank or role",
    "described by access to the facts",
];

fn about(s: &Sourcing) -> Option<String> {
    let kind = s.source_kind.as_deref().filter(|&k| k != "unstated")?;
    let told = s.source_specificity.and_then(|n| DESCRIBED.get(usize::from(n))).map(|&d| d.to_owned());
    let counted = s.source_counted.filter(|&c| c && kind == "unnamed").map(|_| "number stated".to_owned());
    let why = s.anonymity_reason.as_ref().map(|p| format!("\u{201c}{}\u{201d}", p.text));
    let parts = [Some(kind.to_owned()), s.source_title.clone(), told, counted, why];
    Some(parts.into_iter().flatten().collect::<Vec<_>>().join(", "))
}
