//! How much each candidate stands out, seen from a pronoun.

use std::collections::BTreeMap;

use super::agreement::{Asks, Place};
use super::candidate::Who;
use super::known::{Known, MOST, Spoke};
use crate::language::Sort;
use crate::mentions::Context;
use crate::mentions::entities::{Entity, Mention};
use crate::mentions::names::Class;
use crate::text::Span;

/// How far back a pronoun can refer, in sentences.
const REACH: usize = 5;
/// A paragraph longer than this, in bytes, counts as several, for a text without line ends.
const PARAGRAPH: u32 = 4000;
/// The margin by which the best candidate must beat the second.
const MARGIN: f32 = 0.8;
/// Score bonus for the latest and the second-latest speaker.
const SPOKEN: [f32; 2] = [2.5, 1.6];
/// Score bonus for a mention in the same paragraph.
pub(super) const SAME_PARAGRAPH: f32 = 1.0;

/// The best of all candidates.
pub(super) enum Best {
    One(Who),
    /// Two are close.
    Two(Who, Who),
    /// Somebody without a name is best, or close to the best.
    Unnamed,
    Nobody,
}

/// The best of some candidates and of somebody without a name.
pub(super) fn best(scores: &BTreeMap<Who, f32>, unnamed: Option<f32>, asks: Asks) -> Best {
    let margin = if asks == Asks::Anyone { MARGIN * 2.0 } else { MARGIN };
    let mut all: Vec<(Option<Who>, f32)> = scores.iter().map(|(who, score)| (Some(*who), *score)).collect();
    all.extend(unnamed.map(|score| (None, score)));
    all.sort_by(|a, b| b.1.total_cmp(&a.1));
    match all.as_slice() {
        [] => Best::Nobody,
        [(_, s), ..] if *s < 1.0 => Best::Nobody,
        [(a, s), (b, t), ..] if s - t < margin => match (a, b) {
            (Some(a), Some(b)) => Best::Two(*a, *b),
            _ => Best::Unnamed,
        },
        [(Some(who), _), ..] => Best::One(*who),
        [(None, _), ..] => Best::Unnamed,
    }
}

/// The most salient of some entities.
pub(super) fn salient(cx: &Context, known: &Known, many: &[usize], place: Place) -> Option<usize> {
    let mut scores = scores(cx, known, place);
    scores.retain(|who, _| matches!(who, Who::Entity(e) if many.contains(e)));
    match best(&scores, None, Asks::Many) {
        Best::One(Who::Entity(e)) => Some(e),
        _ => None,
    }
}

pub(super) fn scores(cx: &Context, known: &Known, place: Place) -> BTreeMap<Who, f32> {
    let (asks, from) = (place.asks, place.from);
    let (tokens, here) = (cx.tokens(), cx.tokens().sentence_at(from));
    let least = tokens.sentences.get(here.saturating_sub(REACH)).map_or(0, |s| s.start());
    let low = least.max(from.saturating_sub(PARAGRAPH)).min(from);
    let reach = cx.prose.text.as_str().as_bytes().get(low as usize..from as usize).unwrap_or_default();
    let paragraph = low + reach.iter().rposition(|&b| b == b'\n').unwrap_or(0) as u32;
    let mut scores: BTreeMap<Who, (f32, f32)> = BTreeMap::new();
    let mut add = |who, at: u32, score: f32| {
        let score = score + if at >= paragraph { SAME_PARAGRAPH } else { 0.0 };
        let (best, more) = scores.entry(who).or_insert((score, -0.2));
        (*best, *more) = (best.max(score), (*more + 0.2).min(0.6));
    };
    speakers(cx, known, place, least, &mut add);
    if asks != Asks::Many {
        for m in cx.entities.before(place.at.start()).take(MOST).take_while(|m| m.span.start() >= least) {
            if let (Some(e), Some(score)) = (m.entity, mention(cx, asks, m, here))
                && !is_beside(cx, place, m, here)
            {
                add(Who::Entity(e), m.span.start(), score);
            }
        }
    }
    scores.into_iter().map(|(who, (best, more))| (who, best + more)).collect()
}

/// Those who have spoken, the latest first.
fn speakers(cx: &Context, known: &Known, place: Place, least: u32, add: &mut impl FnMut(Who, u32, f32)) {
    let (tokens, here) = (cx.tokens(), cx.tokens().sentence_at(place.from));
    let mut ranks: Vec<Who> = Vec::new();
    let near = known.spoke.iter().rev().take(MOST).take_while(|s| s.at.start() >= least);
    for s in near.filter(|s| s.at.end() <= place.at.start() && fits_spoke(place.asks, s)) {
        let rank = ranks.iter().position(|who| *who == s.who).unwrap_or(ranks.len());
        if rank == ranks.len() {
            ranks.push(s.who);
        }
        let distance = here.saturating_sub(tokens.sentence_at(s.at.start()));
        let spoken = SPOKEN.get(rank).copied().unwrap_or(1.0);
        let unsure = if s.gender.is_none() { 0.5 } else { 0.0 };
        add(s.who, s.at.start(), near_by(distance) + spoken - unsure);
    }
}

