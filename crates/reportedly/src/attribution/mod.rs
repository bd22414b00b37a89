//! Who says what: an [`Attribution`] ties a content to its cue and its source.
//!
//! The terms are those of PARC (Pareti 2012) and PolNeAR (Newell et al. 2018). Anything that can find
//! attributions is a [`Proposer`]: the rules in [`rules`] are, the trained reader is, handed in by the
//! host, of [`prose`]. [`settle`] makes one answer of what they propose and keeps the reasons; [`nested()`] adds what stands
//! within a content.

mod headlines;
mod lines;
mod nested;
mod paragraphs;
mod parted;
pub mod rules;
mod settle;
mod tidy;
mod unread;

pub use nested::nested;
pub use settle::{mode, settle};
pub use unread::prose;

use crate::article::Article;
use crate::text::{Span, Spans};
use crate::tokens::Tokens;

/// One claim: a content with the words that attribute it and the one whom it is attributed to.
#[derive(Clone, Debug, PartialEq)]
pub struct Attribution {
    /// Who is said to say it; empty where nobody is ("it is alleged").
    pub source: Spans,
    /// The words that signal the attribution; `None` for a quotation without a cue.
    pub cue: Option<Span>,
    /// What is said, in one or more pieces.
    pub content: Spans,
    /// How much of the content stands in quotation marks.
    pub mode: Mode,
    /// The attribution whose content this one stands in, as a position in the reading's list.
    pub within: Option<usize>,
    /// Probability that content and source are right, 0 to 1.
    pub confidence: f32,
    /// Which proposer it comes from.
    pub method: &'static str,
    /// Why it stands as it does, for `--explain`.
    pub reasons: Vec<String>,
}

/// How much of a content stands in double quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mode {
    /// At least nine words of ten.
    Direct,
    /// Some words.
    Mixed,
    /// None.
    Indirect,
}

impl Mode {
    /// The name in the output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Mixed => "mixed",
            Self::Indirect => "indirect",
        }
    }
}

/// An attribution as one proposer sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// As in [`Attribution`].
    pub source: Spans,
    /// As in [`Attribution`].
    pub cue: Option<Span>,
    /// As in [`Attribution`].
    pub content: Spans,
    /// How sure the proposer is, 0 to 1.
    pub score: f32,
    /// The rule, or the scores, in a few words.
    pub why: String,
}

/// Finds attributions in an article. It never fails: doubt is a low score.
pub trait Proposer {
    /// The name that stands in `method`.
    fn name(&self) -> &'static str;

    /// Everything that it sees; proposals may overlap.
    fn propose(&self, article: &Article, tokens: &Tokens) -> Vec<Proposal>;
}
