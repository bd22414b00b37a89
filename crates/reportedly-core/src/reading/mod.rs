//! A [`Reading`]: everything found in one article.

mod author_mode;
mod decide;
mod frame;
mod grade;
mod read;
mod voice;

pub use author_mode::{AuthorMode, has_opinion};
pub use grade::Grade;
pub use read::{decisions, read, resolve};
pub use voice::{Segment, Voice};

use crate::article::Note;
use crate::attribution::Attribution;
use crate::certainty::{Certainty, Polarity, Presented, Stance};
use crate::events::Event;
use crate::incident::Incident;
use crate::language::Support;
use crate::source::{Entity, Identity, Named, Source};
use crate::time::TimeExpression;

/// What was found in one article; spans point into the article's text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// In the order of the text (by where the content starts).
    pub claims: Vec<Claim>,
    /// Everyone who is a source, with all claims attributed to them.
    pub sources: Vec<Source>,
    /// Who and what is named; empty where no trained reader has looked.
    pub entities: Vec<Entity>,
    /// Expressions of time, in text order; empty where only quotations are read.
    pub dates: Vec<TimeExpression>,
    /// Words that name an event; empty where no trained reader has looked.
    pub events: Vec<Event>,
    /// What happened, as the article tells it; empty where no trained reader has looked.
    pub incidents: Vec<Incident>,
    /// The body cut by whose voice is speaking; empty where only quotations are read.
    pub segments: Vec<Segment>,
    /// Doubts, those of the article itself first.
    pub notes: Vec<Note>,
    /// How much of the article could be read.
    pub support: Support,
    /// What read it: the name of the most trusted proposer.
    pub model: Option<&'static str>,
}

/// One claim: an attribution, who its source is, and how it is presented.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// Source, cue and content, as spans.
    pub attribution: Attribution,
    /// What was worked out from them; `None` where only quotations are read ([`Support::QuotationsOnly`]).
    pub sourcing: Option<Sourcing>,
}

/// What is worked out from the words of a claim.
#[derive(Clone, Debug, PartialEq)]
pub struct Sourcing {
    /// Who the source is.
    pub identity: Identity,
    /// How sure, whether as so, and what the source does with it.
    pub presented: Presented,
}

impl Claim {
    /// Who the source is, where that is worked out.
    pub fn identity(&self) -> Option<&Identity> {
        self.sourcing.as_ref().map(|s| &s.identity)
    }

    /// How it is presented, where that is worked out.
    pub fn presented(&self) -> Option<&Presented> {
        self.sourcing.as_ref().map(|s| &s.presented)
    }
}

/// What is known of one claim, beside its words: because a trained reader decided it in context, or because it was kept
/// from an earlier reading.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    /// Who the source is.
    pub source: Named,
    /// How sure.
    pub certainty: Certainty,
    /// Affirmed or denied.
    pub polarity: Polarity,
    /// What the source does with it.
    pub stance: Stance,
    /// The probability that its words, its source, and the source's kind and name are right.
    pub confidence: f32,
    /// Whether it is a claim at all.
    pub is_claim: bool,
    /// How sure each part is, for `--explain`.
    pub reason: Option<String>,
}

/// Options for reading.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReadOptions {
    /// Claims of less confidence are left out. Without it, those are given that are more often a claim with the right
    /// words than not.
    pub min_confidence: Option<f32>,
}
