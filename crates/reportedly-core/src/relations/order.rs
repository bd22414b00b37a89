//! One order of articles, whatever order they come in.

use super::Document;

/// Positions in the order in which articles are taken: by stated date, those without one last; then the
/// longer text first, since a part is found in the whole; then by their text and id.
pub(super) fn order(documents: &[Document]) -> Vec<usize> {
    // a clock without a zone decides nothing, but is a better order than none
    let dated = |d: &Document| {
        let stated = d.article.metadata.published.as_ref().filter(|date| !date.guess);
        stated.map(|date| (date.value.when(), date.value.value()))
    };
    let mut keyed: Vec<_> = documents.iter().map(|d| (dated(d), d)).enumerate().collect();
    keyed.sort_by(|(_, (date_a, a)), (_, (date_b, b))| {
        let (x, y) = (&a.article.text, &b.article.text);
        let undated = date_a.is_none().cmp(&date_b.is_none());
        undated
            .then_with(|| date_a.cmp(date_b))
            .then_with(|| y.len().cmp(&x.len()))
            .then_with(|| x.as_str().cmp(y.as_str()))
            .then_with(|| a.id.cmp(b.id))
    });
    keyed.into_iter().map(|(position, _)| position).collect()
}
