//! One expression with all that belongs to it: what bounds it, its time of day.

use super::amounts::{every, length, vague};
use super::cursor::{Cursor, Read, longest};
use super::dates::{dated, weekday};
use super::hours;
use super::lists::listed;
use super::meaning::{Found, Hour, Meaning};
use super::near::{counted_from, deictic, next_to};
use super::parts::part_of_year;
use super::pieces::{Link, What};
use super::years::of_year;
use crate::language::{Bound, DayPart, TimeWord, Unit};
use crate::text::Span;

/// The longest expression that begins at a piece.
pub(super) fn at(c: &Cursor, i: usize) -> Option<Found> {
    let found = bounded(c, i)?;
    Some(with_end(c, found))
}

/// "early X", "the end of X", "about X", "earlier this X", or X alone.
fn bounded(c: &Cursor, i: usize) -> Option<Found> {
    let the = c.past_the(i);
    let inner = |at: usize, bound: Bound| {
        let found = timed(c, at).filter(|_| c.is_joined(at))?;
        Some(Found { start: i, bound: Some(bound), ..found })
    };
    let bounded = match c.word(the).unwrap_or(TimeWord::And) {
        TimeWord::Within(bound) => inner(the + 1, bound).or_else(|| within(c, i, the + 1, bound)),
        TimeWord::EndOf(bound) if c.is(the + 1, TimeWord::Of) => inner(the + 2, bound)
            .filter(|f| !matches!(f.meaning, Meaning::Length { .. }))
            .or_else(|| of_unit(c, i, the + 2, bound)),
        TimeWord::One(Unit::Year) if c.is_its_end(the + 1) => Some(Found {
            start: i,
            end: the + 2,
            meaning: Meaning::Near { unit: Unit::Year, by: 0 },
            year: None,
            hour: None,
            bound: Some(Bound::End),
        }),
        TimeWord::About(bound) if the == i && c.word(i + 1) != Some(TimeWord::Few) => inner(i + 1, bound)
            .filter(|found| is_number(c, i + 1, found) || bound == Bound::Approx && found.is_dated())
            // "over a three-year period" lasts as long as that
            .filter(|found| c.word(found.end - 1) != Some(TimeWord::Period)),
        TimeWord::Earlier => inner(i + 1, Bound::Start)
            .filter(|f| f.is_near())
            .or_else(|| within(c, i, i + 1, Bound::Start).filter(|f| !f.is_dated())),
        TimeWord::Later => inner(i + 1, Bound::End)
            .filter(|f| f.is_near())
            .or_else(|| within(c, i, i + 1, Bound::End).filter(|f| !f.is_dated())),
        _ => None,
    };
    bounded.or_else(|| timed(c, i))
}

/// "early in the year", "later in the day", "late in 1957", "early in the morning of 29 April".
fn within(c: &Cursor, start: usize, preposition: usize, bound: Bound) -> Option<Found> {
    let at = preposition + 1;
    if c.what(preposition) != What::Other || !c.is_joined(preposition) || !(c.before_year)(at) {
        return None;
    }
    let pointed = matches!(c.word(at), Some(TimeWord::The | TimeWord::This | TimeWord::That));
    of_unit(c, start, at, bound).or_else(|| {
        let found = timed(c, at).filter(|f| pointed || f.is_year_or_month())?;
        (!found.is_counted() || pointed && found.is_near()).then_some(Found {
            start,
            bound: Some(bound),
            ..found
        })
    })
}

/// Whether an amount begins with its number.
fn is_number(c: &Cursor, i: usize, found: &Found) -> bool {
    let number = matches!(c.what(i), What::Number(..) | What::Word(TimeWord::A | TimeWord::Number(_)));
    found.is_counted() && number && c.pieces[found.end - 1].link != Link::Hyphen
}

/// "the end of the month"
fn of_unit(c: &Cursor, start: usize, at: usize, bound: Bound) -> Option<Found> {
    let TimeWord::One(unit) = c.next_word(at + 1).filter(|_| c.is(at, TimeWord::The))? else {
        return None;
    };
    let meaning = Meaning::Here { unit };
    (unit >= Unit::Day).then_some(Found {
        start,
        end: at + 2,
        meaning,
        year: None,
        hour: None,
        bound: Some(bound),
    })
}

/// "year's end", "two years or so", "1990 or so".
fn with_end(c: &Cursor, found: Found) -> Found {
    let bound = match c.next_word(found.end) {
        Some(TimeWord::OrSo) if found.is_counted() || found.is_near() => Bound::Approx,
        _ if c.is_its_end(found.end) && found.is_year(c.pieces) => Bound::End,
        _ => return found,
    };
    Found { end: found.end + 1, bound: Some(bound), ..found }
}

