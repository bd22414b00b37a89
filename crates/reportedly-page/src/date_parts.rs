//! What dates are made of: days that there are, times of day, zones.

use reportedly_core::article::{Date, Precision};

pub(crate) fn day(y: u32, m: u32, d: u32) -> Option<Date> {
    let last = match m {
        2 => 28 + u32::from(y.is_multiple_of(4) && (!y.is_multiple_of(100) || y.is_multiple_of(400))),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    let ok = (1900..=2200).contains(&y) && (1..=last).contains(&d);
    ok.then(|| Date { value: format!("{y:04}-{m:02}-{d:02}"), precision: Precision::Day })
}

pub(crate) fn with_time(mut date: Date, time: Option<(u32, u32, Option<u32>)>, zone: &str) -> Date {
    let Some((h, m, s)) = time.filter(|t| t.0 < 24 && t.1 < 60 && t.2.is_none_or(|s| s < 61)) else {
        return date;
    };
    date.value.push_str(&format!("T{h:02}:{m:02}"));
    date.precision = Precision::Minute;
    if let Some(s) = s {
        date.value.push_str(&format!(":{s:02}"));
        date.precision = Precision::Second;
    }
    date.value.push_str(zone);
    date
}

/// Reads digits off the front.
pub(crate) struct Digits<'s>(pub &'s str);

impl Digits<'_> {
    pub(crate) fn number(&mut self, min: usize, max: usize) -> Option<u32> {
        let n = self.0.bytes().take(max).take_while(u8::is_ascii_digit).count();
        let (head, tail) = (n >= min).then(|| self.0.split_at(n))?;
        self.0 = tail;
        head.parse().ok()
    }

    pub(crate) fn skip(&mut self, any: &[char]) -> bool {
        let next = self.0.strip_prefix(any);
        self.0 = next.unwrap_or(self.0);
        next.is_some()
    }
}

/// Twelve-hour clocks.
pub(crate) fn twelve(h: u32, after: &str) -> u32 {
    let after =
        after.trim_start().get(..4).unwrap_or(after.trim_start()).to_ascii_lowercase().replace('.', "");
    match (after.starts_with("pm"), after.starts_with("am")) {
        (true, _) if h < 12 => h + 12,
        (_, true) if h == 12 => 0,
        _ => h,
    }
}

const ZONES: &[(&str, &str)] = &[
    ("UTC", "Z"),
    ("GMT", "Z"),
    ("EST", "-05:00"),
    ("EDT", "-04:00"),
    ("CST", "-06:00"),
    ("CDT", "-05:00"),
    ("MST", "-07:00"),
    ("MDT", "-06:00"),
    ("PST", "-08:00"),
    ("PDT", "-07:00"),
    ("BST", "+01:00"),
    ("CET", "+01:00"),
    ("CEST", "+02:00"),
    ("AEST", "+10:00"),
    ("AEDT", "+11:00"),
];

/// A zone as stated at the front of `s`, as an offset; names that stand for several zones are left out.
pub(crate) fn zone(s: &str) -> Option<String> {
    if matches!(s, "Z" | "z") {
        return Some("Z".into());
    }
    let sign = s.chars().next().filter(|c| matches!(c, '+' | '-'));
    if let Some(sign) = sign {
        let mut d = Digits(&s[1..]);
        let h = d.number(1, 2)?;
        d.skip(&[':']);
        let m = d.number(2, 2).unwrap_or(0);
        return (h <= 14 && m < 60).then(|| format!("{sign}{h:02}:{m:02}"));
    }
    let word = s.split(|c: char| !c.is_ascii_alphabetic()).find(|w| ZONES.iter().any(|(n, _)| n == w))?;
    ZONES.iter().find(|(n, _)| *n == word).map(|(_, offset)| (*offset).to_owned())
}
