//! Days as a query writes them.

use reportedly_core::time::Date;

/// The first and the last day of a year, month or day, or of a range of them: `2031-04`, `2031-01..2031-04-05`.
pub(super) fn days(words: &str) -> Option<(String, String)> {
    let (from, to) = words.split_once("..").unwrap_or((words, words));
    let days = |words: &str| Some(day(words)?.days());
    Some((days(from)?.0.to_string(), days(to)?.1.to_string()))
}

/// 2031, 2031-04 or 2031-04-05.
pub(super) fn day(words: &str) -> Option<Date> {
    let parts: Vec<&str> = words.split('-').collect();
    let digits = |part: &&str, n| part.len() == n && part.bytes().all(|b| b.is_ascii_digit());
    let shaped = parts.len() <= 3
        && parts.iter().enumerate().all(|(i, part)| digits(part, if i == 0 { 4 } else { 2 }));
    if shaped { Date::parse(words) } else { None }
}
