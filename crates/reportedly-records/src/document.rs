//! One document with everything that was found in it.

use reportedly_core::article::Article;
use reportedly_core::profile::Pack;
use reportedly_core::reading::Reading;
use reportedly_core::text::Text;
use reportedly_core::text::offsets::Offsets;
use serde::{Deserialize, Serialize};

use crate::claim::{self, Claim};
use crate::date::{self, Date};
use crate::entity::{self, Entity};
use crate::hash;
use crate::incident::{self, Event, Incident};
use crate::place::Place;
use crate::profile::{self, Observation};
use crate::sourcing::{self, Segment, Source};

/// The version of the shape; within one version fields are only added.
pub const SCHEMA_VERSION: u32 = 1;

/// One document with everything that was found in it. Unknown is `null`, never an empty string.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// The version of this shape.
    pub schema_version: u32,
    /// The caller's id, else a hash of canonical address and text.
    pub doc_id: String,
    /// The document of which it is a later version, where a library knows one.
    #[serde(default)]
    pub version_of: Option<String>,
    /// Where it came from, as the caller says.
    pub url: Option<String>,
    /// The address that the page declares for itself.
    pub canonical_url: Option<String>,
    /// The medium that published it.
    pub outlet: Option<String>,
    /// The headline.
    pub title: Option<String>,
    /// Names of persons, in the order given.
    pub byline: Option<Vec<String>>,
    /// BCP 47 tag.
    pub lang: Option<String>,
    /// How much of it is read in this language: full or quotations_only; `null` in records made before there was this field.
    #[serde(default)]
    pub support: Option<String>,
    /// When it was first published, exactly as stated (ISO 8601, with the zone if one was stated).
    pub published_at: Option<String>,
    /// How much of it was stated: year, month, day, minute, second.
    pub published_at_precision: Option<String>,
    /// Where it was found.
    pub published_at_method: Option<String>,
    /// Whether it is a guess.
    pub published_at_guess: Option<bool>,
    /// When it was last changed, as stated.
    pub modified_at: Option<String>,
    /// When it was fetched or captured; `null` for what the caller had already.
    pub fetched_at: Option<String>,
    /// The file, line, record or address that it was read from; a library keeps that with its captures.
    #[serde(default)]
    pub place: Option<String>,
    /// The text that all offsets point into.
    pub text: String,
    /// Where the body begins, in code points.
    pub body_start: u32,
    /// SHA-256 of the text in UTF-8.
    pub text_sha256: String,
    /// What read it.
    pub model: Option<String>,
    /// Who says what, in text order.
    pub claims: Vec<Claim>,
    /// Everyone who is a source, in the order of the first claim.
    #[serde(default)]
    pub sources: Vec<Source>,
    /// Who and what it names, in the order of the first name.
    #[serde(default)]
    pub entities: Vec<Entity>,
    /// Expressions of time, in text order.
    #[serde(default)]
    pub dates: Vec<Date>,
    /// Words that name an event, in text order.
    #[serde(default)]
    pub events: Vec<Event>,
    /// What happened, as the article tells it.
    #[serde(default)]
    pub incidents: Vec<Incident>,
    /// The body cut by whose voice is speaking.
    #[serde(default)]
    pub segments: Vec<Segment>,
    /// What published rules of newsrooms ask, counted.
    #[serde(default)]
    pub profile: Vec<Observation>,
    /// What was doubtful.
    pub notes: Vec<Note>,
}

/// A doubt that did not stop the reading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// What sort of doubt.
    pub kind: String,
    /// First code point, if at one place.
    pub start: Option<u32>,
    /// One past the last.
    pub end: Option<u32>,
    /// One sentence for a person.
    pub message: String,
}

/// A place whose words are not those of the text: the record is not written.
#[derive(Debug, thiserror::Error)]
#[error("document {doc_id}: the text at {start}..{end} is not {words:?}")]
pub struct Mismatch {
    doc_id: String,
    start: u32,
    end: u32,
    words: String,
}

/// What a document is known by: the caller's id, else a hash of its text and its address: the one that it
/// declares, else the one it came from. Where it has none its outlet and date count: two papers may print the same.
///
/// ```
/// use reportedly::Article;
/// use reportedly_records::doc_id;
///
/// let named = Article { id: Some("pier-1".to_owned()), ..Article::from_text("It rained.") };
/// assert_eq!(doc_id(&named), "pier-1");
/// assert_ne!(doc_id(&Article::from_text("It rained.")), doc_id(&Article::from_text("It snowed.")));
/// ```
pub fn doc_id(article: &Article) -> String {
    let meta = &article.metadata;
    let address = meta.canonical_url.as_ref().map(|f| f.value.as_str()).or(meta.url.as_deref());
    let outlet = meta.outlet.as_ref().map(|o| o.value.as_str());
    let date = meta.published.as_ref().map(|d| d.value.value());
    let printed = [outlet, date.as_deref()].into_iter().flatten().filter(|_| address.is_none());
    let parts = [address.unwrap_or(""), article.text.as_str()].into_iter().chain(printed);
    let made = || hash::short(hash::of_parts(&parts.collect::<Vec<_>>()));
    article.id.clone().unwrap_or_else(made)
}

