//! A table page by page, in the order in which its rows came.

use rusqlite::types::Value as Sql;
use rusqlite::{Connection, params_from_iter};
use serde_json::Value;

use crate::error::{Error, Result};
use crate::file::Library;
use crate::rows::Object;
use crate::shape::{Shape, Table};
use crate::tables::{
    CLAIMS, CORRECTIONS, DATES, DOCUMENTS, ENTITIES, FACTS, INCIDENTS, NOTES, PARTICIPANTS, SOURCES, TAGS,
};

/// What can be gone through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Listing {
    /// The documents, each without its text and with the number of its claims.
    Documents,
    /// The claims of all documents.
    Claims,
    /// The sources of all documents.
    Sources,
    /// Who and what the documents name.
    Entities,
    /// The expressions of time of all documents.
    Dates,
    /// What happened, as the documents tell it.
    Incidents,
    /// Who did it, and to whom.
    Participants,
    /// What is stated of incidents, each with whose word it rests on.
    Facts,
    /// The corrections by hand, each with its `correction_id`.
    Corrections,
    /// The notes, each with its `note_id`.
    Notes,
    /// The tags of all documents.
    Tags,
}

/// Some rows of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rows {
    /// The rows, as objects of the public shape.
    pub items: Vec<Value>,
    /// What to go on from; `None` at the end.
    pub next: Option<i64>,
    /// How many rows there are in all pages together.
    pub total: u64,
}

impl Listing {
    fn table(self) -> &'static Table {
        match self {
            Self::Documents => &DOCUMENTS,
            Self::Claims => &CLAIMS,
            Self::Sources => &SOURCES,
            Self::Entities => &ENTITIES,
            Self::Dates => &DATES,
            Self::Incidents => &INCIDENTS,
            Self::Participants => &PARTICIPANTS,
            Self::Facts => &FACTS,
            Self::Corrections => &CORRECTIONS,
            Self::Notes => &NOTES,
            Self::Tags => &TAGS,
        }
    }

    /// The columns of a list: all but the texts of documents.
    fn columns(self) -> impl Iterator<Item = &'static (&'static str, Shape)> {
        let has_texts = self == Self::Documents;
        self.table().columns.iter().filter(move |(name, _)| !has_texts || *name != "text")
    }

    /// The columns that can be asked to have one value.
    pub fn filters(self) -> impl Iterator<Item = &'static str> {
        self.columns().filter(|(_, shape)| *shape == Shape::Text).map(|(name, _)| *name)
    }
}

impl Library {
    /// At most `limit` rows behind the row `after` (0 for the first page), of those whose columns have the
    /// values given.
    ///
    /// # Errors
    /// Where there is no such column, or the file cannot be read.
    ///
    /// ```
    /// use reportedly_library::Listing;
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
    /// # library.add(vec![Incoming::new(record("quay", hale), "notes.txt")])?;
    /// let first = library.page(Listing::Documents, &[], 0, 1)?;
    /// assert_eq!((first.total, &first.items[0]["doc_id"]), (2, &"pier".into()));
    /// let second = library.page(Listing::Documents, &[], first.next.unwrap(), 1)?;
    /// assert_eq!((&second.items[0]["doc_id"], second.next), (&"quay".into(), None));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn page(&self, listing: Listing, only: &[(&str, &str)], after: i64, limit: usize) -> Result<Rows> {
        if let Some((name, _)) = only.iter().find(|(name, _)| !listing.filters().any(|known| known == *name))
        {
            return Err(Error::Unknown((*name).to_owned()));
        }
        page(&self.connection, listing, only, after, limit).map_err(|e| self.error(e))
    }
}

fn page(
    from: &Connection,
    listing: Listing,
    only: &[(&str, &str)],
    after: i64,
    limit: usize,
) -> rusqlite::Result<Rows> {
    let table = listing.table();
    let conditions: String = only.iter().map(|(name, _)| format!(" AND \"{name}\" = ?")).collect();
    let values = |first: i64| {
        let only = only.iter().map(|(_, value)| Sql::from((*value).to_owned()));
        params_from_iter([Sql::from(first)].into_iter().chain(only).collect::<Vec<_>>())
    };
    let (name, key) = (table.name, table.order);
    let count = format!("SELECT count(*) FROM {name} WHERE {key} > ?{conditions}");
    let total = from.prepare_cached(&count)?.query_row(values(0), |row| row.get::<_, i64>(0))?;
    let columns: Vec<&(&str, Shape)> = listing.columns().collect();
    let names: String = columns.iter().map(|(name, _)| format!(", \"{name}\"")).collect();
    let claims = match listing {
        Listing::Documents => ", (SELECT count(*) FROM claims c WHERE c.doc_id = documents.doc_id)",
        _ => "",
    };
    let sql = format!(
        "SELECT {key}{names}{claims} FROM {name} WHERE {key} > ?{conditions} ORDER BY {key} LIMIT {}",
        limit.saturating_add(1)
    );
    let mut statement = from.prepare_cached(&sql)?;
    let mut rows = statement.query(values(after))?;
    let mut found = Rows { total: total.unsigned_abs(), ..Rows::default() };
    let mut last = after;
    while let Some(row) = rows.next()? {
        if found.items.len() == limit {
            found.next = Some(last);
            break;
        }
        last = row.get(0)?;
        let mut object: Object = Table::cells(columns.iter().copied(), row, 1)?;
        match listing {
            Listing::Documents => {
                drop(object.insert("claims".to_owned(), row.get::<_, i64>(columns.len() + 1)?.into()))
            }
            Listing::Corrections | Listing::Notes => drop(object.insert(key.to_owned(), last.into())),
            _ => {}
        }
        found.items.push(Value::Object(object));
    }
    Ok(found)
}
