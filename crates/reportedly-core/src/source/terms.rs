//! A text as terms: words as a reader sees them ("O'Hara", "U.S.", "Johnson-Lind"), without their possessive.

use std::collections::HashSet;

use super::lexicons::TITLES;
use crate::text::{Span, Text};
use crate::tokens::Tokens;

/// One word of running text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// Without possessive ending and full stop.
    pub span: Span,
    /// Whether it carries "'s" or "s'".
    pub possessive: bool,
    /// Whether only spaces stand between it and the term before.
    pub joined: bool,
    /// Whether it is the first of a sentence or of a quotation: its capital says nothing.
    pub first: bool,
    /// Whether it begins with a capital.
    pub capital: bool,
    /// Whether it stands in a line of which most words have capitals.
    pub headline: bool,
}

/// All terms of a text, and the words that stand somewhere without a capital.
pub struct Terms {
    pub all: Vec<Term>,
    pub small: HashSet<String>,
    /// The words that have a capital where none is due.
    pub names: HashSet<String>,
}

impl Terms {
    pub fn new(text: &Text, tokens: &Tokens) -> Self {
        let mut all: Vec<Term> = Vec::with_capacity(text.len() / 6);
        let starts: HashSet<u32> = tokens.sentences.iter().map(|s| s.start()).collect();
        let (mut at, mut before) = (0, Before { first: true, ..Before::default() });
        for (i, c) in text.as_str().char_indices().chain([(text.len(), ' ')]) {
            // "Daniel.Investigators": two sentences without a space
            let glued = c == '.' && starts.contains(&(i as u32 + 1));
            if i < text.len() && is_inside(c) && !glued {
                if starts.contains(&(i as u32)) {
                    before = Before { first: true, joined: before.joined && !before.line, ..before };
                }
                continue;
            }
            if let Some(term) = term(text, at, i, before, is_titled(text, at, i, &starts)) {
                let stopped = text.as_str()[..i].ends_with('.') && !text.get(term.span).ends_with('.');
                before = Before { first: false, joined: !stopped, line: false };
                all.push(term);
            } else if at < i {
                before.joined = false; // a dash between spaces
            }
            before.first |= starts.contains(&(i as u32)) || matches!(c, '\u{201c}' | '"' | ':');
            before.line |= c == '\n';
            before.joined &= matches!(c, ' ' | '\u{a0}' | '\n' | '\r');
            at = i + c.len_utf8();
        }
        headlines(text, tokens, &mut all);
        let small = all.iter().filter(|t| !t.capital).map(|t| text.get(t.span).to_owned()).collect();
        let capitals = all.iter().filter(|t| t.capital && !t.first && !t.headline);
        let names = capitals.map(|t| text.get(t.span).to_owned()).collect();
        Self { all, small, names }
    }

    /// The positions of the terms that a span touches.
    pub fn range(&self, span: Span) -> std::ops::Range<usize> {
        let start = self.all.partition_point(|t| t.span.end() <= span.start());
        let end = self.all.partition_point(|t| t.span.start() < span.end());
        start..end.max(start)
    }
}

fn is_inside(c: char) -> bool {
    c.is_alphanumeric()
        || matches!(c, '-' | '\'' | '\u{2019}' | '.' | '&' | '@' | '%' | '$' | '#' | '_')
        || unicode_normalization::char::is_combining_mark(c)
}

/// "Engr. Sola Bamide": a full stop that ends no sentence, before a name.
fn is_titled(text: &Text, start: usize, end: usize, sentences: &HashSet<u32>) -> bool {
    if start == end || !text.as_str()[..end].ends_with('.') {
        return false;
    }
    let next = text.as_str()[end..].trim_start_matches(' ');
    let at = text.len() - next.len();
    at > end && next.starts_with(char::is_uppercase) && !sentences.contains(&(at as u32))
}

/// What stands before a term.
#[derive(Clone, Copy, Default)]
struct Before {
    first: bool,
    joined: bool,
    /// Whether a line ends in between.
    line: bool,
}

