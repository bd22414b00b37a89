//! Corrections by hand: a log that is never rewritten, and its effect on what a reader finds.
//!
//! A correction is anchored by the digest of the text and by the claim as it was. After every reading each
//! one is put, in the order in which they were made, on the claim whose content overlaps most with the one
//! that it corrected, by half at least, and which has its source or its cue: a claim within a claim is another
//! one. If there is none, it becomes a claim of its own.

use reportedly_core::attribution::mode;
use reportedly_core::language::en::ENGLISH;
use reportedly_core::text::Text;
use reportedly_core::text::offsets::Offsets;
use reportedly_core::tokens::Tokens;
use reportedly_records::{Claim, Place, Record, Sourcing};
use rusqlite::Connection;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::digest::digest;
use crate::error::{Error, Result};
use crate::file::Library;
use crate::reading::{delete_reading, record as stored, write_reading};
use crate::rows::{now, object};
use crate::tables::CORRECTIONS;

/// The `method` of a claim that a person made or changed.
const HAND: &str = "hand";
/// What a person prints and types between the pieces of a content.
const GAP: &str = " … ";
/// Two contents that share less of what they cover are not the same.
const LEAST_OVERLAP: f64 = 0.5;

/// What is to be changed. Words are copied from the text; pieces are parted by " … ".
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Change {
    /// What is given replaces what is there; an empty cue or source says that there is none.
    Set {
        /// What is said.
        content: Option<String>,
        /// The words that attribute it.
        cue: Option<String>,
        /// Who is said to say it.
        source: Option<String>,
    },
    /// It is no claim.
    Remove,
}

/// What came of a correction.
#[derive(Clone, Debug, PartialEq)]
pub struct Corrected {
    /// The documents that have the text.
    pub doc_ids: Vec<String>,
    /// The claim as it is now; `None` where it was removed.
    pub claim: Option<Claim>,
    /// Its id.
    pub claim_id: String,
}

impl Library {
    /// Corrects a claim, in every document that has the same text.
    ///
    /// # Errors
    /// If there is no such claim, the words are not in the text, or nothing would change.
    ///
    /// ```
    /// use reportedly_library::{Change, Error};
    /// # use reportedly::{Article, Engine, ReadOptions};
    /// # use reportedly_library::{Access, Incoming, Library};
    /// # let folder = tempfile::tempdir()?;
    /// # let mut library = Library::open(&folder.path().join("news.db"), Access::Create)?;
    /// # let engine = Engine::new(ReadOptions::default());
    /// # let record = |id: &str, text: &str| {
    /// #     let article = Article { id: Some(id.to_owned()), ..Article::from_text(text) };
    /// #     reportedly_records::Record::new(&article, &engine.read(&article), false)
    /// # };
    /// # let hale = "\u{201c}The tide waits for nobody,\u{201d} said Mara Hale.";
    /// # library.add(vec![Incoming::new(record("pier", hale), "notes.txt")])?;
    /// let claim = library.record("pier")?.claims.remove(0);
    /// let wrong = Change::Set { content: None, cue: None, source: Some("Tom Reed".to_owned()) };
    /// assert!(matches!(library.correct(&claim.claim_id, &wrong, "ann"), Err(Error::NotInText(_))));
    /// let change = Change::Set { content: None, cue: None, source: Some("Hale".to_owned()) };
    /// let done = library.correct(&claim.claim_id, &change, "ann")?;
    /// assert_eq!((done.doc_ids, done.claim.unwrap().source[0].text.as_str()), (vec!["pier".to_owned()], "Hale"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn correct(&mut self, claim_id: &str, change: &Change, who: &str) -> Result<Corrected> {
        let (record, claim_id) = self.claim(claim_id)?;
        let old = record.claims.iter().find(|c| c.claim_id == claim_id).cloned();
        let old = old.ok_or_else(|| Error::Unknown(claim_id.clone()))?;
        let new = match change {
            Change::Remove => None,
            Change::Set { .. } => Some(changed(&record, old.clone(), change)?),
        };
        if new.as_ref().is_some_and(|new| says_the_same(new, &old)) {
            return Err(Error::Unchanged);
        }
        self.log(&record, &claim_id, who, Some(old), new)
    }

    /// Adds a claim that the reader did not find, to every document that has the same text.
    ///
    /// # Errors
    /// If there is no such document, the words are not in its text, or there are none.
    ///
    /// ```
    /// use reportedly_library::Change;
    /// # use reportedly::{Article, Engine, ReadOptions};
    /// # use reportedly_library::{Access, Incoming, Library};
    /// # let folder = tempfile::tempdir()?;
    /// # let mut library = Library::open(&folder.path().join("news.db"), Access::Create)?;
    /// # let engine = Engine::new(ReadOptions::default());
    /// # let record = |id: &str, text: &str| {
    /// #     let article = Article { id: Some(id.to_owned()), ..Article::from_text(text) };
    /// #     reportedly_records::Record::new(&article, &engine.read(&article), false)
    /// # };
    /// # library.add(vec![Incoming::new(record("rain", "It rained, wrote Ida Voss."), "notes.txt")])?;
    /// let words = |w: &str| Some(w.to_owned());
    /// let claim = Change::Set { content: words("It rained"), cue: words("wrote"), source: words("Ida Voss") };
    /// let added = library.add_claim("rain", &claim, "ann")?;
    /// assert_eq!(added.claim.unwrap().method, "hand");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn add_claim(&mut self, doc_id: &str, words: &Change, who: &str) -> Result<Corrected> {
        let record = self.record(doc_id)?;
        let new = changed(&record, Claim::default(), words)?;
        let parts = json!([record.text_sha256, new.content, new.cue, new.source]).to_string();
        let claim_id = digest(parts.as_bytes()).chars().take(16).collect::<String>();
        let new = Claim { claim_id: claim_id.clone(), ..new };
        if record.claims.iter().any(|c| says_the_same(c, &new)) {
            return Err(Error::Unchanged);
        }
        self.log(&record, &claim_id, who, None, Some(new))
    }

    /// The log, oldest first: `text_sha256`, `claim_id`, `who`, `made_at`, `old`, `new`.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn corrections(&self) -> Result<Vec<Value>> {
        let rows = CORRECTIONS.select(&self.connection, "true", []).map_err(|e| self.error(e))?;
        Ok(rows.into_iter().map(Value::Object).collect())
    }

    pub(crate) fn log(
        &mut self,
        record: &Record,
        claim_id: &str,
        who: &str,
        old: Option<Claim>,
        new: Option<Claim>,
    ) -> Result<Corrected> {
        // a claim that is taken back is again what was read
        let new = new.map(|new| if new.method == HAND { resolved(record, old.as_ref(), new) } else { new });
        let doc_ids = self.change(|to| {
            let row = json!({
                "text_sha256": record.text_sha256, "claim_id": claim_id, "who": who, "made_at": now(to)?,
                "old": old, "new": new,
            });
            CORRECTIONS.insert(to, &object(&row))?;
            let doc_ids = same_text(to, &record.text_sha256)?;
            for doc_id in &doc_ids {
                let Some(mut stored) = stored(to, doc_id)? else { continue };
                stored.claims = one(stored.claims, old.as_ref(), new.as_ref());
                delete_reading(to, doc_id)?;
                write_reading(to, doc_id, &stored.resolved_again())?;
            }
            Ok(doc_ids)
        })?;
        let claims = self.record(&record.doc_id)?.claims;
        let claim = new.and_then(|new| claims.into_iter().find(|c| says_the_same(c, &new)));
        let claim_id = claim.as_ref().map_or(claim_id, |c| &c.claim_id).to_owned();
        Ok(Corrected { doc_ids, claim, claim_id })
    }
}

