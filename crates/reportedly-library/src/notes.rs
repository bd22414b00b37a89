//! What people write beside articles: notes and tags; and under which name.

use rusqlite::{OptionalExtension, params};
use serde_json::json;

use crate::error::{Error, Result};
use crate::file::Library;
use crate::rows::{now, object};
use crate::tables::{NOTES, TAGS};

/// A tag is no longer than this, in characters.
const LONGEST_TAG: usize = 60;
/// No more notes of one article are told.
const MOST_NOTES: usize = 10_000;

/// What a note is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noted {
    /// The number of the note.
    pub note_id: i64,
    /// The article.
    pub doc_id: String,
    /// The claim, where it is about one.
    pub claim_id: Option<String>,
}

impl Library {
    /// Notes something on an article or a claim.
    ///
    /// # Errors
    /// Where there is no such article or claim, or there are no words.
    ///
    /// ```
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
    /// let noted = library.note("pier", "Ask the harbour office.", "ann")?;
    /// assert_eq!(library.notes("pier")?[0]["words"], "Ask the harbour office.");
    /// library.delete_note(noted.note_id)?;
    /// assert!(library.notes("pier")?.is_empty());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn note(&mut self, id: &str, words: &str, who: &str) -> Result<Noted> {
        let words = words.trim();
        if words.is_empty() {
            return Err(Error::EmptyNote);
        }
        let (doc_id, claim_id) = match self.record(id) {
            Err(Error::Unknown(_) | Error::NoArticle(_)) => {
                self.claim(id).map(|(record, claim_id)| (record.doc_id, Some(claim_id)))?
            }
            record => (record?.doc_id, None),
        };
        let note_id = self.change(|to| {
            let row = json!({
                "doc_id": doc_id, "claim_id": claim_id, "who": who, "made_at": now(to)?, "words": words,
            });
            NOTES.insert(to, &object(&row))
        })?;
        Ok(Noted { note_id, doc_id, claim_id })
    }

    /// Deletes a note.
    ///
    /// # Errors
    /// Where there is none with this number.
    pub fn delete_note(&mut self, note_id: i64) -> Result<()> {
        match self.change(|to| to.execute("DELETE FROM notes WHERE note_id = ?1", [note_id]))? {
            0 => Err(Error::NoNote(note_id)),
            _ => Ok(()),
        }
    }

    /// The notes on an article and its claims, oldest first: `doc_id`, `claim_id`, `who`, `made_at`, `words`.
    ///
    /// # Errors
    /// Where there is no such article.
    pub fn notes(&self, id: &str) -> Result<Vec<serde_json::Value>> {
        let doc_id = self.record(id)?.doc_id;
        Ok(self.page(crate::Listing::Notes, &[("doc_id", &doc_id)], 0, MOST_NOTES)?.items)
    }

    /// Gives an article tags. One that it has already stays as it is.
    ///
    /// # Errors
    /// Where there is no such article, or a tag is empty, has a line break or a quotation mark, or is too long.
    ///
    /// ```
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
    /// library.tag("pier", &["to check", "harbour"], "ann")?;
    /// assert_eq!(library.search(&"tide tag:harbour".parse()?, 9)?.claims.len(), 1);
    /// assert_eq!(library.untag("pier", &["harbour"])?, ["to check"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn tag(&mut self, id: &str, tags: &[&str], who: &str) -> Result<Vec<String>> {
        let doc_id = self.record(id)?.doc_id;
        let is_bad = |tag: &str| {
            tag.is_empty() || tag.contains(['"', '\n', '\r', '\t']) || tag.chars().count() > LONGEST_TAG
        };
        let tags: Vec<&str> = tags.iter().map(|tag| tag.trim()).collect();
        if let Some(bad) = tags.iter().find(|tag| is_bad(tag)) {
            return Err(Error::BadTag((*bad).to_owned()));
        }
        self.change(|to| {
            let there = "SELECT 1 FROM tags WHERE doc_id = ?1 AND tag = ?2";
            for tag in tags {
                if !to.prepare_cached(there)?.exists([doc_id.as_str(), tag])? {
                    let row = json!({ "doc_id": doc_id, "tag": tag, "who": who, "made_at": now(to)? });
                    TAGS.insert(to, &object(&row))?;
                }
            }
            Ok(())
        })?;
        self.tags(&doc_id)
    }

    /// Takes tags off an article, and gives those that are left.
    ///
    /// # Errors
    /// Where there is no such article, or it has not got one of them.
    pub fn untag(&mut self, id: &str, tags: &[&str]) -> Result<Vec<String>> {
        let doc_id = self.record(id)?.doc_id;
        let there = self.tags(&doc_id)?;
        let is_there = |tag: &str| there.iter().any(|t| t.eq_ignore_ascii_case(tag.trim()));
        if let Some(missing) = tags.iter().find(|tag| !is_there(tag)) {
            return Err(Error::NoTag((*missing).to_owned()));
        }
        self.change(|to| {
            let sql = "DELETE FROM tags WHERE doc_id = ?1 AND tag = ?2";
            tags.iter().try_for_each(|tag| to.execute(sql, [doc_id.as_str(), tag.trim()]).map(drop))
        })?;
        self.tags(&doc_id)
    }

    /// The tags of an article, in the order in which it got them.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn tags(&self, doc_id: &str) -> Result<Vec<String>> {
        let sql = "SELECT tag FROM tags WHERE doc_id = ?1 ORDER BY tag_row";
        let tags = || -> rusqlite::Result<Vec<String>> {
            self.connection.prepare_cached(sql)?.query_map([doc_id], |row| row.get(0))?.collect()
        };
        tags().map_err(|e| self.error(e))
    }

    /// The name under which a user of this machine appears in the log, where that was said once.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn name_of(&self, user: &str) -> Result<Option<String>> {
        let sql = "SELECT value FROM settings WHERE name = ?1";
        let name = || self.connection.query_row(sql, [setting(user)], |row| row.get(0)).optional();
        name().map_err(|e| self.error(e))
    }

    /// Keeps the name under which a user of this machine appears in the log.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn remember_name(&mut self, user: &str, name: &str) -> Result<()> {
        if self.name_of(user)?.as_deref() == Some(name) {
            return Ok(());
        }
        let sql = "INSERT INTO settings (name, value) VALUES (?1, ?2) \
            ON CONFLICT (name) DO UPDATE SET value = excluded.value";
        self.change(|to| to.execute(sql, params![setting(user), name]).map(drop))
    }
}

fn setting(user: &str) -> String {
    format!("name of {user}")
}
