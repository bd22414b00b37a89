//! Whom an unnamed source belongs to: "Vale's lawyers" are "her attorneys".

use super::agreement::{Asks, Place, asks};
use super::antecedent::{Meant, meant};
use super::candidate::Who;
use super::key::belongs;
use super::known::Known;
use crate::language::Gender;
use crate::mentions::Context;
use crate::mentions::entities::Mention;
use crate::mentions::names::Class;
use crate::mentions::phrase::Phrase;
use crate::text::Span;

/// Whom "Vale's" or "her" before a noun means: the most salient person, or the only one whose lawyers have spoken.
pub(super) fn owner(cx: &Context, known: &Known, span: Span, p: &Phrase) -> Option<Who> {
    let Some(asks) = asks(&cx.get(span).to_lowercase(), &cx.language().pronouns) else {
        return cx.entities.within(span).last()?.entity.map(Who::Entity);
    };
    if cx.tokens().quoted(span.start()).is_some() {
        return None;
    }
    let Asks::One(gender) = asks else { return None };
    let stands_out = meant(cx, known, Place::here(asks, span));
    // another whose name owns something before: it may be hers
    if let Some(fronted) = fronted(cx, span, gender) {
        return Some(fronted).filter(|who| stands_out == Meant::Found(*who));
    }
    let spoke = |who: &Who| p.plural && known.by_key.contains_key(&belongs(cx, p, *who));
    let fits = |e: &usize| {
        let entity = &cx.entities.all[*e];
        entity.class == Class::Person && entity.gender == Some(gender)
    };
    let one = |found: &mut dyn Iterator<Item = Who>| found.next().filter(|_| found.next().is_none());
    match stands_out {
        Meant::Found(who) => Some(who),
        Meant::Two(a, b) => one(&mut [a, b].into_iter().filter(spoke)),
        Meant::Nobody => one(&mut (0..cx.entities.all.len()).filter(fits).map(Who::Entity).filter(spoke)),
    }
}

/// "On Ada Vale's page, her friends said": the only one whom the word fits and who owns something before in the sentence.
fn fronted(cx: &Context, span: Span, gender: Gender) -> Option<Who> {
    let sentence = cx.sentence(span.start())?;
    let before = Span::new(sentence.start(), span.start().max(sentence.start()));
    let person = |m: &&Mention| {
        cx.entity(m).is_some_and(|e| {
            matches!(e.class, Class::Person | Class::Unknown) && e.gender.is_none_or(|g| g == gender)
        })
    };
    let mut named = cx.entities.within(before).iter().filter(person);
    let (one, more) = (named.next().filter(|m| m.possessive)?, named.next());
    let entity = one.entity.filter(|_| more.is_none())?;
    Some(Who::Entity(entity))
}
