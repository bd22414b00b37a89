use std::collections::BTreeMap;

use rusqlite::{Connection, params_from_iter};
use serde::Serialize;

use super::find::matching;
use super::{In, Query};
use crate::error::Result;
use crate::file::Library;

/// No more claims are counted.
const COUNTED: u64 = 10_000;
/// No more values of one facet are told.
const MOST_VALUES: usize = 30;

/// How the claims that a query finds are spread.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Facets {
    /// How many claims were counted.
    pub counted: u64,
    /// Whether these are all that match; of very many only the first 10,000 are counted.
    pub complete: bool,
    /// For each field its values with how many claims have them, most first.
    pub fields: BTreeMap<&'static str, Vec<FacetValue>>,
}

/// One value of a field, and how many claims have it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FacetValue {
    /// The value; `null` where it is not known.
    pub value: Option<String>,
    /// How many claims.
    pub claims: u64,
}

const FIELDS: [(&str, &str); 8] = [
    ("source_name", "c.source_name"),
    ("source_kind", "c.source_kind"),
    ("certainty", "c.certainty"),
    ("stance", "c.stance"),
    ("polarity", "c.polarity"),
    ("mode", "c.mode"),
    ("outlet", "d.outlet"),
    ("month", "substr(d.published_at, 1, 7)"),
];

impl Library {
    /// Counts the claims that a query finds by source, kind, certainty, stance, polarity, mode, outlet and month.
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
    /// let facets = library.facets(&"tide".parse()?)?;
    /// assert_eq!((facets.counted, facets.complete), (1, true));
    /// assert_eq!(facets.fields["source_kind"][0].value.as_deref(), Some("person"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn facets(&self, query: &Query) -> Result<Facets> {
        facets(&self.connection, &query.clone().within(In::Claims)).map_err(|e| self.error(e))
    }

    /// How many claims or articles a query finds, and whether these are all: of very many only 10,000 are counted.
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
    /// assert_eq!(library.count(&"tide".parse()?)?, (1, true));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn count(&self, query: &Query) -> Result<(u64, bool)> {
        count(&self.connection, query).map_err(|e| self.error(e))
    }
}

/// How many rows match, and whether these are all.
fn count(from: &Connection, query: &Query) -> rusqlite::Result<(u64, bool)> {
    let (tables, conditions) = matching(query);
    let sql =
        format!("SELECT count(*) FROM (SELECT 1 FROM {tables} {} LIMIT {})", conditions.sql(), COUNTED + 1);
    let found = from
        .prepare_cached(&sql)?
        .query_row(params_from_iter(conditions.values), |row| row.get::<_, i64>(0))?
        .unsigned_abs();
    Ok((found.min(COUNTED), found <= COUNTED))
}

fn facets(from: &Connection, query: &Query) -> rusqlite::Result<Facets> {
    let (tables, conditions) = matching(query);
    let columns = FIELDS.map(|(_, sql)| sql).join(", ");
    let sql = format!(
        "SELECT {columns} FROM (SELECT w.rowid AS claim_row FROM {tables} {} LIMIT {}) \
         JOIN claims c USING (claim_row) JOIN documents d ON d.doc_id = c.doc_id",
        conditions.sql(),
        COUNTED + 1
    );
    let mut counts: [BTreeMap<Option<String>, u64>; FIELDS.len()] = Default::default();
    let (mut counted, mut complete) = (0, true);
    let mut statement = from.prepare_cached(&sql)?;
    let mut rows = statement.query(params_from_iter(conditions.values))?;
    while let Some(row) = rows.next()? {
        if counted == COUNTED {
            complete = false;
            break;
        }
        counted += 1;
        for (i, of_field) in counts.iter_mut().enumerate() {
            *of_field.entry(row.get(i)?).or_default() += 1;
        }
    }
    let fields = FIELDS.iter().zip(counts).map(|((name, _), counts)| (*name, most_first(counts))).collect();
    Ok(Facets { counted, complete, fields })
}

fn most_first(counts: BTreeMap<Option<String>, u64>) -> Vec<FacetValue> {
    let mut values: Vec<FacetValue> =
        counts.into_iter().map(|(value, claims)| FacetValue { value, claims }).collect();
    values.sort_by(|a, b| b.claims.cmp(&a.claims).then_with(|| a.value.cmp(&b.value)));
    values.truncate(MOST_VALUES);
    values
}
