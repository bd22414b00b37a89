//! Names in running text: runs of capitals, and what each is the name of.

mod before;
mod class;
mod context;
mod end;
mod shape;
mod start;

use std::ops::Range;

use before::{called, place_before, title_end};
use class::{Name, class_of, listed_class};
pub(super) use context::modifies;
use end::end_of_run;
pub use shape::is_acronym;
pub(super) use shape::small;
use start::start_of_name;

use super::spelling::Spelling;
use crate::article::Prose;
use crate::text::Span;
use crate::tokens::Token;

/// What a name is the name of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    Person,
    Organization,
    Outlet,
    Document,
    Place,
    Group,
    Unknown,
}

/// Words in capitals that belong together.
#[derive(Clone, Debug)]
pub struct Run {
    /// The name alone.
    pub span: Span,
    /// Positions of its tokens.
    pub tokens: Range<usize>,
    /// Title words before the name, which may be all there is.
    pub title: Option<Span>,
    pub class: Class,
    /// Whether "the" stands before it.
    pub the: bool,
    pub possessive: bool,
    /// Whether it may be a common word that begins a sentence: a name only where somebody is called so.
    pub doubtful: bool,
}

impl Run {
    /// Whether the name has more than one word.
    pub fn is_full(&self) -> bool {
        self.tokens.len() > 1
    }

    /// Whether a title stands here without a name.
    pub fn is_only_title(&self) -> bool {
        self.title == Some(self.span)
    }

    /// The name with its title.
    pub fn titled(&self) -> Span {
        self.title.map_or(self.span, |title| title.cover(self.span))
    }
}

/// All names of a text, in order.
pub fn runs(prose: Prose, spelling: &Spelling) -> Vec<Run> {
    let all = &prose.tokens.all;
    let mut out = Vec::new();
    let mut i = 0;
    while i < all.len() {
        if !all[i].capital || all[i].headline {
            i += 1;
            continue;
        }
        let end = end_of_run(prose, i);
        if let Some(start) = start_of_name(prose, spelling, i..end) {
            out.push(Run { doubtful: start.doubtful, ..named(prose, start.at..end) });
        }
        i = end;
    }
    out
}

/// A run of capitals, divided into where somebody is from, a title and a name.
fn named(prose: Prose, whole: Range<usize>) -> Run {
    let all = &prose.tokens.all;
    let article = article_before(prose, whole.start);
    let words: Vec<&str> = all[whole.clone()].iter().map(Token::low).collect();
    let place = place_before(prose.language, &words);
    let words = &words[place..];
    let mut start = whole.start + place;
    let cover = |range: Range<usize>| all[range.start].span.cover(all[range.end - 1].span);
    let mut class = listed_class(prose.language, words, article);
    let mut title = None;
    if class == Class::Unknown {
        let split = title_of(prose, words, article.is_some());
        if split == 0 || is_body_with_office(prose, words, split) {
            class = class_of(prose, &Name { words, at: start..whole.end, the: article.is_some() });
        } else {
            title = Some(cover(start..start + split));
        }
        if title.is_some() && split < words.len() {
            start += split;
            class = Class::Person;
        }
    }
    Run {
        span: cover(start..whole.end),
        tokens: start..whole.end,
        title,
        class,
        the: article.is_some(),
        possessive: all[whole.end - 1].possessive,
        doubtful: false,
    }
}

/// "the" before a run of capitals.
fn article_before<'a>(prose: Prose<'a>, start: usize) -> Option<&'a str> {
    let all = &prose.tokens.all;
    let before = start.checked_sub(1).filter(|_| all[start].joined).map(|i| all[i].low());
    before.filter(|word| prose.language.phrases.the.has(word))
}

/// How many words before a name are its title; all of them where an office stands without a name: "the Orrin County
/// Coroner", but not "TJ King".
fn title_of(prose: Prose, words: &[&str], the: bool) -> usize {
    let names = &prose.language.names;
    let single = |word: &&str| prose.language.offices.single.has(word) || names.members.has(word);
    if the && words.last().is_some_and(single) && !names.given.has(words[0]) {
        return words.len();
    }
    called(prose.language, words).unwrap_or_else(|| title_end(prose.language, words))
}

/// Whether what follows a title is no person's name: "Mayor Vale Council".
fn is_body_with_office(prose: Prose, words: &[&str], split: usize) -> bool {
    let names = &prose.language.names;
    split < words.len() && words[split..].iter().any(|w| names.parts.has(w) && !names.given.has(w))
}

#[cfg(test)]
mod tests;
