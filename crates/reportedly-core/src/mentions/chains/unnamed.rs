//! Somebody without a name who has not spoken, but may be the one whom a pronoun means.

use std::ops::Range;

use super::agreement::{Asks, Place};
use super::known::{Known, MOST};
use super::salience::{SAME_PARAGRAPH, near_by};
use crate::language::{Gender, Sort};
use crate::mentions::Context;
use crate::mentions::entities::Mention;
use crate::mentions::names::Class;
use crate::text::Span;

/// The salience of an unnamed person in the previous sentence, or earlier in the same one: "The inspector came out. He
/// said", "Vale's mother wept. She said", "Police met a woman there. She said", "A neighbour knocked, and he said".
pub(super) fn unnamed(cx: &Context, known: &Known, place: Place, back: usize) -> Option<f32> {
    let Asks::One(gender) = place.asks else { return None };
    let tokens = cx.tokens();
    let before = tokens.sentences.get(tokens.sentence_at(place.from).checked_sub(back)?)?;
    let before = Span::new(before.start(), before.end().min(place.from).max(before.start()));
    let spoke = || known.spoke.iter().rev().take(MOST).any(|s| before.contains(s.at));
    if spoke() || tokens.quoted(before.start()).is_some() {
        return None;
    }
    let (range, all) = (cx.range(before), cx.all());
    let named = |m: &Mention| {
        let fits = |g: Option<Gender>| g.is_none_or(|g| g == gender);
        !m.possessive && cx.entity(m).is_some_and(|e| e.class == Class::Person && fits(e.gender))
    };
    let rival = cx.entities.within(before).iter().any(named);
    let told = (range.start + 1..range.end.min(range.start + 40)).filter_map(|i| {
        let (first, known) = without_a_name(cx, i, range.clone())?;
        let subject = first == range.start && !all[range.start + 1..i].iter().any(|t| !t.joined);
        let fits = known.is_none_or(|g| g == gender);
        match (subject, known.is_some()) {
            _ if !fits => None,
            (true, _) => Some(1.4),
            (false, true) => Some(if rival { 0.6 } else { 1.4 }),
            (false, false) => (back == 0).then_some(0.8),
        }
    });
    let best = told.max_by(f32::total_cmp)?;
    let apart = cx.get(Span::new(before.start(), place.from.max(before.start()))).contains('\n');
    Some(near_by(back) + best + if apart { 0.0 } else { SAME_PARAGRAPH })
}

/// The start of a noun phrase for one unnamed person, and the gender of the noun.
fn without_a_name(cx: &Context, at: usize, sentence: Range<usize>) -> Option<(usize, Option<Gender>)> {
    let (all, language) = (cx.all(), cx.language());
    let word = cx.low(at);
    let noun = language.nouns.get(word).filter(|n| n.sort == Sort::Role)?;
    if all[at].capital || all[at].possessive {
        return None;
    }
    let next = all.get(at + 1).filter(|t| at + 1 < sentence.end && (t.joined || t.capital));
    // a noun behind it would be the subject: "the driver licence"; or she has a name
    if next.is_some_and(|t| t.capital || cx.noun(at + 1).is_some()) || !cx.entities.called(word).is_empty() {
        return None;
    }
    let (words, owning) = (&language.phrases, language.pronouns.owning);
    let begins = |i: usize| [words.the, words.indefinite, owning].iter().any(|list| list.has(cx.low(i)));
    let first =
        (sentence.start..at).rev().take(4).find(|&i| begins(i) || all[i].possessive && all[i].capital)?;
    let plain = (first + 1..=at).all(|i| all[i].joined && !all[i].capital);
    plain.then_some((first, noun.gender))
}
