use reportedly_records::Record;
use rusqlite::params;

use crate::correct::applied;
use crate::error::Result;
use crate::file::Library;
use crate::reading::{delete_reading, write_reading};

impl Library {
    /// The documents that another model has read, oldest first; with `all` every document.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn read_by_others(&self, model: &str, all: bool) -> Result<Vec<String>> {
        let sql = "SELECT doc_id FROM documents WHERE ?2 OR model IS NOT ?1 ORDER BY doc_row";
        let ids = || -> rusqlite::Result<Vec<String>> {
            self.connection.prepare(sql)?.query_map(params![model, all], |row| row.get(0))?.collect()
        };
        ids().map_err(|e| self.error(e))
    }

    /// Replaces the readings of documents, all or none: claims and notes become those of the records, then
    /// the corrections are put on again. The texts stay; a record of another text is passed over. Gives
    /// how many were replaced.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn replace(&mut self, records: Vec<Record>) -> Result<usize> {
        let sql = "UPDATE documents SET model = ?3, notes = ?4, schema_version = ?5, support = ?6 \
            WHERE doc_id = ?1 AND text_sha256 = ?2";
        self.change(|to| {
            let mut replaced = 0;
            for record in records {
                let notes = serde_json::to_string(&record.notes).unwrap_or_else(|_| "[]".to_owned());
                let (id, sha) = (&record.doc_id, &record.text_sha256);
                let values = params![id, sha, record.model, notes, record.schema_version, record.support];
                if to.prepare_cached(sql)?.execute(values)? == 1 {
                    delete_reading(to, id)?;
                    write_reading(to, id, &applied(to, record.clone())?)?;
                    replaced += 1;
                }
            }
            Ok(replaced)
        })
    }
}
