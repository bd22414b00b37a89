//! Corrections of what is known about an article: its date, outlet, title and byline.
//!
//! Date and outlet are those of one article. Title and byline belong to the text: where a copy has the same wrong
//! one, it is mended, too, also if it is added later.

use reportedly_core::time::Date;
use reportedly_records::Record;
use rusqlite::Connection;
use serde_json::{Map, Value, json};

use crate::correct::{By, Corrected};
use crate::error::{Error, Result};
use crate::file::Library;
use crate::given::HAND;
use crate::happened::{delete_happened, write_happened};
use crate::reading::record;
use crate::rows::{Object, now, object};
use crate::stories::place_again;
use crate::tables::{CORRECTIONS, DOCUMENTS};

/// What belongs to the text, whoever prints it.
const OF_THE_TEXT: [&str; 2] = ["title", "byline"];

/// What is given replaces what is there; empty says that there is none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// When it was first published (ISO 8601).
    pub date: Option<String>,
    /// The medium that published it.
    pub outlet: Option<String>,
    /// The headline.
    pub title: Option<String>,
    /// Names of persons, in order.
    pub byline: Option<Vec<String>>,
}

impl Facts {
    /// Whether nothing is given.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The columns with what they are to hold.
    fn columns(&self) -> Result<Object> {
        let word = |words: &str| match words.trim() {
            "" => Value::Null,
            words => words.into(),
        };
        let mut to = Map::new();
        if let Some(words) = &self.date {
            let date = match words.trim() {
                "" => None,
                words => Some(Date::parse(words).ok_or_else(|| Error::BadDate(words.to_owned()))?),
            };
            to.insert("published_at".to_owned(), json!(date.map(|d| d.value())));
            to.insert("published_at_precision".to_owned(), json!(date.map(|d| d.precision().name())));
            to.insert("published_at_method".to_owned(), json!(date.map(|_| HAND)));
            to.insert("published_at_guess".to_owned(), json!(date.map(|_| false)));
        }
        for (name, words) in [("outlet", &self.outlet), ("title", &self.title)] {
            to.extend(words.as_ref().map(|words| (name.to_owned(), word(words))));
        }
        if let Some(names) = &self.byline {
            let names: Vec<&str> = names.iter().map(|n| n.trim()).filter(|n| !n.is_empty()).collect();
            to.insert("byline".to_owned(), if names.is_empty() { Value::Null } else { json!(names) });
        }
        Ok(to)
    }
}

impl Library {
    /// Corrects what is known about an article. It is kept when the article is read again.
    ///
    /// # Errors
    /// If there is no such article, the date is none, or nothing would change.
    ///
    /// ```
    /// use reportedly_library::Facts;
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
    /// let facts = Facts { date: Some("2031-04-05".to_owned()), ..Facts::default() };
    /// library.correct_article("pier", &facts, "ann")?;
    /// let record = library.record("pier")?;
    /// assert_eq!(record.published_at.as_deref(), Some("2031-04-05"));
    /// assert_eq!(record.published_at_method.as_deref(), Some("hand"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn correct_article<'b>(
        &mut self,
        id: &str,
        facts: &Facts,
        by: impl Into<By<'b>>,
    ) -> Result<Corrected> {
        let doc_id = self.record(id)?.doc_id;
        let new = facts.columns()?;
        let mut row =
            DOCUMENTS.select(&self.connection, "doc_id = ?1", [&doc_id]).map_err(|e| self.error(e))?;
        let row = row.pop().unwrap_or_default();
        let old: Object = new.keys().map(|n| (n.clone(), row.get(n).cloned().unwrap_or_default())).collect();
        if old == new {
            return Err(Error::Unchanged);
        }
        self.mend(&doc_id, &old, &new, by.into())
    }

    /// Puts `new` in the place of `old`, and logs it.
    pub(crate) fn mend(&mut self, doc_id: &str, old: &Object, new: &Object, by: By) -> Result<Corrected> {
        let doc_ids = self.change(|to| {
            let sql = "SELECT text_sha256 FROM documents WHERE doc_id = ?1";
            let sha: String = to.query_row(sql, [doc_id], |row| row.get(0))?;
            let row = json!({
                "text_sha256": sha, "doc_id": doc_id, "who": by.who, "why": by.why, "made_at": now(to)?,
                "old": old, "new": new,
            });
            CORRECTIONS.insert(to, &object(&row))?;
            DOCUMENTS.update(to, doc_id, new)?;
            if new.contains_key("published_at") {
                date_again(to, doc_id)?;
            }
            let mut mended = vec![doc_id.to_owned()];
            for copy in DOCUMENTS.select(to, "text_sha256 = ?1", [&sha])? {
                let id = copy.get("doc_id").and_then(Value::as_str).unwrap_or_default();
                let same = shared(&copy, old, new);
                if id != doc_id && !same.is_empty() {
                    DOCUMENTS.update(to, id, &same)?;
                    mended.push(id.to_owned());
                }
            }
            mended.iter().try_for_each(|id| place_again(to, id))?;
            Ok(mended)
        })?;
        Ok(Corrected { doc_ids, claim: None, claim_id: None })
    }
}

/// "On Friday" is another day when the day of publication is another one.
fn date_again(to: &Connection, doc_id: &str) -> rusqlite::Result<()> {
    let Some(record) = record(to, doc_id)? else { return Ok(()) };
    delete_happened(to, doc_id)?;
    write_happened(to, doc_id, &record.dated_again())
}

/// What a copy that still has the old values gets.
fn shared(copy: &Object, old: &Object, new: &Object) -> Object {
    let same = |name: &&str| new.contains_key(*name) && copy.get(*name) == old.get(*name);
    let value = |name: &str| new.get(name).cloned().unwrap_or_default();
    OF_THE_TEXT.into_iter().filter(same).map(|name| (name.to_owned(), value(name))).collect()
}

/// A record that comes in, after the corrections of others with its text.
pub(crate) fn mended(from: &Connection, mut record: Record) -> rusqlite::Result<Record> {
    let log = "text_sha256 = ?1 AND doc_id IS NOT NULL";
    for row in CORRECTIONS.select(from, log, [&record.text_sha256])? {
        let (Some(Value::Object(old)), Some(Value::Object(new))) = (row.get("old"), row.get("new")) else {
            continue;
        };
        let own = json!({ "title": record.title, "byline": record.byline });
        let same = shared(&object(&own), old, new);
        if let Some(title) = same.get("title") {
            record.title = title.as_str().map(str::to_owned);
        }
        if let Some(byline) = same.get("byline") {
            record.byline = serde_json::from_value(byline.clone()).ok();
        }
    }
    Ok(record)
}
