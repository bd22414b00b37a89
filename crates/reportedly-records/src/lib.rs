//! The one public shape of the output, and its renderings.
//!
//! A [`Record`] is one article with its claims, all offsets in Unicode code points. [`json`], [`plain`],
//! [`terminal`], [`html`] and [`case`] show the same record.

pub mod case;
pub mod html;
mod marks;
pub mod plain;
mod record;
mod sources;
pub mod terminal;

pub use record::{Claim, Note, Passage, Record};

/// One line of JSON, the public shape as it stands.
pub fn json(record: &Record) -> String {
    serde_json::to_string(record).unwrap_or_default()
}

/// The JSON Schema (2020-12) of a record.
pub const SCHEMA: &str = include_str!("../schema/record.schema.json");
