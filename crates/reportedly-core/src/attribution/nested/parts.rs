//! What an inner claim is made of.

use crate::attribution::reason::{Note, Reason};
use crate::attribution::rules::Rules;
use crate::attribution::{Attribution, Mode, Proposer};
use crate::language::Language;
use crate::text::{Span, Spans};
use crate::tokens::{List, Token};

/// The longest description of an inner source, in words.
pub const LONGEST: usize = 8;
/// A shorter content is not a clause.
pub const LEAST: usize = 3;
/// How often an inner claim is right if the outer one is.
const SHARE: f32 = 0.85;

/// The parts of an inner claim.
pub struct Found {
    pub source: Span,
    pub cue: Span,
    pub content: Span,
    pub why: Reason,
}

impl Found {
    pub fn within(self, outer: &Attribution) -> Attribution {
        let method = Rules.name();
        Attribution {
            source: Spans::from(self.source),
            cue: Some(self.cue),
            content: Spans::from(self.content),
            // quoted or not, these are the outer speaker's words
            mode: Mode::Indirect,
            within: None,
            confidence: outer.confidence * SHARE,
            method,
            reasons: vec![Note::Found(method, self.why.message()).message()],
        }
    }
}

/// Whether no description of a source has a word.
pub(crate) fn never(word: &Token, language: &Language) -> bool {
    let nesting = &language.nesting;
    nesting.never.has(&word.form) || language.calendar.weekdays.has(&word.form)
}

/// Whether a word may stand between a subject and its verb.
pub fn is_between(word: &Token, language: &Language) -> bool {
    language.nesting.between.has(&word.form) || (language.nesting.is_adverb)(&word.form)
}

/// How many words of a listed phrase some words begin with.
pub(crate) fn phrase(list: List, words: &[Token]) -> Option<usize> {
    let begins = |entry: &str| {
        let n = entry.split(' ').count();
        let same = words.len() >= n && entry.split(' ').zip(words).all(|(part, w)| w.form == part);
        same.then_some(n)
    };
    list.iter().find_map(begins)
}
