use crate::tokens::{Lexicon, List, Token};

theme! {
    /// What clauses begin and end with, how verbs show in them, and which clauses assert nothing.
    Clauses {
        /// Verbs whose forms follow no rule: form and base.
        irregular: Lexicon,
        /// Verbs that only help another one, with the subjects that they are glued to.
        auxiliaries: List,
        /// The endings that auxiliaries have when they are denied.
        auxiliary_endings: List,
        /// Pronouns that are nearly always a subject.
        subjects: List,
        /// Of these, those that begin a clause behind a comma.
        persons: List,
        /// Whether a form is that of a verb in the past.
        is_past: fn(&str) -> bool = |_| false,
        /// Whether a form may be that of a verb in the present, behind a word of `before_present`.
        is_present: fn(&str) -> bool = |_| false,
        /// Subjects that are followed by a verb and little else: "nobody".
        before_present: List,
        /// What makes a clause the object of a verb: "that".
        complement: List,
        /// Behind these such a word is something else, or its clause belongs to the main one: "the evidence that".
        no_complement_behind: List,
        /// Pronouns that begin a clause about the noun before them.
        relatives: List,
        /// What begins a subordinate clause before the main one.
        subordinators: List,
        /// What ends the main clause wherever it stands.
        next: List,
        /// What joins two clauses, or two words.
        coordinators: List,
        /// What begins a clause behind a coordinator: "and there was".
        added: List,
        /// How verbs begin that another's very words follow.
        quoting: List,
        /// Whether the word makes a clause behind it somebody else's words or thoughts.
        reports: fn(&[Token], usize) -> bool = |_, _| false,
        /// What stands before an infinitive.
        infinitive: List,
        /// Whether the word is a verb made a noun that tells what somebody did.
        is_gerund: fn(&[Token], usize) -> bool = |_, _| false,
        /// How verbs begin that give somebody or something a name or property: "call", "describ".
        naming: List,
        /// What the property stands behind: "described as".
        named_as: List,
        /// What denies an alternative: with a coordinator, but no clause of its own.
        or_not: List,
    }
}

impl Clauses {
    /// Whether a form is that of an auxiliary.
    pub fn is_auxiliary(&self, form: &str) -> bool {
        self.auxiliaries.has(form) || self.auxiliary_endings.end_of(form).is_some()
    }
}
