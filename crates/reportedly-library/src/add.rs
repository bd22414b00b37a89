use reportedly_records::Record;
use rusqlite::{Connection, OptionalExtension, params};
use serde_json::Value;

use crate::digest::digest;
use crate::error::Result;
use crate::file::Library;
use crate::links::link;
use crate::mend::mended;
use crate::reading::{document_words, write_reading};
use crate::remove::{key, readmit, was_removed};
use crate::replay::applied;
use crate::rows::{now, object};
use crate::stories;
use crate::tables::{CAPTURES, DOCUMENTS};

/// An article that was read, and the place it was taken from.
#[derive(Clone, Debug, PartialEq)]
pub struct Incoming {
    /// What was read; `fetched_at` says when it was fetched, if that is known.
    pub record: Record,
    /// The file, line, record or address.
    pub place: String,
    /// The digest of the payload, as a web archive states it.
    pub digest: Option<String>,
    /// The name of its file, where neither an address nor an id of the caller's tells it from another with the same words.
    pub file: Option<String>,
    /// Whether it is added even if it was removed before.
    pub readmit: bool,
}

/// Where an article belongs in a library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Placement {
    /// It is there already, as this document.
    Known(String),
    /// It is new.
    New {
        /// What it will be called.
        doc_id: String,
        /// The document of which it is a later version.
        version_of: Option<String>,
    },
    /// It was removed, and is not added again; its id.
    Removed(String),
}

/// What became of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Where it belongs.
    pub placement: Placement,
    /// Where it was taken from.
    pub place: String,
    /// How many claims it has.
    pub claims: usize,
}

/// A capture of a web archive that repeats an earlier one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Revisited {
    /// The record.
    pub place: String,
    /// The address that it was captured from, and the one that it says it repeats.
    pub addresses: Vec<String>,
    /// The digest that both captures have.
    pub digest: Option<String>,
    /// When it was taken.
    pub fetched_at: Option<String>,
}

impl Incoming {
    /// A record from a place.
    pub fn new(record: Record, place: impl Into<String>) -> Self {
        Self { record, place: place.into(), digest: None, file: None, readmit: false }
    }
}

impl Kept {
    /// The document.
    pub fn doc_id(&self) -> &str {
        match &self.placement {
            Placement::Known(doc_id) | Placement::New { doc_id, .. } | Placement::Removed(doc_id) => doc_id,
        }
    }
}

impl Library {
    /// Keeps articles, all or none. One that is there already only gets a further place.
    ///
    /// # Errors
    /// Where the file cannot be written.
    ///
    /// ```
    /// use reportedly_library::Placement;
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
    /// let incoming = |id| Incoming::new(record(id, hale), "notes.txt");
    /// let kept = library.add(vec![incoming("pier"), incoming("quay")])?;
    /// assert_eq!((kept[0].doc_id(), kept[0].claims), ("pier", 1));
    /// let again = library.add(vec![incoming("pier")])?;
    /// assert_eq!(again[0].placement, Placement::Known("pier".to_owned()));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn add(&mut self, articles: Vec<Incoming>) -> Result<Vec<Kept>> {
        self.change(|to| articles.into_iter().map(|article| keep(to, article)).collect())
    }

    /// Where an article belongs; what was read in it does not matter.
    ///
    /// # Errors
    /// Where the file cannot be read.
    ///
    /// ```
    /// use reportedly_library::Placement;
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
    /// let incoming = |id, text| Incoming::new(record(id, text), "notes.txt");
    /// assert_eq!(library.placement(&incoming("pier", hale))?, Placement::Known("pier".to_owned()));
    /// assert!(matches!(library.placement(&incoming("rain", "It rained."))?, Placement::New { .. }));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn placement(&self, incoming: &Incoming) -> Result<Placement> {
        placement(&self.connection, incoming).map_err(|e| self.error(e))
    }

    /// Notes a capture that repeats an earlier one; `None` where that one is not in the library.
    ///
    /// # Errors
    /// Where the file cannot be written.
    ///
    /// ```
    /// use reportedly_library::Revisited;
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
    /// # let mut incoming = Incoming::new(record("pier", hale), "a.warc");
    /// # incoming.digest = Some("sha1:AAAA".to_owned());
    /// # library.add(vec![incoming])?;
    /// let digest = Some("sha1:AAAA".to_owned()); // as that of "pier"
    /// let again = Revisited { place: "b.warc".to_owned(), digest, ..Revisited::default() };
    /// assert_eq!(library.revisit(&again)?.as_deref(), Some("pier"));
    /// assert_eq!(library.revisit(&Revisited::default())?, None);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn revisit(&mut self, again: &Revisited) -> Result<Option<String>> {
        self.change(|to| {
            let Some(doc_id) = repeated(to, again)? else { return Ok(None) };
            capture(to, &doc_id, &again.place, again.fetched_at.as_deref(), again.digest.as_deref(), true)?;
            Ok(Some(doc_id))
        })
    }
}

