mod accusations;
mod origin;
mod sources;
mod unattributed;

use super::Measurement;
use crate::article::Article;
use crate::language::Support;
use crate::reading::{Claim, Reading};
use crate::source::{CueClass, Identity, Kind};
use crate::text::{Span, Text};

/// The measurements that one article can show.
pub const IDS: [&str; 9] = ["SP01", "SP03", "SP05", "SP06", "SP07", "SP09", "SP10", "SP12", "SP14"];

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
    let all = Claims { reading, identities, text: &article.text };
    vec![
        all.named(),
        all.ladder(),
        all.opinions_of_the_unnamed(),
        all.plural_without_number(),
        all.one_source(),
        all.paragraphs_without_cue(),
        all.unsourced(),
        all.accusations(),
        all.agencies(article),
    ]
}

struct Claims<'a> {
    reading: &'a Reading,
    /// One for each claim.
    identities: Vec<&'a Identity>,
    text: &'a Text,
}

/// "1 claim", "2 claims".
fn counted(n: usize, one: &str) -> String {
    format!("{n} {one}{}", if n == 1 { "" } else { "s" })
}

/// A sentence, unless there was nothing to count: then only that.
fn unless_none(of: usize, what: &str, sentence: String) -> String {
    if of == 0 { format!("Not applicable: no {what}.") } else { sentence }
}

/// The form of a verb that goes with a number.
fn verb(n: usize, one: &'static str, more: &'static str) -> &'static str {
    if n == 1 { one } else { more }
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
    fn part(&self, id: &'static str, claims: &[usize], of: usize, sentence: String) -> Measurement {
        Measurement { id, count: claims.len(), of: Some(of), spans: self.places(claims), sentence }
    }
}

/// Whether something is said, not only believed or wanted, and not by the writer.
fn is_said(i: &Identity) -> bool {
    !matches!(i.cue_class, Some(CueClass::Attitude | CueClass::Perception)) && i.kind != Kind::Author
}
