//! `docs/fields.md` lists every field of the output, as the schemas have it. `UPDATE_DOCS=1` writes it anew.

#![allow(clippy::unwrap_used, clippy::disallowed_methods)] // helpers of tests, too; the page is a file

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

use serde_json::Value;

/// Name of the table in the output, its schema, and the definition in it that has the fields.
const TABLES: [(&str, &str, Option<&str>); 14] = [
    ("documents", include_str!("../schema/reading.schema.json"), None),
    ("claims", include_str!("../schema/reading.schema.json"), Some("claim")),
    ("sources", include_str!("../schema/reading.schema.json"), Some("source")),
    ("entities", include_str!("../schema/reading.schema.json"), Some("entity")),
    ("dates", include_str!("../schema/reading.schema.json"), Some("date")),
    ("events", include_str!("../schema/reading.schema.json"), Some("event")),
    ("incidents", include_str!("../schema/reading.schema.json"), Some("incident")),
    ("participants", include_str!("../schema/reading.schema.json"), Some("participant")),
    ("facts", include_str!("../schema/reading.schema.json"), Some("fact")),
    ("segments", include_str!("../schema/reading.schema.json"), Some("segment")),
    ("profile", include_str!("../schema/reading.schema.json"), Some("observation")),
    ("notes", include_str!("../schema/reading.schema.json"), Some("note")),
    ("reuse", include_str!("../schema/reuse.schema.json"), None),
    ("claim_groups", include_str!("../schema/claim_groups.schema.json"), None),
];

/// The version in which a field came that has no `since` of its own.
const FIRST: &str = "0.1";

const HEAD: &str = "# Fields of the output\n\n\
    One table for each kind of row; the JSON schemas are in `crates/reportedly-records/schema`. Offsets are half-open, in \
    Unicode code points of the document's `text`. Unknown is null, never an empty string. Within one `schema_version` \
    fields are only added; the last column says in which version of the program a field came. A table that is not listed \
    here does not exist yet.\n\n\
    This page is made from the schemas by a test; do not edit it by hand (`UPDATE_DOCS=1 cargo test -p reportedly-records`).\n";

#[test]
fn every_field_is_listed() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/fields.md");
    let mut page = HEAD.to_owned();
    for (name, schema, definition) in TABLES {
        let schema: Value = serde_json::from_str(schema).unwrap();
        let _ = write!(page, "\n## {name}\n\n| field | type | what it is | since |\n|---|---|---|---|\n");
        rows(definition.map_or(&schema, |d| &schema["$defs"][d]), "", &mut page);
    }
    if std::env::var_os("UPDATE_DOCS").is_some_and(|v| v == "1") {
        std::fs::write(&file, &page).unwrap();
    }
    let listed = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(listed == page, "docs/fields.md is not what the schemas say; run with UPDATE_DOCS=1");
}

fn rows(object: &Value, above: &str, out: &mut String) {
    // sorted here: whether the map keeps the order of the file depends on what else is built
    let fields: BTreeMap<&String, &Value> = object["properties"].as_object().into_iter().flatten().collect();
    for (name, field) in fields {
        let what = field["description"].as_str().unwrap_or_default();
        assert!(!what.is_empty(), "{above}{name} has no description");
        let since = field["since"].as_str().unwrap_or(FIRST);
        let _ = writeln!(out, "| `{above}{name}` | {} | {what} | {since} |", kind(field));
        rows(&field["items"], &format!("{above}{name}[]."), out);
        rows(field, &format!("{above}{name}."), out);
    }
}

/// The type in words: "text or null", "list of span", "certain, probable or null".
fn kind(field: &Value) -> String {
    let one = |value: &Value| match value.as_str() {
        Some("string") => "text".to_owned(),
        Some("array") => {
            let item = reference(&field["items"]).or(field["items"]["type"].as_str().map(str::to_owned));
            format!("list of {}", item.map_or("values".to_owned(), |i| i.replace("string", "text")))
        }
        Some(other) => other.to_owned(),
        None => String::new(),
    };
    let all: Vec<String> = match (&field["type"], &field["enum"], &field["oneOf"], &field["const"]) {
        (Value::Array(types), ..) => types.iter().map(one).collect(),
        (Value::String(_), ..) => vec![one(&field["type"])],
        (_, Value::Array(values), ..) => {
            values.iter().map(|v| v.as_str().map_or(v.to_string(), |s| format!("`{s}`"))).collect()
        }
        (_, _, Value::Array(either), _) => {
            either.iter().map(|v| reference(v).unwrap_or("null".to_owned())).collect()
        }
        (.., fixed) if !fixed.is_null() => vec![fixed.to_string()],
        _ => reference(field).into_iter().collect(),
    };
    let (last, first) = all.split_last().unwrap();
    if first.is_empty() { last.clone() } else { format!("{} or {last}", first.join(", ")) }
}

/// The definition that a field refers to.
fn reference(field: &Value) -> Option<String> {
    Some(field["$ref"].as_str()?.trim_start_matches("#/$defs/").to_owned())
}
