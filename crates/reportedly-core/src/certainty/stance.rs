//! What the source is said to do with the content.

use super::clause::is_finite;
use super::cue::{effect, is_negated};
use super::denial::is_rejected;
use super::reason::Reason;
use super::saying::Saying;
use super::unasserted::is_infinitive;
use crate::language::{Effect, Values};
use crate::tokens::any_of;

/// What a source is said to do with the content of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Stance {
    /// States it, whatever it says: "nobody was hurt" is asserted.
    Asserts,
    /// Denies, rejects, disputes or doubts it.
    Denies,
    /// Asks it.
    Asks,
    /// Hopes for, plans, promises, requests or orders it.
    Wants,
    /// Attributes a wrong to somebody.
    Accuses,
    /// Values a thing, for better or worse, without a statement: supports, opposes, criticizes.
    Praises,
    /// Only speaks about it.
    None,
}

impl Stance {
    /// All stances, in the order in which they are shown.
    pub const ALL: [Self; 7] =
        [Self::Asserts, Self::Denies, Self::Asks, Self::Wants, Self::Accuses, Self::Praises, Self::None];

    /// The name in the output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Asserts => "asserts",
            Self::Denies => "denies",
            Self::Asks => "asks",
            Self::Wants => "wants",
            Self::Accuses => "accuses",
            Self::Praises => "praises",
            Self::None => "none",
        }
    }
}

/// The stance, from the words of the cue and from why the content is no assertion, if it is none.
pub(super) fn stance(saying: &Saying, unasserted: Option<Reason>) -> Stance {
    let Saying { cue, content, quoted, language, .. } = saying;
    let negated = is_negated(cue, language);
    // by the words of the cue alone
    let effect = effect(cue, None, language);
    let denies =
        matches!(effect, Some(Effect::Deny | Effect::Doubt)) || (language.negation.rules_out)(cue.words);
    if denies && !negated || is_rejected(saying) {
        return Stance::Denies;
    }
    let states = *quoted || is_finite(content, language);
    match cue.words.iter().find_map(|w| language.verbs.values(&w.form)) {
        Some(Values::Accuses) if !negated => return Stance::Accuses,
        Some(Values::Praises) if !states => return Stance::Praises,
        _ => {}
    }
    match unasserted {
        Some(Reason::Question) => Stance::Asks,
        // a cue on no list: with a statement it asserts; "miffed over a delay" only values it
        Some(Reason::Wanted) if effect != Some(Effect::Open) && !is_infinitive(content, language) => {
            if states || any_of(content, language.clauses.named_as) {
                Stance::Asserts
            } else {
                Stance::Praises
            }
        }
        Some(Reason::Wanted) => Stance::Wants,
        Some(
            Reason::Topic | Reason::NotSaid | Reason::NotRuledOut | Reason::SaidByNobody | Reason::Unknown,
        ) => Stance::None,
        _ if negated && matches!(effect, Some(Effect::Probable)) => Stance::Denies,
        _ => Stance::Asserts,
    }
}
