//! What reads phrases still asks words by: it goes when phrases take tokens and a language.

use std::collections::HashSet;

use crate::language::en::ENGLISH;
use crate::text::{Span, Text};
pub use crate::tokens::Token as Term;
use crate::tokens::Tokens;

/// All terms of a text, and the words that stand somewhere without a capital.
pub struct Terms {
    pub all: Vec<Term>,
    pub small: HashSet<String>,
    /// The words that have a capital where none is due.
    pub names: HashSet<String>,
}

impl Terms {
    pub fn new(text: &Text, tokens: &Tokens) -> Self {
        let all = tokens.all.clone();
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

/// "provided", "sent": a verb in the past, as far as its form tells.
pub fn is_past(word: &str) -> bool {
    (ENGLISH.names.is_past)(word)
}
