//! The words of a carrier beside those of the first one.

use crate::language::Language;
use crate::reuse::keys;
use crate::text::{Span, Text};
use crate::tokens::{Token, Tokens};

/// Wordings of more words are not compared one by one.
const MOST: usize = 600;

/// A stretch of a wording.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The words, as they are written.
    pub words: String,
    /// Who has them.
    pub stands: Stands,
}

/// Which of two wordings has some words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stands {
    /// Both.
    Both,
    /// Only this one.
    Here,
    /// Only the first one.
    First,
}

/// How a wording relates to the first one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Wording {
    /// The same words.
    Same,
    /// Some of its words.
    Fewer,
    /// Its words and more.
    More,
    /// Other words.
    Other,
}

impl Stands {
    /// The name in the output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Both => "both",
            Self::Here => "here",
            Self::First => "first",
        }
    }
}

impl Wording {
    /// What the stretches come to.
    pub fn of(stretches: &[Stretch]) -> Self {
        let has = |stands| stretches.iter().any(|s| s.stands == stands);
        match (has(Stands::First), has(Stands::Here)) {
            (false, false) => Self::Same,
            (true, false) => Self::Fewer,
            (false, true) => Self::More,
            (true, true) => Self::Other,
        }
    }

    /// The name in the output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Fewer => "fewer",
            Self::More => "more",
            Self::Other => "other",
        }
    }
}

/// One wording as it is compared.
struct Words<'a> {
    text: &'a str,
    keys: Vec<u32>,
    spans: Vec<Span>,
}

impl<'a> Words<'a> {
    fn new(text: &'a str, language: &Language) -> Self {
        let keys = keys(&Text::new(text));
        // "that it rained" is "it rained"
        let from = keys.spans().first().and_then(|s| text.get(s.range()));
        let from = usize::from(from.is_some_and(|w| language.clauses.complement.has(&w.to_lowercase())));
        let rest = |all: &[u32]| all.get(from..).unwrap_or_default().to_vec();
        Self { text, keys: rest(keys.words()), spans: keys.spans().get(from..).unwrap_or_default().to_vec() }
    }

    /// From one word to another, the last one not included; up to the next word, or to the end.
    fn between(&self, from: usize, to: usize) -> &'a str {
        let start =
            if from == 0 { 0 } else { self.spans.get(from).map_or(self.text.len(), |s| s.range().start) };
        let end = self.spans.get(to).map_or(self.text.len(), |s| s.range().start);
        self.text.get(start..end).unwrap_or_default()
    }
}

/// A wording cut where it differs from the first one; empty where the words are the same. Case, marks and a
/// "that" before it do not count.
pub(super) fn differences(first: &str, here: &str, language: &Language) -> Vec<Stretch> {
    let (one, other) = (Words::new(first, language), Words::new(here, language));
    if one.keys == other.keys {
        return Vec::new();
    }
    let mut out: Vec<Stretch> = Vec::new();
    let mut put = |words: &str, stands| match out.last_mut() {
        _ if words.is_empty() => {}
        Some(last) if last.stands == stands => last.words += words,
        _ => out.push(Stretch { words: words.to_owned(), stands }),
    };
    let (mut i, mut j) = (0, 0);
    let end = (one.keys.len(), other.keys.len());
    for (x, y) in common(&one.keys, &other.keys).into_iter().chain([end]) {
        if x > i {
            put(&(one.between(i, x).trim_end().to_owned() + " "), Stands::First);
        }
        if y > j {
            put(other.between(j, y), Stands::Here);
        }
        if (x, y) != end {
            put(other.between(y, y + 1), Stands::Both);
        }
        (i, j) = (x + 1, y + 1);
    }
    out
}

/// The longest list of places that agree, in order.
fn common(a: &[u32], b: &[u32]) -> Vec<(usize, usize)> {
    let head = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let tail = a[head..].iter().rev().zip(b[head..].iter().rev()).take_while(|(x, y)| x == y).count();
    let (p, q) = (&a[head..a.len() - tail], &b[head..b.len() - tail]);
    let mut found: Vec<(usize, usize)> = (0..head).map(|i| (i, i)).collect();
    if p.len() <= MOST && q.len() <= MOST {
        found.extend(longest(p, q).into_iter().map(|(i, j)| (i + head, j + head)));
    }
    found.extend((0..tail).rev().map(|i| (a.len() - 1 - i, b.len() - 1 - i)));
    found
}

/// The longest common subsequence.
fn longest(a: &[u32], b: &[u32]) -> Vec<(usize, usize)> {
    let width = b.len() + 1;
    let mut lengths = vec![0_u16; (a.len() + 1) * width];
    for (i, x) in a.iter().enumerate().rev() {
        for (j, y) in b.iter().enumerate().rev() {
            let below = (i + 1) * width + j;
            lengths[i * width + j] =
                if x == y { lengths[below + 1] + 1 } else { lengths[below].max(lengths[i * width + j + 1]) };
        }
    }
    let (mut found, mut i, mut j) = (Vec::new(), 0, 0);
    while i < a.len() && j < b.len() {
        match () {
            () if a[i] == b[j] => {
                found.push((i, j));
                (i, j) = (i + 1, j + 1);
            }
            () if lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] => i += 1,
            () => j += 1,
        }
    }
    found
}

/// Whether one of the two wordings has a "not" in its midst that the other lacks.
pub(super) fn is_contrary(stretches: &[Stretch], language: &Language) -> bool {
    let both = |s: &Stretch| s.stands == Stands::Both;
    let (first, last) = (stretches.iter().position(both), stretches.iter().rposition(both));
    let inner = first.zip(last).and_then(|(first, last)| stretches.get(first..=last)).unwrap_or_default();
    let count: usize = inner.iter().filter(|s| !both(s)).map(|s| negations(&s.words, language)).sum();
    count % 2 == 1
}

/// How often some words say "not".
pub(super) fn negations(words: &str, language: &Language) -> usize {
    let denies = |w: &&Token| language.negation.any.has(&w.form) || language.negation.is_negated(&w.form);
    Tokens::new(&Text::new(words), &language.division).all.iter().filter(denies).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::en::ENGLISH;

    fn shown(first: &str, here: &str) -> String {
        let sign = |s: &Stretch| match s.stands {
            Stands::Both => s.words.clone(),
            Stands::Here => format!("+{}+", s.words.trim_end()),
            Stands::First => format!("-{}-", s.words.trim_end()),
        };
        differences(first, here, &ENGLISH).iter().map(sign).collect()
    }

    #[test]
    fn a_wording_is_cut_where_it_differs() {
        assert_eq!(shown("the gate was shut", "that the Gate was shut,"), "");
        assert_eq!(shown("it allegedly sank at noon", "It sank at noon."), "It -allegedly-sank at noon.");
        assert_eq!(shown("it sank at noon", "it sank fast at one"), "it sank +fast+at -noon-+one+");
    }

    #[test]
    fn a_not_within_makes_it_the_contrary() {
        let contrary = |first, here| is_contrary(&differences(first, here, &ENGLISH), &ENGLISH);
        assert!(contrary("the gate had been shut", "the gate hadn\u{2019}t been shut"));
        assert!(contrary("the gate had not been shut", "the gate had been shut"));
        assert!(!contrary("the gate had been shut", "the gate had been shut, not broken"));
        assert!(!contrary("the gate had been shut", "the gate had been shut"));
    }
}
