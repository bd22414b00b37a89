//! What a cue does to the claim: says, doubts, denies, asks.

use super::saying::Cue;
use crate::language::{CueClass, Effect, Language};
use crate::tokens::any_begins;

/// What the cue does: the first of its words that does more than say, else the first that is listed.
pub(super) fn effect(cue: &Cue, class: Option<CueClass>, language: &Language) -> Option<Effect> {
    let (verbs, moods) = (&language.verbs, &language.moods);
    let of = |i: usize| match moods.states(cue.words, i) {
        true => Some(Effect::Certain),
        false => verbs.effect(&cue.words[i].form),
    };
    let said = (0..cue.words.len()).filter(|&i| !(moods.is_idle)(cue.words, i));
    let all: Vec<Effect> = said.filter_map(of).collect();
    let first = all.iter().find(|e| **e != Effect::Certain).or(all.first()).copied();
    match (first, class) {
        (None, Some(CueClass::Attitude)) => Some(Effect::Open),
        (found, _) => found,
    }
}

/// Whether the cue is denied; "could not help saying" says.
pub(super) fn is_negated(cue: &Cue, language: &Language) -> bool {
    let negation = &language.negation;
    let denied = cue.negated_before
        || cue.words.iter().any(|w| negation.denies_clause(&w.form) || negation.cue.has(&w.form));
    denied && !any_begins(cue.words, negation.unavoided)
}

/// "left no doubt that", "does not doubt that".
pub(super) fn is_beyond_doubt(cue: &Cue, language: &Language) -> bool {
    is_negated(cue, language) && any_begins(cue.words, language.negation.doubts)
}
