//! Expressions of time in a text: where they stand, and which day, length or return they mean.
//!
//! Words and numbers of time are found first, and what belongs to them is read around them ([SynTime][syntime]); the
//! value follows from the words and from what they are counted from, as in [HeidelTime][heideltime]. News looks back: "on Friday" is the last
//! one, unless the words around it look ahead.
//!
//! [syntime]: https://aclanthology.org/P17-1039/
//! [heideltime]: https://aclanthology.org/S10-1071/

mod amounts;
mod beside;
mod bounds;
mod cursor;
mod dates;
mod grammar;
mod hours;
mod lists;
mod meaning;
mod near;
mod outlook;
mod parts;
mod pieces;
mod resolve;
#[cfg(test)]
mod tests;
mod told;
mod years;

use jiff::civil;

use self::cursor::Cursor;
use self::meaning::{Found, Meaning};
use self::outlook::{Outlook, outlook};
use self::pieces::{Link, Piece, What};
use self::told::{Anchors, Told};
use super::Date;
use super::value::{Every, TimeType, TimeValue};
use crate::language::{Bound, Language, TimeWord, Unit};
use crate::text::{Span, Text};
use crate::tokens::{Token, Tokens};

/// A time alone is on the day that was told at most so many sentences before.
const AROUND: u32 = 2;

/// One expression of time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TimeExpression {
    /// Its words.
    pub span: Span,
    /// What sort of time it names.
    pub kind: TimeType,
    /// What it means; `None` where that cannot be known.
    pub value: Option<TimeValue>,
    /// How its words narrow or blur the value.
    pub bound: Option<Bound>,
    /// What the value was counted from.
    pub anchor: Anchor,
    /// The first day that may be meant.
    pub earliest: Option<civil::Date>,
    /// The last one.
    pub latest: Option<civil::Date>,
}

impl TimeExpression {
    /// The date that it means, where it is one and is known.
    pub fn date(&self) -> Option<Date> {
        self.value.and_then(TimeValue::date)
    }
}

/// What the value of an expression was counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Anchor {
    /// From nothing: the words say it in full.
    Stated,
    /// From the day of publication.
    Publication,
    /// From a date that the text told before.
    Text,
    /// From something that happened, whose date is not known: "a day after [the vote]".
    Event,
    /// It would have to be counted from a date that is not known.
    Missing,
}

impl Anchor {
    /// The name in the output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::Publication => "publication",
            Self::Text => "text",
            Self::Event => "event",
            Self::Missing => "missing",
        }
    }
}

/// All expressions of time in a text, in its order. Without a day of publication nothing is counted from it.
///
/// ```
/// use reportedly::Article;
/// use reportedly::time::{Date, expressions};
///
/// let article = Article::from_text("The pier fell last Monday, two years after it was built.");
/// let published = Date::parse("2031-04-05");
/// let found = expressions(&article.text, &article.tokens(), article.language(), published);
/// let values: Vec<String> = found.iter().filter_map(|e| Some(e.value?.to_string())).collect();
/// assert_eq!(values, ["2031-03-31", "P2Y"]);
/// ```
pub fn expressions(
    text: &Text,
    tokens: &Tokens,
    language: &Language,
    published: Option<Date>,
) -> Vec<TimeExpression> {
    let pieces = pieces::pieces(text, &tokens.all, language);
    let before_year = |i: usize| {
        // a date may end the text: then there is no piece behind it
        i.checked_sub(1).and_then(|before| Some((pieces.get(before)?, pieces.get(i)?))).is_some_and(
            |(before, piece)| {
                piece.token > before.token
                    && language.times.before_years.has(tokens.low(piece.token.saturating_sub(1)))
            },
        )
    };
    let counts = |i: usize| {
        let (before, next) = (pieces[i].token.checked_sub(1), pieces[i].token + 1);
        let thing = tokens.all.get(next).is_some_and(|t| t.joined && is_plural(t, language));
        let determined = |at: usize| {
            let token = &tokens.all[at];
            token.possessive || token.capital || language.times.owners.has(token.low())
        };
        thing && pieces.get(i + 1).is_some_and(|p| p.token == next) && !before.is_some_and(determined)
    };
    let qualifies = |i: usize| {
        let token = pieces.get(i).filter(|p| p.what == What::Other).map(|p| &tokens.all[p.token]);
        token.is_some_and(|t| {
            !t.capital && t.low().len() > 3 && t.low().bytes().all(|b| b.is_ascii_lowercase())
        })
    };
    let cursor =
        Cursor { qualifies: &qualifies, pieces: &pieces, before_year: &before_year, counts: &counts };
    let found = all(&cursor, tokens, language);
    let published = published.filter(|date| date.unit() == Unit::Day).map(|date| date.first());
    let narrates = narrates(&found, published);
    let at = |found: &Found| pieces[found.start].token;
    let mut told = Told::default();
    let each = found.iter().enumerate().map(|(i, here)| {
        let here = &lists::with_year_of(&cursor, *here, found.get(i + 1));
        let outlook = outlook(here, &pieces, tokens, language);
        // "it was soon over" tells of no time to come
        if pieces[here.start].what == What::Word(TimeWord::Soon) && !outlook.is_ahead() {
            return None;
        }
        let anchors = Anchors { published, told, narrates, outlook, beside: None, event: None };
        // "at 5 p.m. on Friday": the day that follows at once, else the last one that was told nearby
        let next = found.get(i + 1).filter(|next| at(next) <= pieces[here.end - 1].token + 2);
        let follows =
            next.filter(|next| next.meaning.is_of_days()).and_then(|next| anchors.resolve(next).date());
        let sentence = |token: usize| tokens.all[token].sentence;
        let before =
            told.day.filter(|(_, token)| sentence(at(here)).saturating_sub(sentence(*token)) <= AROUND);
        let beside = follows.or(before.map(|(date, _)| date));
        let before = i.checked_sub(1).map(|before| &found[before]);
        let event = beside::day(here, before, &pieces, tokens, language, &told);
        let resolved = Anchors { beside, event, ..anchors }.resolve(here);
        told.tell(here, &resolved, at(here), narrates, outlook == Outlook::Ahead);
        let (earliest, latest) = bounds::bounds(&resolved, here, published);
        Some(TimeExpression {
            span: grammar::span(&cursor, here),
            kind: resolved.kind,
            value: resolved.value,
            bound: here.bound,
            anchor: resolved.anchor,
            earliest,
            latest,
        })
    });
    each.flatten().collect()
}

