//! Lines and how they look: what a headline is, who speaks in the first person, what has a verb.

use crate::article::{Article, Prose};
use crate::language::{Form, Language};
use crate::text::{Span, Text};
use crate::tokens::Token;

/// The longest headline, in bytes.
const HEADLINE: usize = 200;

/// Lines that are not blank, without the white space round them.
pub fn lines(span: Span, text: &Text) -> impl Iterator<Item = Span> {
    let mut at = span.start();
    text.get(span).split_inclusive('\n').filter_map(move |line| {
        let line = Span::new(at, at + line.len() as u32);
        at = line.end();
        Some(text.trim(line)).filter(|l| !l.is_empty())
    })
}

/// The headline: what stands before the body, or else a first line that a blank one follows and no full stop ends.
pub fn headline(article: &Article) -> Option<Span> {
    let text = &article.text;
    if article.body_start > 0 {
        return Some(text.trim(Span::new(0, article.body_start)));
    }
    let all = text.as_str();
    let first = lines(Span::new(0, text.len() as u32), text).next()?;
    let rest = all.get(first.end() as usize..)?;
    let mut ends = rest.split('\n').skip(1);
    let blank = ends.next().is_some_and(|line| line.trim().is_empty()) && ends.next().is_some();
    let words = text.get(first).trim_end_matches(['\'', '\u{2019}']);
    (blank && words.len() <= HEADLINE && !words.ends_with(['.', ':', '\u{201d}', '"'])).then_some(first)
}

/// A word with its possessive ending.
pub fn whole(word: &Token, text: &Text) -> Span {
    let ending = word.form.chars().count() - word.low().chars().count();
    let rest = &text.as_str()[word.span.end() as usize..];
    let len: usize = rest.chars().take(ending).map(char::len_utf8).sum();
    Span::new(word.span.start(), word.span.end() + len as u32)
}

/// From one word to another, with its possessive ending.
pub fn cover(first: &Token, last: &Token, text: &Text) -> Span {
    first.span.cover(whole(last, text))
}

/// Whether a verb stands behind the first word.
pub fn has_finite(words: &[Token], language: &Language) -> bool {
    words.iter().skip(1).any(|w| is_finite_verb(w, language))
}

/// Whether a word is a verb that stands in a sentence of its own.
pub fn is_finite_verb(word: &Token, language: &Language) -> bool {
    let (verbs, form) = (&language.verbs, word.form.as_str());
    let past = || (verbs.form)(form) == Form::Past || language.clauses.irregular.has(form);
    verbs.finite.has(form) || !word.capital && past()
}

/// Whether somebody speaks of herself: "I", "our"; not "US".
pub fn first_person(words: &[Token], prose: Prose) -> bool {
    let pronouns = &prose.language.pronouns;
    words.iter().any(|w| pronouns.first.has(stem(w)) && !pronouns.homonyms.has(prose.get(w.span)))
}

/// "experts", "police".
pub fn is_plural(word: &Token, language: &Language) -> bool {
    language.phrases.several.has(&word.form) || (language.nesting.is_plural)(&word.form)
}

/// The word before an apostrophe: "we'll" is "we".
pub fn stem(word: &Token) -> &str {
    word.form.split('\'').next().unwrap_or_default()
}
