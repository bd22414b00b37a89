//! Where the text says that it comes from.

use super::sentence::Sentence;
use super::{Claims, Measure};
use crate::article::{Article, credit};
use crate::profile::Measurement;
use crate::text::Span;

/// Agencies and press releases that the text names as its origin.
pub(super) fn origin(all: &Claims, article: &Article) -> Measurement {
    let text = all.prose.text.as_str();
    let at = |words: &'static str| {
        text.match_indices(words).map(|(i, w)| Span::new(i as u32, (i + w.len()) as u32))
    };
    let mut spans: Vec<Span> = all.prose.language.layout.wires.iter().flat_map(at).collect();
    let credit = credit(article).filter(|c| !spans.iter().any(|s| s.overlaps(c.span)));
    let only = credit.as_ref().filter(|_| spans.is_empty()).map(|c| c.name.clone());
    spans.extend(credit.map(|c| c.span));
    spans.sort();
    let count = spans.len();
    let sentence = only.map_or(Sentence::Origin { count }, |name| Sentence::Credited { name });
    Measurement { id: Measure::Origin.name(), count, of: None, spans, sentence: sentence.message() }
}
