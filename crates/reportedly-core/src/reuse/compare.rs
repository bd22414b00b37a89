use super::index::Index;
use super::keys::Keys;
use super::passage::{Passage, passages};
use super::shared::shared;

/// The passages that two articles share, from their keys alone.
///
/// Passages of fewer than [`LEAST_SHARED_WORDS`](super::LEAST_SHARED_WORDS) words are left out; spans are bytes of the
/// two texts.
///
/// ```
/// use reportedly::Text;
/// use reportedly::reuse::{compare, keys};
///
/// let news = "The pier of Velmouth is open again after a winter of repairs that cost the town far less \
///     than it had feared in the autumn";
/// let a = Text::new(format!("{news}."));
/// let b = Text::new(format!("Late on Monday: {}!", news.to_uppercase()));
/// let found = compare(&keys(&a), &keys(&b));
/// assert_eq!((found.len(), found[0].similarity), (1, 1.0));
/// assert_eq!(a.get(found[0].a), news);
/// ```
pub fn compare(a: &Keys, b: &Keys) -> Vec<Passage> {
    let mut index = Index::default();
    let (in_a, in_b) = (index.add(a), index.add(b));
    passages(&shared((0, &in_a), (1, &in_b)), a, b)
}
