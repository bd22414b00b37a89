//! Dates in words and in the order of a country.

use crate::date_parts::{Digits, day, twelve, with_time, zone};
use reportedly_core::article::Date;

/// First letters of the months in languages of many news pages, January first.
const MONTHS: [&[&str]; 12] = [
    &["jan", "ene", "gen", "янв"],
    &["feb", "fév", "fev", "фев"],
    &["mar", "mär", "maa", "мар"],
    &["apr", "avr", "abr", "апр"],
    &["may", "mai", "mag", "mei", "мая", "май"],
    &["jun", "juin", "giu", "июн"],
    &["jul", "juil", "lug", "июл"],
    &["aug", "aoû", "ago", "авг"],
    &["sep", "set", "сен"],
    &["oct", "okt", "ott", "out", "окт"],
    &["nov", "ноя"],
    &["dec", "déc", "dez", "dic", "дек"],
];

fn month(word: &str) -> Option<u32> {
    let word = word.to_lowercase();
    if word.chars().count() > 10 {
        return None;
    }
    MONTHS.iter().position(|names| names.iter().any(|n| word.starts_with(n))).map(|m| m as u32 + 1)
}

/// "4 May 2031", "May 4th, 2031 10:00 am EST", "04.05.2031", "2031년 5월 4일".
pub(crate) fn written(s: &str) -> Option<Date> {
    let tokens: Vec<(usize, &str)> = tokens(s);
    let number = |i: usize| tokens.get(i).and_then(|t| t.1.parse::<u32>().ok());
    let year = |i: usize| number(i).filter(|_| tokens[i].1.len() == 4);
    let sep =
        |i: usize| tokens.get(i + 1).and_then(|n| s.get(tokens[i].0 + tokens[i].1.len()..n.0)).unwrap_or("");
    for i in 0..tokens.len() {
        // words between the parts: "de", "of", and what is stuck to a number: "4th"
        let skip = |j: usize| {
            tokens.get(j).map_or(j, |t| {
                j + usize::from(matches!(
                    t.1.to_lowercase().as_str(),
                    "de" | "of" | "st" | "nd" | "rd" | "th" | "г"
                ))
            })
        };
        let found = if let Some(m) =
            tokens[i].1.chars().next().filter(|c| c.is_alphabetic()).and_then(|_| month(tokens[i].1))
        {
            let after = number(i + 1).and_then(|d| {
                let j = skip(i + 2);
                Some((day(year(j)?, m, d)?, j))
            });
            after.or_else(|| {
                let back = i.checked_sub(1)?;
                let back = if skip(back) > back { back.checked_sub(1)? } else { back };
                let j = skip(i + 1);
                Some((day(year(j)?, m, number(back)?)?, j))
            })
        } else if let (Some(a), Some(b), Some(y)) = (number(i), number(i + 1), year(i + 2)) {
            let same = sep(i) == sep(i + 1);
            match sep(i) {
                "." | ". " if same => day(y, b, a),
                // only where the order is certain
                "/" | "-" if same && a > 12 => day(y, b, a),
                "/" | "-" if same && b > 12 || a == b => day(y, a, b),
                _ => None,
            }
            .map(|d| (d, i + 2))
        } else if let (Some(y), Some(m), Some(d)) = (year(i), number(i + 2), number(i + 4)) {
            let east = matches!((tokens[i + 1].1, tokens[i + 3].1), ("年", "月") | ("년", "월"));
            east.then(|| day(y, m, d)).flatten().map(|d| (d, i + 5))
        } else {
            None
        };
        if let Some((date, last)) = found {
            let end = tokens.get(last).map_or(s.len(), |t| t.0 + t.1.len());
            return Some(clock(date, &s[..tokens[i].0], &s[end.min(s.len())..]));
        }
    }
    None
}

/// Adds the time of day that stands close after the day, or before it ("10:00 am EST May 4, 2031").
fn clock(date: Date, before: &str, after: &str) -> Date {
    for (near, text) in [(true, after), (false, before)] {
        for (at, _) in text.match_indices(':') {
            let head = &text[..at];
            let from = head
                .rfind(|c: char| !c.is_ascii_digit())
                .map_or(0, |i| i + head[i..].chars().next().map_or(1, char::len_utf8));
            if near && from > 12 {
                break;
            }
            let mut d = Digits(&text[from..]);
            let (Some(h), true, Some(m)) = (d.number(1, 2), d.skip(&[':']), d.number(2, 2)) else { continue };
            let s = if d.skip(&[':']) { d.number(2, 2) } else { None };
            let rest = d.0.get(..16).unwrap_or(d.0).trim();
            let zone_text = rest
                .trim_start_matches(|c: char| c.is_ascii_alphabetic() && "apmAPM".contains(c) || c == '.')
                .trim();
            return with_time(date, Some((twelve(h, rest), m, s)), &zone(zone_text).unwrap_or_default());
        }
    }
    date
}

/// Runs of digits and runs of letters.
fn tokens(s: &str) -> Vec<(usize, &str)> {
    let mut out = Vec::new();
    let mut chars = s.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        if !c.is_alphanumeric() {
            continue;
        }
        let digit = c.is_ascii_digit();
        let mut end = start + c.len_utf8();
        while let Some(&(i, n)) = chars.peek() {
            if !n.is_alphanumeric() || n.is_ascii_digit() != digit {
                break;
            }
            end = i + n.len_utf8();
            chars.next();
        }
        out.push((start, &s[start..end]));
    }
    out
}