/// Whether a word has the form of several things.
fn is_plural(token: &Token, language: &Language) -> bool {
    !token.capital && token.low().len() > 3 && language.times.plurals.end_of(token.low()).is_some()
}

/// All that the grammar finds, none within another, without amounts that are no time: ages, rates.
fn all(cursor: &Cursor, tokens: &Tokens, language: &Language) -> Vec<Found> {
    let (mut out, mut i) = (Vec::new(), 0);
    while i < cursor.pieces.len() {
        let found = if cursor.pieces[i].what == What::Other { None } else { grammar::at(cursor, i) };
        match found {
            Some(found) => {
                i = found.end;
                out.extend(kept(found, cursor.pieces, tokens, language));
            }
            None => i += 1,
        }
    }
    out
}

/// An expression, as a return where the words before it say so ("twice a year"); `None` where it is an age.
fn kept(found: Found, pieces: &[Piece], tokens: &Tokens, language: &Language) -> Option<Found> {
    // "60 Minutes", "Financial Week" are names
    let last = &pieces[found.end - 1];
    let unit = matches!(last.what, What::Word(TimeWord::One(_) | TimeWord::Many(_)));
    let token = &tokens.all[last.token];
    if unit && last.capital && !token.headline && found.end - found.start > 1 {
        return None;
    }
    let Meaning::Length { length, .. } = found.meaning else { return Some(found) };
    let next = pieces.get(found.end);
    let aged = |at: usize| language.times.ages.has(tokens.low(at));
    let is_age = next.is_some_and(|p| {
        p.link != Link::Apart && (aged(p.token) || p.what == What::Word(TimeWord::Of) && aged(p.token + 1))
    }) || next.is_some_and(|p| p.token == pieces[found.end - 1].token);
    let single = matches!(pieces[found.start].what, What::Word(TimeWord::A)) && length.tenths == Some(10);
    let before = pieces[found.start].token.checked_sub(1).map(|at| &tokens.all[at]);
    let is_rate = single
        && before.is_some_and(|t| {
            language.times.rates.has(t.low()) || t.low().starts_with(|c: char| c.is_ascii_digit() || c == '$')
        });
    match (is_age, is_rate) {
        (true, _) => None,
        (_, true) => Some(Found { meaning: Meaning::Every(Every::Length(length)), ..found }),
        _ => Some(found),
    }
}

/// Whether a text tells of other years than its own, as a history does.
fn narrates(found: &[Found], published: Option<civil::Date>) -> bool {
    let years = found.iter().filter_map(|found| match found.meaning {
        Meaning::Date(date) if date.unit() <= Unit::Month => Some(date.first().year()),
        _ => None,
    });
    let years: Vec<i16> = years.collect();
    let own = years.iter().filter(|year| published.is_some_and(|p| (p.year() - **year).abs() <= 1)).count();
    years.len() >= 4 && own * 2 < years.len()
}
