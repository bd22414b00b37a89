//! Which pieces make one expression of time, and what they mean before it is known when they were written.

use jiff::civil;

use super::meaning::{Found, Hour, Meaning};
use super::pieces::{Link, Piece, What};
use crate::language::{Bound, DayPart, TimeWord, Unit};
use crate::text::Span;
use crate::time::value::{Every, Length, Vague};
use crate::time::Date;

/// Years that four digits may mean without a word before them.
const LIKELY: std::ops::Range<u32> = 1800..2100;
/// Years that they may mean behind "in" or "since".
const POSSIBLE: std::ops::Range<u32> = 1000..2200;

/// Reads expressions from the pieces of a text.
pub(super) struct Grammar<'a> {
    pub(super) pieces: &'a [Piece],
    /// Whether the word before a piece announces a year.
    pub(super) before_year: &'a dyn Fn(usize) -> bool,
}

type Read = Option<(usize, Meaning)>;

impl Grammar<'_> {
    /// The longest expression that begins at a piece.
    pub(super) fn at(&self, i: usize) -> Option<Found> {
        let found = self.bounded(i)?;
        Some(self.with_end(found))
    }

    fn what(&self, i: usize) -> What {
        self.pieces.get(i).map_or(What::Other, |p| p.what)
    }

    /// The word at a piece that continues an expression: nothing but a space or a hyphen stands before it.
    fn next(&self, i: usize) -> What {
        if self.is_joined(i) { self.what(i) } else { What::Other }
    }

    fn is_joined(&self, i: usize) -> bool {
        self.pieces.get(i).is_some_and(|p| matches!(p.link, Link::Space | Link::Hyphen))
    }

    fn is_after_stop(&self, i: usize) -> bool {
        self.pieces.get(i).is_some_and(|p| matches!(p.link, Link::Space | Link::Stop | Link::Hyphen))
    }

    fn is_after_comma(&self, i: usize) -> bool {
        self.pieces.get(i).is_some_and(|p| matches!(p.link, Link::Space | Link::Comma | Link::Stop))
    }

    fn word(&self, i: usize) -> Option<TimeWord> {
        match self.what(i) {
            What::Word(word) => Some(word),
            _ => None,
        }
    }

    fn next_word(&self, i: usize) -> Option<TimeWord> {
        self.word(i).filter(|_| self.is_joined(i))
    }

    fn is(&self, i: usize, word: TimeWord) -> bool {
        self.next_word(i) == Some(word)
    }

    fn past_the(&self, i: usize) -> usize {
        i + usize::from(self.word(i) == Some(TimeWord::The) && self.is_joined(i + 1))
    }

    /// "early X", "the end of X", "about X", "earlier this X", or X alone.
    fn bounded(&self, i: usize) -> Option<Found> {
        let the = self.past_the(i);
        let inner = |at: usize, bound: Bound| {
            let found = self.timed(at).filter(|_| self.is_joined(at))?;
            Some(Found { start: i, bound: Some(bound), ..found })
        };
        let bounded = match self.word(the).unwrap_or(TimeWord::And) {
            TimeWord::Within(bound) => inner(the + 1, bound).or_else(|| {
                // "early in the year"
                let at = the + 1 + usize::from(self.what(the + 1) == What::Other);
                (at > the + 1 && matches!(self.word(at), Some(TimeWord::The | TimeWord::This)))
                    .then(|| inner(at, bound).filter(|f| matches!(f.meaning, Meaning::Near { .. })))
                    .flatten()
            }),
            TimeWord::EndOf(bound) if self.is(the + 1, TimeWord::Of) => {
                inner(the + 2, bound).filter(|f| !matches!(f.meaning, Meaning::Length { .. })).or_else(|| self.of_unit(i, the + 2, bound))
            }
            TimeWord::One(Unit::Year) if self.is(the + 1, TimeWord::EndOf(Bound::End)) => {
                Some(Found { start: i, end: the + 2, meaning: Meaning::Near { unit: Unit::Year, by: 0 }, hour: None, bound: Some(Bound::End) })
            }
            TimeWord::About(bound) if the == i && self.word(i + 1) != Some(TimeWord::Few) => {
                inner(i + 1, bound).filter(|found| self.is_number(i + 1, found) || bound == Bound::Approx && found.is_dated())
            }
            TimeWord::Earlier => inner(i + 1, Bound::Start).filter(|f| f.is_near()),
            TimeWord::Later => inner(i + 1, Bound::End).filter(|f| f.is_near()),
            _ => None,
        };
        bounded.or_else(|| self.timed(i))
    }

    /// Whether an amount begins with its number.
    fn is_number(&self, i: usize, found: &Found) -> bool {
        let number = matches!(self.what(i), What::Number(..) | What::Word(TimeWord::A | TimeWord::Number(_)));
        found.is_counted() && number && self.pieces[found.end - 1].link != Link::Hyphen
    }

    /// "the end of the month"
    fn of_unit(&self, start: usize, at: usize, bound: Bound) -> Option<Found> {
        let TimeWord::One(unit) = self.next_word(at + 1).filter(|_| self.is(at, TimeWord::The))? else { return None };
        let meaning = Meaning::Here { unit };
        (unit >= Unit::Day).then_some(Found { start, end: at + 2, meaning, hour: None, bound: Some(bound) })
    }

    /// "year's end", "two years or so", "1990 or so".
    fn with_end(&self, found: Found) -> Found {
        let bound = match self.next_word(found.end) {
            Some(TimeWord::OrSo) if found.is_counted() || found.is_near() => Bound::Approx,
            Some(TimeWord::EndOf(Bound::End)) if found.is_year(self.pieces) => Bound::End,
            _ => return found,
        };
        Found { end: found.end + 1, bound: Some(bound), ..found }
    }

    /// A day with its time, in either order, or either alone: "Tuesday morning", "5 p.m. EST, Nov. 6".
    fn timed(&self, i: usize) -> Option<Found> {
        let found = |end: usize, meaning: Meaning, hour: Option<Hour>| Some(Found { start: i, end, meaning, hour, bound: None });
        let (hour_end, hour) = match self.hour(i) {
            Some((end, hour)) => (end, Some(hour)),
            None => (i, None),
        };
        if let Some(hour) = hour {
            let day = self.day(hour_end).filter(|_| self.is_after_comma(hour_end) && hour_end < self.pieces.len());
            return match day.filter(|(_, meaning)| meaning.is_of_days()) {
                Some((end, meaning)) => found(end, meaning, Some(hour)),
                None => found(hour_end, Meaning::Near { unit: Unit::Day, by: 0 }, Some(hour)),
            };
        }
        let (end, meaning) = self.longest(i)?;
        let i = self.without_article(i, end, meaning);
        let found = |end: usize, meaning: Meaning, hour: Option<Hour>| Some(Found { start: i, end, meaning, hour, bound: None });
        if meaning.is_of_days()
            && let Some(TimeWord::Part(part)) = self.next_word(end)
        {
            return found(end + 1, meaning, Some(Hour::Part(part)));
        }
        if meaning.is_of_days()
            && let Some((end, hour)) = self.hour(end).filter(|_| self.is_joined(end))
        {
            return found(end, meaning, Some(hour));
        }
        if let Meaning::Part { part, by } = meaning {
            return found(end, Meaning::Near { unit: Unit::Day, by }, Some(Hour::Part(part)));
        }
        found(end, meaning, None)
    }

    /// An amount before a noun leaves the article to the noun: "the [eight-year] war", "a [five year] low".
    fn without_article(&self, i: usize, end: usize, meaning: Meaning) -> usize {
        let article = matches!(self.word(i), Some(TimeWord::A | TimeWord::The)) && self.is_joined(i + 1);
        let hyphen = self.pieces[end - 1].link == Link::Hyphen;
        let attributive = match meaning {
            Meaning::Length { length, .. } => hyphen || length.tenths.is_none_or(|n| n > 10) && matches!(self.word(end - 1), Some(TimeWord::One(_))),
            Meaning::Ago { .. } | Meaning::Quarter { .. } | Meaning::Then { .. } => hyphen,
            _ => false,
        };
        if article && attributive && end > i + 1 { i + 1 } else { i }
    }

    /// "5 p.m. EST", "3:30", "noon", "five o'clock".
    fn hour(&self, i: usize) -> Option<(usize, Hour)> {
        let half = |at: usize| match self.what(at) {
            What::HalfDay(half) if self.is_joined(at) => Some(half),
            _ => None,
        };
        let zoned = |end: usize| end + usize::from(matches!(self.what(end), What::Zone) && self.is_after_stop(end));
        match self.what(i) {
            What::Clock(hour, minute) => Some(match half(i + 1).filter(|_| hour <= 12) {
                Some(half) => (zoned(i + 2), Hour::Clock(hour % 12 + half, minute)),
                None => (zoned(i + 1), Hour::Clock(hour, minute)),
            }),
            What::Number(hour, _) if (1..=12).contains(&hour) => {
                let hour = hour as i8;
                if let Some(half) = half(i + 1) {
                    return Some((zoned(i + 2), Hour::Clock(hour % 12 + half, 0)));
                }
                self.is(i + 1, TimeWord::OClock).then_some((i + 2, Hour::Clock(hour, 0)))
            }
            What::Word(TimeWord::Number(hour)) if (1..=12).contains(&hour) => {
                self.is(i + 1, TimeWord::OClock).then_some((i + 2, Hour::Clock(hour as i8, 0)))
            }
            What::Word(TimeWord::Hour(hour)) => Some((i + 1, Hour::Clock(hour, 0))),
            _ => None,
        }
    }

    /// What names a day or a longer part of the calendar.
    fn day(&self, i: usize) -> Read {
        longest([self.dated(i), self.weekday(i), self.counted_from(i), self.deictic(i)])
    }

    fn longest(&self, i: usize) -> Read {
        longest([self.day(i), self.part_of_year(i), self.length(i), self.every(i), self.vague(i)])
    }

    /// A date of the calendar: "Friday, June 5, 1998", "5 June", "June of 1998", "1998", "the 1990s".
    fn dated(&self, i: usize) -> Read {
        if let What::Weekday(1..=7, _) = self.what(i)
            && self.is_after_comma(i + 1)
            && let Some((end, meaning)) = self.month_and_day(i + 1)
        {
            return Some((end, meaning));
        }
        let the = self.past_the(i);
        longest([self.month_and_day(i), self.month(i), self.year(i), self.years(the), self.in_numbers(i), self.holiday(i)])
    }

    fn month_and_day(&self, i: usize) -> Read {
        let day = |at: usize| match self.what(at) {
            What::Number(n @ 1..=31, 1 | 2) | What::Ordinal(n @ 1..=31) => Some(n as i8),
            What::Word(TimeWord::Ordinal(n)) => Some(n),
            _ => None,
        };
        let (end, month, day) = match (self.what(i), day(i)) {
            (What::Month(month, _), _) if self.is_after_stop(i + 1) => {
                let the = i + 1 + usize::from(self.is(i + 1, TimeWord::The));
                (the + 1, month, day(the)?)
            }
            (_, Some(day)) => {
                let of = i + 1 + usize::from(self.is(i + 1, TimeWord::Of));
                match self.next(of) {
                    What::Month(month, _) if self.pieces[of].capital => (of + 1, month, day),
                    _ => return None,
                }
            }
            _ => return None,
        };
        let dated = self.number_of_year(end).filter(|_| self.is_after_comma(end));
        match dated.and_then(|(end, year)| Some((end, Date::of_numbers(year, month, day)?))) {
            Some((end, date)) => Some((end, Meaning::Date(date))),
            // a month has no such day in any year
            None => Date::of_numbers(2000, month, day).map(|_| (end, Meaning::Day { month, day })),
        }
    }

    fn month(&self, i: usize) -> Read {
        let What::Month(month, unsure) = self.what(i) else { return None };
        let of = i + 1 + usize::from(self.is(i + 1, TimeWord::Of));
        let year = self.number_of_year(of).filter(|_| self.is_after_comma(of));
        if let Some((end, date)) = year.and_then(|(end, year)| Some((end, Date::of_month(year, month)?))) {
            return Some((end, Meaning::Date(date)));
        }
        let sure = self.pieces[i].capital && (!unsure || (self.before_year)(i));
        sure.then_some((i + 1, Meaning::Month { month, by: None }))
    }

    /// A year, and where it ends.
    fn number_of_year(&self, i: usize) -> Option<(usize, u32)> {
        match self.what(i) {
            What::Number(year, 4) if POSSIBLE.contains(&year) => Some((i + 1, year)),
            What::Word(TimeWord::Number(_)) => self.spoken_year(i),
            _ => None,
        }
    }

    /// "nineteen ninety-six"
    fn spoken_year(&self, i: usize) -> Option<(usize, u32)> {
        let (Some(TimeWord::Number(a @ 10..=20)), Some(TimeWord::Number(b @ 10..=90))) = (self.word(i), self.next_word(i + 1)) else {
            return None;
        };
        let year = u32::try_from(a).ok()? * 100 + u32::try_from(b).ok()?;
        match self.next_word(i + 2) {
            Some(TimeWord::Number(c @ 1..=9)) if b >= 20 => Some((i + 3, year + c as u32)),
            _ => Some((i + 2, year)),
        }
    }

    fn year(&self, i: usize) -> Read {
        let the = self.past_the(i);
        let fiscal = the + usize::from(matches!(self.word(the), Some(TimeWord::Fiscal | TimeWord::One(Unit::Year))));
        if let Some((end, year)) = self.spoken_year(fiscal) {
            return Some((end, Meaning::Date(Date::of_year(year)?)));
        }
        let What::Number(year, 4) = self.what(fiscal) else { return None };
        let announced = fiscal > the || (self.before_year)(fiscal);
        let range = if announced { POSSIBLE } else { LIKELY };
        if !range.contains(&year) || self.is_amount(fiscal) {
            return None;
        }
        let period = self.is(fiscal + 1, TimeWord::Period) || self.is(fiscal + 1, TimeWord::One(Unit::Quarter));
        let end = fiscal + 1 + usize::from(period);
        if the > i && !period && fiscal == the {
            return None;
        }
        Some((end, Meaning::Date(Date::of_year(year)?)))
    }

    /// A number before a unit counts it, whatever its size.
    fn is_amount(&self, i: usize) -> bool {
        matches!(self.next_word(i + 1), Some(TimeWord::Many(_)))
            || self.pieces.get(i + 1).is_some_and(|p| p.link == Link::Slash)
    }

    /// "1990s", "the nineties", "20th century".
    fn years(&self, i: usize) -> Read {
        let start = i - usize::from(i > 0 && self.word(i - 1) == Some(TimeWord::The));
        let early = i + usize::from(matches!(self.next_word(i), Some(TimeWord::Within(_))) && i > start);
        match self.what(early) {
            What::Decade(year) => {
                let year = if year < 100 { 1900 + year } else { year };
                Some((early + 1, Meaning::Date(decade(year)?)))
            }
            What::Word(TimeWord::Decade(year)) => Some((early + 1, Meaning::Date(decade(1900 + i16::from(year))?))),
            What::Ordinal(n @ 11..=22) if self.is(early + 1, TimeWord::One(Unit::Century)) => {
                Some((early + 2, Meaning::Date(century(n as i16)?)))
            }
            What::Word(TimeWord::Ordinal(n @ 11..=20)) if self.is(early + 1, TimeWord::One(Unit::Century)) => {
                Some((early + 2, Meaning::Date(century(i16::from(n))?)))
            }
            _ => None,
        }
    }

    /// "2031-04-05"; "10/27/1989" where the order is certain.
    fn in_numbers(&self, i: usize) -> Read {
        if let What::Date(date) = self.what(i) {
            return Some((i + 1, Meaning::Date(date)));
        }
        let slash = |at: usize| self.pieces.get(at).is_some_and(|p| p.link == Link::Slash);
        let (What::Number(a, 1 | 2), What::Number(b, 1 | 2), What::Number(year, 4)) =
            (self.what(i), self.what(i + 1), self.what(i + 2))
        else {
            return None;
        };
        let (month, day) = if b > 12 || a == b { (a, b) } else if a > 12 { (b, a) } else { return None };
        let date = Date::of_numbers(year, month as i8, day as i8).filter(|_| slash(i + 1) && slash(i + 2))?;
        Some((i + 3, Meaning::Date(date)))
    }

    fn holiday(&self, i: usize) -> Read {
        let What::Holiday(day) = self.what(i) else { return None };
        let (month, day) = ((day / 100) as i8, (day % 100) as i8);
        let dated = self.number_of_year(i + 1).filter(|_| self.is_after_comma(i + 1));
        match dated.and_then(|(end, year)| Some((end, Date::of_numbers(year, month, day)?))) {
            Some((end, date)) => Some((end, Meaning::Date(date))),
            None => Some((i + 1, Meaning::Day { month, day })),
        }
    }

    /// "Friday", "last Friday".
    fn weekday(&self, i: usize) -> Read {
        let (at, by) = self.stepped(i);
        let What::Weekday(day, short) = self.what(at) else { return None };
        if !self.pieces[at].capital || at > i && !self.is_joined(at) {
            return None;
        }
        if day > 7 {
            return Some((at + 1, Meaning::Every(Every::Weekday(day - 7))));
        }
        (!short || at > i).then_some((at + 1, Meaning::Weekday { day, by }))
    }

    /// Past "last", "this", "next" with the steps that they count, and an article before them.
    fn stepped(&self, i: usize) -> (usize, Option<i8>) {
        let the = self.past_the(i);
        let by = match self.word(the) {
            Some(TimeWord::Last | TimeWord::Gone) => -1,
            Some(TimeWord::This | TimeWord::Current) => 0,
            Some(TimeWord::Next) => 1,
            _ => return (i, None),
        };
        (the + 1, Some(by))
    }

    /// "today", "last week", "this morning", "the following year", "the past three months".
    fn deictic(&self, i: usize) -> Read {
        match self.word(i)? {
            TimeWord::Day(by) => return Some((i + 1, Meaning::Near { unit: Unit::Day, by: i32::from(by) })),
            TimeWord::Today(part) => return Some((i + 1, Meaning::Part { part, by: 0 })),
            TimeWord::The => {}
            _ => {}
        }
        let (at, by) = self.stepped(i);
        if let Some(by) = by.filter(|_| self.is_joined(at)) {
            let at = at + usize::from(matches!(self.word(at), Some(TimeWord::Fiscal)));
            return self.stepped_unit(at, by);
        }
        let the = self.past_the(i);
        let (told, by) = match self.word(the)? {
            TimeWord::Following => (the + 1, 1),
            TimeWord::Preceding => (the + 1, -1),
            TimeWord::That => (the + 1, 0),
            TimeWord::Recent => return self.recent(the + 1),
            _ if the > i => (the, 0),
            _ => return None,
        };
        let told = told + usize::from(told == the && matches!(self.word(told), Some(TimeWord::Fiscal | TimeWord::More)));
        let TimeWord::One(unit) = self.next_word(told)? else { return None };
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

    fn recent(&self, at: usize) -> Read {
        match self.next_word(at)? {
            TimeWord::Many(Unit::Year | Unit::Decade) => Some((at + 1, Meaning::Vague(Vague::Past))),
            TimeWord::Many(unit) => Some((at + 1, Meaning::Length { length: Length { tenths: None, unit }, toward: -1 })),
            _ => None,
        }
    }

    /// What stands behind "last", "this" or "next".
    fn stepped_unit(&self, at: usize, by: i8) -> Read {
        let step = i32::from(by);
        match self.what(at) {
            What::Month(month, _) if self.pieces[at].capital && self.month_and_day(at).is_none() => {
                return Some((at + 1, Meaning::Month { month, by: Some(by) }));
            }
            What::Holiday(day) => return Some((at + 1, Meaning::Day { month: (day / 100) as i8, day: (day % 100) as i8 })),
            _ => {}
        }
        match self.word(at) {
            Some(TimeWord::One(unit @ (Unit::Decade | Unit::Century))) if by < 0 => {
                return Some((at + 1, Meaning::Length { length: Length { tenths: Some(10), unit }, toward: by }));
            }
            Some(TimeWord::Period) => return Some((at + 1, Meaning::Vague(Vague::Present))),
            Some(TimeWord::One(unit)) if unit >= Unit::Day => {
                if self.pieces[at].possessive
                    && let Some((end, n)) = self.quarter(at + 1) {
                    return Some((end, Meaning::Quarter { n, year: None, by: Some(by) }));
                }
                return Some((at + 1, Meaning::Near { unit, by: step }));
            }
            Some(TimeWord::Season(season)) => return Some((at + 1, Meaning::Season { season, year: None, by: Some(by) })),
            Some(TimeWord::Part(DayPart::Night)) if by < 0 => return Some((at + 1, Meaning::Part { part: DayPart::Night, by: -1 })),
            Some(TimeWord::Part(part)) if by >= 0 => return Some((at + 1, Meaning::Part { part, by: step })),
            Some(TimeWord::Many(unit)) if by != 0 => {
                return Some((at + 1, Meaning::Length { length: Length { tenths: None, unit }, toward: by }));
            }
            _ => {}
        }
        let (end, length) = self.amount(at)?;
        (by != 0).then_some((end, Meaning::Length { length, toward: by }))
    }

    /// "two weeks ago", "a year earlier", "three days later", "a year-ago".
    fn counted_from(&self, i: usize) -> Read {
        let the = self.past_the(i);
        let (end, length) = match self.next_word(the) {
            Some(TimeWord::One(unit)) if unit >= Unit::Day && self.pieces.get(the + 1).is_some_and(|p| p.link == Link::Hyphen) => {
                (the + 1, Length { tenths: Some(10), unit })
            }
            _ => self.amount(i)?,
        };
        let period = match self.next_word(end + 1) {
            Some(TimeWord::Period | TimeWord::One(Unit::Quarter)) => end + 2,
            Some(TimeWord::Ordinal(_)) if self.is(end + 2, TimeWord::One(Unit::Quarter)) => end + 3,
            _ => end + 1,
        };
        let counted = |sign: i32| match length.tenths {
            Some(n) if n % 10 == 0 => Some(sign * i32::try_from(n / 10).ok()?),
            _ => None,
        };
        match self.next_word(end)? {
            TimeWord::Ago => Some((period, counted(-1).map_or(Meaning::Vague(Vague::Past), |by| Meaning::Ago { unit: length.unit, by }))),
            TimeWord::Earlier => Some((period, counted(-1).map_or(Meaning::Vague(Vague::Past), |by| Meaning::Then { unit: length.unit, by }))),
            TimeWord::Later => Some((end + 1, counted(1).map_or(Meaning::Vague(Vague::Future), |by| Meaning::Then { unit: length.unit, by }))),
            _ => None,
        }
    }

    /// "the third quarter of 1990", "the summer of 1998", "the first half".
    fn part_of_year(&self, i: usize) -> Read {
        let the = self.past_the(i);
        let (at, before) = match self.what(the) {
            What::Number(year, 4) if LIKELY.contains(&year) && self.is_joined(the + 1) => (the + 1, Some(year as i16)),
            _ => (the, None),
        };
        if let Some(TimeWord::Season(season)) = self.word(at) {
            let (end, year) = self.of_year(at + 1);
            let sure = the > i || year.is_some() || before.is_some();
            return sure.then_some((end, Meaning::Season { season, year: before.or(year), by: None }));
        }
        if let Some((end, n)) = self.quarter(at) {
            let (end, year) = if before.is_some() { (end, before) } else { self.of_year(end) };
            return Some((end, Meaning::Quarter { n, year, by: None }));
        }
        let TimeWord::Ordinal(n @ 1..=2) = self.word(at)? else { return None };
        if !self.is(at + 1, TimeWord::One(Unit::Half)) {
            return None;
        }
        let (end, year) = self.of_year(at + 2);
        let sure = year.is_some() || self.is(at + 2, TimeWord::Of);
        sure.then_some((end, Meaning::Half { n, year }))
    }

    /// "fiscal third-quarter"
    fn quarter(&self, i: usize) -> Option<(usize, i8)> {
        let at = i + usize::from(self.word(i) == Some(TimeWord::Fiscal));
        let TimeWord::Ordinal(n @ 1..=4) = self.word(at)? else { return None };
        self.is(at + 1, TimeWord::One(Unit::Quarter)).then_some((at + 2, n))
    }

    fn of_year(&self, end: usize) -> (usize, Option<i16>) {
        let of = end + usize::from(self.is(end, TimeWord::Of));
        let of = of + usize::from(self.is(of, TimeWord::Fiscal));
        match self.what(of) {
            What::Number(year, 4) if POSSIBLE.contains(&year) && self.is_after_comma(of) => (of + 1, i16::try_from(year).ok()),
            _ => (end, None),
        }
    }

    /// A length that counts from nothing: "two years", "ten-year", "several months", "years".
    fn length(&self, i: usize) -> Read {
        let the = self.past_the(i);
        if the > i {
            // "the first nine months", "the six months", "the years"
            let first = the + usize::from(matches!(self.word(the), Some(TimeWord::Ordinal(1) | TimeWord::Current)));
            let (end, length) = self.amount(first)?;
            return (length.tenths != Some(10)).then_some((end, Meaning::Length { length, toward: 0 }));
        }
        let (end, length) = self.amount(i)?;
        let period = end + usize::from(self.is(end, TimeWord::Period));
        Some((period, Meaning::Length { length, toward: 0 }))
    }

    /// An amount of a unit, and whether it is an age is not asked here: "two years", "a year", "weeks", "24-hour".
    fn amount(&self, i: usize) -> Option<(usize, Length)> {
        if let Some(TimeWord::Many(unit)) = self.word(i) {
            let whole = unit >= Unit::Day && !matches!(unit, Unit::Quarter | Unit::Half);
            return whole.then_some((i + 1, Length { tenths: None, unit }));
        }
        if self.word(i) == Some(TimeWord::One(Unit::Half)) && self.word(i + 1) == Some(TimeWord::A) {
            let TimeWord::One(unit) = self.next_word(i + 2)? else { return None };
            return Some((i + 3, Length { tenths: Some(5), unit }));
        }
        if self.word(i) == Some(TimeWord::A) {
            let few = i + 1 + usize::from(self.is(i + 1, TimeWord::Few));
            let more = few + usize::from(self.is(few, TimeWord::More));
            return match self.next_word(more) {
                Some(TimeWord::One(Unit::Quarter | Unit::Half)) => None,
                Some(TimeWord::One(unit)) if few == i + 1 => {
                    let other = self.is(more + 1, TimeWord::Or).then(|| self.number(more + 2)).flatten();
                    Some(match other {
                        Some((end, _)) => (end, Length { tenths: None, unit }),
                        None => (more + 1, Length { tenths: Some(10), unit }),
                    })
                }
                Some(TimeWord::Many(unit)) if few > i + 1 => Some((more + 1, Length { tenths: None, unit })),
                Some(TimeWord::Number(n @ (100 | 1000))) => self.unit(more + 1, Some(n as u32 * 10)),
                _ => self.number(i + 1).filter(|_| self.is_joined(i + 1)).and_then(|(end, n)| self.unit(end, Some(n * 10))).filter(|(_, l)| l.unit < Unit::Century && !matches!(self.what(i + 1), What::Word(TimeWord::Few))),
            };
        }
        if self.word(i) == Some(TimeWord::Few) {
            let more = i + 1 + usize::from(self.is(i + 1, TimeWord::More));
            return self.unit(more, None);
        }
        let (end, n) = self.number(i)?;
        if self.is(end, TimeWord::And) && self.is(end + 1, TimeWord::A) && self.is(end + 2, TimeWord::One(Unit::Half)) {
            return self.unit(end + 3, Some(n * 10 + 5));
        }
        if self.is(end, TimeWord::Or)
            && let Some((end, other)) = self.number(end + 1)
        {
            return self.unit(end, (other == n).then_some(n * 10)).or_else(|| self.unit(end, None));
        }
        self.unit(end, Some(n * 10))
    }

    fn unit(&self, i: usize, tenths: Option<u32>) -> Option<(usize, Length)> {
        let more = i + usize::from(self.is(i, TimeWord::More));
        match self.next_word(more)? {
            // "three-quarters", "and a half" are parts of anything
            TimeWord::Many(Unit::Quarter | Unit::Half) | TimeWord::One(Unit::Quarter | Unit::Half) => None,
            TimeWord::Many(unit) | TimeWord::One(unit) => Some((more + 1, Length { tenths, unit })),
            _ => None,
        }
    }

    /// A number in digits or in words: "24", "twenty-four", "a hundred".
    fn number(&self, i: usize) -> Option<(usize, u32)> {
        if let What::Number(n, _) = self.what(i) {
            return Some((i + 1, n.min(1_000_000)));
        }
        let TimeWord::Number(n) = self.word(i)? else { return None };
        let n = u32::try_from(n).ok()?;
        match self.next_word(i + 1) {
            Some(TimeWord::Number(unit @ 1..=9)) if (20..100).contains(&n) => Some((i + 2, n + unit as u32)),
            Some(TimeWord::Number(times @ (100 | 1000))) if n < 100 => Some((i + 2, n * times as u32)),
            _ => Some((i + 1, n)),
        }
    }

    /// "daily", "every two weeks", "each July", "every Monday".
    fn every(&self, i: usize) -> Read {
        match self.word(i)? {
            TimeWord::Often(unit) => Some((i + 1, Meaning::Every(Every::Length(Length { tenths: Some(10), unit })))),
            TimeWord::Every => {
                match self.next(i + 1) {
                    What::Weekday(day @ 1..=7, _) => return Some((i + 2, Meaning::Every(Every::Weekday(day)))),
                    What::Month(month, _) => return Some((i + 2, Meaning::Every(Every::Month(month)))),
                    What::Word(TimeWord::One(unit)) => {
                        return Some((i + 2, Meaning::Every(Every::Length(Length { tenths: Some(10), unit }))));
                    }
                    What::Word(TimeWord::Part(_)) => {
                        let length = Length { tenths: Some(10), unit: Unit::Day };
                        return Some((i + 2, Meaning::Every(Every::Length(length))));
                    }
                    _ => {}
                }
                let (end, length) = self.amount(i + 1).filter(|_| self.is_joined(i + 1))?;
                Some((end, Meaning::Every(Every::Length(length))))
            }
            _ => None,
        }
    }

    /// "now", "recently", "the future".
    fn vague(&self, i: usize) -> Read {
        match self.word(i)? {
            TimeWord::The if self.is(i + 1, TimeWord::Gone) => Some((i + 2, Meaning::Vague(Vague::Past))),
            TimeWord::Present => Some((i + 1, Meaning::Vague(Vague::Present))),
            TimeWord::Past => Some((i + 1, Meaning::Vague(Vague::Past))),
            TimeWord::Future => Some((i + 1, Meaning::Vague(Vague::Future))),
            TimeWord::Recent => Some((i + 1, Meaning::Vague(Vague::Past))),
            TimeWord::Current => Some((i + 1, Meaning::Vague(Vague::Present))),
            _ => None,
        }
    }

    /// Where an expression stands in the text.
    pub(super) fn span(&self, found: &Found) -> Span {
        self.pieces[found.start].span.cover(self.pieces[found.end - 1].span)
    }
}

fn longest<const N: usize>(readings: [Read; N]) -> Read {
    readings.into_iter().flatten().reduce(|best, other| if other.0 > best.0 { other } else { best })
}

fn decade(year: i16) -> Option<Date> {
    Some(Date::around(civil::Date::new(year, 1, 1).ok()?, Unit::Decade))
}

/// The 20th is that of 1900.
fn century(n: i16) -> Option<Date> {
    Some(Date::around(civil::Date::new((n - 1) * 100, 1, 1).ok()?, Unit::Century))
}
