//! Dates as stated -> ISO 8601 with the zone that was given and nothing more precise than was given.

use crate::date_parts::{Digits, day, twelve, with_time, zone};
use crate::written::written;
use reportedly_core::article::{Date, Precision};

/// Reads a date in one of the ways that pages state it, into ISO 8601. Nothing is added that is not there; `None`
/// where it is no date.
///
/// ```
/// use reportedly::article::Precision;
/// use reportedly::page::read_date;
///
/// let date = read_date("5 April 2031").unwrap();
/// assert_eq!((date.value.as_str(), date.precision), ("2031-04-05", Precision::Day));
/// let date = read_date("2031-04-05T10:00+02:00").unwrap();
/// assert_eq!((date.value.as_str(), date.precision), ("2031-04-05T10:00+02:00", Precision::Minute));
/// assert_eq!(read_date("last week"), None);
/// ```
pub fn parse(s: &str) -> Option<Date> {
    let s = s.trim();
    if s.len() > 120 {
        return None;
    }
    iso(s).or_else(|| seconds(s)).or_else(|| written(s))
}

/// A day somewhere in a line of text: "Published on 4 May 2031 at 10:00 BST".
pub(crate) fn in_line(s: &str) -> Option<Date> {
    if s.len() > 300 {
        return None;
    }
    written(s).or_else(|| {
        let at = s.find(|c: char| c.is_ascii_digit())?;
        iso(s[at..].trim()).filter(|d| !matches!(d.precision, Precision::Year | Precision::Month))
    })
}

/// The day in an address: /2031/05/04/.
pub(crate) fn in_address(url: &str) -> Option<Date> {
    let parts: Vec<&str> = url.split('/').collect();
    parts.windows(3).find_map(|w| {
        let sized = w[0].len() == 4 && (1..=2).contains(&w[1].len()) && (1..=2).contains(&w[2].len());
        let (y, m, d) =
            sized.then(|| Some((w[0].parse().ok()?, w[1].parse().ok()?, w[2].parse().ok()?)))??;
        day(y, m, d)
    })
}

/// Whether two days ("2031-04-05") follow each other, as the same moment may in two zones.
pub(crate) fn next_to(earlier: &str, later: &str) -> bool {
    let parts = |s: &str| -> Option<(u32, u32, u32)> {
        Some((s.get(..4)?.parse().ok()?, s.get(5..7)?.parse().ok()?, s.get(8..10)?.parse().ok()?))
    };
    let (Some((y, m, d)), Some(later)) = (parts(earlier), parts(later)) else { return false };
    let tomorrow =
        [(y, m, d + 1), (y, m + 1, 1), (y + 1, 1, 1)].into_iter().find(|t| day(t.0, t.1, t.2).is_some());
    tomorrow == Some(later)
}

fn iso(s: &str) -> Option<Date> {
    let mut d = Digits(s);
    let y = d.number(4, 4)?;
    let apart = d.skip(&['-', '/', '.']);
    if !apart && d.0.bytes().take_while(u8::is_ascii_digit).count() != 4 && !d.0.is_empty() {
        return None;
    }
    let width = if apart { (1, 2) } else { (2, 2) };
    let Some(m) = d.number(width.0, width.1) else {
        let year = d.0.is_empty() && (1900..=2200).contains(&y);
        return year.then(|| Date { value: format!("{y}"), precision: Precision::Year });
    };
    if apart && !d.skip(&['-', '/', '.']) {
        let month = d.0.is_empty() && day(y, m, 1).is_some();
        return month.then(|| Date { value: format!("{y}-{m:02}"), precision: Precision::Month });
    }
    let date = day(y, m, d.number(width.0, width.1)?)?;
    if !d.skip(&['T', 't', ' ', '_']) {
        return Some(date);
    }
    d.0 = d.0.trim_start_matches([' ', '@', '-', ',', '|']);
    let Some(h) = d.number(1, 2) else { return Some(date) };
    let apart = d.skip(&[':']);
    let Some(min) = d.number(2, 2) else { return Some(date) };
    let sec = if d.skip(&[':']) || !apart { d.number(2, 2) } else { None };
    if d.skip(&['.', ',']) {
        d.number(1, 12);
    }
    let zone = zone(d.0.trim()).unwrap_or_default();
    Some(with_time(date, Some((twelve(h, d.0), min, sec)), &zone))
}

/// Seconds or milliseconds since 1970.
fn seconds(s: &str) -> Option<Date> {
    let n: i64 = s.parse().ok().filter(|_| matches!(s.len(), 10 | 13))?;
    let n = if s.len() == 13 { n / 1000 } else { n };
    let (days, rest) = (n.div_euclid(86_400), n.rem_euclid(86_400) as u32);
    // days -> civil date, in eras of 400 years that begin in March
    let z = days + 719_468;
    let (era, doe) = (z.div_euclid(146_097), z.rem_euclid(146_097));
    let yoe = (doe - doe / 1_460 + doe / 36_524 - doe / 146_096) / 365;
    let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    let mp = (5 * doy + 2) / 153;
    let (d, m) = (doy - (153 * mp + 2) / 5 + 1, if mp < 10 { mp + 3 } else { mp - 9 });
    let y = yoe + era * 400 + i64::from(m <= 2);
    let date = day(u32::try_from(y).ok()?, m as u32, d as u32)?;
    Some(with_time(date, Some((rest / 3600, rest / 60 % 60, Some(rest % 60))), "Z"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_stated_and_no_more() {
        let cases = [
            ("2031-04-05T10:00:00.000+02:00", "2031-04-05T10:00:00+02:00"),
            ("2031-04-05T10:00:00Z", "2031-04-05T10:00:00Z"),
            ("2031-04-05 10:00", "2031-04-05T10:00"),
            ("20310405", "2031-04-05"),
            ("2031-04", "2031-04"),
            ("2031", "2031"),
            ("Sat, 05 Apr 2031 10:02:03 +0200", "2031-04-05T10:02:03+02:00"),
            ("April 5th, 2031 at 7:03 p.m. EST", "2031-04-05T19:03-05:00"),
            ("5 de abril de 2031", "2031-04-05"),
            ("05.04.2031", "2031-04-05"),
            ("25/04/2031", "2031-04-25"),
            ("2031년 4월 5일", "2031-04-05"),
            ("1930000000", "2031-02-27T23:06:40Z"),
            ("10:00 am Sat 5 April, 2031", "2031-04-05T10:00"),
        ];
        for (stated, iso) in cases {
            assert_eq!(parse(stated).map(|d| d.value).as_deref(), Some(iso), "{stated}");
        }
        for none in ["", "yesterday", "05/04/2031", "2031-02-30", "99999999", "May"] {
            assert_eq!(parse(none), None, "{none}");
        }
        assert_eq!(in_address("https://a.example/2031/4/5/x").unwrap().value, "2031-04-05");
    }
}
