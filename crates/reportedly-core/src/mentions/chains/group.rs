//! The nearest group before "they".

use super::candidate::Who;
use super::found::Found;
use super::known::Known;
use crate::mentions::phrase::{Phrase, phrase};
use crate::mentions::{Context, Kind, Reason};
use crate::text::Span;

/// A subject is among this many first words of its sentence.
const FIRST: usize = 3;

/// The nearest noun in the plural within two sentences that fits.
pub(super) fn plural_before(cx: &Context, span: Span, fits: impl Fn(usize) -> bool) -> Option<Found> {
    let here = cx.tokens().sentence_at(span.start());
    let from = cx.tokens().sentences.get(here.saturating_sub(2))?.start();
    let nouns = &cx.language().nouns;
    let plural = |i: &usize| {
        let word = cx.low(*i);
        (nouns.is_plural)(word) || nouns.people.has(word) || nouns.forces.has(word)
    };
    let plurals = cx.range(Span::new(from, span.start())).rev().filter(|&i| fits(i)).filter(plural);
    let group = |p: &Phrase| {
        p.plural && p.reason != Reason::UnknownNoun && matches!(p.kind, Kind::Unnamed | Kind::Collective)
    };
    let p = plurals.map(|i| phrase(cx.all()[i].span, cx)).find(group)?;
    let found = Found::new(p.kind, Reason::NearestGroup);
    Some(Found { phrase: Some(Phrase { entity: None, ..p }), ..found })
}

/// Whether a group was mentioned after a single body has spoken.
pub(super) fn is_followed_by_group(cx: &Context, known: &Known, who: Who, span: Span) -> bool {
    let last = known.last(who).filter(|s| !s.plural);
    let later = |end: u32| move |i: usize| cx.all()[i].span.start() > end && ahead(cx, i) < FIRST;
    last.is_some_and(|last| plural_before(cx, span, later(last.at.end())).is_some())
}

/// How many words come before a token in its sentence.
fn ahead(cx: &Context, at: usize) -> usize {
    let at = cx.all()[at].span;
    let start = cx.sentence(at.start()).map_or(0, |s| s.start());
    cx.range(Span::new(start, at.start())).len()
}
