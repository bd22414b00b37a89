//! "A day after [the attack]": the day, where the text tells when that was.

use super::meaning::{Found, Meaning};
use super::pieces::{Link, Piece};
use super::resolve::away;
use super::told::Told;
use crate::language::{Language, Unit};
use crate::time::Date;
use crate::tokens::{Token, Tokens};

/// What happened is named within so many words: "after the deadly attack".
const NAMED: usize = 4;
/// What happened on a day is told within so many words of it, in its sentence.
const AROUND: usize = 40;
/// Shorter words name nothing that happens.
const SHORTEST: usize = 4;

/// The day of what lies before or after something that happened; `None` where the text does not tell it.
///
/// Behind a date it is that date: "on Friday, a day after the attack". Else the words must name what a day was told of
/// before: "The attack was on 3 May. A day after the attack". What is said to come a day after something goes back from
/// the day that was told: "Coming a day after the vote".
pub(super) fn day(
    here: &Found,
    before: Option<&Found>,
    pieces: &[Piece],
    tokens: &Tokens,
    language: &Language,
    told: &Told,
) -> Option<Date> {
    let Meaning::Beside { length, toward, .. } = here.meaning else { return None };
    let (date, word) = told.day?;
    let (first, last) = (pieces[here.start].token, pieces[here.end - 1].token);
    let beside = before.filter(|b| b.end == here.start && pieces[here.start].link == Link::Comma);
    if beside.is_some_and(|b| b.meaning.is_of_days()) {
        return Some(date);
    }
    let by = i64::from(length.tenths.filter(|n| n % 10 == 0 && length.unit >= Unit::Day)? / 10);
    let from = |by: i64| Some(Date::around(away(date.first(), length.unit, by)?, length.unit));
    let comes =
        (1..=2).filter_map(|n| first.checked_sub(n)).any(|at| language.times.comes.has(tokens.low(at)));
    if comes {
        return from(-by * i64::from(toward));
    }
    let sentence = tokens.all[word].sentence;
    let told_of = |name: &Token| {
        let same = |t: &&Token| t.sentence == sentence && t.low() == name.low();
        let (before, behind) = tokens.all.split_at(word);
        before.iter().rev().take(AROUND).chain(behind.iter().take(AROUND)).any(|t| same(&t))
    };
    let names = tokens.all.get(last + 2..)?.iter().take(NAMED).take_while(|t| !t.pause);
    let mut names =
        names.filter(|t| t.low().len() >= SHORTEST && !t.capital && !(language.clauses.is_past)(t.low()));
    let another = tokens.all[first].sentence != sentence;
    names.any(|name| another && told_of(name)).then(|| from(by * i64::from(toward)))?
}
