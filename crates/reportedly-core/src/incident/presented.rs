use crate::article::Prose;
use crate::certainty::{Certainty, Presented, Stance, hedge_in};
use crate::text::Span;

/// How a fact is presented.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Presentation {
    /// By the writer, without a hedge.
    Stated,
    /// Laid to a source that vouches for it.
    Reported,
    /// An accusation, a suspicion, or with a hedge.
    Alleged,
    /// Said not to be so.
    Denied,
    /// Not known, asked, under investigation.
    Open,
}

impl Presentation {
    /// All, in the order in which they are shown.
    pub const ALL: [Self; 5] = [Self::Stated, Self::Reported, Self::Alleged, Self::Denied, Self::Open];

    /// The name in the output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::Reported => "reported",
            Self::Alleged => "alleged",
            Self::Denied => "denied",
            Self::Open => "open",
        }
    }
}

/// Whether the words stand in a sentence of what may have been: "if", "feared", "could have".
pub(super) fn is_unreal(span: Span, prose: &Prose) -> bool {
    let words = prose.within(prose.tokens.sentences_of(span));
    words
        .iter()
        .any(|token| (token.first || !token.capital) && prose.language.incidents.unreal.has(token.low()))
}

/// How the words of a fact are presented: by the claim that holds them, or by the writer. A fact that says none denies nothing:
/// "no one was hurt" reports 0.
pub fn presented(span: Span, prose: &Prose, claim: Option<&Presented>, says_none: bool) -> Presentation {
    let words = prose.get(prose.tokens.sentences_of(span));
    let lower = words.to_lowercase();
    if prose.language.incidents.open.is_in(&lower) {
        return Presentation::Open;
    }
    let hedged = hedge_in(words, prose.language).is_some();
    match claim {
        Some(claim) if claim.stance == Stance::Denies && says_none => Presentation::Reported,
        Some(claim) if claim.stance == Stance::Denies => Presentation::Denied,
        Some(claim) if claim.stance == Stance::Asks => Presentation::Open,
        Some(claim) if hedged || claim.stance == Stance::Accuses => Presentation::Alleged,
        Some(claim) if matches!(claim.certainty, Certainty::Probable | Certainty::Possible) => {
            Presentation::Alleged
        }
        Some(_) => Presentation::Reported,
        None if hedged => Presentation::Alleged,
        None => Presentation::Stated,
    }
}
