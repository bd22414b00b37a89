use crate::tokens::List;

theme! {
    /// Where one statement stands within another or beside it, and who speaks.
    Nesting {
        /// Cues before a source, with nothing said: "according to".
        according: List,
        /// The same where they are the whole cue: "per".
        through: List,
        /// Words that may stand between a subject and its verb.
        between: List,
        /// Words that no description of a source has, days aside.
        never: List,
        /// After "that" one of these shows that it points to something.
        pointed: List,
        /// After a comma, what goes back to the outer speaker.
        back: List,
        /// What joins two statements.
        joins: List,
        /// What a clause may begin with.
        subjects: List,
        /// Between a name and what it belongs to or stands in.
        belonging: List,
        /// A subject that stands for the clause behind it: "it is said that".
        dummies: List,
        /// The verbs that follow it.
        of_dummies: List,
        /// Whether a word says how.
        is_adverb: fn(&str) -> bool = |_| false,
        /// Whether a word has the form of a plural.
        is_plural: fn(&str) -> bool = |_| false,
    }
}
