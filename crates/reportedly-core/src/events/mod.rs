//! Words that name an event, with their class in TimeML, whose words they are, and whether it is said to have happened.

mod holders;

pub use holders::Holders;

use crate::certainty::{Presented, Stance};
use crate::insight::{EventClass, EventWord, Insight, Tense};
use crate::text::Span;

/// A word that names an event.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Event {
    /// Where it stands.
    pub span: Span,
    /// Its class in TimeML.
    pub class: EventClass,
    /// Its tense in TimeML.
    pub tense: Tense,
    /// Whether it is said not to be so, by its own words.
    pub negative: bool,
    /// Whether it is said to have happened.
    pub status: Status,
    /// The position of the claim that tells of it; `None` where the writer does.
    pub claim: Option<usize>,
}

/// Whether an event is said to have happened, by the writer or in the claim that tells of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Status {
    /// It happened or happens.
    Asserted,
    /// It did not.
    Denied,
    /// Somebody means to, is to, or will do it.
    Planned,
    /// It may be so, could have been, is asked or hoped.
    Possible,
}

impl Status {
    /// The name in the output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Asserted => "asserted",
            Self::Denied => "denied",
            Self::Planned => "planned",
            Self::Possible => "possible",
        }
    }
}

/// All events that a trained reader sees, in text order. The claims are given by their words
/// and by how each is presented.
pub fn events(insight: &dyn Insight, holders: &Holders, presented: &[Option<&Presented>]) -> Vec<Event> {
    let event = |word: &EventWord| {
        let claim = holders.of(word.span);
        let held = claim.and_then(|i| presented.get(i).copied().flatten());
        Event {
            span: word.span,
            class: word.class,
            tense: word.tense,
            negative: word.negative > 0.5,
            status: status(word, held),
            claim,
        }
    };
    insight.events().iter().map(event).collect()
}

/// By the words themselves, and by what the source of the claim does with them.
fn status(word: &EventWord, claim: Option<&Presented>) -> Status {
    let stance = claim.map(|claim| claim.stance);
    match word.tense {
        _ if word.negative > 0.5 || stance == Some(Stance::Denies) => Status::Denied,
        _ if word.modal > 0.5 || stance == Some(Stance::Asks) => Status::Possible,
        Tense::Future | Tense::Infinitive => Status::Planned,
        _ if stance == Some(Stance::Wants) => Status::Planned,
        _ => Status::Asserted,
    }
}
