use rusqlite::Connection;
use sha2::{Digest, Sha256};

use crate::documents::record;
use crate::error::Result;
use crate::exchange::hex;
use crate::file::Library;

/// What a check found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verified {
    /// Documents.
    pub documents: u64,
    /// Claims.
    pub claims: u64,
    /// What is wrong, one sentence each; empty where nothing is.
    pub problems: Vec<String>,
}

impl Library {
    /// Checks the whole file: its pages, its references, its search index, the digest of each text, and
    /// the words of each span.
    ///
    /// # Errors
    /// Where the file cannot be read at all.
    pub fn verify(&self) -> Result<Verified> {
        checked(&self.connection).map_err(|e| self.error(e))
    }
}

fn checked(from: &Connection) -> rusqlite::Result<Verified> {
    let count = |table: &str| -> rusqlite::Result<u64> {
        let sql = format!("SELECT count(*) FROM {table}");
        from.query_row(&sql, [], |row| row.get::<_, i64>(0)).map(i64::unsigned_abs)
    };
    let mut found =
        Verified { documents: count("documents")?, claims: count("claims")?, problems: Vec::new() };
    let lines = |sql: &str| -> rusqlite::Result<Vec<String>> {
        from.prepare(sql)?.query_map([], |row| row.get(0))?.collect()
    };
    let pages = lines("PRAGMA integrity_check")?;
    found.problems.extend(pages.into_iter().filter(|line| line != "ok"));
    for table in lines("SELECT DISTINCT \"table\" FROM pragma_foreign_key_check")? {
        found.problems.push(format!("{table}: a row refers to one that is not there"));
    }
    for (table, words, rows) in [
        ("documents", "documents_words_docsize", found.documents),
        ("claims", "claims_words_docsize", found.claims),
    ] {
        if count(words)? != rows {
            found.problems.push(format!("{table}: the search index has {} rows, not {rows}", count(words)?));
        }
    }
    for doc_id in lines("SELECT doc_id FROM documents ORDER BY doc_row")? {
        found.problems.extend(document(from, &doc_id)?);
    }
    Ok(found)
}

fn document(from: &Connection, doc_id: &str) -> rusqlite::Result<Option<String>> {
    let Some(record) = record(from, doc_id)? else {
        return Ok(Some(format!("document {doc_id}: its columns make no record")));
    };
    if hex(&Sha256::digest(record.text.as_bytes())) != record.text_sha256 {
        return Ok(Some(format!("document {doc_id}: the text is not the one that was kept")));
    }
    Ok(record.check().err().map(|mismatch| mismatch.to_string()))
}
