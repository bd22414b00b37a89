//! Lines and how they look: what a headline is, who speaks in the first person, what has a verb.

use crate::article::Article;
use crate::language::en::ENGLISH;
use crate::text::{Span, Text};

/// Verbs that stand in a sentence of their own.
const FINITE: &[&str] = &[
    "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "may", "might",
    "must", "should", "did", "does", "says", "say",
];
const FIRST: &[&str] = &["i", "me", "my", "myself", "we", "our", "ours", "us", "ourselves"];
/// A headline is no longer, in bytes.
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

/// Words between white space.
pub fn words(span: Span, text: &Text) -> impl Iterator<Item = Span> {
    let base = text.as_str().as_ptr() as usize;
    text.get(span).split_whitespace().map(move |w| {
        let start = (w.as_ptr() as usize - base) as u32;
        Span::new(start, start + w.len() as u32)
    })
}

/// Words without the marks round them.
pub fn plain_words(words: &str) -> Vec<&str> {
    let bare = words.split_whitespace().map(|w| w.trim_matches(|c: char| !c.is_alphanumeric()));
    bare.filter(|w| !w.is_empty()).collect()
}

/// Whether a verb stands behind the first word.
pub fn has_finite(words: &[&str]) -> bool {
    words.iter().skip(1).any(|w| {
        let low = w.to_lowercase();
        FINITE.contains(&low.as_str())
            || low == **w && (low.ends_with("ed") && low.len() > 4 || ENGLISH.clauses.irregular.has(&low))
    })
}

/// Whether somebody speaks of herself: "I", "our"; not "US".
pub fn first_person(words: &str) -> bool {
    plain_words(words).iter().any(|w| {
        let stem = w.split(['\'', '\u{2019}']).next().unwrap_or(w);
        stem != "US" && FIRST.contains(&stem.to_lowercase().as_str())
    })
}
