use super::number::{Numbers, blurred, is_age};
use crate::article::Prose;
use crate::insight::{FactSlot, FactWords};
use crate::language::Harm;

/// Words of harm are looked for so many tokens behind a number, and the number so many before them.
const NEAR: usize = 10;
/// The number of an object so many behind their verb: "killed at least three people".
const OBJECT: usize = 4;

/// A statement of how many with the words that make it one, number and harm: "[Two people were killed]". The slot is that of a
/// word of harm, in the words or else nearest to them, of several the one that the reader saw: whoever sees one line must not
/// take the dead for the hurt. `None` where no such word is near. Statements of other slots stay as they are.
pub(super) fn whole(words: &FactWords, prose: &Prose, numbers: &Numbers) -> Option<FactWords> {
    if !matches!(words.slot, FactSlot::Killed | FactSlot::Injured | FactSlot::Arrested) {
        return Some(*words);
    }
    let (all, range) = (&prose.tokens.all, prose.tokens.range(words.span));
    let sentence = all.get(range.start)?.sentence;
    let here = |at: &usize| all.get(*at).is_some_and(|t| t.sentence == sentence);
    let harm = |at: usize| Some((at, prose.language.incidents.harms.get(all[at].low())?));
    let behind = range.end..range.end + NEAR;
    let before = range.start.saturating_sub(NEAR)..range.start;
    let own = |at: &usize| harm(*at).filter(|(_, harm)| slot_of(*harm) == words.slot);
    let (at, harm) = range
        .clone()
        .find_map(|at| own(&at))
        .or_else(|| range.clone().chain(behind).filter(here).find_map(harm))
        .or_else(|| before.clone().rev().filter(here).find_map(harm))?;
    let counts = |n: &usize| {
        numbers.said(&all[*n]).is_some()
            && !is_age(all, *n, prose.language)
            && !prose.language.times.ages.has(prose.tokens.low(*n + 2))
    };
    // "killed three people" before "three people were killed"
    let object = (at + 1..at + 1 + OBJECT)
        .take_while(here)
        .find(counts)
        .filter(|n| !all[at..*n].iter().any(|t| t.pause || prose.language.clauses.coordinators.has(t.low())));
    let number =
        object.or_else(|| range.clone().find(counts)).or_else(|| before.rev().take_while(here).find(counts));
    let slot = slot_of(harm);
    let begin = number.map(|n| n - blurred(&all[..n], prose.language).map_or(0, |(words, _)| words));
    let first = begin.map_or(words.span, |begin| words.span.cover(all[begin].span));
    Some(FactWords { slot, span: first.cover(all[at].span), ..*words })
}

const fn slot_of(harm: Harm) -> FactSlot {
    match harm {
        Harm::Killed => FactSlot::Killed,
        Harm::Injured => FactSlot::Injured,
        Harm::Arrested => FactSlot::Arrested,
    }
}
