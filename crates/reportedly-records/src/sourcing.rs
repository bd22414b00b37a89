use reportedly_core::reading::{self, Reading};
use reportedly_core::text::offsets::Offsets;
use reportedly_core::text::{Span, Text};
use serde::{Deserialize, Serialize};

use crate::hash;
use crate::place::{Place, place};

/// Whom a claim is attributed to, and how it is presented. All `null` in a language that is not read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Sourcing {
    /// speech, attitude, perception or document; `null` without a cue.
    pub cue_class: Option<String>,
    /// The `source_id` of a row of `sources`; `null` where nobody is the source.
    pub source_id: Option<String>,
    /// person, organization, outlet, document, unnamed, collective, author or unstated.
    pub source_kind: Option<String>,
    /// The fullest name that the article gives; `null` where it gives none or two fit.
    pub source_name: Option<String>,
    /// Title or role as written.
    pub source_title: Option<String>,
    /// For unnamed and collective: whom they speak for or belong to.
    pub source_affiliation: Option<String>,
    /// The outlet through which it came.
    pub via: Option<Place>,
    /// For unnamed and collective, 0 to 3: nothing, category, rank or role, access.
    pub source_specificity: Option<u8>,
    /// For unnamed and collective: whether it is said how many they are.
    pub source_counted: Option<bool>,
    /// Why the source is not named, as the article says.
    pub anonymity_reason: Option<Place>,
    /// certain, probable, possible or underspecified, as the source is said to present it.
    pub certainty: Option<String>,
    /// affirmed, denied or underspecified.
    pub polarity: Option<String>,
    /// What the source does with the content: asserts, denies, asks, wants, accuses, praises (values a thing,
    /// for better or worse) or none.
    pub stance: Option<String>,
    /// Why it is no assertion: "a question", "a wish or plan", "only if", "not said", ...; `null` where it is one.
    pub unasserted: Option<String>,
    /// The words that make it less than certain.
    pub hedge: Option<Place>,
}

/// One source of the article: everyone who is the same, with all claims.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// A hash of text and first mention: stays the same when the same text is read again.
    pub source_id: String,
    /// As `source_kind` of a claim.
    pub kind: String,
    /// As `source_name` of a claim.
    pub name: Option<String>,
    /// As `source_title` of a claim.
    pub title: Option<String>,
    /// Where the claims mention it.
    pub mentions: Vec<Place>,
    /// The claims attributed to it.
    pub claim_ids: Vec<String>,
}

/// A sentence or a part of one, with its voice.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Segment {
    /// First code point.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// The words.
    pub text: String,
    /// attributed, carried or author.
    pub voice: String,
    /// report, evaluate, predict or ask; only for the author.
    pub author_mode: Option<String>,
    /// The words that set the frame; only where it is carried.
    pub frame: Option<Place>,
    /// The `source_id` that a frame goes back to, if one fits.
    pub source_id: Option<String>,
    /// The claims that it is attributed by.
    pub claim_ids: Vec<String>,
}

impl Sourcing {
    pub(crate) fn places(&self) -> impl Iterator<Item = &Place> {
        self.via.iter().chain(&self.anonymity_reason).chain(&self.hedge)
    }
}

/// What the reading says of the source of one of its claims.
pub(crate) fn sourcing(
    text: &Text,
    offsets: &Offsets,
    sha: &str,
    reading: &Reading,
    claim: &reading::Claim,
) -> Sourcing {
    let Some(reading::Sourcing { identity, presented }) = &claim.sourcing else {
        return Sourcing::default();
    };
    let row = identity.source.and_then(|r| reading.sources.get(r));
    let place = |s: Option<Span>| s.map(|s| place(text, offsets, s));
    Sourcing {
        cue_class: identity.cue_class.map(|c| c.name().to_owned()),
        source_id: row.map(|r| source_id(sha, r)),
        source_kind: Some(identity.kind.name().to_owned()),
        source_name: identity.name.clone(),
        source_title: identity.title.clone(),
        source_affiliation: identity.affiliation.clone(),
        via: place(identity.via),
        source_specificity: identity.specificity,
        source_counted: identity.specificity.map(|_| identity.counted),
        anonymity_reason: place(identity.anonymity),
        certainty: Some(presented.certainty.name().to_owned()),
        polarity: Some(presented.polarity.name().to_owned()),
        stance: Some(presented.stance.name().to_owned()),
        unasserted: presented.reason.note().map(str::to_owned),
        hedge: place(presented.hedge),
    }
}

pub(crate) fn sources(
    text: &Text,
    offsets: &Offsets,
    sha: &str,
    reading: &Reading,
    claim_ids: &[&str],
) -> Vec<Source> {
    let row = |s: &reportedly_core::source::Source| Source {
        source_id: source_id(sha, s),
        kind: s.kind.name().to_owned(),
        name: s.name.clone(),
        title: s.title.clone(),
        mentions: s.mentions.iter().map(|&m| place(text, offsets, m)).collect(),
        claim_ids: s.claims.iter().filter_map(|&i| Some((*claim_ids.get(i)?).to_owned())).collect(),
    };
    reading.sources.iter().map(row).collect()
}

pub(crate) fn segments(
    text: &Text,
    offsets: &Offsets,
    sha: &str,
    reading: &Reading,
    claim_ids: &[&str],
) -> Vec<Segment> {
    let row = |s: &reportedly_core::reading::Segment| {
        let Place { start, end, text: words } = place(text, offsets, s.span);
        let source = s.source.and_then(|r| reading.sources.get(r));
        Segment {
            start,
            end,
            text: words,
            voice: s.voice.name().to_owned(),
            author_mode: s.author_mode.map(|s| s.name().to_owned()),
            frame: s.frame.map(|f| place(text, offsets, f)),
            source_id: source.map(|r| source_id(sha, r)),
            claim_ids: s.claims.iter().filter_map(|&i| Some((*claim_ids.get(i)?).to_owned())).collect(),
        }
    };
    reading.segments.iter().map(row).collect()
}

fn source_id(sha: &str, source: &reportedly_core::source::Source) -> String {
    let first = source.mentions.first().copied().unwrap_or_default();
    let row = [source.kind.name(), source.name.as_deref().unwrap_or("")].join(" ");
    hash::short(hash::of_parts(&[sha, &row, &format!("{}-{}", first.start(), first.end())]))
}
