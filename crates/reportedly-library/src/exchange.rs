//! The whole library as plain files: one a table, and a manifest that counts and digests them.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::Path;

use reportedly::claim::Publishers;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::add::object;
use crate::documents::record;
use crate::error::{Error, Result};
use crate::file::{FORMAT, Library};
use crate::relate::{all_groups, all_reuse};
use crate::rows::Object;
use crate::tables::{ALL, CLAIM_GROUPS, REUSE, Shape, Table};

/// The name of the file that lists the others.
pub(crate) const MANIFEST: &str = "manifest.json";

/// The list of an export's files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The format of the library that it comes from.
    pub library_format: i64,
    /// jsonl or csv.
    pub format: String,
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
    /// CSV rather than JSON lines.
    pub csv: bool,
    /// Of a passage that more documents have, only the ties to where it stood first are written.
    pub most_pairs: usize,
    /// Which outlets belong to one owner.
    pub publishers: Publishers,
}

impl Default for Export {
    fn default() -> Self {
        Self { csv: false, most_pairs: 300, publishers: Publishers::default() }
    }
}

impl Library {
    /// Writes every table into a new folder: as JSON lines, or as CSV (RFC 4180; lists and spans as JSON
    /// in the cell, unknown as an empty cell). The folder appears when all is written.
    ///
    /// # Errors
    /// Where the folder exists or cannot be written, or the words of a span are not those of its text.
    pub fn export(&mut self, to: &Path, options: &Export) -> Result<Manifest> {
        if to.exists() {
            return Err(Error::Exists(to.to_owned()));
        }
        let mut part = to.as_os_str().to_owned();
        // a name that nobody else gives: what was left half by a kill is taken away
        part.push(".reportedly-part");
        let part = Path::new(&part);
        let io = |e| Error::Io(to.to_owned(), e);
        match fs::remove_dir_all(part) {
            Err(e) if e.kind() != std::io::ErrorKind::NotFound => return Err(io(e)),
            _ => {}
        }
        fs::create_dir_all(part).map_err(io)?;
        let manifest = self.write_tables(part, options)?;
        let json = serde_json::to_vec_pretty(&manifest).unwrap_or_default();
        fs::write(part.join(MANIFEST), json).map_err(io)?;
        fs::rename(part, to).map_err(io)?;
        Ok(manifest)
    }

    fn write_tables(&mut self, to: &Path, options: &Export) -> Result<Manifest> {
        let path = self.path.clone();
        // all tables as they stand at one moment
        let snapshot = self.connection.transaction().map_err(|e| Error::of(path.clone(), e))?;
        let (mut tables, mut bad) = (Vec::new(), None);
        let mut write = |table: &'static Table, rows: &mut Rows| -> Result<()> {
            let ending = if options.csv { "csv" } else { "jsonl" };
            let mut file =
                TableWriter::create(table, &to.join(format!("{}.{ending}", table.name)), options.csv)?;
            let mut failed = None;
            rows(&mut |row| {
                failed = failed.take().or(file.write(&row).err());
                Ok(())
            })
            .map_err(|e| Error::of(path.clone(), e))?;
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
        let format = if options.csv { "csv" } else { "jsonl" }.to_owned();
        Ok(Manifest { library_format: FORMAT, format, tables })
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

struct TableWriter {
    table: &'static Table,
    file: String,
    to: Digesting,
    rows: u64,
    csv: bool,
}

impl TableWriter {
    fn create(table: &'static Table, path: &Path, csv: bool) -> Result<Self> {
        let io = |e| Error::Io(path.to_owned(), e);
        let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let to = Digesting { to: BufWriter::new(File::create(path).map_err(io)?), digest: Sha256::new() };
        let mut writer = Self { table, file, to, rows: 0, csv };
        if csv {
            let head: Vec<&str> = table.columns.iter().map(|(name, _)| *name).collect();
            writer.record(&head).map_err(io)?;
        }
        Ok(writer)
    }

    fn write(&mut self, row: &Object) -> std::io::Result<()> {
        self.rows += 1;
        if !self.csv {
            // in the order of the columns, whatever the map's own is
            let cells = self.table.columns.iter().map(|(name, _)| {
                let value = row.get(*name).unwrap_or(&Value::Null);
                format!("\"{name}\":{value}")
            });
            let line = format!("{{{}}}\n", cells.collect::<Vec<_>>().join(","));
            return self.to.write_all(line.as_bytes());
        }
        let cells: Vec<String> =
            self.table.columns.iter().map(|(name, shape)| cell(row.get(*name), *shape)).collect();
        self.record(&cells.iter().map(String::as_str).collect::<Vec<_>>())
    }

    fn record(&mut self, cells: &[&str]) -> std::io::Result<()> {
        let mut line = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(&mut self.to);
        line.write_record(cells)?;
        line.flush()
    }

    fn close(mut self) -> std::io::Result<TableFile> {
        self.to.flush()?;
        self.to.to.get_ref().sync_all()?;
        let sha256 = hex(&self.to.digest.finalize());
        Ok(TableFile { table: self.table.name.to_owned(), file: self.file, rows: self.rows, sha256 })
    }
}

fn cell(value: Option<&Value>, shape: Shape) -> String {
    match (value, shape) {
        (None | Some(Value::Null), _) => String::new(),
        (Some(Value::String(s)), Shape::Text) => s.clone(),
        (Some(value), _) => value.to_string(),
    }
}

/// A file, and the digest of what went into it.
struct Digesting {
    to: BufWriter<File>,
    digest: Sha256,
}

impl Write for Digesting {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let n = self.to.write(bytes)?;
        self.digest.update(bytes.get(..n).unwrap_or_default());
        Ok(n)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.to.flush()
    }
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

/// SHA-256, in hex.
pub(crate) fn digest(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}
