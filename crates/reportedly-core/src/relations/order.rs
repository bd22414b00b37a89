//! One order of articles, whatever order they come in.

use super::Document;
use crate::reuse::When;

/// Positions in the order in which articles are taken: by stated date, those without one last; then the
/// longer text first, since a part is found in the whole; then by their text and id.
pub(super) fn order(documents: &[Document]) -> Vec<usize> {
    let when = |d: &Document| {
        let stated = d.article.metadata.published.as_ref().filter(|date| !date.guess);
        stated.and_then(|date| When::new(&date.value))
    };
    let mut keyed: Vec<_> = documents.iter().map(|d| (when(d), d)).enumerate().collect();
    keyed.sort_by(|(_, (when_a, a)), (_, (when_b, b))| {
        let (x, y) = (&a.article.text, &b.article.text);
        let undated = when_a.is_none().cmp(&when_b.is_none());
        undated
            .then_with(|| when_a.cmp(when_b))
            .then_with(|| written(a).cmp(written(b)))
            .then_with(|| y.len().cmp(&x.len()))
            .then_with(|| x.as_str().cmp(y.as_str()))
            .then_with(|| a.id.cmp(b.id))
    });
    keyed.into_iter().map(|(position, _)| position).collect()
}

/// The date as stated: a clock without a zone decides nothing, but is a better order than none.
fn written<'a>(document: &Document<'a>) -> &'a str {
    document.article.metadata.published.as_ref().filter(|d| !d.guess).map_or("", |d| d.value.value.as_str())
}
