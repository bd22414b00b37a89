use reportedly_records::Record;
use rusqlite::{Connection, params};

use crate::add::{delete_reading, write_reading};
use crate::correct::applied;
use crate::documents::record;
use crate::error::Result;
use crate::file::Library;

/// Works out again what follows from the claims of every article, and keeps what a former format had no column for.
pub(crate) fn resolve_all(to: &Connection) -> rusqlite::Result<()> {
    let ids = "SELECT doc_id FROM documents ORDER BY doc_row";
    let ids = to.prepare(ids)?.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<Vec<String>>>()?;
    for id in ids {
        let Some(record) = record(to, &id)?.map(|r| r.resolved_again()) else { continue };
        to.prepare_cached("UPDATE documents SET support = ?2 WHERE doc_id = ?1")?
            .execute(params![id, record.support])?;
        let sql = "UPDATE claims SET stance = ?3, unasserted = ?4 WHERE doc_id = ?1 AND claim_id = ?2";
        for claim in &record.claims {
            let (stance, unasserted) = (&claim.sourcing.stance, &claim.sourcing.unasserted);
            to.prepare_cached(sql)?.execute(params![id, claim.claim_id, stance, unasserted])?;
        }
    }
    Ok(())
}

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
