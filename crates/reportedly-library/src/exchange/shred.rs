//! Nested values as flat columns with levels, and the marks by which they are put together again
//! (Melnik et al., "Dremel: Interactive Analysis of Web-Scale Datasets", VLDB 2010).

use parquet::data_type::{BoolType, ByteArray, ByteArrayType, DoubleType, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::writer::SerializedColumnWriter;
use serde_json::Value;

use crate::rows::Object;
use crate::shape::Shape;

/// The values of one flat column, and where each stands: how much of its path is there (`definition`), and
/// which list it continues (`repetition`, 0 for a new row).
#[derive(Debug)]
pub(super) struct Leaf {
    values: Values,
    definition: Vec<i16>,
    repetition: Vec<i16>,
    /// About what it takes in memory.
    pub bytes: usize,
}

#[derive(Debug)]
enum Values {
    Text(Vec<ByteArray>),
    Json(Vec<ByteArray>),
    Whole(Vec<i64>),
    Real(Vec<f64>),
    Flag(Vec<bool>),
}

/// Makes the flat columns of a shape, in order.
pub(super) fn leaves(shape: Shape, into: &mut Vec<Leaf>) {
    let values = match shape {
        Shape::Text => Values::Text(Vec::new()),
        Shape::Json => Values::Json(Vec::new()),
        Shape::Whole => Values::Whole(Vec::new()),
        Shape::Real => Values::Real(Vec::new()),
        Shape::Flag => Values::Flag(Vec::new()),
        Shape::List(of) => return leaves(*of, into),
        Shape::Struct(fields) => return fields.iter().for_each(|(_, shape)| leaves(*shape, into)),
    };
    into.push(Leaf { values, definition: Vec::new(), repetition: Vec::new(), bytes: 0 });
}

/// How many flat columns a shape has.
fn width(shape: Shape) -> usize {
    match shape {
        Shape::List(of) => width(*of),
        Shape::Struct(fields) => fields.iter().map(|(_, shape)| width(*shape)).sum(),
        _ => 1,
    }
}

/// Where a value stands.
#[derive(Clone, Copy, Default)]
struct At {
    definition: i16,
    repetition: i16,
    /// Lists around it.
    depth: i16,
}

/// Puts a row's values at the ends of the flat columns.
///
/// # Errors
/// Where a value is not of its column's shape.
pub(super) fn shred(row: &Object, columns: &[(&str, Shape)], into: &mut [Leaf]) -> Result<(), String> {
    fields(row, columns, At::default(), into)
}

fn fields(object: &Object, fields: &[(&str, Shape)], at: At, mut into: &mut [Leaf]) -> Result<(), String> {
    if let Some(stray) = object.keys().find(|key| !fields.iter().any(|(name, _)| name == key)) {
        return Err(format!("there is no column for {stray}"));
    }
    for (name, shape) in fields {
        let (own, rest) = into.split_at_mut_checked(width(*shape)).ok_or("a column is missing")?;
        into = rest;
        let value = object.get(*name).unwrap_or(&Value::Null);
        place(value, *shape, at, own).map_err(|why| format!("{name}: {why}"))?;
    }
    Ok(())
}

fn place(value: &Value, shape: Shape, at: At, into: &mut [Leaf]) -> Result<(), String> {
    let present = At { definition: at.definition + 1, ..at };
    match (shape, value) {
        (_, Value::Null) => into.iter_mut().for_each(|leaf| leaf.mark(at)),
        (Shape::Struct(of), Value::Object(object)) => return fields(object, of, present, into),
        (Shape::List(_), Value::Array(items)) if items.is_empty() => {
            into.iter_mut().for_each(|leaf| leaf.mark(present));
        }
        (Shape::List(of), Value::Array(items)) => {
            let depth = at.depth + 1;
            for (i, item) in items.iter().enumerate() {
                let repetition = if i == 0 { at.repetition } else { depth };
                place(item, *of, At { definition: at.definition + 2, repetition, depth }, into)?;
            }
        }
        (_, value) => {
            let leaf = into.first_mut().ok_or("a column is missing")?;
            if !leaf.push(value) {
                return Err("the value has the wrong type for its column".to_owned());
            }
            leaf.mark(present);
        }
    }
    Ok(())
}

impl Leaf {
    fn mark(&mut self, at: At) {
        self.definition.push(at.definition);
        self.repetition.push(at.repetition);
        self.bytes += size_of::<[i16; 2]>();
    }

    /// Whether the value is of the column's type.
    fn push(&mut self, value: &Value) -> bool {
        self.bytes += size_of::<ByteArray>() + value.as_str().map_or(0, str::len);
        match (&mut self.values, value) {
            (Values::Text(to), Value::String(words)) => to.push(words.as_str().into()),
            (Values::Json(to), value) => to.push(value.to_string().into_bytes().into()),
            (Values::Flag(to), Value::Bool(b)) => to.push(*b),
            (Values::Whole(to), Value::Number(n)) if n.is_i64() => to.extend(n.as_i64()),
            (Values::Real(to), Value::Number(n)) => to.extend(n.as_f64()),
            _ => return false,
        }
        true
    }

    /// Writes all values and forgets them.
    pub fn write(&mut self, to: &mut SerializedColumnWriter) -> Result<(), ParquetError> {
        let levels = (Some(&*self.definition), Some(&*self.repetition));
        match &self.values {
            Values::Text(v) | Values::Json(v) => {
                to.typed::<ByteArrayType>().write_batch(v, levels.0, levels.1)
            }
            Values::Whole(v) => to.typed::<Int64Type>().write_batch(v, levels.0, levels.1),
            Values::Real(v) => to.typed::<DoubleType>().write_batch(v, levels.0, levels.1),
            Values::Flag(v) => to.typed::<BoolType>().write_batch(v, levels.0, levels.1),
        }?;
        self.forget();
        Ok(())
    }

    fn forget(&mut self) {
        match &mut self.values {
            Values::Text(v) | Values::Json(v) => v.clear(),
            Values::Whole(v) => v.clear(),
            Values::Real(v) => v.clear(),
            Values::Flag(v) => v.clear(),
        }
        self.definition.clear();
        self.repetition.clear();
        self.bytes = 0;
    }
}
