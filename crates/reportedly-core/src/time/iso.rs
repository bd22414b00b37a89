use jiff::Timestamp;
use jiff::tz::Offset;

use super::digits::Digits;
use super::zone::Zone;
use crate::language::Calendar;

/// The numbers of a date, as they stand there.
#[derive(Clone, Copy, Default)]
pub(super) struct Parts {
    pub(super) year: u32,
    pub(super) month: Option<u32>,
    pub(super) day: Option<u32>,
    /// Hour, minute, second.
    pub(super) time: [Option<u32>; 3],
    pub(super) zone: Option<Zone>,
}

/// ISO 8601 as it is found in data; the calendars name half days and zones.
pub(super) fn read(s: &str, calendars: &[&Calendar]) -> Option<Parts> {
    let mut d = Digits(s);
    let year = d.number(4, 4)?;
    let apart = d.skip(&['-', '/', '.']);
    if !apart && d.0.bytes().take_while(u8::is_ascii_digit).count() != 4 && !d.0.is_empty() {
        return None;
    }
    let width = if apart { (1, 2) } else { (2, 2) };
    let month = d.number(width.0, width.1);
    let parts = Parts { year, month, ..Parts::default() };
    if month.is_none() || apart && !d.skip(&['-', '/', '.']) {
        return d.0.is_empty().then_some(parts);
    }
    let parts = Parts { day: Some(d.number(width.0, width.1)?), ..parts };
    if !d.skip(&['T', 't', ' ', '_']) {
        return Some(parts);
    }
    d.0 = d.0.trim_start_matches([' ', '@', '-', ',', '|']);
    let Some(hour) = d.number(1, 2) else { return Some(parts) };
    let apart = d.skip(&[':']);
    let minute = d.number(2, 2);
    let second = if d.skip(&[':']) || !apart { d.number(2, 2) } else { None };
    if d.skip(&['.', ',']) {
        d.number(1, 12);
    }
    let (hour, _) = to_24_hours(hour, d.0, calendars);
    Some(Parts { time: [Some(hour), minute, second], zone: Zone::read(d.0.trim(), calendars), ..parts })
}

/// Seconds or milliseconds since 1970.
pub(super) fn since_1970(s: &str) -> Option<Parts> {
    let n: i64 = s.parse().ok().filter(|_| matches!(s.len(), 10 | 13))?;
    let seconds = if s.len() == 13 { n / 1000 } else { n };
    let at = Offset::UTC.to_datetime(Timestamp::from_second(seconds).ok()?);
    let part = |n: i8| u32::try_from(n).ok();
    let time = [part(at.hour()), part(at.minute()), part(at.second())];
    let year = u32::try_from(at.year()).ok()?;
    Some(Parts { year, month: part(at.month()), day: part(at.day()), time, zone: Some(Zone::Utc) })
}

/// An hour in the count of 24, and what follows the half day that stands behind it: "p.m. EST".
pub(super) fn to_24_hours<'s>(hour: u32, behind: &'s str, calendars: &[&Calendar]) -> (u32, &'s str) {
    let halves = calendars.iter().flat_map(|c| c.half_days.iter());
    let found =
        halves.filter_map(|(word, starts)| Some((starts, after_word(behind.trim_start(), word)?))).next();
    match found {
        Some((12, rest)) if hour < 12 => (hour + 12, rest),
        Some((0, rest)) if hour == 12 => (0, rest),
        Some((_, rest)) => (hour, rest),
        None => (hour, behind),
    }
}

/// What follows a word that may be written in capitals and with full stops.
fn after_word<'s>(s: &'s str, word: &str) -> Option<&'s str> {
    let rest = word.chars().try_fold(s, |rest, letter| {
        let rest = rest.trim_start_matches('.');
        rest.strip_prefix(|c: char| c.to_lowercase().eq([letter]))
    })?;
    Some(rest.trim_start_matches('.'))
}
