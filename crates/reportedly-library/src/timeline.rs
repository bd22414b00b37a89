//! Incidents of all articles by day, as each article tells them.

use std::collections::HashMap;

use reportedly_records::render::{Row, happened};
use rusqlite::{Params, named_params};
use serde::Serialize;

use crate::error::Result;
use crate::file::Library;
use crate::reading;

/// Which incidents are wanted; what is `None` does not matter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Not before this year, month or day (ISO 8601).
    pub from: Option<String>,
    /// Not after it.
    pub to: Option<String>,
    /// Only as this outlet tells it; empty: only where no outlet is known.
    pub outlet: Option<String>,
    /// Only of this kind.
    pub kind: Option<String>,
    /// Only what an article is about.
    pub main: bool,
}

/// An incident as one article tells it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Told {
    /// The article.
    pub doc_id: String,
    /// Its headline.
    pub title: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// When it was published.
    pub published_at: Option<String>,
    /// What sort of thing happened.
    pub kind: Option<String>,
    /// When, in which words, on whose word, and why this date.
    #[serde(flatten)]
    pub row: Row,
}

/// How many incidents there are of one sort.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Counted {
    /// The month, outlet or kind; `null` where it is not known.
    pub value: Option<String>,
    /// How many.
    pub incidents: u64,
}

/// Incidents by day, and how they are spread.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Timeline {
    /// The incidents, by the first day that may be meant.
    pub items: Vec<Told>,
    /// How many are wanted in all.
    pub total: u64,
    /// How many incidents of the library have no date: they are on no timeline.
    pub undated: u64,
    /// By month, in the order of time.
    pub months: Vec<Counted>,
    /// By outlet, most first.
    pub outlets: Vec<Counted>,
    /// By kind, most first.
    pub kinds: Vec<Counted>,
}

/// A day within a month or year that is wanted to the end counts, too: every sign of a date stands before "~".
const CONDITIONS: &str = "FROM incidents i JOIN documents d USING (doc_id) WHERE i.earliest IS NOT NULL \
    AND (:from IS NULL OR i.latest >= :from) AND (:to IS NULL OR i.earliest <= :to || '~') \
    AND (:outlet IS NULL OR coalesce(d.outlet, '') = :outlet) AND (:kind IS NULL OR i.kind = :kind) \
    AND (:main = 0 OR i.main)";

impl Library {
    /// At most `limit` incidents that are wanted, behind the first `skip`.
    ///
    /// # Errors
    /// Where the file cannot be read.
    ///
    /// ```
    /// use reportedly_library::Wanted;
    /// # use reportedly_library::{Access, Library};
    /// # let folder = tempfile::tempdir()?;
    /// # let library = Library::open(&folder.path().join("news.db"), Access::Create)?;
    /// let wanted = Wanted { from: Some("2031-04".to_owned()), ..Wanted::default() };
    /// assert_eq!(library.timeline(&wanted, 0, 100)?.total, 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn timeline(&self, wanted: &Wanted, skip: usize, limit: usize) -> Result<Timeline> {
        self.told(wanted, skip, limit).map_err(|e| self.error(e))
    }

    fn told(&self, wanted: &Wanted, skip: usize, limit: usize) -> rusqlite::Result<Timeline> {
        let values = named_params! {
            ":from": wanted.from, ":to": wanted.to, ":outlet": wanted.outlet, ":kind": wanted.kind, ":main": wanted.main,
        };
        let undated = "SELECT count(*) FROM incidents WHERE earliest IS NULL";
        let undated = self.connection.prepare_cached(undated)?.query_row([], |row| row.get::<_, i64>(0))?;
        let months = self.counted("substr(i.earliest, 1, 7)", "1", values)?;
        Ok(Timeline {
            items: self.items(skip, limit, values)?,
            total: months.iter().map(|month| month.incidents).sum(),
            undated: undated.unsigned_abs(),
            months,
            outlets: self.counted("d.outlet", "2 DESC, 1", values)?,
            kinds: self.counted("i.kind", "2 DESC, 1", values)?,
        })
    }

    fn counted(&self, by: &str, order: &str, values: impl Params) -> rusqlite::Result<Vec<Counted>> {
        let sql = format!("SELECT {by}, count(*) {CONDITIONS} GROUP BY 1 ORDER BY {order}");
        let row = |row: &rusqlite::Row| {
            Ok(Counted { value: row.get(0)?, incidents: row.get::<_, i64>(1)?.unsigned_abs() })
        };
        self.connection.prepare_cached(&sql)?.query_map(values, row)?.collect()
    }

    /// The articles that tell them are read once each.
    fn items(&self, skip: usize, limit: usize, values: impl Params) -> rusqlite::Result<Vec<Told>> {
        let sql = format!(
            "SELECT i.doc_id, i.incident_id, i.kind, d.title, d.outlet, d.url, d.published_at {CONDITIONS} \
            ORDER BY i.earliest, i.latest, d.published_at, i.incident_row LIMIT {limit} OFFSET {skip}"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(values)?;
        let mut read: HashMap<String, Vec<Row>> = HashMap::new();
        let mut out = Vec::new();
        while let Some(row) = rows.next()? {
            let (doc_id, incident_id): (String, Option<String>) = (row.get(0)?, row.get(1)?);
            if !read.contains_key(&doc_id) {
                let record = reading::record(&self.connection, &doc_id)?;
                read.insert(doc_id.clone(), record.map(|record| happened(&record)).unwrap_or_default());
            }
            let Some(told) = read[&doc_id].iter().find(|told| told.incident_id == incident_id) else {
                continue;
            };
            out.push(Told {
                row: told.clone(),
                kind: row.get(2)?,
                title: row.get(3)?,
                outlet: row.get(4)?,
                url: row.get(5)?,
                published_at: row.get(6)?,
                doc_id,
            });
        }
        Ok(out)
    }
}
