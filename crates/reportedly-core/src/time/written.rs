//! Dates in words and in the order of a country.

use super::date::{Date, Precision};
use super::digits::Digits;
use super::iso::{self, to_24_hours};
use super::zone::Zone;
use crate::language::Calendar;

/// Longer values state no date.
const LONGEST: usize = 120;
/// Longer lines are no line with a date.
const LONGEST_LINE: usize = 300;
/// The most letters in the name of a month.
const LONGEST_MONTH: usize = 10;
/// What stands between a day and its time is shorter, in bytes.
const NEAR: usize = 12;

/// Reads a date in one of the ways that it is stated in data or in words, with the words of some calendars. Nothing
/// is added that is not there; `None` where it is no date.
///
/// ```
/// use reportedly::language::en::ENGLISH;
/// use reportedly::time::stated;
///
/// let date = stated("Monday, April 7th, 2031, 7:03 p.m. EST", &[&ENGLISH.calendar]).unwrap();
/// assert_eq!(date.value(), "2031-04-07T19:03-05:00");
/// assert_eq!(stated("last week", &[&ENGLISH.calendar]), None);
/// ```
pub fn stated(s: &str, calendars: &[&Calendar]) -> Option<Date> {
    let s = s.trim();
    if s.len() > LONGEST {
        return None;
    }
    let data = iso::read(s, calendars).and_then(Date::of);
    data.or_else(|| iso::since_1970(s).and_then(Date::of)).or_else(|| written(s, calendars))
}

/// A day somewhere in a line of text.
///
/// ```
/// use reportedly::language::en::ENGLISH;
/// use reportedly::time::in_line;
///
/// let date = in_line("Published on 4 May 2031 at 10:00 BST", &[&ENGLISH.calendar]).unwrap();
/// assert_eq!(date.value(), "2031-05-04T10:00+01:00");
/// ```
pub fn in_line(s: &str, calendars: &[&Calendar]) -> Option<Date> {
    if s.len() > LONGEST_LINE {
        return None;
    }
    written(s, calendars).or_else(|| {
        let at = s.find(|c: char| c.is_ascii_digit())?;
        iso::read(s[at..].trim(), calendars)
            .and_then(Date::of)
            .filter(|date| date.precision() >= Precision::Day)
    })
}

/// "4 May 2031", "May 4th, 2031 10:00 am EST", "04.05.2031", "2031년 5월 4일".
fn written(s: &str, calendars: &[&Calendar]) -> Option<Date> {
    let line = Line { text: s, pieces: pieces(s), calendars };
    (0..line.pieces.len()).find_map(|i| {
        let (date, last) =
            line.around_month(i).or_else(|| line.in_numbers(i)).or_else(|| line.with_signs(i))?;
        let end = line.pieces.get(last).map_or(s.len(), |(at, piece)| at + piece.len());
        Some(clock(date, &s[..line.pieces[i].0], &s[end..], calendars))
    })
}

/// A line as runs of digits and runs of letters.
struct Line<'s> {
    text: &'s str,
    pieces: Vec<(usize, &'s str)>,
    calendars: &'s [&'s Calendar],
}

