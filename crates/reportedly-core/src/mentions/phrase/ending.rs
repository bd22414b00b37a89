//! Where what a source is called ends.

use std::ops::Range;

use crate::language::Sort;
use crate::mentions::Context;
use crate::text::Span;

/// Whether the words before a position are a source without a noun: "those responding".
pub(super) fn stands_alone(cx: &Context, i: usize) -> bool {
    let words = &cx.language().phrases;
    let describes = || words.ends_or_describes.has(cx.low(i)) && cx.noun(i + 1).is_some();
    let participle = || words.participles.end_of(cx.low(i)).is_some() && cx.noun(i).is_none();
    words.ends.has(cx.low(i)) && !describes() || words.those.has(cx.low_before(i, 1)) && participle()
}

/// Whether the noun and what stands before it end before a position.
pub(super) fn ends_core(cx: &Context, i: usize, core: Range<usize>) -> bool {
    let (all, words) = (cx.all(), &cx.language().phrases);
    let mut near = cx.entities.before(all[i].span.end() + 60).take(5);
    if near.any(|m| m.titled.start() < all[i].span.start() && all[i].span.end() <= m.span.end()) {
        return false;
    }
    if begins_clause(cx, i, &core) {
        return true;
    }
    let word = cx.low(i);
    let told = || words.participles.end_of(word).is_some() || (cx.language().names.is_past)(word);
    !all[i].joined && !is_joint(cx, i)
        || words.ends.has(word)
        || cx.language().clauses.coordinators.has(word)
        || !all[i].capital
            && i > core.start
            && told()
            && cx.noun(i - 1).is_some()
            && !cx.language().nouns.has(word)
}

/// "messages Vale sent": a name and its verb behind a text are no part of it.
fn begins_clause(cx: &Context, i: usize, core: &Range<usize>) -> bool {
    let all = cx.all();
    let plain = i > core.start && all[i].joined && (!all[i - 1].capital || all[i - 1].first);
    if !plain || cx.noun(i - 1).is_none_or(|noun| noun.sort != Sort::Document) {
        return false;
    }
    let rest = Span::new(all[i].span.start(), all[i].span.end() + 60);
    let mention = cx.entities.within(rest).first().filter(|m| m.titled.start() == rest.start());
    let next = mention.map(|m| cx.range(m.titled).end).filter(|&n| n < core.end);
    next.is_some_and(|n| all[n].joined && (cx.language().names.is_past)(cx.low(n)))
}

/// "his/her", "the councils' spokesman": only a mark of the word stands between.
fn is_joint(cx: &Context, i: usize) -> bool {
    let gap = cx.gap(cx.all()[i - 1].span.end(), cx.all()[i].span.start());
    let ending =
        gap.strip_prefix(['\'', '\u{2019}']).map(|e| e.is_empty() || e == cx.language().division.possessive);
    gap == "/" || ending == Some(true)
}
