use reportedly_records::Record;
use rusqlite::types::Value as Sql;
use rusqlite::{OptionalExtension, params, params_from_iter};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::error::{Error, Result};
use crate::file::Library;
use crate::reading::record;
use crate::rows::now;
use crate::search::{In, Query, Sort, matching};
use crate::tables::FAILURES;

/// A document in a list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listed {
    /// Its id.
    pub doc_id: String,
    /// The document of which it is a later version.
    pub version_of: Option<String>,
    /// The headline.
    pub title: Option<String>,
    /// The medium.
    pub outlet: Option<String>,
    /// When it was published, as stated.
    pub published_at: Option<String>,
    /// Where it came from.
    pub url: Option<String>,
    /// What people call it.
    pub tags: Vec<String>,
    /// How many claims it has.
    pub claims: u64,
    /// When it was added (ISO 8601, UTC).
    pub added_at: String,
}

/// An input that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refused {
    /// The file, line, record or address.
    pub place: String,
    /// Why, in words.
    pub reason: String,
    /// When this was last so (ISO 8601, UTC).
    pub seen_at: String,
}

const DOCUMENT_IDS: &str = "SELECT doc_id FROM documents";
const CLAIM_IDS: &str = "SELECT DISTINCT claim_id FROM claims";

impl Library {
    /// The documents in the order in which they were added.
    ///
    /// # Errors
    /// Where the file cannot be read.
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
    /// let all = library.list()?;
    /// assert_eq!((all.len(), all[0].doc_id.as_str(), all[0].claims), (1, "pier", 1));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn list(&self) -> Result<Vec<Listed>> {
        self.listed("ORDER BY doc_row", &[])
    }

    /// The documents that a query for articles finds, in the order in which they were added, or as it says.
    ///
    /// # Errors
    /// Where the file cannot be read.
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
    /// assert_eq!(library.list_found(&"tide kind:person".parse()?)?[0].doc_id, "pier");
    /// assert!(library.list_found(&"after:2031".parse()?)?.is_empty());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn list_found(&self, query: &Query) -> Result<Vec<Listed>> {
        let order = match query.sort {
            Sort::Relevance => "doc_row",
            Sort::Outlet => "outlet IS NULL, outlet COLLATE NOCASE, published_at DESC, doc_row",
            Sort::Date | Sort::Source => "published_at IS NULL, published_at DESC, doc_row",
        };
        let (tables, conditions) = matching(&query.clone().within(In::Articles));
        let found = format!("SELECT w.rowid FROM {tables} {}", conditions.sql());
        self.listed(&format!("WHERE doc_row IN ({found}) ORDER BY {order}"), &conditions.values)
    }

    fn listed(&self, which: &str, values: &[Sql]) -> Result<Vec<Listed>> {
        let sql = format!(
            "SELECT doc_id, version_of, title, outlet, published_at, coalesce(url, canonical_url), added_at, \
            (SELECT count(*) FROM claims c WHERE c.doc_id = d.doc_id), \
            (SELECT json_group_array(tag) FROM (SELECT tag FROM tags t WHERE t.doc_id = d.doc_id ORDER BY tag_row)) \
            FROM documents d {which}"
        );
        let list = || -> rusqlite::Result<Vec<Listed>> {
            let mut statement = self.connection.prepare(&sql)?;
            statement.query_map(params_from_iter(values), listed)?.collect()
        };
        list().map_err(|e| self.error(e))
    }

    /// What could not be read so far.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn refused(&self) -> Result<Vec<Refused>> {
        let rows = FAILURES.select(&self.connection, "true", []).map_err(|e| self.error(e))?;
        Ok(rows.into_iter().filter_map(|row| serde_json::from_value(Value::Object(row)).ok()).collect())
    }

    /// Notes what could not be read; `failures` are places with the reason.
    ///
    /// # Errors
    /// Where the file cannot be written.
    ///
    /// ```
    /// # use reportedly_library::{Access, Library};
    /// # let folder = tempfile::tempdir()?;
    /// # let mut library = Library::open(&folder.path().join("news.db"), Access::Create)?;
    /// library.refuse(&[("pier.html".to_owned(), "no article".to_owned())])?;
    /// assert_eq!(library.refused()?[0].place, "pier.html");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn refuse(&mut self, failures: &[(String, String)]) -> Result<()> {
        if failures.is_empty() {
            return Ok(());
        }
        let sql = "INSERT INTO failures (place, reason, seen_at) VALUES (?1, ?2, ?3) \
            ON CONFLICT (place) DO UPDATE SET reason = excluded.reason, seen_at = excluded.seen_at";
        self.change(|to| {
            let seen = now(to)?;
            failures.iter().try_for_each(|(place, reason)| {
                to.prepare_cached(sql)?.execute(params![place, reason, seen]).map(drop)
            })
        })
    }

    /// The record of one document, by its id or the beginning of it, of at least four bytes. What follows from
    /// its claims, voices and the profile, is not kept but worked out again.
    ///
    /// # Errors
    /// Where there is none, or more than one.
    ///
    /// ```
    /// use reportedly_library::Error;
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
    /// assert_eq!(library.record("pier")?.claims.len(), 1);
    /// assert!(matches!(library.record("pie"), Err(Error::Unknown(_)))); // too short for a beginning
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn record(&self, id: &str) -> Result<Record> {
        let doc_id = self.one_of(DOCUMENT_IDS, "doc_id", id).map_err(|e| match e {
            Error::Unknown(id) if self.one_of(CLAIM_IDS, "claim_id", &id).is_ok() => Error::NoArticle(id),
            e => e,
        })?;
        let record = record(&self.connection, &doc_id).map_err(|e| self.error(e))?;
        let record = record.ok_or_else(|| Error::Damaged(self.path.clone(), format!("document {doc_id}")))?;
        Ok(record.resolved_again())
    }

    /// The record that holds a claim, by the claim's id or the beginning of it, and the claim's id. Of
    /// several documents with the same text it is the first.
    ///
    /// # Errors
    /// Where there is none, or more than one.
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
    /// let id = library.record("pier")?.claims.remove(0).claim_id;
    /// let (record, found) = library.claim(&id[..8])?;
    /// assert_eq!((record.doc_id.as_str(), found), ("pier", id));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn claim(&self, id: &str) -> Result<(Record, String)> {
        let claim_id = self.one_of(CLAIM_IDS, "claim_id", id).map_err(|e| match e {
            Error::Unknown(id) if self.one_of(DOCUMENT_IDS, "doc_id", &id).is_ok() => Error::NoClaim(id),
            e => e,
        })?;
        let sql = "SELECT doc_id FROM claims WHERE claim_id = ?1 ORDER BY claim_row LIMIT 1";
        let doc_id = self.connection.query_row(sql, [&claim_id], |row| row.get::<_, String>(0));
        let record = self.record(&doc_id.map_err(|e| self.error(e))?)?;
        Ok((record, claim_id))
    }

    /// The only value that is `id` or begins with it.
    pub(crate) fn one_of(&self, select: &str, column: &str, id: &str) -> Result<String> {
        let exact = format!("{select} WHERE {column} = ?1");
        let found = || self.connection.prepare_cached(&exact)?.query_row([id], |row| row.get(0)).optional();
        let found = found();
        if let Some(found) = found.map_err(|e| self.error(e))? {
            return Ok(found);
        }
        let begins = format!("{select} WHERE {column} > ?1 AND {column} < ?1 || char(1114111) LIMIT 2");
        let all = || -> rusqlite::Result<Vec<String>> {
            self.connection.prepare(&begins)?.query_map([id], |row| row.get(0))?.collect()
        };
        let mut all = all().map_err(|e| self.error(e))?;
        match (all.pop(), all.len()) {
            (Some(_), 1..) => Err(Error::Ambiguous(id.to_owned())),
            (Some(one), 0) if id.len() >= 4 => Ok(one),
            _ => Err(Error::Unknown(id.to_owned())),
        }
    }
}

fn listed(row: &rusqlite::Row) -> rusqlite::Result<Listed> {
    Ok(Listed {
        doc_id: row.get(0)?,
        version_of: row.get(1)?,
        title: row.get(2)?,
        outlet: row.get(3)?,
        published_at: row.get(4)?,
        url: row.get(5)?,
        added_at: row.get(6)?,
        claims: row.get::<_, i64>(7)?.unsigned_abs(),
        tags: serde_json::from_str(&row.get::<_, String>(8)?).unwrap_or_default(),
    })
}
