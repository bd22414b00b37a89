mod accusations;
mod origin;
mod sentence;
mod sources;
mod unattributed;

use super::Measurement;
use crate::article::{Article, Prose};
use crate::language::Support;
use crate::reading::{Claim, Reading};
use crate::source::{CueClass, Identity, Kind};
use crate::text::Span;
use sentence::Sentence;

/// The measurements that one article can show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Claims with a named source.
    Named,
    /// How unnamed sources are described.
    Described,
    /// Unnamed sources that judge.
    Judging,
    /// Unnamed sources in the plural, without a number.
    Uncounted,
    /// Who says most.
    OneSource,
    /// Quotations that are attributed in another paragraph.
    FarOff,
    /// Facts in the writer's own voice.
    Unsourced,
    /// Accusations without an answer.
    Accusations,
    /// Agencies and press releases.
    Origin,
}

impl Measure {
    /// All of them, in order.
    pub const ALL: [Self; 9] = [
        Self::Named,
        Self::Described,
        Self::Judging,
        Self::Uncounted,
        Self::OneSource,
        Self::FarOff,
        Self::Unsourced,
        Self::Accusations,
        Self::Origin,
    ];

    /// The id in the output and in packs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Named => "SP01",
            Self::Described => "SP03",
            Self::Judging => "SP05",
            Self::Uncounted => "SP06",
            Self::OneSource => "SP07",
            Self::FarOff => "SP09",
            Self::Unsourced => "SP10",
            Self::Accusations => "SP12",
            Self::Origin => "SP14",
        }
    }
}

/// Counts what newsrooms' rules ask about. Empty for an article in a language that is not read.
///
/// ```
/// use reportedly::profile::measure;
/// use reportedly::{Engine, ReadOptions};
///
/// let engine = Engine::new(ReadOptions::default());
/// let read = engine.read_text("\u{201c}It held,\u{201d} said Mara Hale.");
/// let measured = measure(&read.article, &read.reading);
/// let named = measured.iter().find(|m| m.id == "SP01").unwrap();
/// assert_eq!((named.count, named.of), (1, Some(1)));
/// ```
pub fn measure(article: &Article, reading: &Reading) -> Vec<Measurement> {
    if reading.support != Support::Full || reading.claims.is_empty() && reading.segments.is_empty() {
        return Vec::new();
    }
    let identities = reading.claims.iter().filter_map(Claim::identity).collect();
    let tokens = article.tokens();
    let all = Claims { reading, identities, prose: Prose::of(article, &tokens) };
    vec![
        sources::named(&all),
        sources::described(&all),
        sources::judging(&all),
        sources::uncounted(&all),
        sources::one_source(&all),
        unattributed::far_off(&all),
        unattributed::unsourced(&all),
        accusations::accusations(&all),
        origin::origin(&all, article),
    ]
}

struct Claims<'a> {
    reading: &'a Reading,
    /// One for each claim.
    identities: Vec<&'a Identity>,
    prose: Prose<'a>,
}

impl Claims<'_> {
    /// Claims in which something is said.
    fn said(&self) -> impl Iterator<Item = (usize, &Identity)> {
        self.identities.iter().copied().enumerate().filter(|(_, i)| is_said(i))
    }

    /// The place of a claim's source, or else of its cue or content.
    fn place(&self, i: usize) -> Option<Span> {
        let a = &self.reading.claims.get(i)?.attribution;
        a.source.cover().or(a.cue).or(a.content.cover())
    }

    fn places(&self, claims: &[usize]) -> Vec<Span> {
        let mut spans: Vec<Span> = claims.iter().filter_map(|&i| self.place(i)).collect();
        spans.sort();
        spans
    }

    fn of_kind(&self, fits: impl Fn(&Identity) -> bool) -> Vec<usize> {
        self.said().filter(|(_, i)| fits(i)).map(|(n, _)| n).collect()
    }

    /// A measurement of some of so many claims.
    fn part(&self, id: Measure, claims: &[usize], of: usize, sentence: &Sentence) -> Measurement {
        let (spans, sentence) = (self.places(claims), sentence.message());
        Measurement { id: id.name(), count: claims.len(), of: Some(of), spans, sentence }
    }
}

/// Whether something is said, not only believed or wanted, and not by the writer.
fn is_said(i: &Identity) -> bool {
    !matches!(i.cue_class, Some(CueClass::Attitude | CueClass::Perception)) && i.kind != Kind::Author
}
