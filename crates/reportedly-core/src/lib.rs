//! The pure core: from an [`Article`] to a [`Reading`], and from many to [`Relations`].
//!
//! It knows neither pages nor files, clocks, threads or networks. Hosts use it through the crate `reportedly`, whose
//! `Engine` is the one way from bytes or a text to a reading. The folders are in reading order; each uses only
//! those above it.

pub mod text;

pub mod tokens;

pub mod language;

pub mod time;

pub mod article;

pub mod insight;

pub mod mentions;

pub mod attribution;

pub mod source;

pub mod certainty;

pub mod events;

pub mod incident;

pub mod reading;

pub mod profile;

pub mod reuse;

pub mod trace;

pub mod story;

pub mod dossier;

pub mod relations;

pub use article::{Article, Note};
pub use attribution::rules::Rules;
pub use attribution::{Attribution, Mode, Proposal, Proposer};
pub use certainty::{Certainty, Polarity, Presented, Stance};
pub use language::{Language, Support};
pub use profile::Pack;
pub use reading::{Claim, ReadOptions, Reading, Segment, Voice, read, resolve};
pub use relations::{Document, RelateOptions, Relations, relate};
pub use reuse::Kind as ReuseKind;
pub use source::{Identity, Kind as SourceKind, Source};
pub use text::{Span, Spans, Text};
