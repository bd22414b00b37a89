//! Dates of the calendar: days, months, years, decades.

use jiff::civil;

use super::cursor::{Cursor, LIKELY, POSSIBLE, Read, longest, stepped};
use super::meaning::Meaning;
use super::pieces::{Link, What};
use crate::language::{TimeWord, Unit};
use crate::time::Date;
use crate::time::value::Every;

/// A list of days has at most so many.
pub(super) const MOST: usize = 5;

/// A date of the calendar: "Friday, June 5, 1998", "5 June", "June of 1998", "1998", "the 1990s".
pub(super) fn dated(c: &Cursor, i: usize) -> Read {
    if let What::Weekday(weekday @ 1..=7, _) = c.what(i)
        && c.is_after_comma(i + 1)
        && let Some((end, meaning)) = month_and_day(c, i + 1)
    {
        let weekday = Some(weekday);
        return Some(match meaning {
            Meaning::Day { month, day, .. } => (end, Meaning::Day { month, day, weekday }),
            _ => (end, meaning),
        });
    }
    let the = c.past_the(i);
    longest([month_and_day(c, i), month(c, i), year(c, i), years(c, the), in_numbers(c, i), holiday(c, i)])
}

pub(super) fn month_and_day(c: &Cursor, i: usize) -> Read {
    let day = |at: usize| match c.what(at) {
        What::Number(n @ 1..=31, 1 | 2) | What::Ordinal(n @ 1..=31) => Some(n as i8),
        What::Word(TimeWord::Ordinal(n)) => Some(n),
        _ => None,
    };
    let (end, month, day) = match (c.what(i), day(i)) {
        (What::Month(month, _), _) if c.is_after_stop(i + 1) => {
            let the = i + 1 + usize::from(c.is(i + 1, TimeWord::The));
            // "May the Second" is two names
            let named = c.pieces.get(the).is_some_and(|p| p.capital);
            (the + 1, month, day(the).filter(|_| !named)?)
        }
        (_, Some(day)) => {
            let of = i + 1 + usize::from(c.is(i + 1, TimeWord::Of));
            match c.next(of) {
                What::Month(month, _) if c.pieces[of].capital => (of + 1, month, day),
                _ => return None,
            }
        }
        _ => return None,
    };
    let dated = number_of_year(c, end).filter(|_| c.is_after_comma(end));
    // "May 4-5, 1990"
    let shared = || {
        let past = past_days(c, end);
        let (_, year) = number_of_year(c, past).filter(|_| past > end && c.is_after_comma(past))?;
        Some((end, year))
    };
    match dated.or_else(shared).and_then(|(end, year)| Some((end, Date::of_numbers(year, month, day)?))) {
        Some((end, date)) => Some((end, Meaning::Date(date))),
        // a month has no such day in any year
        None => Date::of_numbers(2000, month, day).map(|_| (end, Meaning::Day { month, day, weekday: None })),
    }
}

pub(super) fn month(c: &Cursor, i: usize) -> Read {
    let What::Month(month, unsure) = c.what(i) else { return None };
    let of = i + 1 + usize::from(c.is(i + 1, TimeWord::Of));
    let year = number_of_year(c, of).filter(|_| c.is_after_comma(of));
    if let Some((end, date)) = year.and_then(|(end, year)| Some((end, Date::of_month(year, month)?))) {
        return Some((end, Meaning::Date(date)));
    }
    // "April 31" names no day, and no month either; "April 480 BC" is of another era
    let numbered = |at: usize| matches!(c.what(at), What::Number(_, 1..=3)) && c.is_after_stop(at);
    let before =
        i.checked_sub(1).is_some_and(|at| matches!(c.what(at), What::Number(_, 1 | 2)) && c.is_joined(i));
    if numbered(i + 1) || before {
        return None;
    }
    let narrowed =
        i > 0 && c.is_joined(i) && matches!(c.word(i - 1), Some(TimeWord::Within(_) | TimeWord::Of));
    let sure = c.pieces[i].capital && (!unsure || narrowed || (c.before_year)(i) || is_in_a_range(c, i));
    sure.then_some((i + 1, Meaning::Month { month, by: None }))
}

