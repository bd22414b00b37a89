use crate::tokens::{List, Token};

theme! {
    /// Words that deny.
    Negation {
        /// What denies the verb beside it.
        words: List,
        /// Endings that do.
        endings: List,
        /// What denies a whole clause wherever it stands, without the words of `denies`.
        clause: List,
        /// Whether a word denies its clause, which by itself it need not.
        denies: fn(&[Token], usize) -> bool = |_, _| false,
        /// Whether a negation denies nothing of its clause.
        is_harmless: fn(&[Token], usize) -> bool = |_, _| false,
        /// What takes back a negation shortly before it.
        cancels: List,
        /// What denies a cue, besides the words of `clause`.
        cue: List,
        /// How verbs begin that say that something was done by denying that it was not.
        unavoided: List,
        /// How words for doubt begin: what is denied of them is sure.
        doubts: List,
        /// Whether a source is nobody, or too few to say it.
        is_nobody: fn(&[Token]) -> bool = |_| false,
        /// Whether a cue rules something out.
        rules_out: fn(&[Token]) -> bool = |_| false,
        /// Forms of verbs by which somebody does not say something.
        withholds: List,
        /// Whether a content is nothing that was said.
        is_nothing_about: fn(&[Token]) -> bool = |_| false,
        /// How verbs begin that reject what somebody claims.
        rejecting: List,
        /// Nouns for what somebody claims.
        claims: List,
        /// Words for what is not so.
        falsehoods: List,
        /// Words that deny.
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