impl Record {
    /// The record of one reading; with `explain` each claim says why.
    ///
    /// ```
    /// use reportedly::{Engine, ReadOptions};
    /// use reportedly_records::Record;
    ///
    /// let read = Engine::new(ReadOptions::default()).read_text("\u{201c}The pier is safe,\u{201d} said Mara Hale.");
    /// let record = Record::new(&read.article, &read.reading, false);
    /// assert_eq!(record.claims[0].sourcing.stance.as_deref(), Some("asserts"));
    /// ```
    pub fn new(article: &Article, reading: &Reading, explain: bool) -> Self {
        let (text, meta) = (&article.text, &article.metadata);
        let offsets = Offsets::new(text);
        let text_sha256 = hash::of_text(text.as_str());
        let canonical_url = meta.canonical_url.as_ref().map(|f| f.value.clone());
        let published = meta.published.as_ref();
        let mut claims = claim::claims(text, &offsets, &text_sha256, reading, explain);
        let claim_ids: Vec<String> = claims.iter().map(|c| c.claim_id.clone()).collect();
        let claim_ids: Vec<&str> = claim_ids.iter().map(String::as_str).collect();
        let incidents = incident::incidents(text, &offsets, &text_sha256, reading, &claim_ids);
        incident::link(&mut claims, reading, &incidents);
        Self {
            schema_version: SCHEMA_VERSION,
            doc_id: doc_id(article),
            version_of: None,
            url: known(meta.url.clone()),
            outlet: known(meta.outlet.as_ref().map(|f| f.value.clone())),
            title: known(meta.title.as_ref().map(|f| f.value.clone())),
            byline: meta.byline.as_ref().map(|f| f.value.clone()).filter(|names| !names.is_empty()),
            lang: known(meta.language.as_ref().map(|f| f.value.clone())),
            published_at: published.map(|f| f.value.value()),
            published_at_precision: published.map(|f| f.value.precision().name().to_owned()),
            published_at_method: published.map(|f| f.method.clone().into_owned()),
            published_at_guess: published.map(|f| f.guess),
            modified_at: meta.modified.as_ref().map(|f| f.value.value()),
            fetched_at: meta.captured_at.clone(),
            place: None,
            text: text.as_str().to_owned(),
            body_start: offsets.code_points(article.body()).0,
            model: reading.model.map(str::to_owned),
            support: Some(reading.support.name().to_owned()),
            segments: sourcing::segments(text, &offsets, &text_sha256, reading, &claim_ids),
            profile: profile::profile(article, reading, &Pack::built_in("all").unwrap_or_default()),
            sources: sourcing::sources(text, &offsets, &text_sha256, reading, &claim_ids),
            entities: entity::entities(text, &offsets, &text_sha256, reading),
            dates: date::dates(text, &offsets, &reading.dates),
            events: incident::events(text, &offsets, reading, &claim_ids),
            incidents,
            claims,
            notes: reading.notes.iter().map(|n| note(n, &offsets)).collect(),
            canonical_url: known(canonical_url),
            text_sha256,
        }
    }

    /// The record as one line of JSON.
    ///
    /// # Errors
    /// Where the words of a place are not those of the text.
    ///
    /// ```
    /// use reportedly::{Engine, ReadOptions};
    /// use reportedly_records::Record;
    ///
    /// let read = Engine::new(ReadOptions::default()).read_text("\u{201c}It held,\u{201d} said Mara Hale.");
    /// let mut record = Record::new(&read.article, &read.reading, false);
    /// let again: Record = serde_json::from_str(&record.to_json()?)?;
    /// assert_eq!(again, record);
    /// record.text.clear(); // its places have words that are not in its text
    /// assert!(record.to_json().is_err());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn to_json(&self) -> Result<String, Mismatch> {
        self.check()?;
        // a struct of strings, numbers and lists always serializes
        Ok(serde_json::to_string(self).unwrap_or_default())
    }

    /// Whether every place has the words that the text has there.
    ///
    /// # Errors
    /// The first place that does not.
    pub fn check(&self) -> Result<(), Mismatch> {
        let text = Text::new(self.text.as_str());
        let offsets = Offsets::new(&text);
        let wrong =
            |p: &&Place| offsets.from_code_points(p.start, p.end).is_none_or(|s| text.get(s) != p.text);
        let claims = self.claims.iter().flat_map(Claim::places);
        let mentions = self.sources.iter().flat_map(|s| &s.mentions);
        let named = self.entities.iter().flat_map(|e| &e.mentions).map(|m| &m.place);
        let frames = self.segments.iter().flat_map(|s| &s.frame);
        let observed = self.profile.iter().flat_map(|o| &o.spans);
        let dated = self.dates.iter().map(|d| &d.place);
        let happened = self.events.iter().map(|e| &e.place);
        let stated = self.incidents.iter().flat_map(|i| &i.facts).map(|f| &f.span);
        match claims
            .chain(mentions)
            .chain(named)
            .chain(dated)
            .chain(happened)
            .chain(stated)
            .chain(frames)
            .chain(observed)
            .find(wrong)
        {
            None => Ok(()),
            Some(p) => Err(Mismatch {
                doc_id: self.doc_id.clone(),
                start: p.start,
                end: p.end,
                words: p.text.clone(),
            }),
        }
    }
}

fn note(note: &reportedly_core::article::Note, offsets: &Offsets) -> Note {
    let at = note.span.map(|s| offsets.code_points(s));
    Note {
        kind: note.kind.name().to_owned(),
        start: at.map(|a| a.0),
        end: at.map(|a| a.1),
        message: note.message.clone(),
    }
}

fn known(value: Option<String>) -> Option<String> {
    value.filter(|v| !v.trim().is_empty())
}
