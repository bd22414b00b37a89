//! The kinds of incidents, with their definitions: an open list, kept as data.

use std::sync::LazyLock;

use crate::insight::{self, Telling};

/// Lines: key, definition; in the order in which the reader was trained. New ones go to the end.
const KINDS: &str = include_str!("kinds.txt");

/// A kind of incident.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kind {
    /// One word: "attack", "ruling".
    pub key: &'static str,
    /// What is counted under it.
    pub definition: &'static str,
}

/// All kinds of incidents.
///
/// ```
/// assert!(reportedly_core::incident::kinds().iter().any(|kind| kind.key == "ruling"));
/// ```
pub fn kinds() -> &'static [Kind] {
    static ALL: LazyLock<Vec<Kind>> = LazyLock::new(|| KINDS.lines().filter_map(kind).collect());
    &ALL
}

fn kind(line: &'static str) -> Option<Kind> {
    line.split_once('\t').map(|(key, definition)| Kind { key, definition })
}

/// The kind for which most of the words speak.
pub(super) fn likeliest<'t>(words: impl Iterator<Item = &'t Telling>) -> Option<Kind> {
    let mut said = vec![0.0; kinds().len()];
    words.for_each(|w| said.iter_mut().skip(w.kind).take(1).for_each(|sum| *sum += w.probability));
    let best = insight::likeliest(&said);
    kinds().get(best).copied().filter(|_| said[best] > 0.0)
}
