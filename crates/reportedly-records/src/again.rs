use std::collections::HashMap;

use reportedly_core::article::{Article, Date, Found, Metadata, check_language};
use reportedly_core::attribution::{Attribution, Mode};
use reportedly_core::certainty::{Certainty, Polarity, Stance};
use reportedly_core::reading::{Decision, Reading, resolve};
use reportedly_core::source::{Kind, Named};
use reportedly_core::text::offsets::Offsets;
use reportedly_core::text::{Span, Spans, Text};
use reportedly_core::trace::Statement;

use crate::carried::carried;
use crate::{Claim, Place, Record, Sourcing};

/// The sorts of notes that come from the way to the text, not from its reading.
const OF_THE_PAGE: [&str; 5] = ["broken_encoding", "wrong_charset", "capped", "forced", "page"];

impl Record {
    /// The article again: its text and what is known about it. Every value but the date
    /// counts as the caller's, however it was found.
    ///
    /// Byte spans of a [`Reading`] of it are made anew by reading it: places of a record are code points.
    ///
    /// ```
    /// use reportedly::{Engine, ReadOptions};
    /// use reportedly_records::Record;
    ///
    /// let engine = Engine::new(ReadOptions::default());
    /// let read = engine.read_text("\u{201c}The pier is safe,\u{201d} said Mara Hale.");
    /// let record = Record::new(&read.article, &read.reading, false);
    /// assert_eq!(record.article().text, read.article.text);
    /// ```
    pub fn article(&self) -> Article {
        let text = Text::new(self.text.as_str());
        let body = Offsets::new(&text).from_code_points(self.body_start, self.body_start);
        let body_start = body.map_or(0, |span| span.start());
        let metadata = Metadata {
            title: stated(&self.title),
            byline: stated(&self.byline),
            outlet: stated(&self.outlet),
            published: self.published(),
            url: self.url.clone(),
            canonical_url: stated(&self.canonical_url),
            ..Metadata::default()
        };
        let mut article = Article {
            id: Some(self.doc_id.clone()),
            text,
            body_start,
            metadata,
            notes: Vec::new(),
            read_as: None,
        };
        check_language(&mut article);
        article
    }

    fn published(&self) -> Option<Found<Date>> {
        let value = Date::parse(self.published_at.as_deref()?)?;
        let guess = self.published_at_guess.unwrap_or(false);
        let method = self.published_at_method.clone().unwrap_or_else(|| "caller".to_owned());
        Some(Found { value, method: method.into(), guess })
    }

    /// Its claims as they are compared with those of others, in their order; `article` is its own.
    ///
    /// ```
    /// use reportedly::{Engine, ReadOptions};
    /// use reportedly_records::Record;
    ///
    /// let engine = Engine::new(ReadOptions::default());
    /// let read = engine.read_text("\u{201c}The pier is safe,\u{201d} said Mara Hale.");
    /// let record = Record::new(&read.article, &read.reading, false);
    /// let statements = record.statements(&record.article());
    /// assert_eq!(statements[0].source_name.as_deref(), Some("Mara Hale"));
    /// ```
    pub fn statements(&self, article: &Article) -> Vec<Statement> {
        let offsets = Offsets::new(&article.text);
        let all = self.claims.iter();
        let statement = |claim: &Claim| {
            let found = Statement::new(claim.claim_id.as_str(), article, &attribution(claim, &offsets));
            let kind =
                Kind::ALL.into_iter().find(|k| Some(k.name()) == claim.sourcing.source_kind.as_deref());
            let found = match kind {
                Some(kind) => found.by(kind, claim.sourcing.source_name.as_deref()),
                None => found,
            };
            let stance = Stance::ALL.into_iter().find(|s| Some(s.name()) == claim.sourcing.stance.as_deref());
            let hedge = claim.sourcing.hedge.as_ref().map(|h| h.text.as_str());
            found.presented(stance.unwrap_or(Stance::Asserts), hedge)
        };
        all.map(statement).collect()
    }

    /// The same document with another reading of [`Record::article`].
    ///
    /// ```
    /// use reportedly::{Engine, ReadOptions, Reading};
    /// use reportedly_records::Record;
    ///
    /// let engine = Engine::new(ReadOptions::default());
    /// let read = engine.read_text("\u{201c}The pier is safe,\u{201d} said Mara Hale.");
    /// let kept = Record::new(&read.article, &Reading::default(), false); // nothing was read
    /// let article = kept.article();
    /// let record = kept.read_again(&article, &engine.read(&article));
    /// assert_eq!((record.doc_id, record.claims.len()), (kept.doc_id, 1));
    /// ```
    pub fn read_again(&self, article: &Article, reading: &Reading) -> Self {
        let fresh = Self::new(article, reading, false);
        let of_the_page = |note: &&crate::Note| OF_THE_PAGE.contains(&note.kind.as_str());
        let mut notes: Vec<crate::Note> = self.notes.iter().filter(of_the_page).cloned().collect();
        notes.extend(fresh.notes);
        Self {
            schema_version: fresh.schema_version,
            model: fresh.model,
            support: fresh.support,
            claims: fresh.claims,
            sources: fresh.sources,
            entities: fresh.entities,
            dates: fresh.dates,
            events: fresh.events,
            incidents: fresh.incidents,
            segments: fresh.segments,
            profile: fresh.profile,
            notes,
            ..self.clone()
        }
    }

