//! Who says what: an [`Attribution`] ties a content to its cue and its source.
//!
//! The terms are those of PARC (Pareti 2012) and PolNeAR (Newell et al. 2018). Anything that can find
//! attributions is a [`Proposer`]: the rules in [`rules`], or the trained reader, which the host passes in.
//! [`settle`] combines their proposals into one answer and keeps the reasons; [`nested()`] adds the claims
//! within a content.

mod headlines;
mod lines;
mod nested;
mod order;
mod paragraphs;
mod parted;
mod reason;
pub mod rules;
mod settle;
mod tidy;
mod unread;

pub use nested::nested;
pub(crate) use nested::phrase;
pub use order::mode;
pub(crate) use order::nest;
pub use settle::settle;
pub use unread::shown;

use crate::article::Article;
use crate::insight::Insight;
use crate::text::{Span, Spans};
use crate::tokens::Tokens;

/// One claim: a content, the words that attribute it, and the source it is attributed to.
#[derive(Clone, Debug, PartialEq)]
pub struct Attribution {
    /// The words for the source; empty if there is none ("it is alleged").
    pub source: Spans,
    /// The words that signal the attribution; `None` for a quotation without a cue.
    pub cue: Option<Span>,
    /// What is said, in one or more pieces.
    pub content: Spans,
    /// How much of the content is in quotation marks.
    pub mode: Mode,
    /// The attribution whose content contains this one, as a position in the reading's list.
    pub within: Option<usize>,
    /// Probability that content and source are right, 0 to 1; once a trained reader has judged the whole claim, that the
    /// source's kind and name are right, too.
    pub confidence: f32,
    /// Which proposer it comes from.
    pub method: &'static str,
    /// The reasons for it, for `--explain`.
    pub reasons: Vec<String>,
}

/// Proposals that are less sure are wrong more often than right.
pub(crate) const LEAST_CONFIDENCE: f32 = 0.37;

/// How much of a content is in double quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
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
///
/// ```
/// use reportedly::tokens::Tokens;
/// use reportedly::{Article, Engine, Proposal, Proposer, ReadOptions, Spans};
///
/// /// Takes "X: Y" for speech.
/// struct Colon;
/// impl Proposer for Colon {
///     fn name(&self) -> &'static str {
///         "colon"
///     }
///     fn propose(&self, article: &Article, _: &Tokens) -> Vec<Proposal> {
///         let text = &article.text;
///         let Some(at) = text.as_str().find(": ") else { return Vec::new() };
///         let span = |from, to| text.span(from, to).map(Spans::from).unwrap_or_default();
///         let (source, content) = (span(0, at), span(at + 2, text.len()));
///         vec![Proposal { source, cue: None, content, score: 0.9, why: "colon".to_owned() }]
///     }
/// }
///
/// let engine = Engine::new(ReadOptions::default()).trusting(Colon);
/// let read = engine.read_text("Harbour office: The pier stays shut until Monday.");
/// assert_eq!(read.reading.claims[0].attribution.method, "colon");
/// ```
pub trait Proposer: Send + Sync {
    /// The name used in `method`.
    fn name(&self) -> &'static str;

    /// All its proposals; they may overlap.
    fn propose(&self, article: &Article, tokens: &Tokens) -> Vec<Proposal>;

    /// What it knows of the words in context, beside the proposals; nothing unless it is trained to.
    fn look(&self, article: &Article, tokens: &Tokens) -> (Vec<Proposal>, Option<Box<dyn Insight>>) {
        (self.propose(article, tokens), None)
    }
}
