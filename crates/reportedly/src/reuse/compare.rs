use super::index::Index;
use super::keys::Keys;
use super::passage::{Passage, passages};
use super::shared::shared;

/// The passages that two articles share, from their keys alone.
pub fn compare(a: &Keys, b: &Keys) -> Vec<Passage> {
    let mut index = Index::default();
    let (in_a, in_b) = (index.add(a), index.add(b));
    passages(&shared((0, &in_a), (1, &in_b)), a, b)
}