/// A day with its time, in either order, or either alone: "Tuesday morning", "5 p.m. EST, Nov. 6".
fn timed(c: &Cursor, i: usize) -> Option<Found> {
    let found = |end: usize, meaning: Meaning, hour: Option<Hour>| {
        Some(Found { start: i, end, meaning, year: None, hour, bound: None })
    };
    let (hour_end, hour) = match hours::hour(c, i) {
        Some((end, hour)) => (end, Some(hour)),
        None => (i, None),
    };
    if let Some(hour) = hour {
        let day = day(c, hour_end).filter(|_| c.is_after_comma(hour_end) && hour_end < c.pieces.len());
        return match day.filter(|(_, meaning)| meaning.is_of_days()) {
            Some((end, meaning)) => found(end, meaning, Some(hour)),
            None => found(hour_end, Meaning::TimeOfDay, Some(hour)),
        };
    }
    if let Some((end, meaning, part)) = part_of(c, i) {
        return found(end, meaning, Some(Hour::Part(part)));
    }
    let (end, meaning) = longest_at(c, i)?;
    let i = without_article(c, i, end, meaning);
    let found = |end: usize, meaning: Meaning, hour: Option<Hour>| {
        Some(Found { start: i, end, meaning, year: None, hour, bound: None })
    };
    if meaning.is_of_days()
        && let Some(TimeWord::Part(part)) = c.next_word(end)
    {
        return found(end + 1, meaning, Some(Hour::Part(part)));
    }
    if meaning.is_of_days()
        && let Some((end, hour)) = hours::hour(c, end).filter(|_| c.is_joined(end))
    {
        return found(end, meaning, Some(hour));
    }
    match meaning {
        Meaning::Part { part, by } => {
            found(end, Meaning::Near { unit: Unit::Day, by }, Some(Hour::Part(part)))
        }
        Meaning::PartThen { part, by } => {
            found(end, Meaning::Then { unit: Unit::Day, by }, Some(Hour::Part(part)))
        }
        _ => {
            let (end, year) = its_year(c, end, meaning);
            Some(Found { start: i, end, meaning, year, hour: None, bound: None })
        }
    }
}

/// "the spring [of next year]", "May [last year]".
fn its_year(c: &Cursor, end: usize, meaning: Meaning) -> (usize, Option<Meaning>) {
    let of = end + usize::from(c.is(end, TimeWord::Of));
    let open = of_year(meaning, 2000).is_some() && !meaning.has_year() && c.is_joined(of);
    match deictic(c, of).filter(|_| open) {
        Some((end, year @ Meaning::Near { unit: Unit::Year, .. })) => (end, Some(year)),
        Some((
            past,
            year @ (Meaning::Then { unit: Unit::Year, .. } | Meaning::Here { unit: Unit::Year }),
        )) if of > end => (past, Some(year)),
        _ => (end, None),
    }
}

/// "the night of 8 May", "the early morning hours of Friday".
fn part_of(c: &Cursor, i: usize) -> Option<(usize, Meaning, DayPart)> {
    let the = c.past_the(i);
    let at = the + usize::from(matches!(c.word(the), Some(TimeWord::Within(_))) && c.is_joined(the + 1));
    let Some(TimeWord::Part(part)) = c.word(at) else { return None };
    let hours = at + 1 + usize::from(c.is(at + 1, TimeWord::Many(Unit::Hour)));
    let (end, meaning) = day(c, hours + 1).filter(|_| c.is(hours, TimeWord::Of) && c.is_joined(hours + 1))?;
    meaning.is_of_days().then_some((end, meaning, part))
}

/// An amount before a noun leaves the article to the noun: "the [eight-year] war", "a [five year] low".
fn without_article(c: &Cursor, i: usize, end: usize, meaning: Meaning) -> usize {
    let article = matches!(c.word(i), Some(TimeWord::A | TimeWord::The)) && c.is_joined(i + 1);
    let hyphen = c.pieces[end - 1].link == Link::Hyphen;
    let attributive = match meaning {
        Meaning::Length { length, .. } => {
            hyphen
                || length.tenths.is_none_or(|n| n > 10) && matches!(c.word(end - 1), Some(TimeWord::One(_)))
        }
        Meaning::Ago { .. } | Meaning::Quarter { .. } | Meaning::Then { .. } => hyphen,
        _ => false,
    };
    if article && attributive && end > i + 1 { i + 1 } else { i }
}

/// What names a day or a longer part of the calendar.
pub(super) fn day(c: &Cursor, i: usize) -> Read {
    longest([listed(c, i), dated(c, i), weekday(c, i), counted_from(c, i), next_to(c, i), deictic(c, i)])
}

fn longest_at(c: &Cursor, i: usize) -> Read {
    longest([day(c, i), part_of_year(c, i), length(c, i), every(c, i), vague(c, i)])
}

/// Where an expression stands in the text.
pub(super) fn span(c: &Cursor, found: &Found) -> Span {
    c.pieces[found.start].span.cover(c.pieces[found.end - 1].span)
}
