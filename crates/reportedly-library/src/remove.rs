//! Taking articles out for good: no word of them stays in the file, nor in copies that are made of it later.
//!
//! Rows are overwritten as they are deleted, the full-text indexes are merged so that nothing of a deleted row
//! stays in them, the file is written anew, and the log beside it is emptied. What is kept is a digest, so that the
//! article does not come back when it is added again.

use std::collections::BTreeSet;
use std::path::PathBuf;

use reportedly_core::article::address_key;
use reportedly_records::Record;
use rusqlite::{Connection, OptionalExtension, params};

use crate::correct::same_text;
use crate::digest::digest;
use crate::error::{Error, Result};
use crate::file::{Library, beside};
use crate::formats::FORMAT;
use crate::links::{link_again, unlink};
use crate::reading::delete_reading;
use crate::rows::now;
use crate::stories::{displace, forget};

/// What was removed, and what still has its words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Removal {
    /// The documents.
    pub doc_ids: Vec<String>,
    /// Documents with the same text that are still there.
    pub same_text: Vec<String>,
    /// Copies of the file that were made before today's format; they are left as they are.
    pub backups: Vec<PathBuf>,
}

impl Library {
    /// Removes articles: text, claims, index, links, captures, notes, and what corrections say of them.
    ///
    /// # Errors
    /// Where there is no such article; [`Error::Unscrubbed`] where they are removed, but another program keeps
    /// the file from being written anew: [`Library::scrub`] then finishes it.
    ///
    /// ```
    /// use reportedly_library::Placement;
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
    /// library.remove(&["pier"])?;
    /// assert!(library.list()?.is_empty());
    /// let again = Incoming::new(record("pier", hale), "notes.txt");
    /// assert_eq!(library.add(vec![again.clone()])?[0].placement, Placement::Removed("pier".to_owned()));
    /// library.add(vec![Incoming { readmit: true, ..again }])?;
    /// assert_eq!(library.list()?.len(), 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn remove(&mut self, ids: &[&str]) -> Result<Removal> {
        let records = ids.iter().map(|id| self.record(id)).collect::<Result<Vec<_>>>()?;
        self.connection.pragma_update(None, "secure_delete", true).map_err(|e| self.error(e))?;
        let mut removal = self.change(|to| {
            let mut removal = Removal::default();
            for record in records {
                if !removal.doc_ids.contains(&record.doc_id) {
                    erase(to, &record)?;
                    removal.same_text.extend(same_text(to, &record.text_sha256)?);
                    removal.doc_ids.push(record.doc_id);
                }
            }
            let removed = &removal.doc_ids;
            removal.same_text.retain(|id| !removed.contains(id));
            for index in ["documents_words", "claims_words", "shingles"] {
                to.execute(&format!("INSERT INTO {index} ({index}) VALUES ('optimize')"), [])?;
            }
            Ok(removal)
        })?;
        let older = (1..FORMAT).map(|n| beside(&self.path, &format!(".format-{n}.backup")));
        removal.backups = older.filter(|path| path.exists()).collect();
        self.scrub()?;
        Ok(removal)
    }

    /// Writes the file anew, without what was deleted from it, and empties the log beside it.
    ///
    /// # Errors
    /// Where another program uses the library, or the disk is full.
    pub fn scrub(&mut self) -> Result<()> {
        self.connection.flush_prepared_statement_cache();
        let busy = self.connection.execute_batch("VACUUM").and_then(|()| {
            self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, i64>(0))
        });
        match busy.map_err(|e| self.error(e)) {
            Ok(0) => Ok(()),
            Ok(_) | Err(Error::Busy(_)) => Err(Error::Unscrubbed(self.path.clone())),
            Err(other) => Err(other),
        }
    }
}

fn erase(to: &Connection, record: &Record) -> rusqlite::Result<()> {
    let id = record.doc_id.as_str();
    let row: i64 = to.query_row("SELECT doc_row FROM documents WHERE doc_id = ?1", [id], |r| r.get(0))?;
    let linked = unlink(to, row, &record.text)?;
    displace(to, id)?;
    forget(to, id)?;
    delete_reading(to, id)?;
    to.execute("DELETE FROM documents_words WHERE rowid = ?1", [row])?;
    let places = "SELECT place FROM captures WHERE doc_id = ?1";
    to.execute(&format!("DELETE FROM failures WHERE place IN ({places})"), [id])?;
    let own = [&record.url, &record.canonical_url].map(Option::as_deref);
    to.execute(
        &format!("DELETE FROM fetches WHERE address IN ({places}) OR address IN (?2, ?3)"),
        params![id, own[0], own[1]],
    )?;
    for table in ["captures", "notes", "tags"] {
        to.execute(&format!("DELETE FROM {table} WHERE doc_id = ?1"), [id])?;
    }
    // the chain of versions closes
    let before = "SELECT version_of FROM documents WHERE doc_id = ?1";
    to.execute(&format!("UPDATE documents SET version_of = ({before}) WHERE version_of = ?1"), [id])?;
    to.execute("DELETE FROM documents WHERE doc_id = ?1", [id])?;
    let is_last = same_text(to, &record.text_sha256)?.is_empty();
    let sql = "UPDATE corrections SET doc_id = NULL, claim_id = NULL, why = NULL, old = NULL, new = NULL \
        WHERE doc_id = ?1 OR (?3 AND text_sha256 = ?2)";
    to.execute(sql, params![id, record.text_sha256, is_last])?;
    for digest in digests(to, record, is_last)? {
        let sql = "INSERT OR IGNORE INTO removed (digest, removed_at) VALUES (?1, ?2)";
        to.execute(sql, [digest, now(to)?])?;
    }
    linked.into_iter().try_for_each(|row| link_again(to, row))
}

/// What an article is known by when it comes again: its id; and its text and address, where no other one has them.
fn digests(from: &Connection, record: &Record, is_last: bool) -> rusqlite::Result<BTreeSet<String>> {
    let mut all = BTreeSet::from([digest(record.doc_id.as_bytes())]);
    if is_last {
        all.insert(record.text_sha256.clone());
    }
    if let Some(key) = key(record) {
        let other = "SELECT 1 FROM documents WHERE address_key = ?1";
        if !from.prepare_cached(other)?.exists([&key])? {
            all.insert(digest(key.as_bytes()));
        }
    }
    Ok(all)
}

/// What the address of a record names; nothing where it is that of a whole site.
pub(crate) fn key(record: &Record) -> Option<String> {
    record.canonical_url.as_deref().or(record.url.as_deref()).and_then(address_key)
}

/// The signs by which a removed article is known.
fn signs(record: &Record) -> [Option<String>; 3] {
    let address = key(record).map(|key| digest(key.as_bytes()));
    [Some(digest(record.doc_id.as_bytes())), Some(record.text_sha256.clone()), address]
}

/// Whether it was removed before.
pub(crate) fn was_removed(from: &Connection, record: &Record) -> rusqlite::Result<bool> {
    let sql = "SELECT 1 FROM removed WHERE digest IN (?1, ?2, ?3)";
    from.prepare_cached(sql)?.query_row(signs(record), |_| Ok(())).optional().map(|found| found.is_some())
}

/// Forgets that it was removed.
pub(crate) fn readmit(to: &Connection, record: &Record) -> rusqlite::Result<()> {
    to.execute("DELETE FROM removed WHERE digest IN (?1, ?2, ?3)", signs(record)).map(drop)
}
