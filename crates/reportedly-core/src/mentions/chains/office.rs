//! What the words before a noun say of an office or a body: its rank, where it is, which of several it is.

use crate::mentions::{Context, Kind};
use crate::text::Span;

/// "The health ministry", "the prosecuting attorney": a body or an office that small words before its noun tell from others.
pub(super) fn qualified(cx: &Context, noun: &str, kind: Kind, span: Span) -> Option<String> {
    let (language, range) = (cx.language(), cx.range(span));
    let head = range.clone().find(|&i| cx.low(i) == last_word(noun))?;
    // "the Carrow Mayor"
    let place = kind == Kind::Unnamed && cx.all()[head].capital;
    let small = |&i: &usize| (place || !cx.all()[i].capital) && !cx.all()[i].possessive;
    let first = (range.start..head).rev().take_while(small).last()?;
    let (phrases, owning) = (&language.phrases, language.pronouns.owning);
    let says =
        |w: &&str| ![phrases.the, phrases.indefinite, phrases.known, owning].iter().any(|list| list.has(w));
    let words: Vec<&str> = (first..head).map(|i| cx.low(i)).filter(says).collect();
    let office = kind == Kind::Unnamed && language.nouns.get(noun).is_some_and(|n| n.gender.is_none());
    ((kind == Kind::Organization || office) && !words.is_empty())
        .then(|| format!("{} {noun}", words.join(" ")))
}

/// "The former governor", "the deputy sheriff": another office than the noun alone.
pub(super) fn rank(cx: &Context, noun: &str, span: Span) -> String {
    let offices = &cx.language().offices;
    let before = |w: &&str| offices.former.has(w) || offices.deputies.has(w) && !noun.starts_with(*w);
    let ranks = cx.range(span).map(|i| cx.low(i)).filter(before);
    ranks.chain([noun]).collect::<Vec<_>>().join(" ")
}

/// "The Carrow Mayor", "the Marlow County Sheriff": where the office is, in small letters.
pub(super) fn places<'a>(cx: &Context<'a>, noun: &str, span: Span) -> Vec<&'a str> {
    let range = cx.range(span);
    let head = range.clone().find(|&i| cx.low(i) == last_word(noun)).filter(|&i| cx.all()[i].capital);
    let before = head.map_or(0..0, |i| range.start..i).filter(|&i| cx.all()[i].capital);
    let offices = &cx.language().offices;
    let lists = [cx.language().phrases.the, offices.former, offices.services];
    before.map(|i| cx.low(i)).filter(|w| !lists.iter().any(|list| list.has(w))).collect()
}

pub(super) fn last_word(noun: &str) -> &str {
    noun.rsplit(' ').next().unwrap_or_default()
}
