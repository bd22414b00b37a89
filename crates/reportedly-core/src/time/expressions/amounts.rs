//! Lengths, returns, and times that are not said.

use super::cursor::{Cursor, Read};
use super::meaning::Meaning;
use super::pieces::What;
use crate::language::{TimeWord, Unit};
use crate::time::value::{Every, Length, Vague};

/// A length that counts from nothing: "two years", "ten-year", "several months", "years".
pub(super) fn length(c: &Cursor, i: usize) -> Read {
    let the = c.past_the(i);
    if the > i {
        // "the first nine months", "the six months", "the years"
        let first = the + usize::from(matches!(c.word(the), Some(TimeWord::Ordinal(1) | TimeWord::Current)));
        let (end, length) = amount(c, first)?;
        return (length.tenths != Some(10)).then_some((end, Meaning::Length { length, toward: 0 }));
    }
    // "a day-long", "the nine day long"
    if let Some(TimeWord::One(unit)) = c.word(i)
        && c.is(i + 1, TimeWord::Long)
    {
        return Some((i + 2, Meaning::Length { length: Length { tenths: Some(10), unit }, toward: 0 }));
    }
    let (end, length) = amount(c, i)?;
    let single = matches!(c.word(end - 1), Some(TimeWord::One(_)));
    let period = end + usize::from(c.is(end, TimeWord::Period) || single && c.is(end, TimeWord::Long));
    Some((period, Meaning::Length { length, toward: 0 }))
}

/// An amount of a unit, and whether it is an age is not asked here: "two years", "a year", "weeks", "24-hour".
pub(super) fn amount(c: &Cursor, i: usize) -> Option<(usize, Length)> {
    if let Some(TimeWord::Many(unit)) = c.word(i) {
        let whole = unit >= Unit::Day && !matches!(unit, Unit::Quarter | Unit::Half);
        return whole.then_some((i + 1, Length { tenths: None, unit }));
    }
    if c.word(i) == Some(TimeWord::One(Unit::Half)) && c.word(i + 1) == Some(TimeWord::A) {
        let TimeWord::One(unit) = c.next_word(i + 2)? else { return None };
        return Some((i + 3, Length { tenths: Some(5), unit }));
    }
    if c.word(i) == Some(TimeWord::A) {
        let few = i + 1 + usize::from(c.is(i + 1, TimeWord::Few));
        let more = few + usize::from(c.is(few, TimeWord::More));
        return match c.next_word(more) {
            Some(TimeWord::One(Unit::Quarter | Unit::Half)) => None,
            Some(TimeWord::One(unit)) if few == i + 1 => {
                let other = c.is(more + 1, TimeWord::Or).then(|| number(c, more + 2)).flatten();
                Some(match other {
                    Some((end, _)) => (end, Length { tenths: None, unit }),
                    None => (more + 1, Length { tenths: Some(10), unit }),
                })
            }
            Some(TimeWord::Many(unit)) if few > i + 1 => Some((more + 1, Length { tenths: None, unit })),
            Some(TimeWord::Number(n @ (100 | 1000))) => unit(c, more + 1, Some(n as u32 * 10)),
            _ => number(c, i + 1)
                .filter(|_| c.is_joined(i + 1))
                .and_then(|(end, n)| unit(c, end, Some(n * 10)))
                .filter(|(_, l)| {
                    l.unit < Unit::Century && !matches!(c.what(i + 1), What::Word(TimeWord::Few))
                }),
        };
    }
    if c.word(i) == Some(TimeWord::Few) {
        let more = i + 1 + usize::from(c.is(i + 1, TimeWord::More));
        return unit(c, more, None);
    }
    let (end, n) = number(c, i)?;
    if c.is(end, TimeWord::And) && c.is(end + 1, TimeWord::A) && c.is(end + 2, TimeWord::One(Unit::Half)) {
        return unit(c, end + 3, Some(n * 10 + 5));
    }
    if c.is(end, TimeWord::Or)
        && let Some((end, other)) = number(c, end + 1)
    {
        return unit(c, end, (other == n).then_some(n * 10)).or_else(|| unit(c, end, None));
    }
    unit(c, end, Some(n * 10))
}

pub(super) fn unit(c: &Cursor, i: usize, tenths: Option<u32>) -> Option<(usize, Length)> {
    // "two more years", "the four previous weeks"
    let between = |word| matches!(word, TimeWord::More | TimeWord::Preceding | TimeWord::Following);
    let more = i + usize::from(c.next_word(i).is_some_and(between));
    // "two bloody weeks"
    let other = c.is_joined(i)
        && (c.qualifies)(i)
        && matches!(c.next_word(i + 1), Some(TimeWord::Many(unit)) if unit >= Unit::Day);
    let more = if other { i + 1 } else { more };
    match c.next_word(more)? {
        // "three-quarters", "and a half" are parts of anything
        TimeWord::Many(Unit::Quarter | Unit::Half) | TimeWord::One(Unit::Quarter | Unit::Half) => None,
        TimeWord::Many(unit) | TimeWord::One(unit) => Some((more + 1, Length { tenths, unit })),
        _ => None,
    }
}

/// A number in digits or in words: "24", "twenty-four", "a hundred".
pub(super) fn number(c: &Cursor, i: usize) -> Option<(usize, u32)> {
    if let What::Number(n, _) = c.what(i) {
        return Some((i + 1, n.min(1_000_000)));
    }
    let TimeWord::Number(n) = c.word(i)? else { return None };
    let n = u32::try_from(n).ok()?;
    match c.next_word(i + 1) {
        Some(TimeWord::Number(unit @ 1..=9)) if (20..100).contains(&n) => Some((i + 2, n + unit as u32)),
        Some(TimeWord::Number(times @ (100 | 1000))) if n < 100 => Some((i + 2, n * times as u32)),
        _ => Some((i + 1, n)),
    }
}

/// "daily", "every two weeks", "each July", "every Monday".
pub(super) fn every(c: &Cursor, i: usize) -> Read {
    match c.word(i)? {
        TimeWord::Often(unit) => {
            Some((i + 1, Meaning::Every(Every::Length(Length { tenths: Some(10), unit }))))
        }
        TimeWord::Every => {
            match c.next(i + 1) {
                What::Weekday(day @ 1..=7, _) => {
                    return Some((i + 2, Meaning::Every(Every::Weekday(day))));
                }
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
            let (end, length) = amount(c, i + 1).filter(|_| c.is_joined(i + 1))?;
            Some((end, Meaning::Every(Every::Length(length))))
        }
        _ => None,
    }
}

/// "now", "recently", "the future".
pub(super) fn vague(c: &Cursor, i: usize) -> Read {
    match c.word(i)? {
        TimeWord::The if c.is(i + 1, TimeWord::Gone) => Some((i + 2, Meaning::Vague(Vague::Past))),
        TimeWord::Present => Some((i + 1, Meaning::Vague(Vague::Present))),
        TimeWord::Past => Some((i + 1, Meaning::Vague(Vague::Past))),
        TimeWord::Future | TimeWord::Soon => Some((i + 1, Meaning::Vague(Vague::Future))),
        TimeWord::Recent => Some((i + 1, Meaning::Vague(Vague::Past))),
        TimeWord::Current => Some((i + 1, Meaning::Vague(Vague::Present))),
        _ => None,
    }
}
