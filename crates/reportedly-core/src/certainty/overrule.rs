//! What was decided of a claim, in the place of what the rules found.

use super::{Certainty, Polarity, Presented, Reason, Stance};

impl Presented {
    /// Takes over what was decided in context; the rules' hedge stays where it still is one.
    pub fn overrule(&mut self, certainty: Certainty, polarity: Polarity, stance: Stance) {
        let open = certainty == Certainty::Underspecified;
        let hedged = matches!(certainty, Certainty::Probable | Certainty::Possible);
        self.hedge = self.hedge.filter(|_| hedged);
        (self.certainty, self.polarity, self.stance) = (certainty, polarity, stance);
        self.reason = match (open, self.reason.note().is_some()) {
            (true, false) => open_by(stance),
            (false, true) if hedged => Reason::Hedge,
            (false, true) => Reason::NothingWeakens,
            _ => self.reason,
        };
    }
}

/// Why it is no assertion, by what the source does with it.
fn open_by(stance: Stance) -> Reason {
    match stance {
        Stance::Asks => Reason::Question,
        Stance::Wants => Reason::Wanted,
        Stance::Denies => Reason::NotSaid,
        Stance::Asserts => Reason::Condition,
        Stance::Accuses | Stance::Praises | Stance::None => Reason::Topic,
    }
}
