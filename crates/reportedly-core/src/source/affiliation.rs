//! For whom one without a name speaks.

use crate::language::Sort;
use crate::mentions::Context;
use crate::mentions::entities::{Entity, Mention};
use crate::mentions::names::Class;
use crate::text::Span;

/// Whoever is named beside the noun, or the body that its words go back to, as "district officials".
pub(super) fn affiliation(cx: &Context, span: Span) -> Option<String> {
    let words = &cx.language().phrases;
    // words after "who" do not count
    let relative = cx.language().pronouns.relative;
    let aside = cx.range(span).skip(1).find(|&i| relative.has(cx.low(i)) || words.aside.has(cx.low(i)));
    let span = aside.map_or(span, |i| Span::new(span.start(), cx.all()[i - 1].span.end()));
    let mut named = cx.entities.within(span).iter().filter_map(|m| Some((m, employer(cx, m, span)?)));
    let Some((first, e)) = named.next() else { return body_of(cx, span) };
    // "Vale's lawyers, from the firm Fell & Oller": where they work is told
    let tied = |m: &Mention| {
        let mut between = cx.range(Span::new(first.span.end(), m.span.start()));
        between.any(|i| words.tying.has(cx.low(i)))
    };
    let firm = named.find(|(m, o)| o.class == Class::Organization && tied(m));
    let client = e.class == Class::Person && first.possessive;
    Some(firm.filter(|_| client).map_or(e, |(_, o)| o).name.clone())
}

/// The one who is mentioned, where somebody can speak for it.
fn employer<'a>(cx: &Context<'a>, m: &Mention, span: Span) -> Option<&'a Entity> {
    let e = cx.entity(m)?;
    let next = cx.range(Span::new(m.span.end(), span.end())).next().filter(|&i| cx.all()[i].joined);
    // "a recent Gallup survey" says nothing of those asked
    let text = next.and_then(|i| cx.noun(i)).is_some_and(|noun| noun.sort == Sort::Document);
    // "Democratic aides": no body is called so
    let adjective = !m.possessive && next.is_some();
    let body = matches!(e.class, Class::Organization | Class::Outlet | Class::Person);
    (!text && (body || e.class == Class::Unknown && !adjective)).then_some(e)
}

/// The only body that is called by one of the nouns within.
fn body_of(cx: &Context, span: Span) -> Option<String> {
    let nouns = &cx.language().nouns;
    let small = |i: &usize| !cx.all()[*i].capital || cx.all()[*i].first;
    let called = cx.range(span).filter(small).find_map(|i| {
        let word = cx.low(i);
        let body = nouns.get(word).is_some_and(|noun| noun.sort == Sort::Organization);
        match cx.entities.called(word) {
            [one] if body && !nouns.states.has(word) => Some(*one),
            _ => None,
        }
    })?;
    let entity = &cx.entities.all[called];
    (entity.class == Class::Organization).then(|| entity.name.clone())
}
