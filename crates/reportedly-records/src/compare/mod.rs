//! Two articles side by side: which paragraphs belong together, which words only one of them has, and what
//! became of the sourcing. Compared exactly; only curly and straight quotation marks, and any white space,
//! count as the same.

mod paragraphs;
mod runs;
mod side;
mod sourcing;
mod words;

use paragraphs::{Group, groups};
use runs::runs;
pub use runs::{On, Run};
use serde::Serialize;
use side::Side;
pub use sourcing::SourcingChange;
use sourcing::changes;
use words::{Numbers, Words};

use crate::{Record, Reuse};

/// What two articles have in common and what not.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Comparison {
    /// This article, and the other.
    pub articles: [Compared; 2],
    /// How many passages they share.
    pub passages: usize,
    /// How: copy, cut, rewrite, same_quote or boilerplate.
    pub kinds: Vec<String>,
    /// a_to_b, b_to_a or unknown, with this article as a.
    pub direction: String,
    /// What speaks for the direction, in the words of the articles.
    pub evidence: Vec<String>,
    /// Whether no word and no mark differs.
    pub identical: bool,
    /// What became of the sourcing.
    pub sourcing: Vec<SourcingChange>,
    /// All paragraphs of both, each once.
    pub parts: Vec<Part>,
}

/// One of the two articles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Compared {
    /// Its id.
    pub doc_id: String,
    /// The headline.
    pub title: Option<String>,
    /// The medium that published it.
    pub outlet: Option<String>,
    /// When, as stated.
    pub published_at: Option<String>,
}

/// Paragraphs that follow one another and have the same fate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Part {
    /// What became of them.
    pub kind: PartKind,
    /// Whether they stand elsewhere in the other article.
    pub moved: bool,
    /// Each in runs of words.
    pub paragraphs: Vec<Vec<Run>>,
}

/// What became of paragraphs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum PartKind {
    /// The same in both.
    Same,
    /// In both, with changes.
    Changed,
    /// Only in the first.
    A,
    /// Only in the second.
    B,
}

/// Compares two articles. `rows` are those of [`crate::reuse_rows`] that they share, with `a` as `doc_a`.
///
/// ```
/// use reportedly::{Article, Engine, ReadOptions};
/// use reportedly_records::{Record, compare::compare};
///
/// let engine = Engine::new(ReadOptions::default());
/// let record = |text: &str| {
///     let read = engine.read_text(text);
///     Record::new(&read.article, &read.reading, false)
/// };
/// let (a, b) = (record("It rained.\n\nThe pier held."), record("It rained.\n\nThe pier fell."));
/// let found = compare(&a, &b, &[]);
/// assert!(!found.identical && compare(&a, &a, &[]).identical);
/// ```
pub fn compare(a: &Record, b: &Record, rows: &[&Reuse]) -> Comparison {
    let mut numbers = Numbers::default();
    let [x, y] = [a, b].map(|record| Words::new(&record.text, &mut numbers));
    let [mut to_b, mut to_a] = [&x, &y].map(|words| vec![None; words.tokens.len()]);
    let parts = parts(&x, &y, &mut |i, j| {
        if let (Some(here), Some(there)) = (to_b.get_mut(i), to_a.get_mut(j)) {
            (*here, *there) = (Some(j), Some(i));
        }
    });
    let identical = x.exact(0..x.tokens.len()) == y.exact(0..y.tokens.len());
    let copies = rows.iter().any(|row| !["same_quote", "boilerplate"].contains(&row.kind.as_str()));
    let sides = [Side::new(a, &x, &to_b), Side::new(b, &y, &to_a)];
    let sourcing = if identical { Vec::new() } else { changes(&sides[0], &sides[1], copies) };
    let mut kinds: Vec<String> = rows.iter().map(|row| row.kind.clone()).collect();
    kinds.dedup();
    let first = rows.first();
    Comparison {
        articles: [a, b].map(Compared::new),
        passages: rows.len(),
        kinds,
        direction: first.map_or_else(|| "unknown".to_owned(), |row| row.direction.clone()),
        evidence: first.map_or_else(Vec::new, |row| row.evidence.clone()),
        identical,
        sourcing,
        parts,
    }
}

impl Compared {
    fn new(record: &Record) -> Self {
        Self {
            doc_id: record.doc_id.clone(),
            title: record.title.clone(),
            outlet: record.outlet.clone(),
            published_at: record.published_at.clone(),
        }
    }
}

/// `same` is told of each pair of tokens that belong together.
fn parts(a: &Words, b: &Words, same: &mut impl FnMut(usize, usize)) -> Vec<Part> {
    let mut out: Vec<Part> = Vec::new();
    for group in groups(a, b) {
        let (kind, paragraphs) = written(a, b, &group, same);
        let goes_on =
            |last: &&mut Part| last.kind == kind && kind != PartKind::Changed && !last.moved && !group.moved;
        match out.last_mut().filter(goes_on) {
            Some(last) => last.paragraphs.extend(paragraphs),
            None => out.push(Part { kind, moved: group.moved, paragraphs }),
        }
    }
    out
}

fn written(
    a: &Words,
    b: &Words,
    group: &Group,
    same: &mut impl FnMut(usize, usize),
) -> (PartKind, Vec<Vec<Run>>) {
    let alone = |on, words: &Words, side: usize| {
        let one = |i: usize| vec![Run::new(on, words.text(words.within(&(i..i + 1))))];
        group.at[side].clone().map(one).collect()
    };
    match group.at.each_ref().map(ExactSizeIterator::len) {
        [_, 0] => (PartKind::A, alone(On::A, a, 0)),
        [0, _] => (PartKind::B, alone(On::B, b, 1)),
        _ => {
            let at = [a.within(&group.at[0]), b.within(&group.at[1])];
            let equal = a.exact(at[0].clone()) == b.exact(at[1].clone());
            let runs = runs([a, b], at, &mut *same);
            match equal {
                true => (PartKind::Same, alone(On::Both, a, 0)),
                false => (PartKind::Changed, vec![runs]),
            }
        }
    }
}

#[cfg(test)]
mod tests;
