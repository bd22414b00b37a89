//! What the words of a source say by themselves: a name, a noun for a person, a body, a text, a group.

mod apposed;
mod ending;
mod name;
mod noun;

use std::ops::Range;

use super::{Context, Kind, Reason};
use crate::language::Gender;
use crate::text::Span;

/// A source as its words describe it.
#[derive(Clone, Debug, PartialEq)]
pub struct Phrase {
    pub kind: Kind,
    /// The one who is named.
    pub entity: Option<usize>,
    /// Whether a name stands here that could be two persons'.
    pub open: bool,
    /// The noun in the singular: what a later "the ..." would say.
    pub noun: Option<String>,
    /// "the", "this", "that", "his".
    pub definite: bool,
    pub plural: bool,
    pub counted: bool,
    pub gender: Option<Gender>,
    /// The one to whom the noun belongs: "Vale's", "his".
    pub owner: Option<Span>,
    pub reason: Reason,
}

const EMPTY: Phrase = Phrase {
    kind: Kind::Unstated,
    entity: None,
    open: false,
    noun: None,
    definite: false,
    plural: false,
    counted: false,
    gender: None,
    owner: None,
    reason: Reason::NoNoun,
};

/// What stands before the noun.
#[derive(Clone, Copy, Default)]
struct Before {
    definite: bool,
    counted: bool,
    many: bool,
    owner: Option<Span>,
}

/// Reads the words of a source.
pub fn phrase(span: Span, cx: &Context) -> Phrase {
    let mut range = cx.range(span);
    while range.len() > 1 && cx.language().phrases.before.has(cx.low(range.start)) {
        range.start += 1;
    }
    read(cx, range, 0).unwrap_or(Phrase { kind: Kind::Collective, ..EMPTY })
}

fn read(cx: &Context, range: Range<usize>, depth: u8) -> Option<Phrase> {
    let words = &cx.language().phrases;
    if let Some(found) = person_and_more(cx, &range) {
        return Some(found);
    }
    let (mut start, mut before) = (range.start, Before::default());
    while start < range.end && determiner(cx, start, range.end, &mut before) {
        start += 1;
    }
    if start >= range.end || start > range.start && ending::stands_alone(cx, start) {
        return bare(cx, range.start..start, before);
    }
    let end =
        (start + 1..range.end).find(|&i| ending::ends_core(cx, i, start..range.end)).unwrap_or(range.end);
    let last = cx.low(end - 1);
    let whole = end + 1 < range.end && words.of.has(cx.low(end)) && words.partitives.has(last);
    if depth < 3 && whole {
        let (one, counted) = (words.one.has(last), before.counted || cx.language().phrases.numbers.has(last));
        let part = read(cx, end + 1..range.end, depth + 1).map(|p| part(p, one, counted));
        return part.map(|p| apposed::christened(cx, end + 1..range.end, p));
    }
    let core = start..end;
    let named = apposed::name_beside(cx, &core, range.end, before)
        .or_else(|| apposed::name_behind_office(cx, &core, range.end, before))
        .or_else(|| name::name_at_end(cx, &core, before));
    named.or_else(|| {
        possessor(cx, &core, &mut before);
        Some(apposed::christened(cx, range, noun::noun(cx, &core, before)))
    })
}

/// "He and Mr. Vale" are two, whoever he is.
fn person_and_more(cx: &Context, range: &Range<usize>) -> Option<Phrase> {
    let (language, start) = (cx.language(), range.start);
    let two = start + 2 < range.end
        && language.pronouns.subjects.has(cx.low(start))
        && language.phrases.and.has(cx.low(start + 1));
    let more = Phrase { plural: true, ..EMPTY };
    two.then(|| match cx.all()[start + 2].capital {
        true => Phrase { kind: Kind::Person, open: true, reason: Reason::PersonAndAnother, ..more },
        false => Phrase { kind: Kind::Unnamed, reason: Reason::PersonAndOthers, ..more },
    })
}

/// Takes in one word before the noun; false where there is none.
fn determiner(cx: &Context, i: usize, end: usize, before: &mut Before) -> bool {
    let (word, words) = (cx.low(i), &cx.language().phrases);
    let followed = i + 1 < end && cx.all()[i + 1].joined && !words.of.has(cx.low(i + 1));
    match () {
        () if words.definite.has(word) => before.definite = true,
        () if followed && cx.language().pronouns.owning.has(word) => {
            (before.definite, before.owner) = (true, Some(cx.all()[i].span));
        }
        () if words.indefinite.has(word) || followed && words.another.has(word) => {}
        () if followed && words.quantifiers.has(word) => before.many = true,
        () if followed && is_number(cx, word) => before.counted = true,
        () => return false,
    }
    true
}

fn is_number(cx: &Context, word: &str) -> bool {
    cx.language().phrases.numbers.has(word) || word.parse::<u32>().is_ok()
}

/// "many", "those", "54%", "others" with nothing behind.
fn bare(cx: &Context, range: Range<usize>, before: Before) -> Option<Phrase> {
    let last = range.end.checked_sub(1).filter(|_| !range.is_empty())?;
    let word = cx.low(last);
    Some(Phrase {
        kind: Kind::Collective,
        plural: !cx.language().phrases.single.has(word),
        owner: cx.language().pronouns.owning.has(word).then_some(cx.all()[last].span),
        definite: before.definite,
        counted: before.counted,
        reason: Reason::GroupWithoutNoun,
        ..EMPTY
    })
}

/// "Vale's", "the council's" inside a phrase.
fn possessor(cx: &Context, core: &Range<usize>, before: &mut Before) {
    let all = cx.all();
    if let Some(i) = (core.start..core.end - 1).rev().find(|&i| all[i].possessive) {
        before.definite = true;
        before.owner = Some(all[core.start].span.cover(all[i].span));
    }
}

/// "one of the officials": the noun counts, how many of it is another matter.
fn part(mut p: Phrase, one: bool, counted: bool) -> Phrase {
    if p.reason == Reason::NameBesideNoun {
        return p;
    }
    p.counted |= counted || one;
    // "one of the delegates" is nobody mentioned before
    p.definite &= !one;
    p.plural = !one;
    let is_named = p.kind == Kind::Person && p.entity.is_some() || p.kind == Kind::Organization && one;
    if one && (p.kind == Kind::Collective || is_named) {
        p.kind = Kind::Unnamed;
        p.entity = None;
    } else if p.kind == Kind::Person {
        p.kind = Kind::Collective;
        p.entity = None;
    }
    p
}
