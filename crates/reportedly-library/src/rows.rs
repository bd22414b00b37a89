//! Rows <-> JSON objects, by the names of the columns.

use rusqlite::types::{Value as Sql, ValueRef};
use rusqlite::{Connection, Params, Row};
use serde_json::{Map, Number, Value};

use crate::shape::{Shape, Table};

pub(crate) type Object = Map<String, Value>;

impl Table {
    fn names(&self) -> String {
        self.columns.iter().map(|(name, _)| format!("\"{name}\"")).collect::<Vec<_>>().join(", ")
    }

    /// Writes one row and gives its number. What the object does not have is null.
    pub(crate) fn insert(&self, to: &Connection, object: &Object) -> rusqlite::Result<i64> {
        let marks = vec!["?"; self.columns.len()].join(", ");
        let sql = format!("INSERT INTO {} ({}) VALUES ({marks})", self.name, self.names());
        let values = self.columns.iter().map(|(name, shape)| inside(object.get(*name), *shape));
        to.prepare_cached(&sql)?.insert(rusqlite::params_from_iter(values))
    }

    /// Gives the columns that the object has these values, in the rows of one document.
    pub(crate) fn update(&self, to: &Connection, doc_id: &str, object: &Object) -> rusqlite::Result<usize> {
        let given = self.columns.iter().filter_map(|(name, shape)| Some((name, object.get(*name)?, shape)));
        let (names, mut values): (Vec<_>, Vec<_>) = given
            .map(|(name, value, shape)| (format!("\"{name}\" = ?"), inside(Some(value), *shape)))
            .unzip();
        values.push(Sql::Text(doc_id.to_owned()));
        let sql = format!("UPDATE {} SET {} WHERE doc_id = ?", self.name, names.join(", "));
        to.prepare_cached(&sql)?.execute(rusqlite::params_from_iter(values))
    }

    /// The rows for which `condition` holds, in order.
    pub(crate) fn select(
        &self,
        from: &Connection,
        condition: &str,
        values: impl Params,
    ) -> rusqlite::Result<Vec<Object>> {
        let mut out = Vec::new();
        self.each(from, condition, values, |object| {
            out.push(object);
            Ok(())
        })?;
        Ok(out)
    }

    /// Calls `with` for one row after the other.
    pub(crate) fn each(
        &self,
        from: &Connection,
        condition: &str,
        values: impl Params,
        mut with: impl FnMut(Object) -> rusqlite::Result<()>,
    ) -> rusqlite::Result<()> {
        let sql =
            format!("SELECT {} FROM {} WHERE {condition} ORDER BY {}", self.names(), self.name, self.order);
        let mut statement = from.prepare_cached(&sql)?;
        let mut rows = statement.query(values)?;
        while let Some(row) = rows.next()? {
            with(self.object(row, 0)?)?;
        }
        Ok(())
    }

    /// The object of a row whose columns begin at `first`.
    pub(crate) fn object(&self, row: &Row, first: usize) -> rusqlite::Result<Object> {
        Self::cells(self.columns.iter(), row, first)
    }

    /// The object of some columns of a row.
    pub(crate) fn cells<'c>(
        columns: impl IntoIterator<Item = &'c (&'static str, Shape)>,
        row: &Row,
        first: usize,
    ) -> rusqlite::Result<Object> {
        let cell = |(i, (name, shape)): (usize, &(&str, Shape))| {
            Ok(((*name).to_owned(), outside(row.get_ref(first + i)?, *shape)))
        };
        columns.into_iter().enumerate().map(cell).collect()
    }
}

fn inside(value: Option<&Value>, shape: Shape) -> Sql {
    match (value, shape) {
        (None | Some(Value::Null), _) => Sql::Null,
        (Some(value), shape) if shape.is_json() => Sql::Text(value.to_string()),
        (Some(Value::String(s)), _) => Sql::Text(s.clone()),
        (Some(Value::Bool(b)), _) => Sql::Integer(i64::from(*b)),
        (Some(Value::Number(n)), _) => match (n.as_i64(), n.as_f64()) {
            (Some(i), _) => Sql::Integer(i),
            (None, Some(x)) => Sql::Real(x),
            (None, None) => Sql::Null,
        },
        (Some(other), _) => Sql::Text(other.to_string()),
    }
}

fn outside(value: ValueRef, shape: Shape) -> Value {
    match (value, shape) {
        (ValueRef::Integer(i), Shape::Flag) => Value::Bool(i != 0),
        (ValueRef::Integer(i), _) => Value::Number(i.into()),
        (ValueRef::Real(x), _) => Number::from_f64(x).map_or(Value::Null, Value::Number),
        (ValueRef::Text(t), shape) if shape.is_json() => serde_json::from_slice(t).unwrap_or(Value::Null),
        (ValueRef::Text(t), _) => Value::String(String::from_utf8_lossy(t).into_owned()),
        (ValueRef::Null | ValueRef::Blob(_), _) => Value::Null,
    }
}

/// A record's or a claim's fields.
pub(crate) fn object(value: &impl serde::Serialize) -> Object {
    match serde_json::to_value(value) {
        Ok(Value::Object(object)) => object,
        // a struct of strings, numbers and lists always becomes an object
        _ => Object::new(),
    }
}

/// The time now as the tables write it (ISO 8601, UTC).
pub(crate) fn now(connection: &Connection) -> rusqlite::Result<String> {
    connection.prepare_cached("SELECT strftime('%Y-%m-%dT%H:%M:%SZ', 'now')")?.query_row([], |row| row.get(0))
}
