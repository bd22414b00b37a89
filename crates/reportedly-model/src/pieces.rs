//! WordPiece (Wu et al. 2016): the longest known beginning of a word, again and again.

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A longer word is unknown.
const LONGEST: usize = 100;

/// The pieces that the encoder knows, and their numbers.
pub struct WordPieces {
    first: HashMap<Box<str>, u32>,
    later: HashMap<Box<str>, u32>,
    longest: usize,
    unknown: u32,
    /// Comes before every window.
    pub begin: u32,
    /// Comes after every window.
    pub end: u32,
}

impl WordPieces {
    /// Reads one piece per line; "##" marks those that go on with a word.
    pub fn new(vocabulary: &str) -> Self {
        let (mut first, mut later, mut longest) = (HashMap::new(), HashMap::new(), 0);
        for (i, line) in vocabulary.lines().enumerate() {
            match line.strip_prefix("##") {
                Some(rest) if !rest.is_empty() => later.insert(rest.into(), i as u32),
                _ => first.insert(line.into(), i as u32),
            };
            longest = longest.max(line.len());
        }
        let named = |name| first.get(name).copied().unwrap_or(0);
        let (unknown, begin, end) = (named("[UNK]"), named("[CLS]"), named("[SEP]"));
        Self { first, later, longest, unknown, begin, end }
    }

    /// The pieces of one word, at least one.
    pub fn of(&self, word: &str, out: &mut Vec<u32>) {
        let begun = out.len();
        if word.chars().nth(LONGEST).is_some() || !self.split(&folded(word), out) || out.len() == begun {
            out.truncate(begun);
            out.push(self.unknown);
        }
    }

    fn split(&self, word: &str, out: &mut Vec<u32>) -> bool {
        let mut rest = word;
        while !rest.is_empty() {
            let known = if rest.len() == word.len() { &self.first } else { &self.later };
            let ends = (1..=rest.len().min(self.longest)).rev().filter(|&i| rest.is_char_boundary(i));
            let Some((end, id)) = ends.filter_map(|i| Some((i, *known.get(&rest[..i])?))).next() else {
                return false;
            };
            out.push(id);
            rest = &rest[end..];
        }
        true
    }
}

/// Lower case without accents.
fn folded(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    word.to_lowercase().nfd().filter(|&c| !is_combining_mark(c)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn longest_beginning_first() {
        let pieces = WordPieces::new("[UNK]\n[CLS]\n[SEP]\nmay\nmayor\n##al\n##ty\ne");
        let of = |w: &str| {
            let mut out = vec![];
            pieces.of(w, &mut out);
            out
        };
        assert_eq!(of("Mayoralty"), [4, 5, 6]);
        assert_eq!(of("É"), [7]);
        assert_eq!(of("mayors"), [0]);
        assert_eq!(of(&"e".repeat(101)), [0]);
    }

    /// A word is letters or one mark: a piece with both was changed by a careless search and replace.
    #[test]
    fn the_vocabulary_holds_words_as_they_are_cut() {
        let mixed =
            |piece: &&str| piece.contains(char::is_alphanumeric) && piece.contains(['_', '-', '.', ',']);
        let all = include_str!("../weights/vocabulary.txt");
        assert_eq!(all.lines().filter(mixed).collect::<Vec<_>>(), Vec::<&str>::new());
        assert_eq!(all.lines().count(), 30522);
    }
}
