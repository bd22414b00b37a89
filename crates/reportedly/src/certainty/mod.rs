//! How sure a claim is presented, and whether as so or not so.
//!
//! The scale is FactBank's (Saurí and Pustejovsky 2009), judged for the source of the claim as the words of
//! the article present her; never for the truth. What is asked, wanted, promised or supposed is
//! [`Certainty::Underspecified`]: no assertion. Negations of cue and main predicate cancel each other.

mod clause;
mod cue;
mod denial;
mod hedge;
mod judge;
mod main_clause;
mod reason;
mod stance;
#[cfg(test)]
mod tests;

pub(crate) use clause::{Word, is_finite, words};
pub use judge::judge;
pub use reason::Reason;
pub use stance::Stance;

use crate::text::Span;

/// How sure, as presented.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Certainty {
    /// With nothing that weakens it.
    Certain,
    /// Likely.
    Probable,
    /// Perhaps.
    Possible,
    /// Not presented as so or not so.
    Underspecified,
}

/// As so, or as not so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Polarity {
    /// So.
    Affirmed,
    /// Not so.
    Denied,
    /// Neither.
    Underspecified,
}

/// How one claim is presented.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Presented {
    /// How sure.
    pub certainty: Certainty,
    /// So or not so; underspecified exactly where the certainty is.
    pub polarity: Polarity,
    /// What the source does with it.
    pub stance: Stance,
    /// The words that make it less than certain, in cue or content.
    pub hedge: Option<Span>,
    /// Why, for `--explain`.
    pub reason: Reason,
}

impl Certainty {
    /// The name in the output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Certain => "certain",
            Self::Probable => "probable",
            Self::Possible => "possible",
            Self::Underspecified => "underspecified",
        }
    }
}

impl Polarity {
    /// The name in the output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Affirmed => "affirmed",
            Self::Denied => "denied",
            Self::Underspecified => "underspecified",
        }
    }
}
