use std::collections::BTreeSet;

use rusqlite::Connection;
use sha2::{Digest, Sha256};

use crate::digest::hex;
use crate::error::Result;
use crate::file::Library;
use crate::formats::make;
use crate::reading::record;

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
    /// let found = library.verify()?;
    /// assert_eq!((found.documents, found.claims, found.problems.len()), (1, 1, 0));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn verify(&self) -> Result<Verified> {
        checked(&self.connection).map_err(|e| self.error(e))
    }
}

/// What refers to something by an id that the schema does not hold it to.
const REFERENCES: [(&str, &str); 5] = [
    (
        "claims within a missing claim",
        "SELECT count(*) FROM claims c WHERE within IS NOT NULL AND NOT EXISTS (SELECT 1 FROM claims o WHERE o.doc_id = c.doc_id AND o.claim_id = c.within)",
    ),
    (
        "claims of a missing source",
        "SELECT count(*) FROM claims c WHERE source_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM sources s WHERE s.doc_id = c.doc_id AND s.source_id = c.source_id)",
    ),
    (
        "facts on the word of a missing claim",
        "SELECT count(*) FROM facts f WHERE said_by IS NOT NULL AND NOT EXISTS (SELECT 1 FROM claims c WHERE c.doc_id = f.doc_id AND c.claim_id = f.said_by)",
    ),
    (
        "claims of a missing incident",
        "SELECT count(*) FROM claims c WHERE incident_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM incidents i WHERE i.doc_id = c.doc_id AND i.incident_id = c.incident_id)",
    ),
    (
        "documents without a capture",
        "SELECT count(*) FROM documents d WHERE NOT EXISTS (SELECT 1 FROM captures c WHERE c.doc_id = d.doc_id)",
    ),
];

/// Tables, indexes and views that this format has and the file has not.
fn missing(from: &Connection) -> rusqlite::Result<Vec<String>> {
    let names = |of: &Connection| -> rusqlite::Result<BTreeSet<String>> {
        of.prepare("SELECT type || ' ' || name FROM sqlite_schema")?
            .query_map([], |row| row.get(0))?
            .collect()
    };
    let empty = Connection::open_in_memory()?;
    make(&empty)?;
    let there = names(from)?;
    Ok(names(&empty)?.into_iter().filter(|name| !there.contains(name)).collect())
}

fn checked(from: &Connection) -> rusqlite::Result<Verified> {
    let missing = missing(from)?;
    if !missing.is_empty() {
        let problems = missing.into_iter().map(|name| format!("the {name} is missing")).collect();
        return Ok(Verified { problems, ..Verified::default() });
    }
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
        found.problems.push(format!("{table}: a row refers to a missing row"));
    }
    for (what, sql) in REFERENCES {
        let lost: i64 = from.query_row(sql, [], |row| row.get(0))?;
        if lost > 0 {
            found.problems.push(format!("{what}: {lost}"));
        }
    }
    for (table, words, rows) in [
        ("documents", "documents_words_docsize", found.documents),
        ("claims", "claims_words_docsize", found.claims),
        ("incidents", "incidents_places_docsize", count("incidents")?),
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
        return Ok(Some(format!("document {doc_id}: its columns are not a valid record")));
    };
    if hex(&Sha256::digest(record.text.as_bytes())) != record.text_sha256 {
        return Ok(Some(format!("document {doc_id}: the text is not the one that was added")));
    }
    Ok(record.check().err().map(|mismatch| mismatch.to_string()))
}