fn keep(to: &Connection, article: Incoming) -> rusqlite::Result<Kept> {
    if article.readmit {
        readmit(to, &article.record)?;
    }
    let placement = placement(to, &article)?;
    let Incoming { mut record, place, digest, .. } = article;
    let mut claims = 0;
    match &placement {
        Placement::New { doc_id, version_of } => {
            record.doc_id.clone_from(doc_id);
            record.version_of.clone_from(version_of);
            record = mended(to, record)?;
            document(to, &record)?;
            record = applied(to, record)?;
            claims = write_reading(to, doc_id, &record)?;
            stories::place(to, doc_id, &record.story_keys())?;
        }
        Placement::Known(doc_id) => {
            let sql = "SELECT count(*) FROM claims WHERE doc_id = ?1";
            let count: i64 = to.prepare_cached(sql)?.query_row([doc_id], |row| row.get(0))?;
            claims = count.unsigned_abs() as usize;
        }
        Placement::Removed(_) => return Ok(Kept { placement, place, claims }),
    }
    let kept = Kept { placement, place, claims };
    capture(to, kept.doc_id(), &kept.place, record.fetched_at.as_deref(), digest.as_deref(), false)?;
    Ok(kept)
}

fn placement(from: &Connection, incoming: &Incoming) -> rusqlite::Result<Placement> {
    let record = &incoming.record;
    Ok(match place_of(from, incoming)? {
        Placement::New { doc_id, .. } if was_removed(from, record)? => Placement::Removed(doc_id),
        placement => placement,
    })
}

fn place_of(from: &Connection, incoming: &Incoming) -> rusqlite::Result<Placement> {
    let record = &incoming.record;
    let text_of = |doc_id: &str| -> rusqlite::Result<Option<String>> {
        let mut statement = from.prepare_cached("SELECT text_sha256 FROM documents WHERE doc_id = ?1")?;
        statement.query_row([doc_id], |row| row.get(0)).optional()
    };
    let id = &record.doc_id;
    match text_of(id)? {
        Some(sha) if sha == record.text_sha256 => {
            let other = incoming.file.as_deref().filter(|_| key(record).is_none());
            return Ok(match other {
                Some(file) if !is_in_file(from, id, file)? => {
                    let doc_id = id_in_file(id, file);
                    match text_of(&doc_id)? {
                        Some(_) => Placement::Known(doc_id),
                        None => Placement::New { doc_id, version_of: None },
                    }
                }
                _ => Placement::Known(id.clone()),
            });
        }
        // the caller's id with another text: a later version
        Some(_) => {
            let doc_id = format!("{id}@{}", record.text_sha256.get(..8).unwrap_or_default());
            return Ok(match text_of(&doc_id)? {
                Some(_) => Placement::Known(doc_id),
                None => Placement::New { doc_id, version_of: Some(latest(from, id)?) },
            });
        }
        None => {}
    }
    Ok(Placement::New { doc_id: id.clone(), version_of: earlier(from, record)? })
}

/// Whether a document was taken from a file of this name, or from something that is no file.
fn is_in_file(from: &Connection, doc_id: &str, file: &str) -> rusqlite::Result<bool> {
    let sql = "SELECT place FROM captures WHERE doc_id = ?1";
    let mut places = from.prepare_cached(sql)?;
    let mut places = places.query_map([doc_id], |row| row.get::<_, String>(0))?;
    places.try_fold(false, |found, place| {
        let place = place?;
        let name = place.rsplit(['/', '\\']).next().unwrap_or_default();
        let is_file = name.contains('.') && !place.contains(", ");
        Ok(found || !is_file || stem(name) == stem(file))
    })
}

