use crate::tokens::List;

theme! {
    /// The small words around a claim within a claim or beside one.
    Nesting {
        /// Cues that need no verb: "according to".
        according: List,
        /// Cues of the same sort that also have other uses, and count only as a whole cue: "per".
        through: List,
        /// Words that may stand between a subject and its verb: "officials have privately said".
        between: List,
        /// Words that no description of a source has, besides days of the week: "officials should say".
        never: List,
        /// Words behind "that" which show that it points to something: "told him that day".
        pointed: List,
        /// Words behind a comma that go back to the outer speaker: ", but she".
        back: List,
        /// Words that join two statements of one speaker or of two: "and".
        joins: List,
        /// Words that a clause may begin with, names aside: "the", "there".
        subjects: List,
        /// Prepositions between a name and what it belongs to or stands in: "the mayor of Norport". `phrases.tying` has
        /// those of it that tell one official from another, and more.
        belonging: List,
        /// Subjects that stand for the clause behind the verb: "it is said that".
        dummies: List,
        /// Verbs behind such a subject.
        of_dummies: List,
        /// Given a word in small letters: whether it says how, so that it is no source. Unlike `names.adverbs`, it
        /// knows words with the ending that do not.
        is_adverb: fn(&str) -> bool = |_| false,
        /// Given a word in small letters: whether it has the form of a plural, "experts". It looks at function words
        /// and plurals without "-s" as well, where `nouns.is_plural` asks of a noun.
        is_plural: fn(&str) -> bool = |_| false,
    }
}
