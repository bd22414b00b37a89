//! How many articles are related.
//!
//! [`relate`] takes articles in any order and returns [`Relations`]: who shares text with whom, and which
//! claims spread. A host that keeps articles calls the steps itself: the keys of each article once, an [`Index`](crate::reuse::Index)
//! for its links, a [`Fold`](crate::reuse::Fold) of all links.

mod order;
mod relate;

pub use relate::relate;

use crate::article::Article;
use crate::reuse::{Pair, Passage};
use crate::trace::{Group, Publishers, Statement};

/// One article among those that are related.
#[derive(Clone, Debug)]
pub struct Document<'a> {
    /// Its id; unique.
    pub id: &'a str,
    /// The article.
    pub article: &'a Article,
    /// Its claims; empty if only text re-use is wanted.
    pub statements: &'a [Statement],
}

/// Options for relating.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RelateOptions {
    /// If more articles than this share a passage, each is paired only with the one where it first appeared.
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
    /// Pairs that share text, the article with the earlier stated date first.
    pub pairs: Vec<Related>,
    /// Boilerplate, with the place where it first appeared.
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
    /// Where it first appeared.
    pub b: usize,
    /// The lines.
    pub passages: Vec<Passage>,
}

#[cfg(test)]
mod tests;
