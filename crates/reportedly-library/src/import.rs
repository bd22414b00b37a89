use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use rusqlite::Connection;
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::add::{claim_row, document_words};
use crate::error::{Error, Result};
use crate::exchange::{MANIFEST, Manifest, TableFile, hex};
use crate::file::{FORMAT, Library};
use crate::links::link_all;
use crate::rows::Object;
use crate::tables::{ALL, Shape, Table};

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
            .map_err(|e| bad(&path, format!("this is no manifest of an export ({e})")))?;
        if manifest.library_format > FORMAT {
            return Err(bad(&path, "the export was made by a newer reportedly: update this one".to_owned()));
        }
        for file in &manifest.tables {
            unchanged(from, file)?;
        }
        let library = self.path.clone();
        let of = |e| Error::of(library.clone(), e);
        let transaction = self.begin()?;
        let count = "SELECT count(*) FROM documents";
        if transaction.query_row(count, [], |row| row.get::<_, i64>(0)).map_err(of)? > 0 {
            return Err(Error::NotEmpty(library));
        }
        for table in ALL {
            if let Some(file) = manifest.tables.iter().find(|f| f.table == table.name) {
                let path = from.join(&file.file);
                let rows = read(table, &path, manifest.format == "csv", |row| {
                    insert(&transaction, table, row).map_err(of)
                })?;
                if rows != file.rows {
                    return Err(bad(&path, format!("has {rows} rows and should have {}", file.rows)));
                }
            }
        }
        link_all(&transaction).map_err(of)?;
        transaction.commit().map_err(of)?;
        Ok(manifest)
    }
}

fn unchanged(from: &Path, file: &TableFile) -> Result<()> {
    // a name, never a path that leads elsewhere
    if Path::new(&file.file).components().count() != 1 || file.file.starts_with('.') {
        return Err(Error::BadImport(from.join(MANIFEST), format!("{:?} is no name of a file", file.file)));
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
            Err(Error::BadImport(path, "is not the file that was exported: it was cut or changed".to_owned()))
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

/// Calls `with` for each row of a file. Gives their number.
fn read(table: &Table, path: &Path, csv: bool, mut with: impl FnMut(&Object) -> Result<()>) -> Result<u64> {
    let bad = |row: u64, why: String| Error::BadImport(path.to_owned(), format!("row {row}: {why}"));
    let file = BufReader::new(File::open(path).map_err(|e| Error::Io(path.to_owned(), e))?);
    let mut rows = 0;
    if csv {
        let mut reader = csv::Reader::from_reader(file);
        let names = reader.headers().map_err(|e| bad(0, e.to_string()))?.clone();
        for record in reader.records() {
            let record = record.map_err(|e| bad(rows + 1, e.to_string()))?;
            let cells = names.iter().zip(record.iter());
            let row = cells.map(|(name, cell)| Ok((name.to_owned(), value(table, name, cell)?)));
            with(&row.collect::<std::result::Result<_, String>>().map_err(|why| bad(rows + 1, why))?)?;
            rows += 1;
        }
    } else {
        for line in file.lines() {
            let line = line.map_err(|e| Error::Io(path.to_owned(), e))?;
            with(&serde_json::from_str(&line).map_err(|e| bad(rows + 1, e.to_string()))?)?;
            rows += 1;
        }
    }
    Ok(rows)
}

fn value(table: &Table, name: &str, cell: &str) -> std::result::Result<Value, String> {
    let shape = table.columns.iter().find(|(column, _)| *column == name).map(|(_, shape)| *shape);
    match (cell, shape) {
        ("", _) => Ok(Value::Null),
        (cell, None | Some(Shape::Text)) => Ok(Value::String(cell.to_owned())),
        (cell, Some(_)) => serde_json::from_str(cell).map_err(|e| format!("{name}: {e}")),
    }
}
