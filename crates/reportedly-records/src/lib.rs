//! The one public shape of what was read, and its renderings.
//!
//! [`Record`] is the JSON object of one document: offsets are Unicode code points, unknown is `null`, and
//! a record whose spans do not match its text is never written. The functions of [`render`] turn a record
//! into a report for a terminal, a page, or lines for other tools; [`case`] is the notation in which the
//! expected answers are written down. Nothing here does I/O.
//!
//! ```
//! use reportedly::{Engine, ReadOptions};
//!
//! let engine = Engine::new(ReadOptions::default());
//! let read = engine.read_text("\u{201c}The tide waits for nobody,\u{201d} said Mara Hale.");
//! let record = reportedly_records::Record::new(&read.article, &read.reading, false);
//! assert_eq!(record.claims[0].source[0].text, "Mara Hale");
//! ```

mod address;
mod again;
mod carried;
mod carrier;
pub mod case;
mod claim;
mod claim_group;
pub mod compare;
mod date;
mod dated;
mod document;
mod dossier;
mod entity;
pub mod export;
pub mod form;
mod hash;
mod incident;
mod place;
mod profile;
pub mod render;
mod reuse;
mod said;
mod sourcing;
mod told;
mod verdict;

pub use carrier::{CarrierRow, Difference, Origin};
pub use claim::Claim;
pub use claim_group::{ClaimGroup, DriftRow, FirstKnown, claim_groups};
pub use date::Date;
pub use document::{Mismatch, Note, Record, SCHEMA_VERSION, doc_id};
pub use dossier::{AnswerRow, Dossier, PassageRow, StoryCard, dossier};
pub use entity::{Entity, Mention};
pub use incident::{Event, Fact, Incident, IncidentPlace, IncidentTime, Participant, RestsOn};
pub use place::Place;
pub use profile::{Observation, profile};
pub use reuse::{Reuse, reuse_rows};
pub use sourcing::{Segment, Source, Sourcing};

/// The JSON Schema (2020-12) of a record.
pub const SCHEMA: &str = include_str!("../schema/reading.schema.json");
