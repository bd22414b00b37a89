//! Stories: which articles tell of the same incident.
//!
//! In three steps, as re-use is found, so that one core serves memory, a database and a cluster:
//! - [`Keys`] of one article: its rarer words and names as numbers, its days, place and figures;
//! - [`compare`] two of them: the [`Evidence`] that they tell of one incident, and by a small learned [`Decision`] how likely
//!   that is. Pairs worth comparing come from an [`Index`] of what is rare, so one more article costs what its matches cost;
//! - [`fold`] the pairs: average linkage (Sokal and Michener 1958), so that one likely pair never joins two stories whose other
//!   articles do not fit.
//!
//! [`stories`] does all three for articles in memory; the same articles in any order give the same stories.

mod bytes;
mod compare;
mod decide;
mod fold;
mod index;
mod keys;
mod rarity;
#[cfg(test)]
mod tests;

pub use compare::{Evidence, Sign, compare};
pub use decide::Decision;
pub use fold::{Ties, fold};
pub use index::{Handle, Index, MOST_OF_ONE, likeliest};
pub(crate) use keys::common_left_out;
pub use keys::{Happened, Keys, Told, day, iso};

use std::collections::BTreeMap;

/// For each article the position of the first one that tells of the same incident.
///
/// ```
/// use reportedly_core::story::{Decision, Keys, Told, stories};
///
/// let told = |body| Keys::of(&Told { body, published: Some(22_000), people: vec!["Oswin Tarnby"], ..Told::default() });
/// let found = stories(
///     &[
///         told("Oswin Tarnby, 44, was pulled from the weir at Quenby after his skiff overturned, the coxswain said."),
///         told("A bakery in Marl Street will close in spring because rye costs too much, its owner Hepzibah Flood said."),
///         told("The skiff of Oswin Tarnby, 44, overturned above the weir at Quenby; a coxswain pulled him out."),
///     ],
///     &Decision::default(),
/// );
/// assert_eq!(found, [0, 1, 0]);
/// ```
pub fn stories(keys: &[Keys], decision: &Decision) -> Vec<usize> {
    // copies are one text: of each, the first one stands for all
    let mut order: Vec<usize> = (0..keys.len()).collect();
    order.sort_by(|&a, &b| keys[a].cmp(&keys[b]).then(a.cmp(&b)));
    let mut texts: BTreeMap<([&[u32]; 2], Option<usize>), usize> = BTreeMap::new();
    let mut nodes: Vec<usize> = Vec::new();
    let mut node_of = vec![0; keys.len()];
    for at in order {
        // those of which nothing is known are not copies of each other
        let text = keys[at].text();
        let own = text.concat().is_empty().then_some(at);
        node_of[at] = *texts.entry((text, own)).or_insert_with(|| {
            nodes.push(at);
            nodes.len() - 1
        });
    }
    let own: Vec<&Keys> = nodes.iter().map(|&at| &keys[at]).collect();
    let (mut index, mut pairs) = (Index::default(), Vec::new());
    for (number, keys) in own.iter().enumerate() {
        pairs.extend(index.add(keys).into_iter().map(|other| (other, number)));
    }
    let mut first = vec![usize::MAX; own.len()];
    let mut story = vec![0; own.len()];
    for (number, members) in fold(&own, &pairs, &Ties::default(), decision).into_iter().enumerate() {
        members.into_iter().for_each(|node| story[node] = number);
    }
    let of = |at: usize| story[node_of[at]];
    (0..keys.len()).for_each(|at| first[of(at)] = first[of(at)].min(at));
    (0..keys.len()).map(|at| first[of(at)]).collect()
}