/// The new claim with what follows from its words: who the source is.
fn resolved(record: &Record, old: Option<&Claim>, mut new: Claim) -> Claim {
    // what was said of its former words may not hold of these
    new.sourcing = Sourcing::default();
    let claims = one(record.claims.clone(), old, Some(&new));
    let after = Record { claims, ..record.clone() }.resolved_again();
    let found = after.claims.into_iter().find(|c| says_the_same(c, &new));
    let claim_id = new.claim_id.clone();
    found.map_or(new, |found| Claim { claim_id, ..found })
}

/// Whether two claims have the same words and come from the same hand; what the source is follows from them.
fn says_the_same(a: &Claim, b: &Claim) -> bool {
    (&a.content, &a.cue, &a.source, &a.method) == (&b.content, &b.cue, &b.source, &b.method)
}

fn same_text(from: &Connection, sha: &str) -> rusqlite::Result<Vec<String>> {
    let sql = "SELECT doc_id FROM documents WHERE text_sha256 = ?1 ORDER BY doc_row";
    from.prepare_cached(sql)?.query_map([sha], |row| row.get(0))?.collect()
}

/// The record after all corrections of its text.
pub(crate) fn applied(from: &Connection, mut record: Record) -> rusqlite::Result<Record> {
    let log = CORRECTIONS.select(from, "text_sha256 = ?1", [&record.text_sha256])?;
    if log.is_empty() {
        return Ok(record);
    }
    for row in log {
        let (old, new) = (part::<Claim>(row.get("old")), part::<Claim>(row.get("new")));
        record.claims = one(record.claims, old.as_ref(), new.as_ref());
    }
    Ok(record.resolved_again())
}

pub(crate) fn part<T: DeserializeOwned>(value: Option<&Value>) -> Option<T> {
    value.and_then(|v| serde_json::from_value(v.clone()).ok())
}

