//! Whether two contents are the same.

use std::collections::BTreeMap;

use super::anchor::Anchor;
use crate::reuse::{Number, extend};

/// Fewer words than this say too little to be known again elsewhere.
const LEAST_WORDS: u32 = 5;
/// Words in a row by which candidates are found.
pub(super) const SHINGLE: usize = 4;
/// A run of words that more contents have is a phrase of the language.
pub(super) const PHRASE: usize = 50;
/// Of a content that stands in another article without being a claim there, at least this much is the same.
pub(super) const CARRIED: f32 = 0.8;

/// Places from which a common stretch is looked for.
const SEEDS: usize = 8;

/// A place where contents stood first, as it is compared with others.
pub(super) struct Node {
    pub anchor: Anchor,
    /// The words of the first content found there.
    pub words: Vec<u32>,
    /// Whether it is quoted.
    pub quoted: bool,
    /// The articles whose contents stand there, in order, with the words of theirs that it covers.
    pub places: Vec<(Number, (u32, u32))>,
}

/// The pairs of nodes that hold one content.
pub(super) fn pairs(nodes: &[Node]) -> Vec<(usize, usize)> {
    let mut found = overlapping(nodes);
    found.extend(alike(nodes));
    found
}

/// Whether contents of `one` and `other` words with `common` of them in common are the same: most of the
/// longer one, or a quotation that was cut.
fn same(common: u32, one: u32, other: u32, quoted: bool) -> bool {
    let (short, long) = (one.min(other), one.max(other));
    common * 10 >= long * 6 || quoted && common >= LEAST_WORDS && common * 10 >= short * 8
}

/// Nodes are in the order of their anchors.
fn overlapping(nodes: &[Node]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for (i, one) in nodes.iter().enumerate() {
        let rest = nodes.iter().enumerate().skip(i + 1);
        let near =
            rest.take_while(|(_, n)| n.anchor.root == one.anchor.root && n.anchor.from < one.anchor.to);
        for (j, other) in near {
            let common = one.anchor.overlap(other.anchor);
            let quoted = one.quoted && other.quoted;
            if same(common, one.anchor.len(), other.anchor.len(), quoted) && apart(one, other) {
                found.push((i, j));
            }
        }
    }
    found
}

/// Whether no article has one inside the other: a claim within a claim is not the one around it.
fn apart(one: &Node, other: &Node) -> bool {
    one.places.iter().all(|&(number, (from, to))| {
        let first = other.places.partition_point(|p| p.0 < number);
        let own = other.places.iter().skip(first).take_while(|p| p.0 == number);
        own.into_iter().all(|&(_, (start, end))| to.min(end) <= from.max(start))
    })
}

/// Nodes of different places with the same words.
fn alike(nodes: &[Node]) -> Vec<(usize, usize)> {
    let mut by_words: BTreeMap<&[u32], Vec<usize>> = BTreeMap::new();
    for (i, node) in nodes.iter().enumerate() {
        for words in node.words.windows(SHINGLE) {
            let list = by_words.entry(words).or_default();
            if list.last() != Some(&i) {
                list.push(i);
            }
        }
    }
    let mut candidates: Vec<(usize, usize)> = Vec::new();
    for list in by_words.values().filter(|l| l.len() > 1 && l.len() <= PHRASE) {
        for (k, &i) in list.iter().enumerate() {
            candidates.extend(list.iter().skip(k + 1).map(|&j| (i, j)));
        }
    }
    candidates.sort_unstable();
    candidates.dedup();
    candidates.retain(|&(i, j)| {
        let (one, other) = (&nodes[i], &nodes[j]);
        let common = common(&one.words, &other.words);
        let (len, other_len) = (one.words.len() as u32, other.words.len() as u32);
        (one.anchor.root != other.anchor.root || one.anchor.overlap(other.anchor) == 0)
            && common >= LEAST_WORDS
            && same(common, len, other_len, one.quoted && other.quoted)
            && apart(one, other)
    });
    candidates
}

/// Words that agree along the best stretch over small edits.
fn common(a: &[u32], b: &[u32]) -> u32 {
    let mut places: BTreeMap<&[u32], usize> = BTreeMap::new();
    for (j, words) in b.windows(SHINGLE).enumerate() {
        places.entry(words).or_insert(j);
    }
    let seeds = a.windows(SHINGLE).enumerate().filter_map(|(i, words)| Some((i, *places.get(words)?)));
    let lengths = seeds.take(SEEDS).map(|(i, j)| extend(a, b, i, j).iter().map(|r| r.len).sum());
    lengths.max().unwrap_or(0)
}
