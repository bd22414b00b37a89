//! What is counted from the time of writing or from what was told.

use super::amounts::amount;
use super::cursor::{Cursor, Read, stepped};
use super::dates::month_and_day;
use super::meaning::Meaning;
use super::parts::quarter;
use super::pieces::{Link, What};
use crate::language::{DayPart, TimeWord, Unit};
use crate::time::value::{Length, Vague};

/// "today", "last week", "this morning", "the following year", "the past three months".
pub(super) fn deictic(c: &Cursor, i: usize) -> Read {
    match c.word(i)? {
        TimeWord::Day(by) => return Some((i + 1, Meaning::Near { unit: Unit::Day, by: i32::from(by) })),
        TimeWord::Today(part) => return Some((i + 1, Meaning::Part { part, by: 0 })),
        _ => {}
    }
    let (at, by) = stepped(c, i);
    if let Some(by) = by.filter(|_| c.is_joined(at)) {
        let at = at + usize::from(matches!(c.word(at), Some(TimeWord::Fiscal)));
        return stepped_unit(c, at, by);
    }
    let the = c.past_the(i);
    let (told, by) = match c.word(the)? {
        TimeWord::Following => (the + 1, 1),
        TimeWord::Preceding => (the + 1, -1),
        TimeWord::That => (the + 1, 0),
        TimeWord::Recent => return recent(c, the + 1),
        _ if the > i => (the, 0),
        _ => return None,
    };
    let told =
        told + usize::from(told == the && matches!(c.word(told), Some(TimeWord::Fiscal | TimeWord::More)));
    let TimeWord::One(unit) = c.next_word(told)? else { return None };
    match unit {
        Unit::Day | Unit::Week | Unit::Month | Unit::Year | Unit::Quarter | Unit::Decade if told > the => {
            Some((told + 1, Meaning::Then { unit, by }))
        }
        Unit::Quarter if told == the => Some((told + 1, Meaning::Then { unit, by: 0 })),
        Unit::Year | Unit::Weekend if told == the || told == the + 1 => {
            Some((told + 1, Meaning::Here { unit }))
        }
        _ => None,
    }
}

fn recent(c: &Cursor, at: usize) -> Read {
    match c.next_word(at)? {
        TimeWord::Many(Unit::Year | Unit::Decade) => Some((at + 1, Meaning::Vague(Vague::Past))),
        TimeWord::Many(unit) => {
            Some((at + 1, Meaning::Length { length: Length { tenths: None, unit }, toward: -1 }))
        }
        _ => None,
    }
}

/// What stands behind "last", "this" or "next".
fn stepped_unit(c: &Cursor, at: usize, by: i8) -> Read {
    let step = i32::from(by);
    match c.what(at) {
        What::Month(month, _) if c.pieces[at].capital && month_and_day(c, at).is_none() => {
            return Some((at + 1, Meaning::Month { month, by: Some(by) }));
        }
        What::Holiday(day) => {
            return Some((at + 1, Meaning::Day { month: (day / 100) as i8, day: (day % 100) as i8 }));
        }
        _ => {}
    }
    match c.word(at) {
        Some(TimeWord::One(unit @ (Unit::Decade | Unit::Century))) if by < 0 => {
            return Some((at + 1, Meaning::Length { length: Length { tenths: Some(10), unit }, toward: by }));
        }
        Some(TimeWord::Period) => return Some((at + 1, Meaning::Vague(Vague::Present))),
        Some(TimeWord::One(unit)) if unit >= Unit::Day => {
            if c.pieces[at].possessive
                && let Some((end, n)) = quarter(c, at + 1)
            {
                return Some((end, Meaning::Quarter { n, year: None, by: Some(by) }));
            }
            return Some((at + 1, Meaning::Near { unit, by: step }));
        }
        Some(TimeWord::Season(season)) => {
            return Some((at + 1, Meaning::Season { season, year: None, by: Some(by) }));
        }
        Some(TimeWord::Part(DayPart::Night)) if by < 0 => {
            return Some((at + 1, Meaning::Part { part: DayPart::Night, by: -1 }));
        }
        Some(TimeWord::Part(part)) if by >= 0 => return Some((at + 1, Meaning::Part { part, by: step })),
        Some(TimeWord::Many(unit)) if by != 0 => {
            return Some((at + 1, Meaning::Length { length: Length { tenths: None, unit }, toward: by }));
        }
        _ => {}
    }
    let (end, length) = amount(c, at)?;
    (by != 0).then_some((end, Meaning::Length { length, toward: by }))
}

/// "two weeks ago", "a year earlier", "three days later", "a year-ago".
pub(super) fn counted_from(c: &Cursor, i: usize) -> Read {
    let the = c.past_the(i);
    let (end, length) = match c.next_word(the) {
        Some(TimeWord::One(unit))
            if unit >= Unit::Day && c.pieces.get(the + 1).is_some_and(|p| p.link == Link::Hyphen) =>
        {
            (the + 1, Length { tenths: Some(10), unit })
        }
        _ => amount(c, i)?,
    };
    let period = match c.next_word(end + 1) {
        Some(TimeWord::Period | TimeWord::One(Unit::Quarter)) => end + 2,
        Some(TimeWord::Ordinal(_)) if c.is(end + 2, TimeWord::One(Unit::Quarter)) => end + 3,
        _ => end + 1,
    };
    let counted = |sign: i32| match length.tenths {
        Some(n) if n % 10 == 0 => Some(sign * i32::try_from(n / 10).ok()?),
        _ => None,
    };
    match c.next_word(end)? {
        TimeWord::Ago => Some((
            period,
            counted(-1).map_or(Meaning::Vague(Vague::Past), |by| Meaning::Ago { unit: length.unit, by }),
        )),
        TimeWord::Earlier => Some((
            period,
            counted(-1).map_or(Meaning::Vague(Vague::Past), |by| Meaning::Then { unit: length.unit, by }),
        )),
        TimeWord::Later => Some((
            end + 1,
            counted(1).map_or(Meaning::Vague(Vague::Future), |by| Meaning::Then { unit: length.unit, by }),
        )),
        _ => None,
    }
}
