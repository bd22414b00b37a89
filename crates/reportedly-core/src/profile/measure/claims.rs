//! What the measurements are counted from.

use super::id::Measure;
use super::sentence::Sentence;
use crate::article::Prose;
use crate::profile::Measurement;
use crate::reading::Reading;
use crate::source::{CueClass, Identity, Kind};
use crate::text::Span;

/// The claims of an article, as they are counted.
pub(super) struct Claims<'a> {
    pub reading: &'a Reading,
    /// One for each claim.
    pub identities: Vec<&'a Identity>,
    pub prose: Prose<'a>,
}

impl Claims<'_> {
    /// Claims in which something is said.
    pub fn said(&self) -> impl Iterator<Item = (usize, &Identity)> {
        self.identities.iter().copied().enumerate().filter(|(_, i)| is_said(i))
    }

    /// The place of a claim's source, or else of its cue or content.
    fn place(&self, i: usize) -> Option<Span> {
        let a = &self.reading.claims.get(i)?.attribution;
        a.source.cover().or(a.cue).or(a.content.cover())
    }

    pub fn places(&self, claims: &[usize]) -> Vec<Span> {
        let mut spans: Vec<Span> = claims.iter().filter_map(|&i| self.place(i)).collect();
        spans.sort();
        spans
    }

    pub fn of_kind(&self, fits: impl Fn(&Identity) -> bool) -> Vec<usize> {
        self.said().filter(|(_, i)| fits(i)).map(|(n, _)| n).collect()
    }

    /// A measurement of some of so many claims.
    pub fn part(&self, id: Measure, claims: &[usize], of: usize, sentence: &Sentence) -> Measurement {
        let (spans, sentence) = (self.places(claims), sentence.message());
        Measurement { id: id.name(), count: claims.len(), of: Some(of), spans, sentence }
    }
}

/// Whether something is said, not only believed or wanted, and not by the writer.
pub(super) fn is_said(i: &Identity) -> bool {
    !matches!(i.cue_class, Some(CueClass::Attitude | CueClass::Perception)) && i.kind != Kind::Author
}
