//! What happened, into the tables and out of them: who is named, dates, incidents with those in them and their facts.

use std::collections::HashSet;

use reportedly_records::{Date, Record};
use rusqlite::Connection;
use serde_json::{Map, Value, json};

use crate::rows::{Object, object};
use crate::shape::Table;
use crate::tables::{DATES, ENTITIES, EVENTS, FACTS, INCIDENTS, PARTICIPANTS};

/// The sort of note on an article that was added before incidents were read.
pub(crate) const WITHOUT_INCIDENTS: &str = "without_incidents";

/// The columns of an incident, and the field of its `when` or `where` that each has.
const WHEN: [(&str, &str); 7] = [
    ("when_value", "value"),
    ("when_precision", "precision"),
    ("earliest", "earliest"),
    ("latest", "latest"),
    ("when_text", "text"),
    ("when_start", "start"),
    ("when_end", "end"),
];
const WHERE: [(&str, &str); 8] = [
    ("where_name", "text"),
    ("where_start", "start"),
    ("where_end", "end"),
    ("settlement", "settlement"),
    ("region", "region"),
    ("country", "country"),
    ("lat", "lat"),
    ("lon", "lon"),
];

/// Writes what happened in a document that has nothing of it yet.
pub(crate) fn write_happened(to: &Connection, doc_id: &str, record: &Record) -> rusqlite::Result<()> {
    let write = |table: &Table, mut row: Object, own: &[(&str, &str)]| {
        row.extend(own.iter().map(|(name, value)| ((*name).to_owned(), (*value).into())));
        table.insert(to, &row)
    };
    let of_document = ("doc_id", doc_id);
    let mut ids = HashSet::new();
    for entity in record.entities.iter().filter(|e| ids.insert(e.entity_id.as_str())) {
        write(&ENTITIES, object(entity), &[of_document])?;
    }
    write_dates(to, doc_id, &record.dates)?;
    for event in &record.events {
        write(&EVENTS, object(event), &[of_document])?;
    }
    for incident in record.incidents.iter().filter(|i| ids.insert(i.incident_id.as_str())) {
        let mut row = flat(object(incident));
        let parts = [(&PARTICIPANTS, row.remove("participants")), (&FACTS, row.remove("facts"))];
        write(&INCIDENTS, row, &[of_document])?;
        let own = [of_document, ("incident_id", &incident.incident_id)];
        for (table, rows) in parts {
            for row in rows.iter().filter_map(Value::as_array).flatten().filter_map(Value::as_object) {
                write(table, row.clone(), &own)?;
            }
        }
    }
    make_findable(to, Some(doc_id))
}

/// Writes the dates of a document that has none yet.
pub(crate) fn write_dates(to: &Connection, doc_id: &str, dates: &[Date]) -> rusqlite::Result<()> {
    dates.iter().try_for_each(|date| {
        let mut row = object(date);
        row.insert("doc_id".to_owned(), doc_id.into());
        DATES.insert(to, &row).map(drop)
    })
}

/// The incidents of one document, or of all, by day and by place.
pub(crate) fn make_findable(to: &Connection, doc_id: Option<&str>) -> rusqlite::Result<()> {
    let which = if doc_id.is_some() { "i.doc_id = ?1" } else { "?1 IS NULL" };
    let days = format!(
        "INSERT INTO incidents_days SELECT incident_row, min(a, b), max(a, b) FROM \
        (SELECT incident_row, {a} AS a, {b} AS b FROM incidents i WHERE {which}) WHERE a IS NOT NULL AND b IS NOT NULL",
        a = day_number("earliest"),
        b = day_number("latest"),
    );
    to.prepare_cached(&days)?.execute([doc_id])?;
    // what is denied did not happen there
    let words = "SELECT group_concat(span ->> 'text', ' … ') FROM facts f WHERE f.doc_id = i.doc_id \
        AND f.incident_id = i.incident_id AND slot = 'where' AND presented <> 'denied'";
    let places = format!(
        "INSERT INTO incidents_places (rowid, settlement, region, country, words) SELECT incident_row, settlement, region, \
        country, coalesce(where_name, '') || ' … ' || coalesce(({words}), '') FROM incidents i WHERE {which}"
    );
    to.prepare_cached(&places)?.execute([doc_id]).map(drop)
}