/// The claims after one correction.
fn one(mut claims: Vec<Claim>, old: Option<&Claim>, new: Option<&Claim>) -> Vec<Claim> {
    let at = nearest(&claims, old, new);
    match (at, new) {
        (Some(at), Some(new)) => {
            if let Some(claim) = claims.get_mut(at) {
                // the claim keeps its id and its place in the text's order
                *claim =
                    Claim { claim_id: claim.claim_id.clone(), within: claim.within.clone(), ..new.clone() };
            }
        }
        (Some(at), None) => drop(claims.remove(at)),
        (None, Some(new)) => claims.push(new.clone()),
        (None, None) => {}
    }
    claims.sort_by_key(|c| c.content.first().map_or(0, |p| p.start));
    claims
}

/// The claim that is meant: its content covers most of what the corrected one's does, and it has the source or
/// the cue of what was there or is to be; of several the one that is most like what was there.
fn nearest(claims: &[Claim], old: Option<&Claim>, new: Option<&Claim>) -> Option<usize> {
    let anchor = old.or(new)?;
    let likeness = |c: &Claim| {
        let parts = [(&c.content, &anchor.content), (&c.source, &anchor.source)];
        let [content, source] = parts.map(|(a, b)| overlap(a, b));
        (content, source + overlap(c.cue.as_slice(), anchor.cue.as_slice()))
    };
    let meant = |c: &Claim| [old, new].into_iter().flatten().any(|other| is_of(c, other));
    let alike = claims.iter().enumerate().filter(|(_, c)| meant(c)).map(|(i, c)| (likeness(c), i));
    let order = |a: f64, b: f64| a.partial_cmp(&b).unwrap_or(std::cmp::Ordering::Equal);
    let best = alike.max_by(|(a, i), (b, j)| order(a.0, b.0).then(order(a.1, b.1)).then(j.cmp(i)));
    best.filter(|((content, _), _)| *content >= LEAST_OVERLAP).map(|(_, i)| i)
}

/// Whether both have the same source, or none, or the same cue.
fn is_of(a: &Claim, b: &Claim) -> bool {
    let same_cue = a.cue.is_some() && overlap(a.cue.as_slice(), b.cue.as_slice()) > 0.0;
    same_cue || overlap(&a.source, &b.source) > 0.0
}

/// Code points in both, of those in either; 1 where both are empty.
fn overlap(a: &[Place], b: &[Place]) -> f64 {
    let length = |places: &[Place]| places.iter().map(|p| p.end.saturating_sub(p.start)).sum::<u32>();
    let shared: u32 = a
        .iter()
        .flat_map(|p| b.iter().map(move |q| p.end.min(q.end).saturating_sub(p.start.max(q.start))))
        .sum();
    let all = (length(a) + length(b)).saturating_sub(shared);
    if all == 0 { 1.0 } else { f64::from(shared) / f64::from(all) }
}

/// The claim with the words that are given, each as near to the claim as the text has it.
fn changed(record: &Record, mut claim: Claim, change: &Change) -> Result<Claim> {
    let Change::Set { content, cue, source } = change else { return Ok(claim) };
    let text = Text::new(record.text.as_str());
    let near = claim.content.first().map_or(0, |p| p.start);
    let found =
        |words: &String, near| places(&text, words, near).ok_or_else(|| Error::NotInText(words.clone()));
    if let Some(words) = content {
        claim.content = found(words, near)?;
    }
    let near = claim.content.first().ok_or(Error::NoContent)?.start;
    if let Some(words) = cue {
        claim.cue = found(words, near)?.into_iter().next();
    }
    if let Some(words) = source {
        claim.source = found(words, near)?;
    }
    let spans: Vec<_> =
        claim.content.iter().filter_map(|p| Offsets::new(&text).from_code_points(p.start, p.end)).collect();
    claim.mode = mode(&spans, &Tokens::new(&text, &ENGLISH.division)).name().to_owned();
    (claim.method, claim.confidence, claim.reasons) = (HAND.to_owned(), 1.0, None);
    Ok(claim)
}

/// The places of the words, each piece as near as possible to a code point, never inside another word; `None`
/// if one is not found.
fn places(text: &Text, words: &str, near: u32) -> Option<Vec<Place>> {
    let offsets = Offsets::new(text);
    let pieces = words.split(GAP).map(str::trim).filter(|p| !p.is_empty());
    let mut found = pieces
        .map(|piece| {
            let all = text.as_str().match_indices(piece).map(|(at, _)| (at, at + piece.len()));
            let whole = all.filter(|&(start, end)| is_whole(text.as_str(), start, end));
            let all = whole.filter_map(|(start, end)| text.span(start, end));
            let all = all.map(|span| offsets.code_points(span));
            let (start, end) = all.min_by_key(|(start, _)| start.abs_diff(near))?;
            Some(Place { start, end, text: piece.to_owned() })
        })
        .collect::<Option<Vec<_>>>()?;
    found.sort_by_key(|p| p.start);
    Some(found)
}

/// Whether no word is cut at the borders, in bytes.
fn is_whole(text: &str, start: usize, end: usize) -> bool {
    let cut = |at: usize| {
        let (before, after) = text.split_at_checked(at).unwrap_or_default();
        let is_inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        is_inside(before.chars().next_back()) && is_inside(after.chars().next())
    };
    !cut(start) && !cut(end)
}
