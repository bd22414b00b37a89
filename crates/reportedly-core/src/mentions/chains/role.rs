//! A noun such as "the mayor", "the ministry", "the former governor": someone or something that the article has mentioned before.

use super::agreement::{Asks, Place};
use super::description::description;
use super::found::{Doubt, Found};
use super::key::Key;
use super::known::Known;
use super::office::{places, qualified, rank};
use super::salience::salient;
use crate::mentions::names::Class;
use crate::mentions::phrase::Phrase;
use crate::mentions::{Context, Kind, Reason};
use crate::text::Span;

/// How far before a name an office can already mean its holder, in bytes: a paragraph or two.
const AHEAD: u32 = 600;

/// Whom a noun means; `None` where it brings in somebody new.
pub(super) fn role(cx: &Context, known: &Known, p: &Phrase, span: Span) -> Option<Found> {
    let noun = rank(cx, p.noun.as_deref()?, span);
    match *called(cx, known, &noun, p, span) {
        [] => description(cx, known, &noun, p, span),
        [one] => Some(Found::entity(one, Reason::TheOnly(noun), cx)),
        ref many => match one_of(cx, known, many, span) {
            Some(one) => Some(Found::entity(one, Reason::TheOneMeant(noun), cx)),
            None => {
                let between = Some([many[0], many[1]].map(|e| Some(cx.entities.all[e].name.clone())));
                let kind = Kind::of(cx.entities.all[many[0]].class);
                let doubts = vec![Doubt { at: span, between }];
                Some(Found { doubts, ..Found::new(kind, p.reason.clone()) })
            }
        },
    }
}

/// Those whom the article calls by the noun.
fn called(cx: &Context, known: &Known, noun: &str, p: &Phrase, span: Span) -> Vec<usize> {
    let fits = |e: &usize| {
        let entity = &cx.entities.all[*e];
        match p.kind {
            Kind::Unnamed => {
                entity.class == Class::Person
                    && p.gender.is_none_or(|g| entity.gender.is_none_or(|known| known == g))
            }
            Kind::Organization => entity.class == Class::Organization,
            Kind::Outlet => entity.class == Class::Outlet,
            _ => false,
        }
    };
    let mut called: Vec<usize> = cx.entities.called(noun).iter().copied().filter(fits).collect();
    let places = places(cx, noun, span);
    called.retain(|&e| places.is_empty() || is_titled(cx, e, &places));
    // who has spoken is meant, not a namesake in office who comes in later
    if known.by_key.contains_key(&Key::Called(p.kind, noun.to_owned())) {
        called.retain(|&e| cx.entities.all[e].first < span.start());
    }
    // nor one who comes in much later
    let ahead = if qualified(cx, noun, p.kind, span).is_some() { 0 } else { AHEAD };
    let headline = span.start() < cx.body_start;
    called.retain(|&e| headline || cx.entities.all[e].first < span.start() + ahead);
    called
}

/// Whether somebody's title has all of the words.
fn is_titled(cx: &Context, entity: usize, words: &[&str]) -> bool {
    let title = cx.entities.all[entity].title.as_deref().unwrap_or_default().to_lowercase();
    words.iter().all(|word| title.split_whitespace().any(|w| w == *word))
}

/// Of several that a noun fits, the one that the words beside it fit, or the most salient.
fn one_of(cx: &Context, known: &Known, many: &[usize], span: Span) -> Option<usize> {
    if span.start() < cx.body_start {
        return first_of(cx, many);
    }
    described(cx, many, span)
        .or_else(|| nearest(cx, many, span))
        .or_else(|| salient(cx, known, many, Place::here(Asks::Anyone, span)))
}

/// A headline is about the person whom the first sentences name.
fn first_of(cx: &Context, many: &[usize]) -> Option<usize> {
    let sentences = &cx.tokens().sentences;
    let body = sentences.partition_point(|s| s.start() < cx.body_start);
    let lead = sentences.get(body)?.cover(*sentences.get(body + 1)?);
    cx.entities.within(lead).iter().filter_map(|m| m.entity).find(|e| many.contains(e))
}

/// "the Republican nominee": the only one whose title has the words before the noun.
fn described(cx: &Context, many: &[usize], span: Span) -> Option<usize> {
    let words = cx.range(span).map(|i| cx.low(i));
    let words: Vec<&str> = words.filter(|w| !cx.language().phrases.the.has(w)).collect();
    let shared = |e: &usize| {
        let title = cx.entities.all[*e].title.as_ref().map_or(String::new(), |t| t.to_lowercase());
        title.split_whitespace().filter(|t| words.contains(t)).count()
    };
    let most = many.iter().map(shared).max()?;
    let mut best = many.iter().filter(|e| shared(e) == most);
    match (best.next(), best.next()) {
        (Some(one), None) => Some(*one),
        _ => None,
    }
}

/// Of several, the only one who was named within the last sentences.
fn nearest(cx: &Context, many: &[usize], span: Span) -> Option<usize> {
    let here = cx.tokens().sentence_at(span.start());
    let least = cx.tokens().sentences.get(here.saturating_sub(4))?.start();
    let near = cx.entities.before(span.start()).take(60).take_while(|m| m.span.start() >= least);
    let mut named = near.filter_map(|m| m.entity).filter(|e| many.contains(e));
    let one = named.next()?;
    named.all(|e| e == one).then_some(one)
}
