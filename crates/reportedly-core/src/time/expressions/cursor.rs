use super::meaning::Meaning;
use super::pieces::{Link, Piece, What};
use crate::language::{Bound, TimeWord, Unit};

/// Years that four digits may mean without a word before them.
pub(super) const LIKELY: std::ops::Range<u32> = 1800..2100;
/// Years that they may mean behind "in" or "since".
pub(super) const POSSIBLE: std::ops::Range<u32> = 1000..2200;

/// The pieces of a text, as the rules of the grammar look at them.
pub(super) struct Cursor<'a> {
    pub(super) pieces: &'a [Piece],
    /// Whether the word before a piece announces a year.
    pub(super) before_year: &'a dyn Fn(usize) -> bool,
    /// Whether a word may stand between a number and what it counts: "two bloody weeks".
    pub(super) qualifies: &'a dyn Fn(usize) -> bool,
    /// Whether the words around a number make it one of things: "cost 2030 crowns".
    pub(super) counts: &'a dyn Fn(usize) -> bool,
}

/// Where an expression ends, and what it says.
pub(super) type Read = Option<(usize, Meaning)>;

impl Cursor<'_> {
    pub(super) fn what(&self, i: usize) -> What {
        self.pieces.get(i).map_or(What::Other, |p| p.what)
    }

    /// The word at a piece that continues an expression: nothing but a space or a hyphen stands before it.
    pub(super) fn next(&self, i: usize) -> What {
        if self.is_joined(i) { self.what(i) } else { What::Other }
    }

    pub(super) fn is_joined(&self, i: usize) -> bool {
        self.pieces.get(i).is_some_and(|p| matches!(p.link, Link::Space | Link::Hyphen))
    }

    pub(super) fn is_after_stop(&self, i: usize) -> bool {
        self.pieces.get(i).is_some_and(|p| matches!(p.link, Link::Space | Link::Stop | Link::Hyphen))
    }

    pub(super) fn is_after_comma(&self, i: usize) -> bool {
        self.pieces.get(i).is_some_and(|p| matches!(p.link, Link::Space | Link::Comma | Link::Stop))
    }

    pub(super) fn word(&self, i: usize) -> Option<TimeWord> {
        match self.what(i) {
            What::Word(word) => Some(word),
            _ => None,
        }
    }

    pub(super) fn next_word(&self, i: usize) -> Option<TimeWord> {
        self.word(i).filter(|_| self.is_joined(i))
    }

    pub(super) fn is(&self, i: usize, word: TimeWord) -> bool {
        self.next_word(i) == Some(word)
    }

    /// Whether what follows at a piece is the end of what the one before names: "the year's end".
    pub(super) fn is_its_end(&self, i: usize) -> bool {
        let joined = self.is_joined(i) || self.pieces.get(i).is_some_and(|p| p.link == Link::Owned);
        joined && self.word(i) == Some(TimeWord::EndOf(Bound::End))
    }

    pub(super) fn past_the(&self, i: usize) -> usize {
        i + usize::from(self.word(i) == Some(TimeWord::The) && self.is_joined(i + 1))
    }
}

/// The reading that ends last; of those that end together, the first.
pub(super) fn longest<const N: usize>(readings: [Read; N]) -> Read {
    readings.into_iter().flatten().reduce(|best, other| if other.0 > best.0 { other } else { best })
}

/// Past "last", "this", "next" with the steps that they count, and an article before them.
pub(super) fn stepped(c: &Cursor, i: usize) -> (usize, Option<i8>) {
    let the = c.past_the(i);
    let by = match c.word(the) {
        Some(TimeWord::Last | TimeWord::Gone) => -1,
        Some(TimeWord::This | TimeWord::Current) => 0,
        Some(TimeWord::Next) => 1,
        _ => return (i, None),
    };
    (the + 1, Some(by))
}

/// "fiscal third-quarter"
pub(super) fn quarter(c: &Cursor, i: usize) -> Option<(usize, i8)> {
    let at = i + usize::from(c.word(i) == Some(TimeWord::Fiscal));
    let TimeWord::Ordinal(n @ 1..=4) = c.word(at)? else { return None };
    c.is(at + 1, TimeWord::One(Unit::Quarter)).then_some((at + 2, n))
}
