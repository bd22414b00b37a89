use crate::language::{Bound, Language, TimeWord};
use crate::text::Span;
use crate::tokens::Token;

/// A number as stated: "three", "at least 40".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    /// The number that is said.
    pub said: u32,
    /// The least that it may be.
    pub least: u32,
    /// The most; `None` where the words leave it open.
    pub most: Option<u32>,
}

/// Numbers beyond are of something else.
const MOST: u32 = 1_000_000;

/// Reads numbers of people.
pub(super) struct Numbers<'a> {
    pub language: &'a Language,
    /// Where the numbers are of something else: names ("Channel 2") and expressions of time, each in text order.
    pub taken: [Vec<Span>; 2],
}

impl Numbers<'_> {
    /// The number that a word says, unless it stands in a name or in a date.
    pub fn said(&self, token: &Token) -> Option<u32> {
        let is_in = |spans: &Vec<Span>| {
            let next = spans.partition_point(|span| span.end() <= token.span.start());
            spans.get(next).is_some_and(|span| span.contains(token.span))
        };
        said(token.low(), self.language).filter(|_| !self.taken.iter().any(is_in))
    }

    /// The first number in some words; none is 0.
    pub fn number(&self, words: &[Token]) -> Option<Number> {
        let exactly = |n: u32| Number { said: n, least: n, most: Some(n) };
        let (first, negation) = (words.first()?, &self.language.negation);
        let none = negation.words.has(first.low())
            || negation.clause.has(first.low())
            || (negation.is_nobody)(words);
        if none {
            return Some(exactly(0));
        }
        let mut all = words.iter().enumerate().filter(|(i, _)| !is_age(words, *i, self.language));
        let (at, n) = all.find_map(|(i, token)| Some((i, self.said(token)?)))?;
        Some(match blurred(&words[..at], self.language).map(|(_, bound)| bound) {
            Some(Bound::EqualOrMore | Bound::MoreThan) => Number { said: n, least: n, most: None },
            Some(Bound::EqualOrLess | Bound::LessThan) => Number { said: n, least: 0, most: Some(n) },
            Some(_) => Number { said: n, least: n / 10 * 9, most: Some(n + n / 10) },
            None => exactly(n),
        })
    }

    /// One, where the words of a harm tell of it without a number, and nothing in them is of several: "a man was shot dead".
    pub fn one(&self, words: &[Token]) -> Option<Number> {
        let Language { incidents, clauses, nouns, .. } = self.language;
        let several = |token: &Token| {
            let low = token.low();
            incidents.several.has(low)
                || clauses.coordinators.has(low)
                || !token.capital && !incidents.harms.has(low) && (nouns.is_plural)(low)
                || said(low, self.language).is_some()
        };
        let is_told = words.iter().any(|token| !incidents.harms.has(token.low()));
        (is_told && !words.iter().any(several)).then_some(Number { said: 1, least: 1, most: Some(1) })
    }
}

/// "Ben Stroud, 22, was", "12 years old".
pub(super) fn is_age(words: &[Token], at: usize, language: &Language) -> bool {
    let counts_years = words
        .get(at + 1)
        .is_some_and(|next| matches!(language.times.words.get(next.low()), Some(TimeWord::Many(_))));
    let between_commas = words[at].pause && at.checked_sub(1).is_some_and(|before| words[before].pause);
    counts_years || between_commas
}

/// The number that a word says.
fn said(word: &str, language: &Language) -> Option<u32> {
    if let Ok(n) = word.replace(',', "").parse::<u32>() {
        return Some(n).filter(|n| *n <= MOST);
    }
    match language.times.words.get(word)? {
        TimeWord::Number(n) => u32::try_from(n).ok(),
        _ => None,
    }
}

/// What blurs a number, in the last words before it, and how many they are: "at least".
pub(super) fn blurred(before: &[Token], language: &Language) -> Option<(usize, Bound)> {
    [2, 1].into_iter().find_map(|n| {
        let words = before.get(before.len().checked_sub(n)?..)?;
        let phrase = words.iter().map(Token::low).collect::<Vec<_>>().join(" ");
        match language.times.words.get(&phrase) {
            Some(TimeWord::About(bound)) => Some((n, bound)),
            _ => None,
        }
    })
}

/// "3", and "3+" where there may be more.
impl std::fmt::Display for Number {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}{}", self.said, if self.most.is_none() { "+" } else { "" })
    }
}
