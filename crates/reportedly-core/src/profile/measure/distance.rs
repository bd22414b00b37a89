//! How far from quoted words the text says whose they are.

use super::claims::Claims;
use super::id::Measure;
use super::sentence::Sentence;
use crate::attribution::{Attribution, Mode};
use crate::profile::Measurement;
use crate::text::Span;

/// Quotations that are attributed in another sentence than the one that they begin in.
pub(super) fn late(all: &Claims) -> Measurement {
    let sentence = |span: Span| all.prose.within(span).first().map(|token| token.sentence);
    let quoted = |a: &&Attribution| a.within.is_none() && a.mode != Mode::Indirect;
    let (mut spans, mut of, mut farthest) = (Vec::new(), 0, 0);
    for a in all.reading.claims.iter().map(|c| &c.attribution).filter(quoted) {
        let Some((first, begins)) = a.content.pieces().first().and_then(|p| Some((*p, sentence(*p)?))) else {
            continue;
        };
        let anchors = a.cue.iter().chain(a.source.pieces()).filter_map(|s| sentence(*s));
        let Some(far) = anchors.map(|s| s.abs_diff(begins)).min() else { continue };
        of += 1;
        if far > 0 {
            spans.push(first);
            farthest = farthest.max(far);
        }
    }
    spans.sort_unstable();
    let count = spans.len();
    let sentence = Sentence::Late { count, of, farthest }.message();
    Measurement { id: Measure::Late.name(), count, of: Some(of), spans, sentence }
}
