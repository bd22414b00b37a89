//! One claim of a document: the row that other programs read.

use reportedly_core::reading::{self, Grade, Reading};
use reportedly_core::text::offsets::Offsets;
use reportedly_core::text::{Span, Text};
use serde::{Deserialize, Serialize};

use crate::hash;
use crate::place::{self, Place};
use crate::sourcing::{self, Sourcing};

/// One claim: who is said to say what, and how the document presents it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Claim {
    /// A hash of text and places: the same claim in the same text keeps its id.
    pub claim_id: String,
    /// What is said, in one or more pieces.
    pub content: Vec<Place>,
    /// The words that signal the attribution; `null` for a quotation without any.
    pub cue: Option<Place>,
    /// Who is said to say it; empty where nobody is.
    pub source: Vec<Place>,
    /// Whom the claim is attributed to, and how it is presented.
    #[serde(flatten)]
    pub sourcing: Sourcing,
    /// direct, mixed or indirect.
    pub mode: String,
    /// The `claim_id` of the claim whose content contains this one.
    pub within: Option<String>,
    /// The `incident_id` of the incident that it tells of; `null` where it tells of none.
    #[serde(default)]
    pub incident_id: Option<String>,
    /// Probability that content and source are right, and the source's kind and name.
    pub confidence: f64,
    /// Which proposer it comes from.
    pub method: String,
    /// The reasons for it; only if asked for.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub reasons: Option<Vec<String>>,
}

impl Claim {
    /// How sure it is, in three grades.
    pub fn grade(&self) -> Grade {
        Grade::of(self.confidence)
    }

    /// Every place: content, cue, source, and what tells about them.
    pub fn places(&self) -> impl Iterator<Item = &Place> {
        self.content.iter().chain(&self.cue).chain(&self.source).chain(self.sourcing.places())
    }

    /// The words of the source, or `None` where nobody is named as one.
    pub fn source_words(&self) -> Option<String> {
        (!self.source.is_empty()).then(|| words(&self.source))
    }

    /// The words of the content, its pieces joined by " … ".
    pub fn content_words(&self) -> String {
        words(&self.content)
    }
}

fn words(places: &[Place]) -> String {
    places.iter().map(|p| p.text.as_str()).collect::<Vec<_>>().join(" … ")
}

/// The claims of a reading, each with its id.
pub(crate) fn claims(
    text: &Text,
    offsets: &Offsets,
    sha: &str,
    reading: &Reading,
    explain: bool,
) -> Vec<Claim> {
    let place = |s: Span| place::place(text, offsets, s);
    let mut out: Vec<Claim> = reading
        .claims
        .iter()
        .map(|claim @ reading::Claim { attribution: a, .. }| Claim {
            claim_id: String::new(),
            content: a.content.pieces().iter().copied().map(place).collect(),
            cue: a.cue.map(place),
            source: a.source.pieces().iter().copied().map(place).collect(),
            sourcing: sourcing::sourcing(text, offsets, sha, reading, claim),
            mode: a.mode.name().to_owned(),
            within: None,
            incident_id: None,
            confidence: (f64::from(a.confidence) * 1000.0).round() / 1000.0,
            method: a.method.to_owned(),
            reasons: explain.then(|| reasons(claim)),
        })
        .collect();
    let ids: Vec<String> = out.iter().map(|c| claim_id(sha, c)).collect();
    for ((claim, found), id) in out.iter_mut().zip(&reading.claims).zip(&ids) {
        claim.claim_id.clone_from(id);
        claim.within = found.attribution.within.and_then(|i| ids.get(i).cloned());
    }
    out
}

fn reasons(claim: &reading::Claim) -> Vec<String> {
    let source = claim.identity().map(|s| format!("source: {}", s.reason.message()));
    let presented = claim.presented().map(|p| format!("certainty: {}", p.reason.message()));
    claim.attribution.reasons.iter().cloned().chain(source).chain(presented).collect()
}

fn claim_id(sha: &str, claim: &Claim) -> String {
    let list =
        |places: &[Place]| places.iter().map(|p| format!("{}-{} ", p.start, p.end)).collect::<String>();
    let cue = claim.cue.as_ref().map_or(String::new(), |c| list(std::slice::from_ref(c)));
    hash::short(hash::of_parts(&[sha, &list(&claim.content), &cue, &list(&claim.source)]))
}
