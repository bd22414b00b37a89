//! Corrections by hand: a log that is never rewritten. A correction of a claim is anchored by the digest of the
//! text and by the claim as it was; its effect on later readings is in [`crate::replay`].

use reportedly_records::{Claim, Record, Sourcing};
use rusqlite::Connection;
use serde_json::{Value, json};

use crate::browse::Listing;
use crate::digest::digest;
use crate::error::{Error, Result};
use crate::file::Library;
use crate::given::{Given, changed, judged};
use crate::reading::{delete_reading, record as stored, write_reading};
use crate::replay::one;
use crate::rows::{now, object};
use crate::tables::CORRECTIONS;

/// What is to be done with a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Change {
    /// It is to be like this.
    Set(Given),
    /// It is no claim.
    Remove,
}

/// Who makes a correction, and why.
///
/// ```
/// use reportedly_library::By;
///
/// assert_eq!(By::from("ann"), By { who: "ann", why: None });
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct By<'a> {
    /// The name for the log.
    pub who: &'a str,
    /// The reason, in words.
    pub why: Option<&'a str>,
}

impl<'a> From<&'a str> for By<'a> {
    fn from(who: &'a str) -> Self {
        Self { who, why: None }
    }
}

/// What came of a correction.
#[derive(Clone, Debug, PartialEq)]
pub struct Corrected {
    /// The documents that have the text.
    pub doc_ids: Vec<String>,
    /// The claim as it is now; `None` where it was removed.
    pub claim: Option<Claim>,
    /// Its id; `None` where an article was corrected.
    pub claim_id: Option<String>,
}

impl Library {
    /// Corrects a claim, in every document that has the same text.
    ///
    /// # Errors
    /// If there is no such claim, the words are not in the text, or nothing would change.
    ///
    /// ```
    /// use reportedly_library::{Change, Error, Given};
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
    /// let wrong = Change::Set(Given { source: Some("Tom Reed".to_owned()), ..Given::default() });
    /// assert!(matches!(library.correct(&claim.claim_id, &wrong, "ann"), Err(Error::NotInText(_))));
    /// let change = Change::Set(Given { source: Some("Hale".to_owned()), ..Given::default() });
    /// let done = library.correct(&claim.claim_id, &change, "ann")?;
    /// assert_eq!((done.doc_ids, done.claim.unwrap().source[0].text.as_str()), (vec!["pier".to_owned()], "Hale"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn correct<'b>(
        &mut self,
        claim_id: &str,
        change: &Change,
        by: impl Into<By<'b>>,
    ) -> Result<Corrected> {
        let (record, claim_id) = self.claim(claim_id)?;
        let old = record.claims.iter().find(|c| c.claim_id == claim_id).cloned();
        let old = old.ok_or_else(|| Error::Unknown(claim_id.clone()))?;
        let new = match change {
            Change::Remove => None,
            Change::Set(given) => {
                let new = changed(&record, old.clone(), given)?;
                let new = if given.has_words() { resolved(&record, Some(&old), new) } else { new };
                Some(judged(new, given))
            }
        };
        if new.as_ref().is_some_and(|new| says_the_same(new, &old) && is_presented_alike(new, &old)) {
            return Err(Error::Unchanged);
        }
        self.log(&record, &claim_id, by.into(), Some(old), new)
    }

    /// Adds a claim that the reader did not find, to every document that has the same text.
    ///
    /// # Errors
    /// If there is no such document, the words are not in its text, or there are none.
    ///
    /// ```
    /// use reportedly_library::Given;
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
    /// let claim = Given { content: words("It rained"), cue: words("wrote"), source: words("Ida Voss"), ..Given::default() };
    /// let added = library.add_claim("rain", &claim, "ann")?;
    /// assert_eq!(added.claim.unwrap().method, "hand");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn add_claim<'b>(&mut self, doc_id: &str, given: &Given, by: impl Into<By<'b>>) -> Result<Corrected> {
        let record = self.record(doc_id)?;
        let new = changed(&record, Claim::default(), given)?;
        let parts = json!([record.text_sha256, new.content, new.cue, new.source]).to_string();
        let claim_id = digest(parts.as_bytes()).chars().take(16).collect::<String>();
        let new = Claim { claim_id: claim_id.clone(), ..new };
        if record.claims.iter().any(|c| says_the_same(c, &new)) {
            return Err(Error::Unchanged);
        }
        let new = judged(resolved(&record, None, new), given);
        self.log(&record, &claim_id, by.into(), None, Some(new))
    }

    /// The log, oldest first: `correction_id`, `text_sha256`, `doc_id` or `claim_id`, `who`, `why`, `made_at`, `old`, `new`.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn corrections(&self) -> Result<Vec<Value>> {
        Ok(self.page(Listing::Corrections, &[], 0, u32::MAX as usize)?.items)
    }

    pub(crate) fn log(
        &mut self,
        record: &Record,
        claim_id: &str,
        by: By,
        old: Option<Claim>,
        new: Option<Claim>,
    ) -> Result<Corrected> {
        let doc_ids = self.change(|to| {
            let row = json!({
                "text_sha256": record.text_sha256, "claim_id": claim_id, "who": by.who, "why": by.why,
                "made_at": now(to)?, "old": old, "new": new,
            });
            CORRECTIONS.insert(to, &object(&row))?;
            let doc_ids = same_text(to, &record.text_sha256)?;
            for doc_id in &doc_ids {
                let Some(mut stored) = stored(to, doc_id)? else { continue };
                stored.claims = one(stored.claims, old.as_ref(), new.as_ref());
                delete_reading(to, doc_id)?;
                write_reading(to, doc_id, &stored.carried_again())?;
            }
            Ok(doc_ids)
        })?;
        let claims = self.record(&record.doc_id)?.claims;
        let claim = new.and_then(|new| claims.into_iter().find(|c| says_the_same(c, &new)));
        let claim_id = claim.as_ref().map_or(claim_id, |c| &c.claim_id).to_owned();
        Ok(Corrected { doc_ids, claim, claim_id: Some(claim_id) })
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

/// Whether two claims are presented alike, as far as a person can correct that.
fn is_presented_alike(a: &Claim, b: &Claim) -> bool {
    let shown = |c: &Claim| {
        let Sourcing { source_kind, certainty, polarity, stance, .. } = &c.sourcing;
        [source_kind, certainty, polarity, stance].map(Clone::clone)
    };
    shown(a) == shown(b)
}

pub(crate) fn same_text(from: &Connection, sha: &str) -> rusqlite::Result<Vec<String>> {
    let sql = "SELECT doc_id FROM documents WHERE text_sha256 = ?1 ORDER BY doc_row";
    from.prepare_cached(sql)?.query_map([sha], |row| row.get(0))?.collect()
}
