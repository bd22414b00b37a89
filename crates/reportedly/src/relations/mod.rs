//! What many articles have to do with each other.
//!
//! [`relate`] takes articles in any order and gives [`Relations`]: who shares text with whom, and which
//! claims travelled. A host that
//! keeps articles calls the steps itself: the keys of each article once, an [`Index`](crate::reuse::Index)
//! for its links, a [`Fold`](crate::reuse::Fold) of all links.

mod order;
mod relate;

pub use relate::relate;

use crate::article::Article;
use crate::claim::{Group, Publishers, Statement};
use crate::reuse::{Pair, Passage};

/// One article among those that are related.
#[derive(Clone, Debug)]
pub struct Document<'a> {
    /// What it is known by; no two have the same.
    pub id: &'a str,
    /// The article.
    pub article: &'a Article,
    /// Its claims; none where only text re-use is asked for.
    pub statements: &'a [Statement],
}

/// How to relate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RelateOptions {
    /// Of a passage that more articles have, only the pairs with the one where it stood first are written.
    pub most_pairs: usize,
    /// Which outlets belong to one owner.
    pub publishers: Publishers,
}

impl Default for RelateOptions {
    fn default() -> Self {
        Self { most_pairs: 300, publishers: Publishers::default() }
    }
}

/// What was found; articles are given by their position in the caller's list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Relations {
    /// Pairs that share text: the one of the earlier stated date first.
    pub pairs: Vec<Related>,
    /// Boilerplate, with where it stood first.
    pub boilerplate: Vec<SharedLines>,
    /// For each article the position of the first one of its family.
    pub families: Vec<usize>,
    /// Contents that more than one article carries; articles are given by their position here, too.
    pub groups: Vec<Group>,
}

/// Two articles that share text.
#[derive(Clone, Debug, PartialEq)]
pub struct Related {
    /// The first article.
    pub a: usize,
    /// The second one.
    pub b: usize,
    /// What they share.
    pub pair: Pair,
}

/// Boilerplate that two articles share.
#[derive(Clone, Debug, PartialEq)]
pub struct SharedLines {
    /// The article.
    pub a: usize,
    /// Where it stood first.
    pub b: usize,
    /// The lines.
    pub passages: Vec<Passage>,
}

#[cfg(test)]
mod tests;
