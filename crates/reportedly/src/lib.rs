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
//! into JSON. Every decision is made in `reportedly-core`, whose modules are re-exported here; pages are read by
//! `reportedly-page`, behind the feature `page`.

mod engine;

pub use reportedly_core::*;
#[cfg(feature = "page")]
pub use reportedly_page as page;

pub use engine::{Engine, Read};
#[cfg(feature = "page")]
pub use reportedly_page::{Format, PageOptions, Unreadable};
