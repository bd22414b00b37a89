use super::number::is_age;
use crate::article::Prose;
use crate::insight::{FactSlot, FactWords};
use crate::language::{Harm, TimeWord};
use crate::text::Span;
use crate::tokens::Token;

/// Words of harm are looked for so many tokens behind a number, and the number so many before them.
const NEAR: usize = 10;
/// The number of an object so many behind their verb: "killed at least three people".
const OBJECT: usize = 4;

/// A statement of how many with the words that make it one, number and harm: "[Two people were killed]". The slot is that of the
/// word of harm, in the words or else nearest to them: a reader who sees one line must not take the dead for the hurt. `None` where
/// no such word is near. Statements of other slots stay as they are.
pub(super) fn whole(words: &FactWords, prose: &Prose) -> Option<FactWords> {
    if !matches!(words.slot, FactSlot::Killed | FactSlot::Injured | FactSlot::Arrested) {
        return Some(*words);
    }
    let (all, range) = (&prose.tokens.all, prose.tokens.range(words.span));
    let sentence = all.get(range.start)?.sentence;
    let here = |at: &usize| all.get(*at).is_some_and(|t| t.sentence == sentence);
    let harm = |at: usize| Some((at, prose.language.accusations.harms.get(all[at].low())?));
    let behind = range.end..range.end + NEAR;
    let before = range.start.saturating_sub(NEAR)..range.start;
    let (at, harm) = range
        .clone()
        .chain(behind)
        .filter(here)
        .find_map(harm)
        .or_else(|| before.clone().rev().filter(here).find_map(harm))?;
    let counts = |n: &usize| {
        let word = all[*n].low();
        let number = word.parse::<u32>().is_ok()
            || matches!(prose.language.times.words.get(word), Some(TimeWord::Number(_)));
        number && !is_age(all, *n, prose.language) && !prose.language.times.ages.has(prose.tokens.low(*n + 2))
    };
    // "killed three people" before "three people were killed"
    let object = (at + 1..at + 1 + OBJECT)
        .take_while(here)
        .find(counts)
        .filter(|n| !all[at..*n].iter().any(|t| t.pause || prose.language.clauses.coordinators.has(t.low())));
    let number =
        object.or_else(|| range.clone().find(counts)).or_else(|| before.rev().take_while(here).find(counts));
    let slot = match harm {
        Harm::Killed => FactSlot::Killed,
        Harm::Injured => FactSlot::Injured,
        Harm::Arrested => FactSlot::Arrested,
    };
    let token = |at: usize| -> Span { all[at].span };
    let number = number.map(|at| at - blurred(&all[..at], prose));
    let first = number.map_or(words.span, |number| words.span.cover(token(number)));
    Some(FactWords { slot, span: first.cover(token(at)), ..*words })
}

/// How many words before a number blur it: "at least".
fn blurred(before: &[Token], prose: &Prose) -> usize {
    let phrase = |n: usize| {
        let words = before.get(before.len().checked_sub(n)?..)?;
        let phrase = words.iter().map(Token::low).collect::<Vec<_>>().join(" ");
        matches!(prose.language.times.words.get(&phrase), Some(TimeWord::About(_))).then_some(n)
    };
    phrase(2).or_else(|| phrase(1)).unwrap_or(0)
}
