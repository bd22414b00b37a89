use reportedly_records::Record;
use rusqlite::params;

use crate::error::Result;
use crate::file::Library;
use crate::reading::{delete_reading, write_reading};
use crate::replay::applied;
use crate::stories::place_again;

/// As the index of those documents has it.
const NOT_READ: &str = "instr(notes, '\"without_incidents\"') > 0";

impl Library {
    /// The documents that another model has read, or whose incidents were not read, oldest first; with `all` every document.
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
    /// assert_eq!(library.read_by_others("rules", false)?, Vec::<String>::new());
    /// assert_eq!(library.read_by_others("newer", false)?, ["pier"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn read_by_others(&self, model: &str, all: bool) -> Result<Vec<String>> {
        let sql = format!(
            "SELECT doc_id FROM documents WHERE ?2 OR model IS NOT ?1 OR {NOT_READ} ORDER BY doc_row"
        );
        let ids = || -> rusqlite::Result<Vec<String>> {
            self.connection.prepare(&sql)?.query_map(params![model, all], |row| row.get(0))?.collect()
        };
        ids().map_err(|e| self.error(e))
    }

    /// How many articles were added before incidents were read, and have not been read since: no search for when and where
    /// something happened finds them.
    ///
    /// # Errors
    /// Where the file cannot be read.
    ///
    /// ```
    /// # use reportedly_library::{Access, Library};
    /// # let folder = tempfile::tempdir()?;
    /// let library = Library::open(&folder.path().join("news.db"), Access::Create)?;
    /// assert_eq!(library.without_incidents()?, 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn without_incidents(&self) -> Result<u64> {
        let sql = format!("SELECT count(*) FROM documents WHERE {NOT_READ}");
        let count = self.connection.query_row(&sql, [], |row| row.get::<_, i64>(0));
        count.map(i64::unsigned_abs).map_err(|e| self.error(e))
    }

    /// Replaces the readings of documents, all or none: claims and notes become those of the records, then
    /// the corrections are put on again. The texts stay; a record of another text is passed over. Gives
    /// how many were replaced.
    ///
    /// # Errors
    /// Where the file cannot be written.
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
    /// let kept = library.record("pier")?;
    /// let article = kept.article();
    /// let read = engine.read(&article);
    /// assert_eq!(library.replace(vec![kept.read_again(&article, &read)])?, 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
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
                    place_again(to, id)?;
                    replaced += 1;
                }
            }
            Ok(replaced)
        })
    }
}
