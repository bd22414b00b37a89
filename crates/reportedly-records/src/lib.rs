//! The one public shape of what was read, and its renderings.
//!
//! [`Record`] is the JSON object of one document: offsets are Unicode code points, unknown is `null`, and
//! a record whose spans do not match its text is never written. The functions of [`render`] turn a record
//! into a report for a terminal, a page, or lines for other tools; [`case`] is the notation in which the
//! expected answers are written down. Nothing here does I/O.

pub mod case;
mod document;
mod hash;
pub mod render;

pub use document::{Claim, Mismatch, Note, Place, Record, SCHEMA_VERSION};

/// The JSON Schema (2020-12) of a record.
pub const SCHEMA: &str = include_str!("../schema/reading.schema.json");
