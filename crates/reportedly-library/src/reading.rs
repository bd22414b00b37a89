//! Documents, claims and sources, into the tables and out of them.

use std::collections::HashSet;

use reportedly_records::{Claim, Record};
use rusqlite::{Connection, params};
use serde_json::Value;

use crate::happened::{delete_happened, read_happened, write_happened};
use crate::rows::{Object, object};
use crate::tables::{CLAIMS, DOCUMENTS, SOURCES};

/// The whole record of a document; `None` where it is not there or its columns do not make one.
pub(crate) fn record(from: &Connection, doc_id: &str) -> rusqlite::Result<Option<Record>> {
    let Some(mut document) = document(from, doc_id)? else { return Ok(None) };
    read_happened(from, doc_id, &mut document)?;
    Ok(serde_json::from_value(Value::Object(document)).ok())
}

/// The same without what happened: what comparing articles needs.
pub(crate) fn sourcing(from: &Connection, doc_id: &str) -> rusqlite::Result<Option<Record>> {
    Ok(document(from, doc_id)?.and_then(|document| serde_json::from_value(Value::Object(document)).ok()))
}

/// A document with its claims and sources.
fn document(from: &Connection, doc_id: &str) -> rusqlite::Result<Option<Object>> {
    let Some(mut document) = DOCUMENTS.select(from, "doc_id = ?1", [doc_id])?.pop() else { return Ok(None) };
    let claims = CLAIMS.select(from, "doc_id = ?1", [doc_id])?;
    let sources = SOURCES.select(from, "doc_id = ?1", [doc_id])?;
    document.insert("claims".to_owned(), claims.into_iter().map(Value::Object).collect());
    document.insert("sources".to_owned(), sources.into_iter().map(Value::Object).collect());
    Ok(Some(document))
}

pub(crate) fn claim_of(row: Object) -> Option<Claim> {
    serde_json::from_value(Value::Object(row)).ok()
}

/// Makes a document's text searchable.
pub(crate) fn document_words(to: &Connection, row: i64, text: &str) -> rusqlite::Result<()> {
    let sql = "INSERT INTO documents_words (rowid, text) VALUES (?1, ?2)";
    to.prepare_cached(sql)?.execute(params![row, text]).map(drop)
}

/// Writes what was read in a document that has no reading. Gives the number of claims.
pub(crate) fn write_reading(to: &Connection, doc_id: &str, record: &Record) -> rusqlite::Result<usize> {
    let ids: HashSet<&str> = record.claims.iter().map(|c| c.claim_id.as_str()).collect();
    let mut written = HashSet::new();
    for claim in &record.claims {
        if written.insert(&claim.claim_id) {
            let mut row = object(claim);
            row.insert("doc_id".to_owned(), doc_id.into());
            if claim.within.as_ref().is_some_and(|outer| !ids.contains(outer.as_str())) {
                row.insert("within".to_owned(), Value::Null);
            }
            claim_row(to, &row)?;
        }
    }
    let mut sources = HashSet::new();
    for source in record.sources.iter().filter(|s| sources.insert(&s.source_id)) {
        let mut row = object(source);
        row.insert("doc_id".to_owned(), doc_id.into());
        SOURCES.insert(to, &row)?;
    }
    write_happened(to, doc_id, record)?;
    Ok(written.len())
}

/// Writes one claim and makes it searchable.
pub(crate) fn claim_row(to: &Connection, row: &Object) -> rusqlite::Result<()> {
    let number = CLAIMS.insert(to, row)?;
    let words = |name: &str| {
        let pieces = row.get(name).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        pieces.iter().filter_map(|p| p["text"].as_str()).collect::<Vec<_>>().join(" … ")
    };
    let source =
        [words("source"), row.get("source_name").and_then(Value::as_str).unwrap_or_default().to_owned()];
    let sql = "INSERT INTO claims_words (rowid, content, source) VALUES (?1, ?2, ?3)";
    to.prepare_cached(sql)?.execute(params![number, words("content"), source.join(" … ")]).map(drop)
}

/// Takes out what was read in a document.
pub(crate) fn delete_reading(to: &Connection, doc_id: &str) -> rusqlite::Result<()> {
    let words = "DELETE FROM claims_words WHERE rowid IN (SELECT claim_row FROM claims WHERE doc_id = ?1)";
    to.prepare_cached(words)?.execute([doc_id])?;
    to.prepare_cached("DELETE FROM claims WHERE doc_id = ?1")?.execute([doc_id])?;
    to.prepare_cached("DELETE FROM sources WHERE doc_id = ?1")?.execute([doc_id])?;
    delete_happened(to, doc_id)
}
