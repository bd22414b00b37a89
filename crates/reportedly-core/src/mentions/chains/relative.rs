//! "Who", "which": the words before it that it goes back to.

use super::found::Found;
use super::known::Known;
use super::named::named;
use crate::language::Sort;
use crate::mentions::entities::Mention;
use crate::mentions::names::Class;
use crate::mentions::{Context, Kind, Reason};
use crate::text::Span;

/// The most words before "who" that it can go back to.
const MOST: usize = 14;

/// Reads the words before "who" as the source.
pub fn relative(cx: &Context, known: &Known, span: Span) -> Found {
    match before(cx, span) {
        Some(words) => named(cx, known, words),
        None => Found::new(Kind::Unnamed, Reason::NothingBefore),
    }
}

/// The words that "who" goes back to.
fn before(cx: &Context, span: Span) -> Option<Span> {
    let person = cx.language().pronouns.who.has(&cx.get(span).to_lowercase());
    let at = cx.range(span).start;
    let start = start(cx, span, at, person);
    if start == at {
        return None;
    }
    let before = cx.all()[start].span.cover(cx.all()[at - 1].span);
    // a name right before the comma is the one meant
    let last =
        cx.entities.before(span.start()).next().filter(|m| {
            m.span.end() == before.end() && m.entity.is_some() && (!person || is_somebody(cx, m))
        });
    let last = last.filter(|_| !cx.language().pronouns.that.has(cx.get(span)));
    let apposed =
        || cx.entities.before(before.start()).next().filter(|m| person && is_apposed(cx, m, before));
    Some(last.or_else(apposed).map_or(before, |m| m.span))
}

/// Where the words before a relative pronoun begin.
fn start(cx: &Context, span: Span, at: usize, person: bool) -> usize {
    let (all, words) = (cx.all(), &cx.language().phrases);
    let from = cx.range(cx.sentence(span.start()).unwrap_or(span)).start;
    let (mut start, mut commas) = (at, 0);
    while start > from && at - start < MOST {
        commas += usize::from(!all[start].joined);
        let breaks = words.breaks.has(cx.low(start - 1));
        if breaks || commas > 2 || commas == 2 && at - start > 8 {
            break;
        }
        start -= 1;
        let begins = words.begins.has(cx.low(start)) || all[start].first;
        let plain = commas == 0;
        if begins && !(person && is_tied(cx, start, from, at, plain)) {
            break;
        }
        let named =
            all[start].capital && start.checked_sub(1).is_none_or(|i| !all[i].capital || !all[start].joined);
        let somebody = |m: &Mention| m.entity.is_none() || !person || is_somebody(cx, m);
        let within = || cx.entities.within(all[start].span.cover(all[at - 1].span)).iter().any(somebody);
        if named && !plain && within() {
            break;
        }
    }
    start
}

/// "an official at the ministry, who": no ministry is a "who". But "spoke with a man who".
fn is_tied(cx: &Context, start: usize, from: usize, at: usize, plain: bool) -> bool {
    let words = &cx.language().phrases;
    let role = |i: usize| words.those.has(cx.low(i)) || cx.noun(i).is_some_and(|n| n.sort == Sort::Role);
    // not "the widow of a miner who"
    let head = || start > from + 1 && role(start - 2);
    let somebody = plain && role(at - 1) && !head();
    !somebody && start > from && words.tying.has(cx.low(start - 1))
}

/// "Ada Vale, an officer who": the name to which a noun belongs.
fn is_apposed(cx: &Context, m: &Mention, noun: Span) -> bool {
    let (words, first) = (&cx.language().phrases, cx.low(cx.range(noun).start));
    let one = words.the.has(first) || words.indefinite.has(first);
    cx.gap(m.span.end(), noun.start()) == "," && one && !m.possessive && is_somebody(cx, m)
}

/// Someone to whom "who" can go back.
fn is_somebody(cx: &Context, m: &Mention) -> bool {
    cx.entity(m).is_some_and(|e| matches!(e.class, Class::Person | Class::Unknown | Class::Group))
}
