use rusqlite::{Connection, OptionalExtension, params};
use serde_json::Value;

use crate::correct::{By, Corrected};
use crate::error::{Error, Result};
use crate::file::Library;
use crate::reading::record;
use crate::replay::part;
use crate::rows::Object;
use crate::stories::undo_tie;
use crate::tables::CORRECTIONS;

impl Library {
    /// Takes a correction back, by one that says the opposite: the log only grows. Only the last correction
    /// of a claim, or of the same thing of an article, can be taken back.
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
    pub fn undo<'b>(&mut self, correction_id: i64, by: impl Into<By<'b>>) -> Result<Corrected> {
        let (unknown, by) = (|| Error::NoCorrection(correction_id), by.into());
        let row = CORRECTIONS.select(&self.connection, "correction_id = ?1", [correction_id]);
        let row = row.map_err(|e| self.error(e))?.pop().ok_or_else(unknown)?;
        if is_superseded(&self.connection, correction_id, &row).map_err(|e| self.error(e))? {
            return Err(Error::NotLast(correction_id));
        }
        if let Some(done) = self.change(|to| undo_tie(to, &row, by))? {
            return Ok(done);
        }
        let words = |name: &str| row.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        if row.get("doc_id").is_some_and(Value::is_string) {
            return match (row.get("new"), row.get("old")) {
                (Some(Value::Object(now)), Some(Value::Object(before))) => {
                    self.mend(&words("doc_id"), now, before, by)
                }
                // of what was removed nothing is kept that could be put back
                _ => Err(unknown()),
            };
        }
        // what is left of a correction whose article was removed says nothing
        if words("claim_id").is_empty() {
            return Err(unknown());
        }
        let sha = words("text_sha256");
        let first = "SELECT doc_id FROM documents WHERE text_sha256 = ?1 ORDER BY doc_row LIMIT 1";
        let doc_id = self.connection.query_row(first, [&sha], |row| row.get::<_, String>(0)).optional();
        let doc_id = doc_id.map_err(|e| self.error(e))?.ok_or_else(unknown)?;
        let of = record(&self.connection, &doc_id).map_err(|e| self.error(e))?.ok_or_else(unknown)?;
        self.log(&of, &words("claim_id"), by, part(row.get("new")), part(row.get("old")))
    }
}

/// Whether a later correction has changed the same claim, or the same of an article.
fn is_superseded(from: &Connection, correction_id: i64, row: &Object) -> rusqlite::Result<bool> {
    let word = |name: &str| row.get(name).and_then(Value::as_str);
    let later = match word("doc_id") {
        Some(doc_id) => {
            CORRECTIONS.select(from, "doc_id = ?1 AND correction_id > ?2", params![doc_id, correction_id])?
        }
        None => CORRECTIONS.select(
            from,
            "text_sha256 = ?1 AND claim_id = ?2 AND correction_id > ?3",
            params![word("text_sha256"), word("claim_id"), correction_id],
        )?,
    };
    let fields = |row: &Object| -> Vec<String> {
        row.get("new")
            .and_then(Value::as_object)
            .into_iter()
            .flatten()
            .map(|(name, _)| name.clone())
            .collect()
    };
    let own = fields(row);
    let is_of_a_claim = word("doc_id").is_none();
    Ok(later.iter().any(|row| is_of_a_claim || fields(row).iter().any(|name| own.contains(name))))
}
