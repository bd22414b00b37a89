//! Decides for whom a noun that is no name stands: a source from before, the one spoken of, or somebody new.

use super::agreement::{Asks, Place};
use super::antecedent::{Meant, meant};
use super::candidate::Who;
use super::found::Found;
use super::key::Key;
use super::known::Known;
use super::office::{last_word, places, qualified};
use crate::mentions::entities::Mention;
use crate::mentions::names::Class;
use crate::mentions::phrase::Phrase;
use crate::mentions::{Context, Kind, Reason};
use crate::text::Span;

/// How far back an office in capitals is looked for, in words.
const REACH: usize = 2000;

/// The one for whom the noun stands; `None` where it brings in somebody new.
pub(super) fn description(cx: &Context, known: &Known, noun: &str, p: &Phrase, span: Span) -> Option<Found> {
    let qualified = qualified(cx, noun, p.kind, span);
    let key = Key::Called(p.kind, qualified.clone().unwrap_or_else(|| noun.to_owned()));
    if let Some(&row) = known.by_key.get(&key) {
        return Some(Found::row(row, known.rows[row].kind, Reason::SpokenOfBefore(noun.to_owned())));
    }
    let entity = match p.kind {
        Kind::Organization if cx.language().nouns.bodies.has(noun) => {
            body(cx, known, noun, span).filter(|_| qualified.is_none() && !is_restricted(cx, span))
        }
        Kind::Unnamed => person(cx, known, noun, p, span),
        _ => None,
    };
    Some(Found::entity(entity?, Reason::TheOneSpokenOf(noun.to_owned()), cx))
}

/// "The company": the body spoken of.
fn body(cx: &Context, known: &Known, noun: &str, span: Span) -> Option<usize> {
    let Meant::Found(Who::Entity(e)) = meant(cx, known, Place::here(Asks::Body, span)) else { return None };
    let roles = &cx.entities.all[e].roles;
    let fits = cx.language().nouns.generic.has(noun) || roles.is_empty() || roles.iter().any(|r| r == noun);
    fits.then_some(e)
}

/// "The union representing drivers", "the Skyworkers union": another one.
fn is_restricted(cx: &Context, span: Span) -> bool {
    let (phrases, pronouns) = (&cx.language().phrases, &cx.language().pronouns);
    let lists = [phrases.tying, phrases.restricting, pronouns.relative, pronouns.that];
    phrase_of(cx, span)
        .any(|i| cx.all()[i].capital && !cx.all()[i].first || lists.iter().any(|list| list.has(cx.low(i))))
}

/// The positions behind the first word, up to a pause.
fn phrase_of(cx: &Context, span: Span) -> impl Iterator<Item = usize> {
    cx.range(span).skip(1).take_while(|&i| cx.all()[i].joined)
}

/// "The businessperson": the person spoken of.
fn person(cx: &Context, known: &Known, noun: &str, p: &Phrase, span: Span) -> Option<usize> {
    let language = cx.language();
    if !places(cx, noun, span).is_empty() || language.nouns.anybody.has(noun) {
        return None;
    }
    // "the head of the delegation" is as likely somebody new
    let tail = |i: usize| language.phrases.tying.has(cx.low(i)) && !language.nouns.states.has(cx.low(i + 1));
    // one without a name has just spoken: "another grandmaster said ... the player said"
    let spoke = known.spoke.last();
    let spoke = spoke.is_some_and(|s| matches!(s.who, Who::Row(_)) && s.person && !s.plural);
    if phrase_of(cx, span).any(tail) || spoke || is_titled_before(cx, noun, span) {
        return None;
    }
    let asks = p.gender.map_or(Asks::Anyone, Asks::One);
    let Meant::Found(Who::Entity(e)) = meant(cx, known, Place::here(asks, span)) else { return None };
    (!names_another(cx, span) && !holds_another_office(cx, noun, e)).then_some(e)
}

/// "The Duke of Vale" has no other name here.
fn is_titled_before(cx: &Context, noun: &str, span: Span) -> bool {
    let start = cx.range(span).start;
    let mut before = start.saturating_sub(REACH)..start;
    before.any(|i| cx.all()[i].capital && !cx.all()[i].first && cx.low(i) == noun)
}

/// "The governor", "the former governor" is not the mayor.
fn holds_another_office(cx: &Context, noun: &str, entity: usize) -> bool {
    let (titles, running) = (cx.language().names.titles, cx.language().offices.candidates);
    let roles = &cx.entities.all[entity].roles;
    let mut offices = roles.iter().filter(|r| !running.has(r)).peekable();
    let titled = titles.has(noun) || titles.has(last_word(noun));
    titled && offices.peek().is_some() && !offices.any(|r| r == noun)
}

/// "The regulator, the Data Board", "the FBI director", but not "the Republican nominee".
fn names_another(cx: &Context, span: Span) -> bool {
    cx.entities.within(span).iter().any(|m: &Mention| {
        let named = |class| matches!(class, Class::Person | Class::Organization | Class::Outlet);
        let group = || cx.is_of_group(&cx.get(m.span).to_lowercase());
        !m.possessive && cx.entity(m).is_some_and(|e| named(e.class)) && !group()
    })
}
