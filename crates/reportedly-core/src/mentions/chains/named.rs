//! A source in words of its own.

use super::found::{Doubt, Found};
use super::known::Known;
use super::owner::owner;
use super::role::role;
use crate::mentions::phrase::phrase;
use crate::mentions::{Context, Kind};
use crate::text::Span;

/// Reads the words of a source, and resolves a noun such as "the mayor" to whoever is meant.
pub fn named(cx: &Context, known: &Known, span: Span) -> Found {
    let p = phrase(span, cx);
    let mut found = Found { entity: p.entity, ..Found::new(p.kind, p.reason.clone()) };
    if p.entity.is_none() && p.kind == Kind::Organization && p.owner.is_some() {
        found.entity = of_an_office(cx, span);
    }
    // headlines drop the word "the"
    let definite = p.definite || span.start() < cx.body_start;
    if p.entity.is_none() && definite && !p.plural && p.owner.is_none() {
        found = role(cx, known, &p, span).unwrap_or(found);
    }
    if p.open {
        found.doubts.insert(0, Doubt { at: span, between: None });
    }
    // "one of her lawyers" is not her lawyers
    let own = p.owner.filter(|o| o.start() == span.start());
    found.owner = own.and_then(|own| owner(cx, known, own, &p));
    (found.phrase, found.words) = (Some(p), Some(span));
    found
}

/// "The sheriff's office", where one such body is named.
fn of_an_office(cx: &Context, span: Span) -> Option<usize> {
    let the = |w: &&str| cx.language().phrases.the.has(w);
    let words = cx.range(span).map(|i| cx.low(i)).skip_while(the);
    let words: Vec<String> = words.map(str::to_owned).collect();
    let small = !cx.get(span).chars().skip(1).any(char::is_uppercase);
    cx.entities.with_tail(&words).filter(|_| small && words.len() > 1)
}
