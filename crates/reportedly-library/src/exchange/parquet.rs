//! A table as a Parquet file. Every column may be null; lists have the three levels that the format's
//! [rules for nested types](https://github.com/apache/parquet-format/blob/master/LogicalTypes.md#lists) ask for.

use std::fs::File;
use std::io;
use std::sync::Arc;

use parquet::basic::{Compression, LogicalType, Repetition, Type as Physical};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::reader::FileReader;
use parquet::file::serialized_reader::SerializedFileReader;
use parquet::file::writer::SerializedFileWriter;
use parquet::record::{Field, Row};
use parquet::schema::types::{Type, TypePtr};
use serde_json::{Number, Value};

use super::shred::{Leaf, leaves, shred};
use crate::digest::Digesting;
use crate::rows::Object;
use crate::shape::{Shape, Table};

/// A row group is written when it has so many bytes or rows: what an export holds in memory.
const MOST_BYTES: usize = 32 << 20;
const MOST_ROWS: usize = 1 << 16;

/// Writes rows, a group at a time.
pub(super) struct Writer {
    shape: Shape,
    leaves: Vec<Leaf>,
    rows: usize,
    to: SerializedFileWriter<Digesting>,
}

impl Writer {
    pub fn create(table: &Table, to: Digesting) -> io::Result<Self> {
        let properties = WriterProperties::builder().set_compression(Compression::SNAPPY).build();
        let to = SerializedFileWriter::new(to, schema(table).map_err(failed)?, properties.into())
            .map_err(failed)?;
        let shape = Shape::Struct(table.columns);
        let mut into = Vec::new();
        leaves(shape, &mut into);
        Ok(Self { shape, leaves: into, rows: 0, to })
    }

    pub fn write(&mut self, row: &Object) -> io::Result<()> {
        let Shape::Struct(columns) = self.shape else { return Ok(()) };
        shred(row, columns, &mut self.leaves)
            .map_err(|why| io::Error::new(io::ErrorKind::InvalidData, why))?;
        self.rows += 1;
        match self.rows >= MOST_ROWS || self.leaves.iter().map(|l| l.bytes).sum::<usize>() >= MOST_BYTES {
            true => self.flush().map_err(failed),
            false => Ok(()),
        }
    }

    fn flush(&mut self) -> Result<(), ParquetError> {
        let mut group = self.to.next_row_group()?;
        for leaf in &mut self.leaves {
            if let Some(mut column) = group.next_column()? {
                leaf.write(&mut column)?;
                column.close()?;
            }
        }
        group.close()?;
        self.rows = 0;
        Ok(())
    }

    pub fn close(mut self) -> io::Result<Digesting> {
        if self.rows > 0 {
            self.flush().map_err(failed)?;
        }
        self.to.into_inner().map_err(failed)
    }
}

/// A full disk stays one.
fn failed(error: ParquetError) -> io::Error {
    match error {
        ParquetError::External(inner) => match inner.downcast::<io::Error>() {
            Ok(error) => *error,
            Err(inner) => io::Error::other(inner),
        },
        error => io::Error::other(error),
    }
}

fn schema(table: &Table) -> Result<TypePtr, ParquetError> {
    group(table.name, None, None, table.columns)
}

fn group(
    name: &str,
    repetition: Option<Repetition>,
    logical: Option<LogicalType>,
    fields: &[(&str, Shape)],
) -> Result<TypePtr, ParquetError> {
    let fields = fields.iter().map(|(name, shape)| field(name, *shape)).collect::<Result<_, _>>()?;
    let group = Type::group_type_builder(name).with_fields(fields).with_logical_type(logical);
    Ok(Arc::new(
        match repetition {
            Some(repetition) => group.with_repetition(repetition),
            None => group,
        }
        .build()?,
    ))
}

fn field(name: &str, shape: Shape) -> Result<TypePtr, ParquetError> {
    let (physical, logical) = match shape {
        // JSON is marked as text, too: some readers show the format's own mark for it as bytes
        Shape::Text | Shape::Json => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
        Shape::Whole => (Physical::INT64, None),
        Shape::Real => (Physical::DOUBLE, None),
        Shape::Flag => (Physical::BOOLEAN, None),
        Shape::Struct(fields) => return group(name, Some(Repetition::OPTIONAL), None, fields),
        Shape::List(of) => {
            let list = group("list", Some(Repetition::REPEATED), None, &[("element", *of)])?;
            let outer = Type::group_type_builder(name).with_repetition(Repetition::OPTIONAL);
            return Ok(Arc::new(
                outer.with_logical_type(Some(LogicalType::List)).with_fields(vec![list]).build()?,
            ));
        }
    };
    let column = Type::primitive_type_builder(name, physical).with_repetition(Repetition::OPTIONAL);
    Ok(Arc::new(column.with_logical_type(logical).build()?))
}

/// The rows of a file, or what is wrong with it.
pub(super) fn rows(
    table: &Table,
    file: File,
) -> Result<impl Iterator<Item = Result<Object, String>>, String> {
    let reader = SerializedFileReader::new(file).map_err(|e| e.to_string())?;
    let ours = schema(table).map_err(|e| e.to_string())?;
    // what is read row by row below must be of a shape that it knows
    for column in reader.metadata().file_metadata().schema().get_fields() {
        if !ours.get_fields().contains(column) {
            return Err(format!("{} is not a column of {}, or has another type", column.name(), table.name));
        }
    }
    let columns = table.columns;
    Ok(reader.into_iter().map(move |row| object(&row.map_err(|e| e.to_string())?, columns)))
}

fn object(row: &Row, columns: &[(&str, Shape)]) -> Result<Object, String> {
    let cells = row.get_column_iter().map(|(name, field)| {
        let json = columns.iter().any(|(column, shape)| column == name && *shape == Shape::Json);
        let value = match field {
            Field::Str(words) if json => serde_json::from_str(words).map_err(|e| format!("{name}: {e}"))?,
            field => value(field).ok_or_else(|| format!("{name}: cannot be read"))?,
        };
        Ok((name.clone(), value))
    });
    cells.collect()
}

fn value(field: &Field) -> Option<Value> {
    Some(match field {
        Field::Null => Value::Null,
        Field::Bool(b) => Value::Bool(*b),
        Field::Long(i) => Value::from(*i),
        Field::Double(x) => Value::Number(Number::from_f64(*x)?),
        Field::Str(words) => Value::String(words.clone()),
        Field::ListInternal(list) => Value::Array(list.elements().iter().map(value).collect::<Option<_>>()?),
        Field::Group(row) => {
            let fields = row.get_column_iter().map(|(name, field)| Some((name.clone(), value(field)?)));
            Value::Object(fields.collect::<Option<_>>()?)
        }
        _ => return None,
    })
}
