use crate::tokens::{Lexicon, List, Token};

theme! {
    /// What clauses begin and end with, how verbs show in them, and which clauses assert nothing.
    Clauses {
        /// Verbs whose forms follow no rule: form and base.
        irregular: Lexicon,
        /// Verbs that only help another one, with the subjects that they are glued to.
        auxiliaries: List,
        /// Endings of an auxiliary that is denied: "didn't".
        auxiliary_endings: List,
        /// Pronouns that are nearly always the subject of a verb, so that one of them shows a clause: "they".
        subjects: List,
        /// The subjects that begin a new clause behind a comma: "it was late, she said". Without "there" and "you".
        persons: List,
        /// Given a word in small letters: whether its form is that of a verb in the past, "asked" or "went". Wider than
        /// `names.is_past`: it also takes forms that are nouns or infinitives as well, such as "cut".
        is_past: fn(&str) -> bool = |_| false,
        /// Given a word in small letters: whether it may be a verb in the present. It is asked only behind a word of
        /// `before_present`.
        is_present: fn(&str) -> bool = |_| false,
        /// Subjects with nothing but a verb behind them: "nobody knows".
        before_present: List,
        /// The word that makes a clause the object of a verb: "said that it rained". `pronouns.that` is the same word
        /// in another part.
        complement: List,
        /// Words behind which "that" goes with a noun or the main clause: "the evidence that".
        no_complement_behind: List,
        /// Pronouns that begin a clause about the noun before them. Without "whose" and "whom", whose clauses have a
        /// subject of their own.
        relatives: List,
        /// Words that begin a subordinate clause before the main one: "although it rained, they left".
        subordinators: List,
        /// Words that end the main clause wherever they stand: "because". `subordinators` may also begin a phrase:
        /// "as".
        next: List,
        /// Words that join two clauses, words or names: "and", "or".
        coordinators: List,
        /// Subjects that begin a clause behind a coordinator: "and there was".
        added: List,
        /// How verbs begin behind which somebody's very words follow: "was heard to shout 'Stay away'".
        quoting: List,
        /// Given words and a position: whether the word there makes what follows somebody else's words or thoughts.
        reports: fn(&[Token], usize) -> bool = |_, _| false,
        /// The word before an infinitive: "to".
        infinitive: List,
        /// Given words and a position: whether the word there is a verb made a noun that tells what somebody did:
        /// "accused of taking bribes".
        is_gerund: fn(&[Token], usize) -> bool = |_, _| false,
        /// How verbs begin that give somebody or something a name or a property: "describ".
        naming: List,
        /// The word between such a verb and the property: "described as".
        named_as: List,
        /// Words that deny an alternative but begin no clause: "or not".
        or_not: List,
    }
}

impl Clauses {
    /// Whether a form is that of an auxiliary.
    pub fn is_auxiliary(&self, form: &str) -> bool {
        self.auxiliaries.has(form) || self.auxiliary_endings.end_of(form).is_some()
    }
}