/// A day of ISO 8601 as a whole number, in SQL; null where it is none.
pub(crate) fn day_number(day: &str) -> String {
    format!("CAST(julianday({day}) + 0.5 AS INTEGER)")
}

/// Takes out what happened in a document.
pub(crate) fn delete_happened(to: &Connection, doc_id: &str) -> rusqlite::Result<()> {
    for (index, key) in [("incidents_days", "incident_row"), ("incidents_places", "rowid")] {
        let own = "SELECT incident_row FROM incidents WHERE doc_id = ?1";
        to.prepare_cached(&format!("DELETE FROM {index} WHERE {key} IN ({own})"))?.execute([doc_id])?;
    }
    for table in [&FACTS, &PARTICIPANTS, &INCIDENTS, &EVENTS, &DATES, &ENTITIES] {
        to.prepare_cached(&format!("DELETE FROM {} WHERE doc_id = ?1", table.name))?.execute([doc_id])?;
    }
    Ok(())
}

/// Puts what happened in a document into its object.
pub(crate) fn read_happened(from: &Connection, doc_id: &str, into: &mut Object) -> rusqlite::Result<()> {
    let all = |table: &Table| table.select(from, "doc_id = ?1", [doc_id]);
    for table in [&ENTITIES, &DATES, &EVENTS] {
        into.insert(table.name.to_owned(), all(table)?.into_iter().map(Value::Object).collect());
    }
    let (participants, facts) = (all(&PARTICIPANTS)?, all(&FACTS)?);
    let of = |rows: &[Object], id: &Value| -> Value {
        rows.iter().filter(|row| row.get("incident_id") == Some(id)).cloned().map(Value::Object).collect()
    };
    let whole = |row: Object| {
        let id = row.get("incident_id").cloned().unwrap_or_default();
        let mut incident = nested(row);
        incident.insert("participants".to_owned(), of(&participants, &id));
        incident.insert("facts".to_owned(), of(&facts, &id));
        Value::Object(incident)
    };
    let incidents = all(&INCIDENTS)?.into_iter().map(whole).collect();
    into.insert("incidents".to_owned(), incidents);
    Ok(())
}

/// An incident as one row.
fn flat(mut row: Object) -> Object {
    for (part, columns) in [("when", &WHEN[..]), ("where", &WHERE[..])] {
        let Some(Value::Object(part)) = row.remove(part) else { continue };
        let cells = columns.iter().map(|(column, field)| (*column, part.get(*field).map(shortest)));
        row.extend(cells.map(|(column, value)| (column.to_owned(), value.unwrap_or_default())));
    }
    row
}

/// A row as an incident.
fn nested(mut row: Object) -> Object {
    for (part, columns, sign) in [("when", &WHEN[..], "when_value"), ("where", &WHERE[..], "where_name")] {
        let is_known = row.get(sign).is_some_and(|value| !value.is_null());
        let fields: Map<String, Value> = columns
            .iter()
            .map(|(column, field)| ((*field).to_owned(), row.remove(*column).unwrap_or_default()))
            .collect();
        row.insert(part.to_owned(), if is_known { Value::Object(fields) } else { Value::Null });
    }
    row
}

/// A coordinate has the digits of its four bytes, not those that eight would show.
fn shortest(value: &Value) -> Value {
    match value.as_f64().filter(|_| value.is_f64()) {
        Some(x) => json!((x as f32).to_string().parse::<f64>().unwrap_or(x)),
        None => value.clone(),
    }
}
