//! A [`Reading`]: everything found in one article.

mod author_mode;
mod frame;
mod read;
mod voice;

pub use author_mode::{AuthorMode, has_opinion};
pub use read::{read, resolve};
pub use voice::{Segment, Voice};

use crate::article::Note;
use crate::attribution::Attribution;
use crate::certainty::Presented;
use crate::source::{Identity, Source};

/// What was found in one article; spans point into the article's text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// In the order of the text (by where the content starts).
    pub attributions: Vec<Attribution>,
    /// Who the source of each attribution is, in the same order; empty in a language that is not read.
    pub identities: Vec<Identity>,
    /// How each attribution is presented, in the same order; empty as above.
    pub presented: Vec<Presented>,
    /// All sources, each with the claims attributed to it.
    pub sources: Vec<Source>,
    /// The body, divided by whose voice is speaking; empty in a language that is not read.
    pub segments: Vec<Segment>,
    /// Doubts, those of the article itself first.
    pub notes: Vec<Note>,
}

/// Options for reading.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// The minimum confidence of an attribution; half is enough for one without a source.
    pub min_confidence: f32,
}

/// The default minimum confidence: less confident claims are wrong more often than right.
pub const LEAST_CONFIDENCE: f32 = 0.4;

impl Default for Options {
    fn default() -> Self {
        Self { min_confidence: LEAST_CONFIDENCE }
    }
}
