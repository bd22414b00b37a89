//! One file that keeps articles and everything that was found in them.
//!
//! [`Library`] is a SQLite file whose tables are the public shape. What is added is read once and searched
//! at once ([`Library::search`]); readings are replaced by newer ones ([`Library::replace`]), texts never,
//! and neither are the hand [corrections](Library::correct). Every change is one transaction: a process
//! that is killed leaves what was acknowledged, once, and nothing half.
//!
//! ```
//! use reportedly_library::{Access, Incoming, Library};
//! # let folder = tempfile::tempdir()?;
//! # let path = folder.path().join("news.db");
//! use reportedly::{Engine, ReadOptions};
//!
//! let engine = Engine::new(ReadOptions::default());
//! let read = engine.read_text("\u{201c}The tide waits for nobody,\u{201d} said Mara Hale.");
//! let record = reportedly_records::Record::new(&read.article, &read.reading, false);
//! let mut library = Library::open(&path, Access::Create)?;
//! library.add(vec![Incoming::new(record, "notes.txt")])?;
//! assert_eq!(library.search(&"tide source:hale".parse()?, 10)?.claims.len(), 1);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod add;
mod before_incidents;
mod browse;
mod correct;
mod digest;
mod documents;
mod error;
mod exchange;
mod fetches;
mod file;
mod formats;
mod given;
mod happened;
mod links;
mod mend;
mod notes;
mod reading;
mod relate;
mod remove;
mod replay;
mod reread;
mod rows;
mod search;
mod shape;
mod stories;
mod tables;
mod timeline;
mod undo;
mod verify;
mod views;

pub use add::{Incoming, Kept, Placement, Revisited};
pub use browse::{Listing, Rows};
pub use correct::{By, Change, Corrected};
pub use documents::{Listed, Refused};
pub use error::Error;
pub use exchange::{Export, FileFormat, Manifest, TableFile};
pub use fetches::Fetch;
pub use file::{Access, Library};
pub use formats::FORMAT;
pub use given::Given;
pub use mend::Facts;
pub use notes::Noted;
pub use remove::Removal;
pub use search::{ArticleHit, BadQuery, ClaimHit, FacetValue, Facets, Hits, In, Query, Sort};
pub use timeline::{Counted, Timeline, Told, Wanted};
pub use verify::Verified;
