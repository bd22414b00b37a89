//! Reads news and keeps *what happened* apart from *who says so*.
//!
//! An [`Engine`] takes a page, a text or an [`Article`] and gives a [`Reading`]: every [`Claim`] with its
//! source, cue and content, who the source is, how the claim is presented, and notes about what was
//! doubtful. [`relate`] takes many articles and says how they are related.
//! Nothing here touches a file, a clock, a thread or a network.
//!
//! ```
//! use reportedly::{Engine, ReadOptions, SourceKind};
//!
//! let engine = Engine::new(ReadOptions::default());
//! let read = engine.read_text("\u{201c}The pier is safe,\u{201d} Mara Hale said on Monday.");
//! let claim = &read.reading.claims[0];
//! assert_eq!(read.article.text.get(claim.attribution.cue.unwrap()), "said");
//! assert_eq!(claim.identity().unwrap().kind, SourceKind::Person);
//! ```
//!
//! The rules alone find quotations and their speakers; the trained reader of `reportedly-model` is a
//! [`Proposer`] that an engine is given by [`Engine::trusting`]. `reportedly-records` turns what was found
//! into JSON. The folders are in reading order; each uses only those above it.

pub mod text;

pub mod article;

pub mod page;

pub mod tokens;

pub mod attribution;

pub mod source;

pub mod certainty;

pub mod reading;

pub mod profile;

pub mod engine;

pub mod reuse;

pub mod claim;

pub mod relations;

pub use article::{Article, Note, Support};
pub use attribution::rules::Rules;
pub use attribution::{Attribution, Mode, Proposal, Proposer};
pub use certainty::{Certainty, Polarity, Presented, Stance};
pub use engine::{Engine, Read};
pub use page::{Format, PageOptions, Unreadable};
pub use profile::Pack;
pub use reading::{Claim, ReadOptions, Reading, Segment, Voice, read, resolve};
pub use relations::{Document, RelateOptions, Relations, relate};
pub use reuse::Kind as ReuseKind;
pub use source::{Identity, Kind as SourceKind, Source};
pub use text::{Span, Spans, Text};
