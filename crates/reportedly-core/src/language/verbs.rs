use crate::tokens::{Lexicon, List};

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

/// How a cue is used besides: the rules about layout, inner claims and accusations ask for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Use {
    /// Lays what follows to its subject, in the third person and in the past: "claims that".
    Holds,
    /// The same in the past only: the third person is a noun as often ("reports"), or seldom has a claim behind it.
    Held,
    /// The same in the third person only: its past is a noun as often ("thought").
    HoldsNow,
    /// Says no more than that something is said: a clause may follow at once.
    Says,
    /// Names its hearer before what is said: "told her that".
    Tells,
    /// Stands beside a quotation and means little else there.
    Quotes,
    /// Says that somebody did wrong: the accused should be heard.
    Alleges,
    /// Speaks ill of somebody.
    Attacks,
}

impl Use {
    const ALL: [Self; 8] = [
        Self::Holds,
        Self::Held,
        Self::HoldsNow,
        Self::Says,
        Self::Tells,
        Self::Quotes,
        Self::Alleges,
        Self::Attacks,
    ];

    /// The name in the table of cues.
    pub fn name(self) -> &'static str {
        match self {
            Self::Holds => "holds",
            Self::Held => "held",
            Self::HoldsNow => "holds_now",
            Self::Says => "says",
            Self::Tells => "tells",
            Self::Quotes => "quotes",
            Self::Alleges => "alleges",
            Self::Attacks => "attacks",
        }
    }
}

/// The form that a verb stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// As it stands in the table: "say".
    Base,
    /// "says".
    Third,
    /// "said".
    Past,
    /// "saying".
    Going,
}

theme! {
    /// Verbs and nouns that attribute.
    Verbs {
        /// Cues with their [`CueClass`], their [`Effect`], what they value ([`Values`]) and how they are used
        /// ([`Use`], with spaces between), by their names.
        cues: Lexicon,
        /// Verbs that only a whole sentence has: "was", "could", "says". `offices.finite` has those that no office has,
        /// and `clauses.auxiliaries` all forms.
        finite: List,
        /// Forms of "be" that a sentence has as its verb: "was".
        copulas: List,
        /// Forms of "be" that need another verb: "been".
        bare_copulas: List,
        /// Passives whose subject hears what stands before: "was told".
        was_told: List,
        /// The preposition before the one who did or made something: "by".
        agent: List,
        /// Given a word in small letters: the form that a verb has there.
        form: fn(&str) -> Form = |_| Form::Base,
        /// Verbs that put a question to somebody: "asked".
        asks: List,
        /// Verbs of one who was spoken to: "replied".
        answers: List,
        /// Verbs behind a name that only say that the person spoke: "Vale said".
        behind_names: List,
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

    /// How a cue is used besides.
    pub fn uses(&self, word: &str) -> impl Iterator<Item = Use> {
        let names = self.cues.column(word, 3).unwrap_or_default().split(' ');
        names.filter_map(|name| Use::ALL.into_iter().find(|one| one.name() == name))
    }

    fn used(&self, word: &str, how: Use) -> bool {
        self.uses(word).any(|one| one == how)
    }

    /// Whether a word lays what follows to its subject: "said", "claims"; not "say", "claiming".
    pub fn holds(&self, word: &str) -> bool {
        let form = (self.form)(word);
        self.uses(word).any(|one| match one {
            Use::Holds => matches!(form, Form::Past | Form::Third),
            Use::Held => form == Form::Past,
            Use::HoldsNow => form == Form::Third,
            _ => false,
        })
    }

    /// The same behind a plural: "say"; elsewhere it is a noun as often ("claim").
    pub fn hold(&self, word: &str) -> bool {
        let holds = |one| matches!(one, Use::Holds | Use::Held | Use::HoldsNow);
        (self.form)(word) == Form::Base && self.uses(word).any(holds)
    }

    /// Whether a word says no more than that something is said: "said", "says", "say".
    pub fn says(&self, word: &str) -> bool {
        self.used(word, Use::Says)
    }

    /// Whether a word names its hearer before what is said: "told".
    pub fn names_hearer(&self, word: &str) -> bool {
        (self.form)(word) == Form::Past && self.used(word, Use::Tells)
    }

    /// Whether a word beside a quotation attributes it: "said", "asks".
    pub fn stands_beside_quotation(&self, word: &str) -> bool {
        matches!((self.form)(word), Form::Past | Form::Third) && self.used(word, Use::Quotes)
    }

    /// Whether a word says that somebody did wrong.
    pub fn alleges(&self, word: &str) -> bool {
        self.used(word, Use::Alleges)
    }

    /// Whether a word speaks ill of somebody.
    pub fn attacks(&self, word: &str) -> bool {
        self.used(word, Use::Attacks)
    }
}
