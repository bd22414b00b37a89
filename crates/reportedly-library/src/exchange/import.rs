use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use rusqlite::Connection;
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::{FileFormat, MANIFEST, Manifest, TableFile};
use crate::before_incidents::date_all;
use crate::digest::hex;
use crate::error::{Error, Result};
use crate::file::Library;
use crate::formats::{FORMAT, key_all};
use crate::happened::make_findable;
use crate::links::link_all;
use crate::reading::{claim_row, document_words};
use crate::rows::Object;
use crate::shape::{Shape, Table};
use crate::stories::rebuild;
use crate::tables::ALL;

impl Library {
    /// Takes an export back, all or nothing, into a library without articles.
    ///
    /// # Errors
    /// Where the library is not empty, or a file is missing, cut or changed.
    pub fn import(&mut self, from: &Path) -> Result<Manifest> {
        let path = from.join(MANIFEST);
        let bytes = std::fs::read(&path).map_err(|e| Error::Io(path.clone(), e))?;
        let bad = |path: &Path, why: String| Error::BadImport(path.to_owned(), why);
        let manifest: Manifest = serde_json::from_slice(&bytes)
            .map_err(|e| bad(&path, format!("is not the manifest of an export ({e})")))?;
        if manifest.library_format > FORMAT {
            return Err(bad(
                &path,
                "the export was made by a newer reportedly: update reportedly".to_owned(),
            ));
        }
        manifest.format.built_in()?;
        for file in &manifest.tables {
            unchanged(from, file)?;
        }
        let library = self.path.clone();
        let of = |e| Error::of(library.clone(), e);
        let transaction = self.begin()?;
        for table in ALL {
            let filled = format!("SELECT EXISTS (SELECT 1 FROM {})", table.name);
            if transaction.query_row(&filled, [], |row| row.get(0)).map_err(of)? {
                return Err(Error::NotEmpty(library));
            }
        }
        for table in ALL {
            if let Some(file) = manifest.tables.iter().find(|f| f.table == table.name) {
                let path = from.join(&file.file);
                let mut rows = 0;
                read(table, &path, manifest.format, &mut |row| {
                    rows += 1;
                    insert(&transaction, table, row).map_err(of)
                })?;
                if rows != file.rows {
                    return Err(bad(&path, format!("has {rows} rows instead of {}", file.rows)));
                }
            }
        }
        let derived = || {
            link_all(&transaction)?;
            key_all(&transaction)?;
            make_findable(&transaction, None)?;
            if manifest.library_format < 6 {
                date_all(&transaction)?;
            }
            rebuild(&transaction).map(drop)
        };
        derived().map_err(of)?;
        transaction.commit().map_err(of)?;
        Ok(manifest)
    }
}

fn unchanged(from: &Path, file: &TableFile) -> Result<()> {
    // a name, never a path that leads elsewhere
    if Path::new(&file.file).components().count() != 1 || file.file.starts_with('.') {
        return Err(Error::BadImport(from.join(MANIFEST), format!("{:?} is not a file name", file.file)));
    }
    let path = from.join(&file.file);
    let io = |e| Error::Io(path.clone(), e);
    let (mut digest, mut buffer) = (Sha256::new(), vec![0; 1 << 16]);
    let mut stream = File::open(&path).map_err(io)?;
    loop {
        match stream.read(&mut buffer).map_err(io)? {
            0 => break,
            n => digest.update(buffer.get(..n).unwrap_or_default()),
        }
    }
    match hex(&digest.finalize()) == file.sha256 {
        true => Ok(()),
        false => {
            Err(Error::BadImport(path, "is not the exported file: it was cut off or changed".to_owned()))
        }
    }
}

fn insert(to: &Connection, table: &Table, row: &Object) -> rusqlite::Result<()> {
    match table.name {
        "claims" => claim_row(to, row),
        "documents" => {
            let number = table.insert(to, row)?;
            document_words(to, number, row.get("text").and_then(Value::as_str).unwrap_or_default())
        }
        _ => table.insert(to, row).map(drop),
    }
}

/// Takes one row after the other.
type With<'w> = dyn FnMut(&Object) -> Result<()> + 'w;

fn read(table: &Table, path: &Path, format: FileFormat, with: &mut With) -> Result<()> {
    let file = File::open(path).map_err(|e| Error::Io(path.to_owned(), e))?;
    let bad = |row: usize, why: String| Error::BadImport(path.to_owned(), format!("row {row}: {why}"));
    match format {
        FileFormat::Jsonl => {
            for (row, line) in BufReader::new(file).lines().enumerate() {
                let line = line.map_err(|e| Error::Io(path.to_owned(), e))?;
                with(&serde_json::from_str(&line).map_err(|e| bad(row + 1, e.to_string()))?)?;
            }
        }
        FileFormat::Csv => {
            let mut reader = csv::Reader::from_reader(BufReader::new(file));
            let names = reader.headers().map_err(|e| bad(0, e.to_string()))?.clone();
            for (row, record) in reader.records().enumerate() {
                let record = record.map_err(|e| bad(row + 1, e.to_string()))?;
                let cells = names.iter().zip(record.iter());
                let cells = cells.map(|(name, cell)| Ok((name.to_owned(), value(table, name, cell)?)));
                with(&cells.collect::<std::result::Result<_, String>>().map_err(|why| bad(row + 1, why))?)?;
            }
        }
        #[cfg(feature = "parquet")]
        FileFormat::Parquet => {
            let rows = super::parquet::rows(table, file).map_err(|why| bad(0, why))?;
            for (row, object) in rows.enumerate() {
                with(&object.map_err(|why| bad(row + 1, why))?)?;
            }
        }
        #[cfg(not(feature = "parquet"))]
        FileFormat::Parquet => return Err(Error::NoParquet),
    }
    Ok(())
}

fn value(table: &Table, name: &str, cell: &str) -> std::result::Result<Value, String> {
    let shape = table.columns.iter().find(|(column, _)| *column == name).map(|(_, shape)| *shape);
    match (cell, shape) {
        ("", _) => Ok(Value::Null),
        (cell, None | Some(Shape::Text)) => Ok(Value::String(cell.to_owned())),
        (cell, Some(_)) => serde_json::from_str(cell).map_err(|e| format!("{name}: {e}")),
    }
}
