//! The kinds of incidents, with their definitions: an open list, kept as data.

use super::{Fact, FactValue, Presentation};
use crate::insight::{self, FactSlot, Telling};

/// Lines: key, key where somebody is killed in it (if another), definition; in the order in which the reader was trained. New ones go to the end.
const KINDS: &str = include_str!("kinds.txt");

/// A kind of incident.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kind {
    /// One word: "attack", "ruling".
    pub key: &'static str,
    /// The key of the kind that it is where somebody is killed; empty where it stays the same.
    deadly: &'static str,
    /// What is counted under it.
    pub definition: &'static str,
}

/// All kinds of incidents.
///
/// ```
/// assert!(reportedly_core::incident::kinds().any(|kind| kind.key == "ruling"));
/// ```
pub fn kinds() -> impl Iterator<Item = Kind> {
    KINDS.lines().filter_map(kind)
}

fn kind(line: &'static str) -> Option<Kind> {
    let mut cells = line.split('\t');
    Some(Kind { key: cells.next()?, deadly: cells.next()?, definition: cells.next()? })
}

/// The kind for which most of the words speak.
pub(super) fn likeliest<'t>(words: impl Iterator<Item = &'t Telling>) -> Option<Kind> {
    let mut said = vec![0.0; kinds().count()];
    words.for_each(|w| said.iter_mut().skip(w.kind).take(1).for_each(|sum| *sum += w.probability));
    let best = insight::likeliest(&said);
    kinds().nth(best).filter(|_| said[best] > 0.0)
}

/// An attack in which somebody is said to be killed is a killing, by the definitions of both.
pub(super) fn with_the_dead(kind: Option<Kind>, facts: &[Fact]) -> Option<Kind> {
    let dead = |f: &Fact| matches!(f.value, Some(FactValue::Number(n)) if n.least > 0);
    let killed = |f: &Fact| {
        f.slot == FactSlot::Killed
            && dead(f)
            && matches!(f.presented, Presentation::Stated | Presentation::Reported)
    };
    let kind = kind?;
    let deadly = kinds().find(|other| other.key == kind.deadly);
    deadly.filter(|_| facts.iter().any(killed)).or(Some(kind))
}
