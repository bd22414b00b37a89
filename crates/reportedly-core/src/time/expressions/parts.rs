//! Seasons, quarters and halves of a year.

use super::cursor::{Cursor, LIKELY, POSSIBLE, Read, quarter};
use super::meaning::Meaning;
use super::near::deictic;
use super::pieces::What;
use crate::language::{TimeWord, Unit};

/// "the third quarter of 1990", "the summer of 1998", "the first half".
pub(super) fn part_of_year(c: &Cursor, i: usize) -> Read {
    let the = c.past_the(i);
    let (at, before) = match c.what(the) {
        What::Number(year, 4) if LIKELY.contains(&year) && c.is_joined(the + 1) => {
            (the + 1, Some(year as i16))
        }
        _ => (the, None),
    };
    if let Some(TimeWord::Season(season)) = c.word(at) {
        let (end, year) = of_year(c, at + 1);
        // "the fall of the city" is no season
        let narrowed = i > 0 && c.is_joined(i) && matches!(c.word(i - 1), Some(TimeWord::Within(_)));
        let named = (the > i || narrowed)
            && !c.is(at + 1, TimeWord::Of)
            && !matches!(c.next(at + 1), What::Number(..))
            || (c.before_year)(at) && at == i;
        let its_year =
            || matches!(deictic(c, at + 2), Some((_, Meaning::Near { .. } | Meaning::Then { .. })));
        let named = named || the > i && its_year();
        let sure = named || year.is_some() || before.is_some();
        return sure.then_some((end, Meaning::Season { season, year: before.or(year), by: None }));
    }
    if let Some((end, n)) = quarter(c, at) {
        let (end, year) = if before.is_some() { (end, before) } else { of_year(c, end) };
        return Some((end, Meaning::Quarter { n, year, by: None }));
    }
    let TimeWord::Ordinal(n @ 1..=2) = c.word(at)? else { return None };
    if !c.is(at + 1, TimeWord::One(Unit::Half)) {
        return None;
    }
    let (end, year) = of_year(c, at + 2);
    let sure = year.is_some() || c.is(at + 2, TimeWord::Of);
    sure.then_some((end, Meaning::Half { n, year }))
}

pub(super) fn of_year(c: &Cursor, end: usize) -> (usize, Option<i16>) {
    let of = end + usize::from(c.is(end, TimeWord::Of));
    let of = of + usize::from(c.is(of, TimeWord::Fiscal));
    match c.what(of) {
        What::Number(year, 4) if POSSIBLE.contains(&year) && c.is_after_comma(of) => {
            (of + 1, i16::try_from(year).ok())
        }
        _ => (end, None),
    }
}
