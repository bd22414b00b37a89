use super::extend::Run;
use super::keys::Keys;
use crate::text::Span;

/// Words that one side may have between two runs of one passage.
const GAP: u32 = 8;

/// A stretch that two articles share, allowing for small edits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Passage {
    /// Its place in the first article.
    pub a: Span,
    /// Its place in the second one.
    pub b: Span,
    /// How many words agree.
    pub words: u32,
    /// The share of words that agree, of those of the longer side: 0 to 1.
    pub similarity: f32,
    /// The share in quotation marks, on the side that has fewer: 0 to 1.
    pub quoted: f32,
}

/// The passages that runs make up, in the order of the first article: runs that follow each other closely on
/// both sides are one. What lies between them and beside them is compared word for word.
///
/// ```
/// use reportedly::Text;
/// use reportedly::reuse::{Run, keys, passages};
///
/// let a = Text::new("The pier of Velmouth opened on Monday after a long winter of repairs");
/// let b = Text::new("The pier of Velmouth opened on Tuesday after a long winter of repairs");
/// let runs = [Run { a: 0, b: 0, len: 6 }, Run { a: 7, b: 7, len: 6 }];
/// let found = passages(&runs, &keys(&a), &keys(&b));
/// assert_eq!((found.len(), found[0].words), (1, 12));
/// assert_eq!(a.get(found[0].a), a.as_str());
/// ```
pub fn passages(runs: &[Run], a: &Keys, b: &Keys) -> Vec<Passage> {
    let mut out = Vec::new();
    let mut from = 0;
    for i in 1..=runs.len() {
        if i == runs.len() || !follows(runs[i - 1], runs[i]) {
            out.extend(passage(&runs[from..i], a, b));
            from = i;
        }
    }
    out
}

fn follows(one: Run, next: Run) -> bool {
    let near = |end: u32, start: u32| start >= end && start - end <= GAP;
    near(one.a + one.len, next.a) && near(one.b + one.len, next.b)
}

fn passage(runs: &[Run], a: &Keys, b: &Keys) -> Option<Passage> {
    let (first, last) = (runs.first()?, runs.last()?);
    let (x, y) = (a.words(), b.words());
    let (mut from_a, mut from_b) = (first.a as usize, first.b as usize);
    let (mut to_a, mut to_b) = ((last.a + last.len) as usize, (last.b + last.len) as usize);
    let mut same: usize = runs.iter().map(|r| r.len as usize).sum();
    for pair in runs.windows(2) {
        let ends = ((pair[0].a + pair[0].len) as usize, (pair[0].b + pair[0].len) as usize);
        same += common(x.get(ends.0..pair[1].a as usize)?, y.get(ends.1..pair[1].b as usize)?);
    }
    while from_a > 0 && from_b > 0 && x.get(from_a - 1) == y.get(from_b - 1) {
        (from_a, from_b, same) = (from_a - 1, from_b - 1, same + 1);
    }
    while to_a < x.len() && to_b < y.len() && x[to_a] == y[to_b] {
        (to_a, to_b, same) = (to_a + 1, to_b + 1, same + 1);
    }
    let quoted =
        |keys: &Keys, from: usize, to: usize| keys.quoted(from as u32, to as u32) as f32 / (to - from) as f32;
    Some(Passage {
        a: a.cover(from_a as u32, to_a as u32),
        b: b.cover(from_b as u32, to_b as u32),
        words: same as u32,
        similarity: same as f32 / (to_a - from_a).max(to_b - from_b) as f32,
        quoted: quoted(a, from_a, to_a).min(quoted(b, from_b, to_b)),
    })
}

/// Words that agree in order: the longest common subsequence of two short gaps.
fn common(a: &[u32], b: &[u32]) -> usize {
    let mut row = vec![0; b.len() + 1];
    for x in a {
        let mut corner = 0;
        for (j, y) in b.iter().enumerate() {
            let above = row[j + 1];
            row[j + 1] = if x == y { corner + 1 } else { above.max(row[j]) };
            corner = above;
        }
    }
    row.last().copied().unwrap_or(0)
}
