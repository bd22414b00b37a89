//! Decides how precisely an unnamed source is described.

use super::{Kind, Reason};
use crate::language::Language;
use crate::mentions::phrase::Phrase;

/// How precisely an unnamed source is described, on the Guardian's ladder (Rusbridger 2000): 0 not described, 1
/// category, 2 rank or role, 3 access; only for sources without a name.
pub(super) fn specificity(language: &Language, p: &Phrase, written: &str) -> Option<u8> {
    if !matches!(p.kind, Kind::Unnamed | Kind::Collective) {
        return None;
    }
    let words = &language.sources;
    let whole = written.to_lowercase();
    // why she is not named says nothing of who she is
    let why = words.anonymity_begins.iter().filter_map(|w| whole.find(w)).min();
    let low = &whole[..why.unwrap_or(whole.len())];
    let told = low.split_whitespace().filter(|w| !words.hollow.has(w)).count();
    let bare = p.noun.as_deref().map_or(p.reason != Reason::NameOfGroup, |n| words.bare.has(n));
    Some(match () {
        () if words.access.is_in(low) => 3,
        () if !language.nouns.forces.has(low.trim()) && has_rank(language, low) => 2,
        () if bare && told <= 1 && p.owner.is_none() => 0,
        () => 1,
    })
}

/// Matches whole words, also plurals: "stopped" does not contain "top".
fn has_rank(language: &Language, low: &str) -> bool {
    let ranks = language.sources.ranks;
    let stem = |w: &str| (language.nouns.stem)(w).trim_end_matches('\'').to_owned();
    let mut words = low.split(|c: char| !c.is_alphanumeric() && c != '\'');
    words.any(|w| ranks.has(w) || ranks.has(&stem(w)))
        || ranks.iter().filter(|rank| rank.contains([' ', '-'])).any(|rank| low.contains(rank))
}