/// What a file is called, without its ending and the number that a browser gives to a second copy.
fn stem(file: &str) -> &str {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let number = stem.strip_suffix(')').and_then(|s| s.rsplit_once(" ("));
    number.filter(|(_, n)| n.bytes().all(|b| b.is_ascii_digit())).map_or(stem, |(stem, _)| stem)
}

/// The id of one of several documents with the same words, by its file.
fn id_in_file(doc_id: &str, file: &str) -> String {
    digest(format!("{doc_id}\0{}", stem(file)).as_bytes()).chars().take(16).collect()
}

/// The last version of a document that the caller named: `id` or `id@...`.
fn latest(from: &Connection, id: &str) -> rusqlite::Result<String> {
    let sql = "SELECT doc_id FROM documents WHERE doc_id = ?1 OR (doc_id >= ?1 || '@' AND doc_id < ?1 || 'A') \
        ORDER BY doc_row DESC LIMIT 1";
    from.prepare_cached(sql)?.query_row([id], |row| row.get(0))
}

/// The last document under the same address, if it had another text.
fn earlier(from: &Connection, record: &Record) -> rusqlite::Result<Option<String>> {
    let Some(key) = key(record) else { return Ok(None) };
    let sql =
        "SELECT doc_id, text_sha256 FROM documents WHERE address_key = ?1 ORDER BY doc_row DESC LIMIT 1";
    let last = from.prepare_cached(sql)?.query_row([key], |row| Ok((row.get(0)?, row.get::<_, String>(1)?)));
    Ok(last.optional()?.filter(|(_, sha)| *sha != record.text_sha256).map(|(doc_id, _)| doc_id))
}

fn document(to: &Connection, record: &Record) -> rusqlite::Result<()> {
    let mut row = object(record);
    row.insert("added_at".to_owned(), Value::String(now(to)?));
    let number = DOCUMENTS.insert(to, &row)?;
    to.prepare_cached("UPDATE documents SET address_key = ?2 WHERE doc_row = ?1")?
        .execute(params![number, key(record)])?;
    document_words(to, number, &record.text)?;
    link(to, number, &record.text)
}

fn capture(
    to: &Connection,
    doc_id: &str,
    place: &str,
    fetched_at: Option<&str>,
    digest: Option<&str>,
    repeats: bool,
) -> rusqlite::Result<()> {
    // "feed.xml, item 2 (https://...)" is what could not be read as "feed.xml, item 2"
    let bare = place.rsplit_once(" (http").map_or(place, |(bare, _)| bare);
    to.prepare_cached("DELETE FROM failures WHERE place IN (?1, ?2)")?.execute([place, bare])?;
    let known = "SELECT 1 FROM captures WHERE place = ?1 AND doc_id = ?2";
    if to.prepare_cached(known)?.exists([place, doc_id])? {
        return Ok(());
    }
    let row = serde_json::json!({
        "doc_id": doc_id, "place": place, "fetched_at": fetched_at, "digest": digest, "repeats": repeats,
        "added_at": now(to)?,
    });
    CAPTURES.insert(to, &object(&row)).map(drop)
}

/// The document that a revisit repeats: that of the same digest, else the last one of the same address.
fn repeated(from: &Connection, again: &Revisited) -> rusqlite::Result<Option<String>> {
    if let Some(digest) = &again.digest {
        let sql = "SELECT doc_id FROM captures WHERE digest = ?1 ORDER BY capture_row LIMIT 1";
        let found = from.prepare_cached(sql)?.query_row([digest], |row| row.get(0)).optional()?;
        if found.is_some() {
            return Ok(found);
        }
    }
    let sql = "SELECT doc_id FROM documents WHERE url = ?1 ORDER BY doc_row DESC LIMIT 1";
    for address in &again.addresses {
        let found = from.prepare_cached(sql)?.query_row([address], |row| row.get(0)).optional()?;
        if found.is_some() {
            return Ok(found);
        }
    }
    Ok(None)
}