fn term(text: &Text, start: usize, end: usize, before: Before, titled: bool) -> Option<Term> {
    let raw = &text.as_str()[start..end];
    let lead = raw.len() - raw.trim_start_matches(['\'', '\u{2019}', '-', '.', '&']).len();
    let mut word = raw[lead..].trim_end_matches(['\'', '\u{2019}', '-', '&']);
    let mut possessive = word.len() < raw.len() - lead && word.ends_with('s');
    for ending in ["'s", "\u{2019}s", "'s.", "\u{2019}s."] {
        if let Some(stem) = word.strip_suffix(ending) {
            (word, possessive) = (stem, true);
        }
    }
    if word.ends_with('.') && !(keeps_stop(word) || titled && is_cut_short(word)) {
        word = word.trim_end_matches('.').trim_end_matches(['\'', '\u{2019}']);
    }
    if !word.contains(char::is_alphanumeric) {
        return None;
    }
    let start = (start + lead) as u32;
    let capital = is_capital(word);
    let span = Span::new(start, start + word.len() as u32);
    Some(Term { span, possessive, joined: before.joined, first: before.first, capital, headline: false })
}

/// "Vale", "al-Masri", "d'Arc".
fn is_capital(word: &str) -> bool {
    const BEFORE: [&str; 8] = ["al-", "el-", "ul-", "ad-", "ar-", "az-", "d'", "d\u{2019}"];
    let stem = BEFORE.iter().find_map(|b| word.strip_prefix(b)).unwrap_or(word);
    stem.starts_with(char::is_uppercase)
}

/// "U.S.", "J.", "Mr.", "Inc.".
fn keeps_stop(word: &str) -> bool {
    let bare = word.trim_end_matches('.');
    bare.contains('.') && bare.split('.').all(|p| p.chars().count() == 1)
        || bare.chars().count() == 1 && bare.starts_with(char::is_uppercase)
        || TITLES.has(&word.to_lowercase())
        || matches!(bare, "Inc" | "Corp" | "Ltd" | "Co" | "Jr" | "Sr" | "St")
        || matches!(bare, "Jan" | "Feb" | "Apr" | "Aug" | "Sept" | "Oct" | "Nov" | "Dec")
}

/// "Engr.": a short word with a capital and a full stop of its own.
pub fn is_cut_short(word: &str) -> bool {
    let bare = word.trim_end_matches('.');
    (2..=5).contains(&bare.len()) && bare.chars().all(char::is_alphabetic) && bare.len() + 1 == word.len()
}

/// Marks the terms of lines of which most words have capitals: there a capital says nothing.
fn headlines(text: &Text, tokens: &Tokens, all: &mut [Term]) {
    let mut at = 0;
    let mut from = 0;
    for line in text.as_str().split_inclusive('\n') {
        at += line.len() as u32;
        let to = from + all[from..].iter().take_while(|t| t.span.start() < at).count();
        let long = || all[from..to].iter().filter(|t| t.span.len() > 3);
        let (n, capitals) = (long().count(), long().filter(|t| t.capital).count());
        let stopped = line.trim_end().ends_with(['.', '\u{201d}', '"', '?']);
        let goes_on = || {
            let last = all[from..to].last().map(|t| tokens.sentence_at(t.span.start()));
            last.and_then(|s| tokens.sentences.get(s)).is_some_and(|s| s.end() > at)
        };
        if n >= 5 && capitals * 10 >= n * if stopped { 9 } else { 7 } && !goes_on() {
            all[from..to].iter_mut().for_each(|t| t.headline = true);
        }
        from = to;
    }
}

/// "provided", "sent": a verb in the past, as far as its form tells.
pub fn is_past(word: &str) -> bool {
    const ENDED: &[&str] = &["indeed", "hundred", "naked", "sacred", "hatred", "biped"];
    const STRONG: &[&str] = &["sent", "wrote", "gave", "made", "had", "saw", "got", "took", "kept", "shot"];
    word.ends_with("ed") && word.len() > 4 && !ENDED.contains(&word) || STRONG.contains(&word)
}
