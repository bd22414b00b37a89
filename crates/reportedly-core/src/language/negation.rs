use crate::tokens::{List, Token};

theme! {
    /// Words that deny.
    Negation {
        /// Words that deny the verb beside them: "not".
        words: List,
        /// Endings that deny the verb that they stand at: "n't".
        endings: List,
        /// Words that deny their whole clause wherever they stand: "nobody".
        clause: List,
        /// Given words and a position: whether a word that need not deny its clause does so there, "no".
        denies: fn(&[Token], usize) -> bool = |_, _| false,
        /// Given words and a position: whether a negation there denies nothing of its clause, "not only".
        is_harmless: fn(&[Token], usize) -> bool = |_, _| false,
        /// Words that take back a negation shortly before them: "cannot be left without".
        cancels: List,
        /// Words that deny a cue, besides those of `clause`: "without saying".
        cue: List,
        /// How verbs begin that say, when denied, that something was done: "could not help saying".
        unavoided: List,
        /// How words for doubt begin; what they are denied of is sure: "no doubt that".
        doubts: List,
        /// Given a source: whether it is nobody, or too few to speak for the rest, "few doctors".
        is_nobody: fn(&[Token]) -> bool = |_| false,
        /// Given a cue: whether it rules something out.
        rules_out: fn(&[Token]) -> bool = |_| false,
        /// Verbs by which somebody refuses to say something: "declined".
        withholds: List,
        /// Given a content: whether nothing was said, "nothing about the fire".
        is_nothing_about: fn(&[Token]) -> bool = |_| false,
        /// How verbs begin that reject what somebody claims: "dismiss".
        rejecting: List,
        /// Nouns for what somebody claims: "allegation".
        claims: List,
        /// Words for what is not so: "hoax".
        falsehoods: List,
        /// Words of negation of every sort, counted where two wordings are compared. Without "hardly" and "unlikely",
        /// which only weaken.
        any: List,
    }
}

impl Negation {
    /// Whether a form denies the verb beside it, or is denied itself.
    pub fn negates(&self, form: &str) -> bool {
        self.words.has(form) || self.is_negated(form)
    }

    /// Whether a form denies its clause, or is denied itself.
    pub fn denies_clause(&self, form: &str) -> bool {
        self.clause.has(form) || self.is_negated(form)
    }

    /// Whether a form has a negation at its end.
    pub fn is_negated(&self, form: &str) -> bool {
        self.endings.end_of(form).is_some()
    }
}
