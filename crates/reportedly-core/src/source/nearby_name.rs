//! Decides whether a name beside a noun is that of the source: who made a text, or the whole name of a body.

use super::Kind;
use crate::mentions::Context;
use crate::mentions::entities::Mention;
use crate::mentions::names::Class;
use crate::mentions::phrase::Phrase;
use crate::text::Span;

/// Who made a text: "a poll by the Port Institute", "the council's letter"; or the name of a body that its
/// noun ends, as "the Alder campaign".
pub(super) fn nearby_name(cx: &Context, p: &Phrase, span: Span) -> Option<String> {
    let mentions = cx.entities.within(span);
    let own = || mentions.iter().find(|m| m.entity.is_some() && !m.possessive);
    let noun = p.noun.as_deref();
    match p.kind {
        Kind::Document => of_document(cx, span),
        Kind::Outlet => Some(cx.entity(own()?)?.name.clone()),
        // "Norport police" where a sentence begins: a name that is none elsewhere
        Kind::Organization
            if noun.is_some_and(|n| cx.language().nouns.forces.has(n)) && mentions.is_empty() =>
        {
            let (range, noun) = (cx.range(span), noun?);
            let last = range.clone().rfind(|&i| cx.low(i) == noun)?;
            let first = range.clone().find(|&i| cx.all()[i].capital).filter(|&i| i < last)?;
            Some(cx.get(cx.all()[first].span.cover(cx.all()[last].span)).to_owned())
        }
        Kind::Organization => of_body(cx, own()?, noun?, span),
        _ => None,
    }
}

/// "The Norport school board": a name and the noun behind it.
fn of_body(cx: &Context, m: &Mention, noun: &str, span: Span) -> Option<String> {
    let (all, range) = (cx.all(), cx.range(span));
    let head = noun.rsplit(' ').next().unwrap_or_default();
    let whole = range.clone().rfind(|&i| cx.low(i) == head);
    let small = |&i: &usize| all[i].span.start() > m.span.start() && !all[i].capital && all[i].joined;
    let noun = range.clone().find(small)?;
    let next_to = cx.range(Span::new(m.span.end(), all[noun].span.start())).is_empty();
    let end = whole.filter(|&i| (noun..=noun + 2).contains(&i)).unwrap_or(noun);
    next_to.then(|| cx.get(m.span.cover(all[end].span)).to_owned())
}

fn of_document(cx: &Context, span: Span) -> Option<String> {
    let mut named = cx.entities.within(span).iter().filter(|m| m.entity.is_some());
    let m = named.find(|m| may_have_made(cx, m, span))?;
    let e = cx.entity(m)?;
    let makes = match e.class {
        Class::Person | Class::Organization | Class::Outlet => true,
        // "Norport's letter": whose it is has made it
        Class::Place | Class::Unknown => m.possessive,
        Class::Document | Class::Group => false,
    };
    makes.then(|| e.name.clone())
}

/// Neither the one to whom a letter goes, nor what a report is about, nor the outlet that it was "obtained by".
fn may_have_made(cx: &Context, m: &Mention, source: Span) -> bool {
    let (words, phrases) = (&cx.language().sources, &cx.language().phrases);
    let before = cx.range(Span::new(source.start(), m.titled.start())).rev().map(|i| cx.low(i));
    if before.clone().any(|w| words.about.has(w)) {
        return false;
    }
    // "an obituary of the singer Ada Vale"
    let told_of = before.clone().any(|w| words.portraits.has(w));
    let mut before = before.skip_while(|w| phrases.the.has(w) || phrases.indefinite.has(w));
    match before.next().unwrap_or_default() {
        w if words.addressed.has(w) => false,
        w if words.placed.has(w) => before.next().is_none_or(|w| !words.published.has(w)),
        w if cx.language().verbs.agent.has(w) => before.next().is_none_or(|w| !words.got.has(w)),
        _ => !told_of,
    }
}
