//! How sure a claim is presented as being, and whether it is affirmed or denied.
//!
//! The scale is FactBank's (Saurí and Pustejovsky 2009), judged for the source of the claim as the words of
//! the article present them, never for the truth. What is asked, wanted, promised or supposed is
//! [`Certainty::Underspecified`]: no assertion. Negations of cue and main predicate cancel each other out.

mod clause;
mod cue;
mod denial;
mod hedge;
mod judge;
mod main_clause;
mod open_words;
mod overrule;
mod reason;
mod saying;
mod stance;
mod unasserted;

pub(crate) use clause::is_finite;
pub use judge::judge;
pub use open_words::hedge_in;
pub use reason::Reason;
pub use stance::Stance;

use crate::text::Span;

/// How sure the claim is presented as being.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Certainty {
    /// With nothing that weakens it.
    Certain,
    /// Likely.
    Probable,
    /// Perhaps.
    Possible,
    /// Neither affirmed nor denied.
    Underspecified,
}

/// Whether the claim is affirmed or denied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Polarity {
    /// Presented as the case.
    Affirmed,
    /// Presented as not the case.
    Denied,
    /// Neither.
    Underspecified,
}

/// How one claim is presented.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Presented {
    /// How sure.
    pub certainty: Certainty,
    /// Affirmed or denied; underspecified exactly if the certainty is.
    pub polarity: Polarity,
    /// What the source does with it.
    pub stance: Stance,
    /// The words that make it less than certain, in cue or content.
    pub hedge: Option<Span>,
    /// Why, for `--explain`.
    pub reason: Reason,
}

impl Certainty {
    /// All of them, from the surest on.
    pub const ALL: [Self; 4] = [Self::Certain, Self::Probable, Self::Possible, Self::Underspecified];

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
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Affirmed, Self::Denied, Self::Underspecified];

    /// The name in the output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Affirmed => "affirmed",
            Self::Denied => "denied",
            Self::Underspecified => "underspecified",
        }
    }
}
