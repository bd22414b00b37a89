/// Why a claim is presented as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Reason {
    /// Nothing weakens it.
    NothingWeakens,
    /// A hedge does.
    Hedge,
    /// "Nobody said that".
    SaidByNobody,
    /// It is a question.
    Question,
    /// "Did not say", "declined to say", "will say".
    NotSaid,
    /// "Did not rule out".
    NotRuledOut,
    /// A wish, plan, request, order or offer.
    Wanted,
    /// "It is not known whether".
    Unknown,
    /// "If the pump fails".
    Condition,
    /// "Would have flooded".
    ContraryToFact,
    /// Only something that is spoken about.
    Topic,
}

impl Reason {
    /// One sentence for `--explain`.
    pub fn message(self) -> &'static str {
        match self {
            Self::NothingWeakens => "nothing weakens it",
            Self::Hedge => "a hedge",
            _ => self.note().unwrap_or_default(),
        }
    }

    /// Why it is no assertion, in the words that are shown; `None` where it is one.
    pub fn note(self) -> Option<&'static str> {
        Some(match self {
            Self::NothingWeakens | Self::Hedge => return None,
            Self::Question => "a question",
            Self::SaidByNobody | Self::NotSaid => "not said",
            Self::NotRuledOut => "not ruled out",
            Self::Wanted => "a wish or plan",
            Self::Unknown => "said to be unknown",
            Self::Condition | Self::ContraryToFact => "only if",
            Self::Topic => "only a topic",
        })
    }
}
