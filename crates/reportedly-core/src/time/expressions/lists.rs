//! Days and years that share what is said once: "3 and 4 April", "May 4-5, 1990", "1990-91".

use super::cursor::{Cursor, LIKELY, Read, longest};
use super::dates::{MOST, day_number, joint, month_and_day, number_of_year, year};
use super::meaning::{Found, Meaning};
use super::pieces::{Link, What};
use super::years::of_year;
use crate::language::{TimeWord, Unit};
use crate::time::Date;

/// One day or year of a list whose month or century stands at another one.
pub(super) fn listed(c: &Cursor, i: usize) -> Read {
    longest([before_month(c, i), behind_month(c, i), short_year(c, i)])
}

/// "[3] and 4 April", "[6]-7 February 1920".
fn before_month(c: &Cursor, i: usize) -> Read {
    let (day, mut end) = (day_number(c, i)?, i + 1);
    for _ in 0..MOST {
        let next = joint(c, end)?;
        let last = day_number(c, next)?;
        if let Some((_, meaning)) = month_and_day(c, next) {
            return Some((i + 1, on(meaning, day).filter(|_| day < last)?));
        }
        end = next + 1;
    }
    None
}

/// The same month and year on another day.
fn on(meaning: Meaning, day: i8) -> Option<Meaning> {
    match meaning {
        Meaning::Date(date) => {
            let (year, month) = (date.first().year(), date.first().month());
            Some(Meaning::Date(Date::of_numbers(u32::try_from(year).ok()?, month, day)?))
        }
        Meaning::Day { month, .. } => Some(Meaning::Day { month, day, weekday: None }),
        _ => None,
    }
}

/// "May 4 and [5]", "April 6-[7], 1915".
fn behind_month(c: &Cursor, i: usize) -> Read {
    let day = day_number(c, i)?;
    let first = first_of(c, i)?;
    let hyphen = c.pieces[i].link == Link::Hyphen;
    // "May 4 and 5 people" counts people
    let ends = !c.is_joined(i + 1) || c.word(i + 1) == Some(TimeWord::The) || (c.before_year)(i + 2);
    if !hyphen && !ends {
        return None;
    }
    let (_, meaning) = month_and_day(c, first)?;
    let end = number_of_year(c, i + 1).filter(|_| c.is_after_comma(i + 1)).map_or(i + 1, |(end, _)| end);
    Some((end, on(meaning, day)?))
}

/// The month before the days that lead to one.
fn first_of(c: &Cursor, i: usize) -> Option<usize> {
    let (mut at, mut later) = (i, day_number(c, i)?);
    for _ in 0..MOST {
        let and = at > 0 && matches!(c.word(at - 1), Some(TimeWord::And | TimeWord::Or));
        let before = at.checked_sub(1 + usize::from(and))?;
        if joint(c, before + 1) != Some(at) {
            return None;
        }
        let earlier = day_number(c, before).filter(|day| *day < later)?;
        let month = before.checked_sub(1)?;
        if matches!(c.what(month), What::Month(..)) && c.pieces[month].capital {
            return Some(month);
        }
        (at, later) = (before, earlier);
    }
    None
}

/// "1990-[91]"
fn short_year(c: &Cursor, i: usize) -> Read {
    let (What::Number(short, 2), What::Number(first, 4)) = (c.what(i), c.what(i.checked_sub(1)?)) else {
        return None;
    };
    let hyphen = |at: usize| c.pieces.get(at).is_some_and(|p| p.link == Link::Hyphen);
    let range = hyphen(i) && !hyphen(i + 1) && LIKELY.contains(&first) && first % 100 < short;
    year(c, i - 1).filter(|_| range)?;
    Some((i + 1, Meaning::Date(Date::of_year(first / 100 * 100 + short)?)))
}

/// "[April] and June 1955", "[27 May]-28 May 1905": an expression with the year that stands at the next one.
pub(super) fn with_year_of(c: &Cursor, here: Found, next: Option<&Found>) -> Found {
    let year = || {
        let next = next
            .filter(|next| next.start <= here.end + 1 && !here.meaning.has_year() && here.year.is_none())?;
        let joined = match c.word(here.end) {
            _ if next.start == here.end => matches!(c.pieces[here.end].link, Link::Hyphen | Link::Slash),
            word => matches!(word, Some(TimeWord::And | TimeWord::Or)) || (c.before_year)(next.start),
        };
        let last = match next.meaning {
            Meaning::Date(date) if matches!(date.unit(), Unit::Day | Unit::Month) => date,
            meaning @ (Meaning::Season { year: Some(year), .. }
            | Meaning::Quarter { year: Some(year), .. }) => of_year(meaning, year)?,
            _ => return None,
        };
        let of = |by: i16| of_year(here.meaning, last.first().year() - by);
        of(0).filter(|date| date.first() <= last.first()).or_else(|| of(1)).filter(|_| joined)
    };
    year().map_or(here, |date| Found { meaning: Meaning::Date(date), ..here })
}