    /// The same claims with what follows from them worked out again: sources, voices, profile. It is needed
    /// where a person changed a claim, and where only the claims were kept. Who a source is and how a claim is presented
    /// stays as it was read; the rules work it out where that was not kept.
    ///
    /// ```
    /// use reportedly::{Engine, ReadOptions};
    /// use reportedly_records::Record;
    ///
    /// let engine = Engine::new(ReadOptions::default());
    /// let read = engine.read_text("\u{201c}The pier is safe,\u{201d} said Mara Hale.");
    /// let mut record = Record::new(&read.article, &read.reading, false);
    /// record.sources.clear();
    /// assert_eq!(record.resolved_again().sources[0].name.as_deref(), Some("Mara Hale"));
    /// ```
    pub fn resolved_again(&self) -> Self {
        self.with_reading().0
    }

    /// As [`Record::resolved_again`] where a person changed the claims: what incidents rest on the word of one that is no more
    /// rests on that of another, or of the writer.
    pub fn carried_again(&self) -> Self {
        let (mut record, article, reading) = self.with_reading();
        carried(&mut record, &article, &reading.claims);
        record
    }

    fn with_reading(&self) -> (Self, Article, Reading) {
        let article = self.article();
        let offsets = Offsets::new(&article.text);
        let attributions = self.claims.iter().map(|c| attribution(c, &offsets)).collect();
        let reading = resolve(&article, attributions, self.claims.iter().map(decision).collect());
        let fresh = Self::new(&article, &reading, false);
        // the claims keep their ids
        let kept: HashMap<String, &String> = fresh
            .claims
            .iter()
            .zip(&self.claims)
            .map(|(new, old)| (new.claim_id.clone(), &old.claim_id))
            .collect();
        let keep = |ids: &mut Vec<String>| {
            ids.iter_mut()
                .for_each(|id| *id = kept.get(id.as_str()).map_or_else(String::new, |k| (*k).clone()));
        };
        let (mut sources, mut segments) = (fresh.sources, fresh.segments);
        sources.iter_mut().for_each(|s| keep(&mut s.claim_ids));
        segments.iter_mut().for_each(|s| keep(&mut s.claim_ids));
        let mut claims = self.claims.clone();
        claims.iter_mut().zip(fresh.claims).for_each(|(claim, fresh)| claim.sourcing = fresh.sourcing);
        let profile = fresh.profile;
        let record = Self { support: fresh.support, claims, sources, segments, profile, ..self.clone() };
        (record, article, reading)
    }
}

fn stated<T: Clone>(value: &Option<T>) -> Option<Found<T>> {
    value.clone().map(|value| Found::stated(value, "caller"))
}

/// What was decided of a claim, where that was kept.
fn decision(claim: &Claim) -> Option<Decision> {
    let Sourcing { source_kind, source_name, source_id, certainty, polarity, stance, .. } = &claim.sourcing;
    Some(Decision {
        source: Named {
            kind: named(&Kind::ALL, Kind::name, source_kind)?,
            name: source_name.clone(),
            bearer: source_id.clone(),
        },
        certainty: named(&Certainty::ALL, Certainty::name, certainty)?,
        polarity: named(&Polarity::ALL, Polarity::name, polarity)?,
        stance: named(&Stance::ALL, Stance::name, stance)?,
        confidence: claim.confidence as f32,
        is_claim: true,
        reason: None,
    })
}

fn named<T: Copy>(all: &[T], name: fn(T) -> &'static str, word: &Option<String>) -> Option<T> {
    all.iter().copied().find(|value| Some(name(*value)) == word.as_deref())
}

/// The attribution that a claim was made of.
fn attribution(claim: &Claim, offsets: &Offsets) -> Attribution {
    let span = |p: &Place| offsets.from_code_points(p.start, p.end);
    let spans = |places: &[Place]| Spans::new(places.iter().filter_map(span).collect::<Vec<Span>>());
    Attribution {
        source: spans(&claim.source),
        cue: claim.cue.as_ref().and_then(span),
        content: spans(&claim.content),
        mode: match claim.mode.as_str() {
            "direct" => Mode::Direct,
            "mixed" => Mode::Mixed,
            _ => Mode::Indirect,
        },
        within: None,
        confidence: claim.confidence as f32,
        method: "caller",
        reasons: Vec::new(),
    }
}
