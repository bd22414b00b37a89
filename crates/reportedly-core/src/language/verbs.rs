use crate::tokens::Lexicon;

/// What a cue says that the source does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CueClass {
    /// Says, writes, denies, according to.
    Speech,
    /// Believes, wants, intends: never shown as a quotation.
    Attitude,
    /// Sees, hears.
    Perception,
    /// Shows, finds, lists: of a text or record.
    Document,
}

impl CueClass {
    /// The name in the output, and in the table of cues.
    pub fn name(self) -> &'static str {
        match self {
            Self::Speech => "speech",
            Self::Attitude => "attitude",
            Self::Perception => "perception",
            Self::Document => "document",
        }
    }
}

/// What a cue does to its claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Effect {
    /// Says it.
    Certain,
    /// Makes it likely.
    Probable,
    /// Makes it possible.
    Possible,
    /// Doubts it.
    Doubt,
    /// Denies it.
    Deny,
    /// Wants, plans or asks for it.
    Open,
    /// Only speaks about it.
    Topic,
}

impl Effect {
    /// The name in the table of cues.
    pub fn name(self) -> &'static str {
        match self {
            Self::Certain => "certain",
            Self::Probable => "probable",
            Self::Possible => "possible",
            Self::Doubt => "doubt",
            Self::Deny => "deny",
            Self::Open => "open",
            Self::Topic => "topic",
        }
    }
}

/// What a cue does besides stating; the classes are those of VerbNet's judgement and admire verbs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Values {
    /// Attributes a wrong to somebody.
    Accuses,
    /// Values a thing, for better or worse.
    Praises,
}

impl Values {
    /// The name in the table of cues.
    pub fn name(self) -> &'static str {
        match self {
            Self::Accuses => "accuses",
            Self::Praises => "praises",
        }
    }
}

theme! {
    /// Verbs and nouns that attribute.
    Verbs {
        /// Cues with their [`CueClass`], their [`Effect`] and what they value ([`Values`]), by their names.
        cues: Lexicon,
    }
}

impl Verbs {
    /// What a cue says that the source does, in any of its forms.
    pub fn class(&self, word: &str) -> Option<CueClass> {
        use CueClass::{Attitude, Document, Perception, Speech};
        let name = self.cues.column(word, 0)?;
        [Speech, Attitude, Perception, Document].into_iter().find(|class| class.name() == name)
    }

    /// What a cue does to its claim.
    pub fn effect(&self, word: &str) -> Option<Effect> {
        use Effect::{Certain, Deny, Doubt, Open, Possible, Probable, Topic};
        let name = self.cues.column(word, 1)?;
        let all = [Certain, Probable, Possible, Doubt, Deny, Open, Topic];
        all.into_iter().find(|effect| effect.name() == name)
    }

    /// What a cue does besides stating.
    pub fn values(&self, word: &str) -> Option<Values> {
        let name = self.cues.column(word, 2)?;
        [Values::Accuses, Values::Praises].into_iter().find(|values| values.name() == name)
    }
}
