//! Where the content of a statement first appeared: the same place for every copy.

use super::Statement;
use crate::reuse::{Fold, Keys, Number};
use crate::text::Spans;

/// The content of a statement as words of its article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located {
    /// The article.
    pub number: Number,
    /// Position of the statement in the article's list.
    pub statement: usize,
    /// The pieces, as ranges of words.
    pub pieces: Vec<(u32, u32)>,
    /// The words.
    pub words: Vec<u32>,
}

/// Locates the statements of one article, from its keys alone; those without a word are left out.
///
/// `number` is the article's place in a [`Fold`](crate::reuse::Fold); `pieces` count words of the keys, the end not
/// included.
///
/// ```
/// use reportedly::trace::{Statement, locate};
/// use reportedly::reuse::keys;
/// use reportedly::{Engine, ReadOptions};
///
/// let read = Engine::new(ReadOptions::default()).read_text("Good. \u{201c}The pier is safe,\u{201d} said Mara Hale.");
/// let statement = Statement::of("1", &read.article, &read.reading.claims[0]);
/// let located = locate(0, &keys(&read.article.text), &[statement]);
/// assert_eq!((located[0].statement, located[0].pieces.as_slice()), (0, &[(1, 5)][..]));
/// ```
pub fn locate(number: Number, keys: &Keys, statements: &[Statement]) -> Vec<Located> {
    let located = statements.iter().enumerate().map(|(statement, s)| {
        let pieces = ranges(keys, &s.content);
        let words = pieces.iter().flat_map(|&(from, to)| keys.words().get(from as usize..to as usize));
        Located { number, statement, words: words.flatten().copied().collect(), pieces }
    });
    located.filter(|l| !l.words.is_empty()).collect()
}

/// The words of some spans, as ranges.
pub(super) fn ranges(keys: &Keys, spans: &Spans) -> Vec<(u32, u32)> {
    let all = spans.pieces().iter().map(|&p| keys.within(p)).map(|r| (r.start, r.end));
    all.filter(|r| r.0 < r.1).collect()
}

/// A stretch of words in the article where they first appeared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Anchor {
    pub root: Number,
    pub from: u32,
    pub to: u32,
}

impl Anchor {
    pub fn len(self) -> u32 {
        self.to - self.from
    }

    /// Words that both cover.
    pub fn overlap(self, other: Self) -> u32 {
        self.to.min(other.to).saturating_sub(self.from.max(other.from))
    }
}

/// Where most words of a content first appeared; in its own article if they are new.
pub(super) fn anchor(fold: &Fold, located: &Located) -> Anchor {
    let own = hull(located.number, located.pieces.iter().copied());
    let mut roots: Vec<(u32, Anchor)> = Vec::new();
    for link in fold.links(located.number) {
        let inside = link.runs.iter().flat_map(|run| {
            located.pieces.iter().filter_map(|&(from, to)| {
                let (from, to) = (from.max(run.a), to.min(run.a + run.len));
                (from < to).then(|| (run.b + from - run.a, run.b + to - run.a))
            })
        });
        let inside: Vec<(u32, u32)> = inside.collect();
        let words = inside.iter().map(|r| r.1 - r.0).sum();
        roots.push((words, hull(link.root, inside.into_iter())));
    }
    let most = roots.into_iter().max_by_key(|&(words, anchor)| (words, std::cmp::Reverse(anchor)));
    most.filter(|&(words, _)| words as usize * 2 > located.words.len()).map_or(own, |m| m.1)
}

fn hull(root: Number, ranges: impl Iterator<Item = (u32, u32)>) -> Anchor {
    let (from, to) = ranges.fold((u32::MAX, 0), |hull, r| (hull.0.min(r.0), hull.1.max(r.1)));
    Anchor { root, from: from.min(to), to }
}
