use std::fs::File;
use std::io::Write;
use std::path::Path;

use serde_json::Value;

use super::{FileFormat, TableFile};
use crate::digest::Digesting;
use crate::error::{Error, Result};
use crate::rows::Object;
use crate::shape::{Shape, Table};

/// A table's file while it is written.
pub(super) struct TableWriter {
    table: &'static Table,
    file: String,
    rows: u64,
    to: Rows,
}

enum Rows {
    Jsonl(Digesting),
    Csv(Digesting),
    #[cfg(feature = "parquet")]
    Parquet(Box<super::parquet::Writer>),
}

impl TableWriter {
    pub fn create(table: &'static Table, path: &Path, format: FileFormat) -> Result<Self> {
        let io = |e| Error::Io(path.to_owned(), e);
        let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let mut to = Digesting::new(File::create(path).map_err(io)?);
        let to = match format {
            FileFormat::Jsonl => Rows::Jsonl(to),
            FileFormat::Csv => {
                let head: Vec<&str> = table.columns.iter().map(|(name, _)| *name).collect();
                record(&mut to, &head).map_err(io)?;
                Rows::Csv(to)
            }
            #[cfg(feature = "parquet")]
            FileFormat::Parquet => {
                Rows::Parquet(Box::new(super::parquet::Writer::create(table, to).map_err(io)?))
            }
            #[cfg(not(feature = "parquet"))]
            FileFormat::Parquet => return Err(Error::NoParquet),
        };
        Ok(Self { table, file, rows: 0, to })
    }

    pub fn write(&mut self, row: &Object) -> std::io::Result<()> {
        self.rows += 1;
        let columns = self.table.columns;
        match &mut self.to {
            Rows::Jsonl(to) => {
                // in the order of the columns, whatever the map's own is
                let cells = columns.iter().map(|(name, _)| {
                    let value = row.get(*name).unwrap_or(&Value::Null);
                    format!("\"{name}\":{value}")
                });
                let line = format!("{{{}}}\n", cells.collect::<Vec<_>>().join(","));
                to.write_all(line.as_bytes())
            }
            Rows::Csv(to) => {
                let cells = columns.iter().map(|(name, shape)| cell(row.get(*name), *shape));
                record(to, &cells.collect::<Vec<_>>())
            }
            #[cfg(feature = "parquet")]
            Rows::Parquet(to) => to.write(row),
        }
    }

    pub fn close(self) -> std::io::Result<TableFile> {
        let to = match self.to {
            Rows::Jsonl(to) | Rows::Csv(to) => to,
            #[cfg(feature = "parquet")]
            Rows::Parquet(to) => to.close()?,
        };
        let sha256 = to.close()?;
        Ok(TableFile { table: self.table.name.to_owned(), file: self.file, rows: self.rows, sha256 })
    }
}

fn record(to: &mut Digesting, cells: &[impl AsRef<[u8]>]) -> std::io::Result<()> {
    let mut line = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(to);
    line.write_record(cells)?;
    line.flush()
}

fn cell(value: Option<&Value>, shape: Shape) -> String {
    match (value, shape) {
        (None | Some(Value::Null), _) => String::new(),
        (Some(Value::String(s)), Shape::Text) => s.clone(),
        (Some(value), _) => value.to_string(),
    }
}