/// "a rival, Tim Fell, he deemed": no one is the one beside him.
fn is_beside(cx: &Context, place: Place, m: &Mention, here: usize) -> bool {
    let gap = Span::new(m.span.end(), place.at.start());
    matches!(place.asks, Asks::One(_))
        && gap.len() <= 2
        && matches!(cx.get(gap).trim(), "" | ",")
        && cx.tokens().sentence_at(m.span.start()) == here
}

/// What being some sentences back is worth.
pub(super) fn near_by(distance: usize) -> f32 {
    [2.6, 2.4, 1.4, 0.7, 0.2].get(distance).copied().unwrap_or(0.0)
}

fn fits_spoke(asks: Asks, s: &Spoke) -> bool {
    match asks {
        Asks::One(g) => s.person && !s.plural && s.gender.is_none_or(|known| known == g),
        Asks::Anyone => false,
        Asks::Body => !s.person && !s.plural,
        Asks::Many => s.plural || !s.person && !s.document,
    }
}

/// What a name is worth for what the pronoun asks for; `None` if it does not fit.
fn class_score(asks: Asks, entity: &Entity) -> Option<f32> {
    match (asks, entity.class) {
        (Asks::One(g), Class::Person) if entity.gender.is_none_or(|known| known == g) => {
            Some(if entity.gender.is_some() { 0.5 } else { 0.0 })
        }
        (Asks::Anyone, Class::Person) => Some(0.3),
        (Asks::Body, Class::Organization | Class::Outlet) => Some(0.0),
        _ => None,
    }
}

/// Whether a mention is one of somebody for whom the pronoun may stand.
pub(super) fn fits(cx: &Context, asks: Asks, m: &Mention) -> bool {
    cx.entity(m).is_some_and(|e| class_score(asks, e).is_some()) && !is_modifier(cx, m)
}

/// The salience of a mention; `None` if it does not fit.
fn mention(cx: &Context, asks: Asks, m: &Mention, here: usize) -> Option<f32> {
    let entity = cx.entity(m)?;
    let mut score = class_score(asks, entity)?;
    if is_modifier(cx, m) {
        return None;
    }
    let sentence = cx.tokens().sentence_at(m.span.start());
    let start = cx.tokens().sentences.get(sentence).map_or(0, |s| s.start());
    let before = Span::new(start, m.span.start());
    score += near_by(here.saturating_sub(sentence)) + subject(cx, m, entity, before);
    if m.possessive {
        score -= 0.8;
    }
    if m.words > 1 && entity.first == m.span.start() && comes_in(cx, m) {
        score += 1.6;
    }
    // "Vale said", whether it was found to be a claim or not
    let next = cx.range(Span::new(m.span.end(), m.span.end() + 12)).next();
    let says = |i: usize| cx.all()[i].joined && cx.language().verbs.behind_names.has(cx.low(i));
    if sentence == here && next.is_some_and(says) {
        score += 1.6;
    }
    if cx.tokens().quoted(m.span.start()).is_some() {
        score -= 2.5;
    }
    if cx.range(before).last().is_some_and(|i| cx.language().phrases.oblique.has(cx.low(i))) {
        score -= 0.6;
    }
    Some(score)
}

/// What it is worth to be the first of her kind in a sentence.
fn subject(cx: &Context, m: &Mention, entity: &Entity, before: Span) -> f32 {
    let rival = |o: &Mention| {
        cx.entity(o).is_some_and(|e| o.entity != m.entity && e.class == entity.class) && !is_modifier(cx, o)
    };
    match ahead(cx, before) {
        _ if cx.entities.within(before).iter().any(rival) => 0.0,
        0..=4 => 1.4,
        _ => 0.6,
    }
}

/// "they met Tim Fell, a clerk": who has just come in.
fn comes_in(cx: &Context, m: &Mention) -> bool {
    let words = cx.language();
    let at = cx.range(Span::new(m.span.end(), m.span.end() + 8)).next();
    let told = |i| words.phrases.indefinite.has(cx.low(i)) || words.pronouns.who.has(cx.low(i));
    at.is_some_and(|i| cx.gap(m.span.end(), cx.all()[i].span.start()) == "," && told(i))
}

/// "Vale consultant", "Vale supporters": the surname only says whose they are.
pub fn is_modifier(cx: &Context, m: &Mention) -> bool {
    let next = cx.range(Span::new(m.span.end(), m.span.end() + 20)).next();
    let plain = |i: &usize| cx.all()[*i].joined && !cx.all()[*i].capital;
    let noun = next.filter(plain).filter(|_| m.words == 1 && !m.possessive);
    let nouns = &cx.language().nouns;
    noun.is_some_and(|i| {
        let one = nouns.get(cx.low(i)).is_some_and(|n| matches!(n.sort, Sort::Role | Sort::Organization));
        one || cx.noun(i).is_some_and(|n| n.may_be(Sort::Group))
    })
}

/// Words between the beginning of a sentence and a name; after a fronted phrase ("After the vote, Vale"), between its comma
/// and the name.
fn ahead(cx: &Context, before: Span) -> usize {
    let (range, all) = (cx.range(before), cx.all());
    let gap = |i: usize| Some(cx.gap(all.get(i - 1)?.span.end(), all.get(i)?.span.start()));
    let comma = |i: &usize| gap(*i) == Some(",");
    let fronted = cx.language().phrases.fronting.has(cx.low(range.start));
    let begins = (range.start + 1..=range.end).find(comma).filter(|_| fronted);
    range.end - begins.unwrap_or(range.start)
}