impl Line<'_> {
    fn number(&self, i: usize) -> Option<u32> {
        self.pieces.get(i)?.1.parse().ok()
    }

    fn year(&self, i: usize) -> Option<u32> {
        self.number(i).filter(|_| self.pieces[i].1.len() == 4)
    }

    fn any(&self, i: usize, of: impl Fn(&Calendar, &str) -> bool) -> bool {
        let word = self.pieces.get(i).map(|(_, piece)| piece.to_lowercase());
        word.is_some_and(|word| self.calendars.iter().any(|c| of(c, &word)))
    }

    /// The place after a word that may stand between the parts of a date.
    fn past(&self, i: usize) -> usize {
        i + usize::from(self.any(i, |c, word| c.between.has(word)))
    }

    fn month(&self, i: usize) -> Option<u32> {
        let word = self.pieces.get(i)?.1.to_lowercase();
        if word.chars().count() > LONGEST_MONTH {
            return None;
        }
        let of = |c: &&Calendar| {
            c.months
                .get(&word)
                .or_else(|| c.short_months.get(&word))
                .or_else(|| c.month_stems.start_of(&word))
        };
        self.calendars.iter().find_map(of).and_then(|month| u32::try_from(month).ok())
    }

    /// The date whose month is in words, and its last piece: "May 4th, 2031", "4 May 2031".
    fn around_month(&self, i: usize) -> Option<(Date, usize)> {
        let month = self.month(i)?;
        let dated =
            |day: usize, year: usize| Some((Date::of_day(self.year(year)?, month, self.number(day)?)?, year));
        dated(i + 1, self.past(i + 2)).or_else(|| {
            let before = i.checked_sub(1)?;
            let day = if self.past(before) > before { before.checked_sub(1)? } else { before };
            dated(day, self.past(i + 1))
        })
    }

    /// "04.05.2031"; with other signs only where the order is certain.
    fn in_numbers(&self, i: usize) -> Option<(Date, usize)> {
        let (a, b, year) = (self.number(i)?, self.number(i + 1)?, self.year(i + 2)?);
        let same = self.between(i) == self.between(i + 1);
        let date = match self.between(i) {
            "." | ". " if same => Date::of_day(year, b, a),
            "/" | "-" if same && a > 12 => Date::of_day(year, b, a),
            "/" | "-" if same && (b > 12 || a == b) => Date::of_day(year, a, b),
            _ => None,
        };
        Some((date?, i + 2))
    }

    /// "2031년 5월 4일"
    fn with_signs(&self, i: usize) -> Option<(Date, usize)> {
        let (year, month, day) = (self.year(i)?, self.number(i + 2)?, self.number(i + 4)?);
        let signs = self.any(i + 1, |c, word| c.year_signs.has(word))
            && self.any(i + 3, |c, word| c.month_signs.has(word));
        Some((Date::of_day(year, month, day).filter(|_| signs)?, i + 5))
    }

    /// What stands between a piece and the next one.
    fn between(&self, i: usize) -> &str {
        let (at, piece) = self.pieces[i];
        let next = self.pieces.get(i + 1).and_then(|next| self.text.get(at + piece.len()..next.0));
        next.unwrap_or_default()
    }
}

/// Adds the time of day that stands close after the day, or before it ("10:00 am EST May 4, 2031").
fn clock(date: Date, before: &str, after: &str, calendars: &[&Calendar]) -> Date {
    for (near, text) in [(true, after), (false, before)] {
        for (at, _) in text.match_indices(':') {
            let hour = text[..at].trim_end_matches(|c: char| c.is_ascii_digit()).len();
            if near && hour > NEAR {
                break;
            }
            let mut d = Digits(&text[hour..]);
            let (Some(hour), true, Some(minute)) = (d.number(1, 2), d.skip(&[':']), d.number(2, 2)) else {
                continue;
            };
            let second = if d.skip(&[':']) { d.number(2, 2) } else { None };
            let behind = d.0.get(..16).unwrap_or(d.0).trim();
            let (hour, rest) = to_24_hours(hour, behind, calendars);
            return date.at(
                [Some(hour), Some(minute), second],
                Zone::read(rest.trim_start_matches('.').trim(), calendars),
            );
        }
    }
    date
}

fn pieces(s: &str) -> Vec<(usize, &str)> {
    let mut out = Vec::new();
    let mut chars = s.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        if !c.is_alphanumeric() {
            continue;
        }
        let digit = c.is_ascii_digit();
        let mut end = start + c.len_utf8();
        while let Some((i, n)) = chars.next_if(|(_, n)| n.is_alphanumeric() && n.is_ascii_digit() == digit) {
            end = i + n.len_utf8();
        }
        out.push((start, &s[start..end]));
    }
    out
}
