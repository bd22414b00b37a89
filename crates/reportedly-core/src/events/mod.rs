//! Words that name an event, with their class in TimeML and whose words they are.

use crate::attribution::Attribution;
use crate::insight::{EventClass, EventWord, Insight};
use crate::text::Span;

/// A word that names an event.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Event {
    /// Where it stands.
    pub span: Span,
    /// Its class in TimeML.
    pub class: EventClass,
    /// The position of the claim that tells of it; `None` where the writer does.
    pub claim: Option<usize>,
}

/// All events that a trained reader sees, in text order.
pub fn events(insight: &dyn Insight, attributions: &[&Attribution]) -> Vec<Event> {
    let event = |word: &EventWord| Event {
        span: word.span,
        class: word.class,
        claim: told_by(word.span, attributions),
    };
    insight.events().iter().map(event).collect()
}

/// The innermost claim in whose content some words stand.
pub fn told_by(span: Span, attributions: &[&Attribution]) -> Option<usize> {
    let holds = |a: &Attribution| a.content.pieces().iter().any(|piece| piece.contains(span));
    let size = |a: &Attribution| a.content.pieces().iter().map(|piece| piece.len()).sum::<u32>();
    let all = attributions.iter().enumerate().filter(|(_, a)| holds(a));
    all.min_by_key(|(_, a)| size(a)).map(|(i, _)| i)
}
