//! The whole library as plain files: one a table, and a manifest that counts and digests them.

mod import;
#[cfg(feature = "parquet")]
mod parquet;
#[cfg(feature = "parquet")]
mod shred;
mod write;

use std::fs;
use std::path::Path;

use reportedly_core::trace::Publishers;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::error::{Error, Result};
use crate::file::{Library, beside};
use crate::formats::FORMAT;
use crate::reading::record;
use crate::relate::{all_groups, all_reuse};
use crate::rows::{Object, object};
use crate::shape::Table;
use crate::tables::{ALL, CLAIM_GROUPS, REUSE};
use write::TableWriter;

/// The name of the file that lists the others.
pub(crate) const MANIFEST: &str = "manifest.json";

/// The format of an export's files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum FileFormat {
    /// JSON, one object a line.
    #[default]
    Jsonl,
    /// RFC 4180; lists and spans as JSON in the cell, unknown as an empty cell.
    Csv,
    /// [Apache Parquet](https://parquet.apache.org/docs/file-format/), packed with Snappy; spans are structs,
    /// lists are lists, and only what a correction changed is JSON as text. It needs the feature `parquet`.
    Parquet,
}

impl FileFormat {
    fn ending(self) -> &'static str {
        match self {
            Self::Jsonl => "jsonl",
            Self::Csv => "csv",
            Self::Parquet => "parquet",
        }
    }

    /// Refuses what this program was built without.
    fn built_in(self) -> Result<()> {
        match self {
            Self::Parquet if cfg!(not(feature = "parquet")) => Err(Error::NoParquet),
            _ => Ok(()),
        }
    }
}

/// The list of an export's files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The format of the library that it comes from.
    pub library_format: i64,
    /// The format of the files.
    pub format: FileFormat,
    /// The files, in the order in which they are read back.
    pub tables: Vec<TableFile>,
}

/// One file of an export.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableFile {
    /// The table.
    pub table: String,
    /// The file's name.
    pub file: String,
    /// Its rows, without a head.
    pub rows: u64,
    /// SHA-256 of its bytes.
    pub sha256: String,
}

/// How to export.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Export {
    /// The format of the files.
    pub format: FileFormat,
    /// Of a passage that more documents have, only the ties to where it stood first are written.
    pub most_pairs: usize,
    /// Which outlets belong to one owner.
    pub publishers: Publishers,
}

impl Default for Export {
    fn default() -> Self {
        Self { format: FileFormat::default(), most_pairs: 300, publishers: Publishers::default() }
    }
}

impl Library {
    /// Writes every table into a new folder, which appears when all is written.
    ///
    /// # Errors
    /// Where this program was built without the format, the folder exists or cannot be written, or the words of a span are not those of its text.
    ///
    /// ```
    /// use reportedly_library::Export;
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
    /// let to = folder.path().join("export");
    /// let manifest = library.export(&to, &Export::default())?;
    /// assert!(manifest.tables.iter().any(|t| t.table == "claims" && t.rows == 1));
    /// let mut other = Library::open(&folder.path().join("other.db"), Access::Create)?;
    /// other.import(&to)?;
    /// assert_eq!(other.record("pier")?, library.record("pier")?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn export(&mut self, to: &Path, options: &Export) -> Result<Manifest> {
        options.format.built_in()?;
        if to.exists() {
            return Err(Error::Exists(to.to_owned()));
        }
        // a name that nobody else gives: what was left half by a kill is taken away
        let part = &beside(to, ".reportedly-part");
        let io = |e| Error::Io(to.to_owned(), e);
        match fs::remove_dir_all(part) {
            Err(e) if e.kind() != std::io::ErrorKind::NotFound => return Err(io(e)),
            _ => {}
        }
        fs::create_dir_all(part).map_err(io)?;
        let done = self.write_tables(part, options).and_then(|manifest| {
            let json = serde_json::to_vec_pretty(&manifest).unwrap_or_default();
            fs::write(part.join(MANIFEST), json).and_then(|()| fs::rename(part, to)).map_err(io)?;
            Ok(manifest)
        });
        if done.is_err() {
            // the first error is the one to tell of
            let _ = fs::remove_dir_all(part);
        }
        done
    }

    fn write_tables(&mut self, to: &Path, options: &Export) -> Result<Manifest> {
        let library = self.path.clone();
        // all tables as they stand at one moment
        let snapshot = self.connection.transaction().map_err(|e| Error::of(library.clone(), e))?;
        let (mut tables, mut bad) = (Vec::new(), None);
        let mut write = |table: &'static Table, rows: &mut Rows| -> Result<()> {
            let path = to.join(format!("{}.{}", table.name, options.format.ending()));
            let mut file = TableWriter::create(table, &path, options.format)?;
            let mut failed = None;
            rows(&mut |row| {
                failed = failed.take().or(file.write(&row).err());
                Ok(())
            })
            .map_err(|e| Error::of(library.clone(), e))?;
            failed
                .map_or(Ok(()), Err)
                .and_then(|()| file.close())
                .map(|file| tables.push(file))
                .map_err(|e| Error::Io(to.to_owned(), e))
        };
        for table in ALL {
            write(table, &mut |with| {
                table.each(&snapshot, "true", [], |row| {
                    if table.name == "documents" {
                        bad = bad.take().or(mismatch(&snapshot, &row)?);
                    }
                    with(row)
                })
            })?;
        }
        write(&REUSE, &mut |with| all_reuse(&snapshot, options.most_pairs, |row| with(object(&row))))?;
        write(&CLAIM_GROUPS, &mut |with| {
            all_groups(&snapshot, &options.publishers)?.iter().try_for_each(|group| with(object(group)))
        })?;
        if let Some(bad) = bad {
            return Err(Error::Damaged(self.path.clone(), bad));
        }
        Ok(Manifest { library_format: FORMAT, format: options.format, tables })
    }
}

/// Calls what it is given for one row after the other.
type Rows<'r> = dyn FnMut(&mut dyn FnMut(Object) -> rusqlite::Result<()>) -> rusqlite::Result<()> + 'r;

/// What is wrong with the spans of a document.
fn mismatch(from: &rusqlite::Connection, row: &Object) -> rusqlite::Result<Option<String>> {
    let id = row.get("doc_id").and_then(Value::as_str).unwrap_or_default();
    Ok(match record(from, id)? {
        None => Some(format!("document {id}")),
        Some(record) => record.check().err().map(|e| e.to_string()),
    })
}
