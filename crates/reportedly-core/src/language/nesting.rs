use crate::tokens::List;

theme! {
    /// Where one statement stands within another or beside it, and who speaks.
    Nesting {
        /// What a reported clause begins with.
        that: List,
        /// Cues before a source, with nothing said: "according to".
        according: List,
        /// The same where they are the whole cue: "per".
        through: List,
        /// Words that may stand between a subject and its verb.
        between: List,
        /// Pronouns for whoever hears it.
        hearers: List,
        /// Pronouns for whoever speaks.
        speakers: List,
        /// Pronouns and the like that mean the outer speaker as likely as another one.
        outer: List,
        /// Pronouns that a clause explains: "those who were there".
        those: List,
        /// Words that no description of a source has, days aside.
        never: List,
        /// Endings that deny: "n't".
        negated: List,
        /// Days of the week.
        weekdays: List,
        /// After "that" one of these shows that it points to something.
        pointed: List,
        /// After a comma, what goes back to the outer speaker.
        back: List,
        /// What joins two statements.
        joins: List,
        /// What a clause may begin with.
        subjects: List,
        /// What stands before a noun that names nobody.
        articles: List,
        /// What the words for a speaker may begin with besides a name.
        determiners: List,
        /// Between a name and what it belongs to or stands in.
        belonging: List,
        /// A subject that stands for the clause behind it: "it is said that".
        dummies: List,
        /// The verbs that follow it.
        of_dummies: List,
        /// Pronouns of the first person.
        first_person: List,
        /// What is written like one of these and is none: "US".
        no_person: List,
        /// Pronouns of the second person.
        second_person: List,
        /// Whether a word says how.
        is_adverb: fn(&str) -> bool = |_| false,
        /// Words for several, wherever they stand: "people", "others".
        groups: List,
        /// Whether a word has the form of a plural.
        is_plural: fn(&str) -> bool = |_| false,
    }
}
