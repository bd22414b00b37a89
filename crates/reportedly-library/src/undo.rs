use rusqlite::OptionalExtension;
use serde_json::Value;

use crate::correct::{Corrected, part};
use crate::error::{Error, Result};
use crate::file::Library;
use crate::reading::record;
use crate::tables::CORRECTIONS;

impl Library {
    /// Takes a correction back, by one that says the opposite: the log only grows. Only the last correction
    /// of a claim can be taken back.
    ///
    /// # Errors
    /// Where there is no such correction, or a later one has changed the same claim.
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
    /// # let hale = "\u{201c}The tide waits for nobody,\u{201d} said Mara Hale.";
    /// # library.add(vec![Incoming::new(record("pier", hale), "notes.txt")])?;
    /// let claim = library.record("pier")?.claims.remove(0);
    /// library.correct(&claim.claim_id, &Change::Remove, "ann")?;
    /// assert!(library.record("pier")?.claims.is_empty());
    /// library.undo(1, "ann")?;
    /// assert_eq!(library.record("pier")?.claims.len(), 1);
    /// assert_eq!(library.corrections()?.len(), 2); // the log only grows
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn undo(&mut self, correction_id: i64, who: &str) -> Result<Corrected> {
        let unknown = || Error::NoCorrection(correction_id);
        let row = CORRECTIONS.select(&self.connection, "correction_id = ?1", [correction_id]);
        let row = row.map_err(|e| self.error(e))?.pop().ok_or_else(unknown)?;
        let words = |name: &str| row.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        let (sha, claim_id) = (words("text_sha256"), words("claim_id"));
        let later =
            "SELECT 1 FROM corrections WHERE text_sha256 = ?1 AND claim_id = ?2 AND correction_id > ?3";
        let later = self
            .connection
            .prepare_cached(later)
            .and_then(|mut s| s.exists((&sha, &claim_id, correction_id)));
        if later.map_err(|e| self.error(e))? {
            return Err(Error::NotLast(correction_id));
        }
        let first = "SELECT doc_id FROM documents WHERE text_sha256 = ?1 ORDER BY doc_row LIMIT 1";
        let doc_id = self.connection.query_row(first, [&sha], |row| row.get::<_, String>(0)).optional();
        let doc_id = doc_id.map_err(|e| self.error(e))?.ok_or_else(unknown)?;
        let of = record(&self.connection, &doc_id).map_err(|e| self.error(e))?.ok_or_else(unknown)?;
        self.log(&of, &claim_id, who, part(row.get("new")), part(row.get("old")))
    }
}
