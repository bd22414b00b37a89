//! A text as the pieces that expressions of time are made of: words, and the parts between hyphens.

use crate::language::{Holiday, Language, TimeWord};
use crate::text::{Span, Text};
use crate::time::Date;
use crate::tokens::Token;

/// One word, a part of one, or a phrase that stands for one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    pub(super) span: Span,
    pub(super) what: What,
    /// What stands between it and the piece before.
    pub(super) link: Link,
    /// The position of its word among the tokens.
    pub(super) token: usize,
    pub(super) possessive: bool,
    pub(super) capital: bool,
}

/// What a piece is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum What {
    Word(TimeWord),
    /// A month; whether its name may be another word.
    Month(i8, bool),
    /// A day of the week; whether its name is shortened.
    Weekday(i8, bool),
    /// A day of every year.
    Holiday(Holiday),
    /// A number, and how many digits it has; none for one in words.
    Number(u32, usize),
    /// "5th"
    Ordinal(u32),
    /// "3:30", in hours and minutes.
    Clock(i8, i8),
    /// "1990s", by its first year; below 100 where the century is missing.
    Decade(i16),
    /// A day in numbers.
    Date(Date),
    /// "p.m.": the hour at which this half of a day begins.
    HalfDay(i8),
    /// A time zone.
    Zone,
    Other,
}

/// What stands between two pieces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Link {
    Space,
    Hyphen,
    /// The ending of a possessive, and a space.
    Owned,
    Comma,
    Slash,
    /// A full stop and a space: behind what is shortened, or between sentences.
    Stop,
    /// Another word, the end of a sentence or of a line.
    Apart,
}

/// All pieces of a text. Words that no expression is made of are there as `Other`, since they part what is.
pub(super) fn pieces(text: &Text, tokens: &[Token], language: &Language) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::with_capacity(tokens.len());
    let mut i = 0;
    while i < tokens.len() {
        let before = out.last().map_or(0, |p| p.span.end());
        let owned = out.last().is_some_and(|p| p.possessive && p.token + 1 == i);
        let gap = &text.as_str()[before as usize..tokens[i].span.start() as usize];
        let link = if owned && gap.ends_with(' ') { Link::Owned } else { link(gap) };
        i = piece(text, tokens, i, language, link, &mut out);
    }
    out
}

/// Adds the piece or pieces of one word, or of the phrase that it begins; gives the position of the next word.
fn piece(
    text: &Text,
    tokens: &[Token],
    at: usize,
    language: &Language,
    link: Link,
    out: &mut Vec<Piece>,
) -> usize {
    let token = &tokens[at];
    let make = |what: What, span: Span| Piece {
        span,
        what,
        link,
        token: at,
        possessive: token.possessive,
        capital: token.capital,
    };
    if let Some((what, count)) = phrase(tokens, at, language) {
        let last = &tokens[at + count - 1];
        out.push(Piece { possessive: last.possessive, ..make(what, token.span.cover(last.span)) });
        return at + count;
    }
    let written = text.get(token.span);
    if let Some(date) = (written.len() == 10 && written.is_ascii()).then(|| Date::parse(written)).flatten() {
        out.push(make(What::Date(date), token.span));
        return at + 1;
    }
    let what = single(token.low(), language);
    if what != What::Other || !written.contains('-') {
        out.push(make(what, token.span));
        return at + 1;
    }
    let first = out.len();
    let mut start = token.span.start();
    for part in written.split('-') {
        let span = Span::new(start, start + part.len() as u32);
        start = span.end() + 1;
        if part.is_empty() {
            continue;
        }
        let link = if out.len() == first { link } else { Link::Hyphen };
        let capital = part.starts_with(char::is_uppercase);
        out.push(Piece { link, capital, ..make(single(&part.to_lowercase(), language), span) });
    }
    if out[first..].iter().all(|p| p.what == What::Other) {
        out.truncate(first);
        out.push(make(What::Other, token.span));
    }
    at + 1
}