/// Whether another month stands beside a month: "from October to March", "May-August".
fn is_in_a_range(c: &Cursor, i: usize) -> bool {
    let month = |at: Option<usize>| at.is_some_and(|at| matches!(c.what(at), What::Month(..)));
    let between = |at: usize| matches!(c.word(at), Some(TimeWord::And | TimeWord::Or));
    let hyphen = |at: usize| c.pieces.get(at).is_some_and(|p| p.link == Link::Hyphen);
    hyphen(i) && month(i.checked_sub(1))
        || hyphen(i + 1) && month(Some(i + 1))
        || i > 0 && between(i - 1) && month(i.checked_sub(2))
        || between(i + 1) && month(Some(i + 2))
}

/// A year, and where it ends.
pub(super) fn number_of_year(c: &Cursor, i: usize) -> Option<(usize, u32)> {
    match c.what(i) {
        What::Number(year, 4) if POSSIBLE.contains(&year) && !is_of_another_era(c, i) => Some((i + 1, year)),
        What::Word(TimeWord::Number(_)) => spoken_year(c, i),
        _ => None,
    }
}

/// "nineteen ninety-six"
fn spoken_year(c: &Cursor, i: usize) -> Option<(usize, u32)> {
    let (Some(TimeWord::Number(a @ 10..=20)), Some(TimeWord::Number(b @ 10..=90))) =
        (c.word(i), c.next_word(i + 1))
    else {
        return None;
    };
    let year = u32::try_from(a).ok()? * 100 + u32::try_from(b).ok()?;
    match c.next_word(i + 2) {
        Some(TimeWord::Number(c @ 1..=9)) if b >= 20 => Some((i + 3, year + c as u32)),
        _ => Some((i + 2, year)),
    }
}

pub(super) fn year(c: &Cursor, i: usize) -> Read {
    let the = c.past_the(i);
    let fiscal = the + usize::from(matches!(c.word(the), Some(TimeWord::Fiscal | TimeWord::One(Unit::Year))));
    if let Some((end, year)) = spoken_year(c, fiscal) {
        return Some((end, Meaning::Date(Date::of_year(year)?)));
    }
    let What::Number(year, 4) = c.what(fiscal) else { return None };
    let announced = fiscal > the || (c.before_year)(fiscal);
    let range = if announced { POSSIBLE } else { LIKELY };
    if !range.contains(&year)
        || is_of_another_era(c, fiscal)
        || is_amount(c, fiscal)
        || !announced && (c.counts)(fiscal)
    {
        return None;
    }
    let period = c.is(fiscal + 1, TimeWord::Period) || c.is(fiscal + 1, TimeWord::One(Unit::Quarter));
    let end = fiscal + 1 + usize::from(period);
    if the > i && !period && fiscal == the {
        return None;
    }
    Some((end, Meaning::Date(Date::of_year(year)?)))
}

/// "1200 BC", "1200-1150 BC"
fn is_of_another_era(c: &Cursor, i: usize) -> bool {
    let range =
        matches!((c.what(i + 1), c.pieces.get(i + 1)), (What::Number(..), Some(p)) if p.link == Link::Hyphen);
    c.is(i + 1 + usize::from(range), TimeWord::Era)
}

/// A number before a unit counts it, whatever its size.
fn is_amount(c: &Cursor, i: usize) -> bool {
    matches!(c.next_word(i + 1), Some(TimeWord::Many(_)))
        || c.pieces.get(i + 1).is_some_and(|p| p.link == Link::Slash)
}

/// "1990s", "the nineties", "20th century".
pub(super) fn years(c: &Cursor, i: usize) -> Read {
    let start = i - usize::from(i > 0 && c.word(i - 1) == Some(TimeWord::The));
    let early = i + usize::from(matches!(c.next_word(i), Some(TimeWord::Within(_))) && i > start);
    match c.what(early) {
        What::Decade(year) => {
            let year = if year < 100 { 1900 + year } else { year };
            Some((early + 1, Meaning::Date(decade(year)?)))
        }
        What::Word(TimeWord::Decade(year)) => {
            Some((early + 1, Meaning::Date(decade(1900 + i16::from(year))?)))
        }
        What::Ordinal(n @ 11..=22) if c.is(early + 1, TimeWord::One(Unit::Century)) => {
            Some((early + 2, Meaning::Date(century(n as i16)?)))
        }
        What::Word(TimeWord::Ordinal(n @ 11..=20)) if c.is(early + 1, TimeWord::One(Unit::Century)) => {
            Some((early + 2, Meaning::Date(century(i16::from(n))?)))
        }
        _ => None,
    }
}

