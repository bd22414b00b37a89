//! What is counted from the time of writing or from what was told.

use super::amounts::amount;
use super::cursor::{Cursor, Read, quarter, stepped};
use super::dates::month_and_day;
use super::meaning::Meaning;
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
        return told_next(c, i, at, by).or_else(|| stepped_unit(c, at, by));
    }
    let the = c.past_the(i);
    let (told, by) = match c.word(the)? {
        TimeWord::Following => (the + 1, 1),
        TimeWord::Preceding => (the + 1, -1),
        // "that same day"
        TimeWord::That => (the + 1 + usize::from(c.is(the + 1, TimeWord::That)), 0),
        TimeWord::Recent => return recent(c, the + 1),
        _ if the > i => return here(c, the),
        _ => return None,
    };
    match c.next_word(told)? {
        TimeWord::One(
            unit @ (Unit::Day | Unit::Week | Unit::Month | Unit::Year | Unit::Quarter | Unit::Decade),
        ) => Some((told + 1, Meaning::Then { unit, by })),
        TimeWord::Part(part) => Some((told + 1, Meaning::PartThen { part, by })),
        TimeWord::Season(season) => Some((told + 1, Meaning::Season { season, year: None, by: None })),
        TimeWord::Period if by == 0 => compared(c, told + 1),
        // "the following days"
        _ if by != 0 => {
            let (end, length) = amount(c, told)?;
            Some((end, Meaning::Length { length, toward: 0 }))
        }
        _ => None,
    }
}

/// "the next day", "the next morning": counted from what was told.
fn told_next(c: &Cursor, i: usize, at: usize, by: i8) -> Read {
    if by != 1 || at != i + 2 {
        return None;
    }
    match c.word(at)? {
        TimeWord::One(Unit::Day) => Some((at + 1, Meaning::Then { unit: Unit::Day, by: 1 })),
        TimeWord::Part(part) => Some((at + 1, Meaning::PartThen { part, by: 1 })),
        _ => None,
    }
}

/// "the year", "the weekend", "the quarter", "the fiscal year"; a year that is said to end is a length.
fn here(c: &Cursor, the: usize) -> Read {
    let at = the + usize::from(matches!(c.word(the), Some(TimeWord::Fiscal | TimeWord::More)));
    match c.next_word(at)? {
        TimeWord::One(Unit::Quarter) => Some((at + 1, Meaning::Then { unit: Unit::Quarter, by: 0 })),
        TimeWord::One(unit @ Unit::Year) if c.is(at + 1, TimeWord::Ending) => {
            Some((at + 1, Meaning::Length { length: Length { tenths: Some(10), unit }, toward: 0 }))
        }
        TimeWord::One(unit @ (Unit::Year | Unit::Weekend)) => Some((at + 1, Meaning::Here { unit })),
        _ => None,
    }
}

/// "the same period last year"
fn compared(c: &Cursor, at: usize) -> Read {
    let of = at + usize::from(c.is(at, TimeWord::Of));
    match deictic(c, of).filter(|_| c.is_joined(of))? {
        (end, Meaning::Near { unit: Unit::Year, by }) => Some((end, Meaning::Ago { unit: Unit::Year, by })),
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
            return Some((at + 1, Meaning::Holiday(day)));
        }
        _ => {}
    }
    match c.word(at) {
        Some(TimeWord::One(unit @ (Unit::Decade | Unit::Century))) if by < 0 => {
            return Some((at + 1, Meaning::Length { length: Length { tenths: Some(10), unit }, toward: by }));
        }
        // "the latest period"
        Some(TimeWord::Period) if by < 0 => {
            return Some((at + 1, Meaning::Then { unit: Unit::Quarter, by: 0 }));
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
        // "in coming quarters"
        Some(TimeWord::Many(unit)) if unit >= Unit::Quarter && by != 0 && is_vague(c, at) => {
            return Some((at + 1, Meaning::Vague(if by < 0 { Vague::Past } else { Vague::Future })));
        }
        Some(TimeWord::Many(unit)) if by != 0 => {
            return Some((at + 1, Meaning::Length { length: Length { tenths: None, unit }, toward: by }));
        }
        _ => {}
    }
    let (end, length) = amount(c, at)?;
    (by != 0).then_some((end, Meaning::Length { length, toward: by }))
}

/// Whether no article makes several units of what is left or to come one length: "past years".
fn is_vague(c: &Cursor, at: usize) -> bool {
    at < 2 || c.word(at - 2) != Some(TimeWord::The)
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
    let then = |sign: i32| match counted(sign) {
        Some(by) => Meaning::Then { unit: length.unit, by },
        None => Meaning::Vague(if sign < 0 { Vague::Past } else { Vague::Future }),
    };
    match c.next_word(end)? {
        TimeWord::Ago => {
            let meaning = counted(-1).map(|by| Meaning::Ago { unit: length.unit, by });
            Some((period, meaning.unwrap_or(Meaning::Vague(Vague::Past))))
        }
        TimeWord::Earlier => Some((period, then(-1))),
        TimeWord::Later => Some((end + 1, then(1))),
        // "two days before", and behind it what happened then, or nothing
        TimeWord::Before if !c.is_joined(end + 1) => Some((end + 1, then(-1))),
        TimeWord::After if !c.is_joined(end + 1) => Some((end + 1, then(1))),
        TimeWord::Before => Some((end, Meaning::Beside { length, toward: -1, definite: false })),
        TimeWord::After => Some((end, Meaning::Beside { length, toward: 1, definite: false })),
        _ => None,
    }
}

/// "the day before", "the day after the vote".
pub(super) fn next_to(c: &Cursor, i: usize) -> Read {
    let the = c.past_the(i);
    let TimeWord::One(unit @ (Unit::Day | Unit::Week | Unit::Month | Unit::Year)) = c.word(the)? else {
        return None;
    };
    let (toward, alone) = match c.next_word(the + 1)? {
        TimeWord::Before => (-1, !c.is_joined(the + 2)),
        TimeWord::After => (1, !c.is_joined(the + 2)),
        TimeWord::Preceding => (-1, true),
        TimeWord::Following => (1, true),
        _ => return None,
    };
    match !alone {
        false if the > i => Some((the + 2, Meaning::Then { unit, by: toward.into() })),
        true => {
            let length = Length { tenths: Some(10), unit };
            Some((the + 1, Meaning::Beside { length, toward, definite: the > i }))
        }
        _ => None,
    }
}
