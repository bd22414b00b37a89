//! What two articles share, composed from the links of each.

use super::extend::{Run, push};
use super::index::{Link, Number};

/// The runs that two articles share, in the order of the first; `a` counts in it, `b` in the other.
///
/// Both link to the places where their passages first appeared, so their common words are those that link to
/// the same place. Nothing has to be searched.
///
/// ```
/// use reportedly::Text;
/// use reportedly::reuse::{Index, keys, shared};
///
/// let news = "The pier of Velmouth is open again after a winter of repairs that cost the town far less \
///     than it had feared in the autumn";
/// let mut index = Index::default();
/// let mut add = |text: String| index.add(&keys(&Text::new(text)));
/// let (_, one, two) = (add(news.into()), add(format!("On Monday: {news}")), add(format!("News: {news}")));
/// let runs = shared((1, &one), (2, &two)); // both link to article 0
/// assert_eq!((runs[0].a, runs[0].b, runs[0].len), (2, 1, 25));
/// ```
pub fn shared(a: (Number, &[Link]), b: (Number, &[Link])) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for link in a.1.iter().filter(|l| l.root == b.0) {
        runs.extend(&link.runs);
    }
    for link in b.1.iter().filter(|l| l.root == a.0) {
        runs.extend(link.runs.iter().map(|r| Run { a: r.b, b: r.a, len: r.len }));
    }
    for in_a in a.1 {
        for in_b in b.1.iter().filter(|l| l.root == in_a.root) {
            meet(&in_a.runs, &in_b.runs, &mut runs);
        }
    }
    runs.sort_unstable();
    let mut joined = Vec::with_capacity(runs.len());
    runs.into_iter().for_each(|run| push(&mut joined, run));
    joined
}

/// The words of the root that both lists of runs lead to. Within a link, runs are in the root's order, too.
fn meet(a: &[Run], b: &[Run], out: &mut Vec<Run>) {
    let (mut i, mut j) = (0, 0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        let (start, end) = (x.b.max(y.b), (x.b + x.len).min(y.b + y.len));
        if start < end {
            out.push(Run { a: x.a + start - x.b, b: y.a + start - y.b, len: end - start });
        }
        if x.b + x.len <= y.b + y.len { i += 1 } else { j += 1 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(root: Number, runs: &[(u32, u32, u32)]) -> Link {
        let runs = runs.iter().map(|&(a, b, len)| Run { a, b, len }).collect();
        Link { root, runs, ..Link::default() }
    }

    #[test]
    fn two_copies_share_what_leads_to_the_same_place() {
        let a = [link(0, &[(0, 10, 8), (9, 19, 5)])];
        let b = [link(0, &[(4, 14, 20)])];
        let run = |a, b, len| Run { a, b, len };
        assert_eq!(shared((1, &a), (2, &b)), [run(4, 4, 4), run(9, 9, 5)]);
        assert_eq!(shared((2, &b), (0, &[])), [run(4, 14, 20)]);
        assert_eq!(shared((0, &[]), (2, &b)), [run(14, 4, 20)]);
        assert!(shared((1, &a), (7, &[])).is_empty());
    }
}