/// "2031-04-05"; "10/27/1989" where the order is certain.
fn in_numbers(c: &Cursor, i: usize) -> Read {
    if let What::Date(date) = c.what(i) {
        return Some((i + 1, Meaning::Date(date)));
    }
    let slash = |at: usize| c.pieces.get(at).is_some_and(|p| p.link == Link::Slash);
    let (What::Number(a, 1 | 2), What::Number(b, 1 | 2), What::Number(year, 4)) =
        (c.what(i), c.what(i + 1), c.what(i + 2))
    else {
        return None;
    };
    let (month, day) = if b > 12 || a == b {
        (a, b)
    } else if a > 12 {
        (b, a)
    } else {
        return None;
    };
    let date = Date::of_numbers(year, month as i8, day as i8).filter(|_| slash(i + 1) && slash(i + 2))?;
    Some((i + 3, Meaning::Date(date)))
}

fn holiday(c: &Cursor, i: usize) -> Read {
    let What::Holiday(day) = c.what(i) else { return None };
    let dated = number_of_year(c, i + 1).filter(|_| c.is_after_comma(i + 1));
    let of = |year| Some(Date::around(day.of_year(i16::try_from(year).ok()?)?, Unit::Day));
    match dated.and_then(|(end, year)| Some((end, of(year)?))) {
        Some((end, date)) => Some((end, Meaning::Date(date))),
        None => Some((i + 1, Meaning::Holiday(day))),
    }
}

/// "Friday", "last Friday".
pub(super) fn weekday(c: &Cursor, i: usize) -> Read {
    let (at, by) = stepped(c, i);
    let What::Weekday(day, short) = c.what(at) else { return None };
    if !c.pieces[at].capital || at > i && !c.is_joined(at) {
        return None;
    }
    if day > 7 {
        return Some((at + 1, Meaning::Every(Every::Weekday(day - 7))));
    }
    (!short || at > i).then_some((at + 1, Meaning::Weekday { day, by }))
}
fn decade(year: i16) -> Option<Date> {
    Some(Date::around(civil::Date::new(year, 1, 1).ok()?, Unit::Decade))
}

/// The 20th is that of 1900.
fn century(n: i16) -> Option<Date> {
    Some(Date::around(civil::Date::new((n - 1) * 100, 1, 1).ok()?, Unit::Century))
}

/// Past the days that follow the first one behind a month: "May 4, 5 and 6".
fn past_days(c: &Cursor, mut end: usize) -> usize {
    for _ in 0..MOST {
        match joint(c, end).filter(|next| day_number(c, *next).is_some()) {
            Some(next) if month_and_day(c, next).is_none() => end = next + 1,
            _ => break,
        }
    }
    end
}

/// The number of a day of a month.
pub(super) fn day_number(c: &Cursor, i: usize) -> Option<i8> {
    match c.what(i) {
        What::Number(n @ 1..=31, 1 | 2) | What::Ordinal(n @ 1..=31) => Some(n as i8),
        _ => None,
    }
}

/// Where the next part of a list begins, behind "and", "to", a comma or a hyphen.
pub(super) fn joint(c: &Cursor, at: usize) -> Option<usize> {
    let comma = c.pieces.get(at).is_some_and(|p| p.link == Link::Comma);
    match c.word(at) {
        Some(TimeWord::And | TimeWord::Or) if c.is_joined(at + 1) && (comma || c.is_joined(at)) => {
            Some(at + 1)
        }
        _ if comma || c.pieces.get(at).is_some_and(|p| p.link == Link::Hyphen) => Some(at),
        _ => None,
    }
}
