//! Words of a claim in articles that make no claim of them and share nothing else with it.

use std::collections::{BTreeMap, BTreeSet};

use super::Carriers;
use super::same::{CARRIED, Node, PHRASE, SHINGLE};
use crate::reuse::{Number, extend, keys};

/// Fewer words than this stand in many articles that do not speak of the same.
const LEAST_WORDS: usize = 8;

/// The words of articles, from and to, that stand where each node does.
type Ranges = BTreeMap<usize, Vec<(Number, (u32, u32))>>;

/// By node, the articles where nearly all its words stand, and which words of theirs these are.
pub(super) fn spread(all: &Carriers, nodes: &[Node]) -> Ranges {
    let mut by_words: BTreeMap<&[u32], Vec<usize>> = BTreeMap::new();
    for (i, node) in nodes.iter().enumerate().filter(|n| n.1.words.len() >= LEAST_WORDS) {
        for words in node.words.windows(SHINGLE) {
            let list = by_words.entry(words).or_default();
            if list.last() != Some(&i) {
                list.push(i);
            }
        }
    }
    by_words.retain(|_, list| list.len() <= PHRASE);
    let mut found: Ranges = BTreeMap::new();
    for (number, article) in all.articles.iter().enumerate().filter(|a| !a.1.text.is_empty()) {
        let keys = keys(&article.text);
        let mut seen = BTreeSet::new();
        for (at, words) in keys.words().windows(SHINGLE).enumerate() {
            for &i in by_words.get(words).into_iter().flatten() {
                let Some(node) = nodes.get(i).filter(|_| !seen.contains(&i)) else { continue };
                if let Some(range) = whole(&node.words, keys.words(), at) {
                    seen.insert(i);
                    found.entry(i).or_default().push((number as Number, range));
                }
            }
        }
    }
    found
}

/// The words around `at` that are nearly all of a content, over small edits.
fn whole(content: &[u32], words: &[u32], at: usize) -> Option<(u32, u32)> {
    let seed = words.get(at..at + SHINGLE)?;
    let place = content.windows(SHINGLE).position(|w| w == seed)?;
    // no edit is longer than the content
    let start = at.saturating_sub(content.len() * 2);
    let near = words.get(start..(at + content.len() * 2).min(words.len()))?;
    let runs = extend(content, near, place, at - start);
    let agree: u32 = runs.iter().map(|r| r.len).sum();
    let (first, last) = (runs.first()?, runs.last()?);
    let (from, to) = (first.b, last.b + last.len);
    let close = (to - from) as usize <= content.len() * 2;
    (agree as f32 >= CARRIED * content.len() as f32 && close)
        .then_some((from + start as u32, to + start as u32))
}