/// A phrase of several words that stands for one: "at least", "New Year's Day".
fn phrase(tokens: &[Token], at: usize, language: &Language) -> Option<(What, usize)> {
    let first = tokens[at].form.as_str();
    let words = language.times.words.from(first).map(|(words, what)| (words, What::Word(what)));
    let holidays = language.times.holidays.from(first).map(|(words, day)| (words, What::Holiday(day)));
    let matches = |words: &str| {
        let count = words.split(' ').count();
        let same = |(i, word): (usize, &str)| {
            tokens.get(at + i).is_some_and(|t| {
                (i == 0 || t.joined) && (t.form == word || t.low() == word && i + 1 == count)
            })
        };
        words.split(' ').enumerate().all(same).then_some(count)
    };
    let found = words.chain(holidays).filter_map(|(words, what)| Some((what, matches(words)?)));
    let is_name = |what: &What| !matches!(what, What::Holiday(_)) || tokens[at].capital;
    found
        .filter(|(what, count)| is_name(what) && (*count > 1 || matches!(what, What::Holiday(_))))
        .max_by_key(|(_, count)| *count)
}

/// One word, in small letters.
fn single(low: &str, language: &Language) -> What {
    let (calendar, times) = (&language.calendar, &language.times);
    let word = low.trim_end_matches('.');
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        return number(word, language);
    }
    if let Some(what) = language.times.words.get(word) {
        return What::Word(what);
    }
    let small = |n: i16| i8::try_from(n).unwrap_or(0);
    if let Some(month) = calendar.months.get(word) {
        return What::Month(small(month), calendar.other_words.has(word));
    }
    if let Some(day) = calendar.weekdays.get(word) {
        return What::Weekday(small(day), false);
    }
    if let Some(day) =
        times.plurals.end_of(word).and_then(|end| calendar.weekdays.get(&word[..word.len() - end.len()]))
    {
        return What::Weekday(small(day) + 7, false);
    }
    if let Some(month) = calendar.short_months.get(word) {
        return What::Month(small(month), low.len() == word.len());
    }
    if let Some(day) = calendar.short_weekdays.get(word) {
        return What::Weekday(small(day), true);
    }
    let stopless = || word.replace('.', "");
    if let Some(hour) = calendar.half_days.get(&stopless()).filter(|_| low.contains('.') || word.len() == 2) {
        return What::HalfDay(small(hour));
    }
    if calendar.zones.has(&word.to_uppercase()) || calendar.seasonal_zones.has(&word.to_uppercase()) {
        return What::Zone;
    }
    What::Other
}

/// What begins with a digit: "5", "1990s", "5th", "3:30", "10am".
fn number(word: &str, language: &Language) -> What {
    let calendar = &language.calendar;
    let digits = word.len() - word.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (head, tail) = word.split_at(digits);
    let Ok(n) = head.parse::<u32>() else { return What::Other };
    if tail.is_empty() {
        return What::Number(n, digits);
    }
    if let Some(minutes) = tail.strip_prefix(':').and_then(|m| m.get(..2)).and_then(|m| m.parse::<i8>().ok())
    {
        let hour = i8::try_from(n).unwrap_or(99);
        let half = calendar.half_days.get(&tail[3..].replace('.', ""));
        let valid = hour < 24 && minutes < 60 && digits <= 2;
        return match half {
            _ if !valid => What::Other,
            Some(half) if hour <= 12 => What::Clock(hour % 12 + half as i8, minutes),
            _ if tail.len() == 3 => What::Clock(hour, minutes),
            _ => What::Other,
        };
    }
    if let Some(half) = calendar.half_days.get(&tail.replace('.', "")).filter(|_| n <= 12 && n > 0) {
        return What::Clock((n % 12) as i8 + half as i8, 0);
    }
    if language.times.plurals.has(tail)
        && n % 10 == 0
        && (digits == 2 || digits == 4 && (1000..2200).contains(&n))
    {
        return What::Decade(n as i16);
    }
    if let Some(thousands) = tail.strip_prefix(',').filter(|t| t.len() == 3) {
        return thousands
            .parse::<u32>()
            .map_or(What::Other, |t| What::Number(n.saturating_mul(1000).saturating_add(t), 0));
    }
    if calendar.between.has(tail) { What::Ordinal(n) } else { What::Other }
}

fn link(gap: &str) -> Link {
    match gap.trim_matches(|c| c == '\'' || c == '\u{2019}') {
        " " | "\u{a0}" | "  " | "\n" | "" => Link::Space,
        ", " | "," | ",\n" => Link::Comma,
        "-" | "\u{2013}" => Link::Hyphen,
        "/" => Link::Slash,
        ". " => Link::Stop,
        _ => Link::Apart,
    }
}
