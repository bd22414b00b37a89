use crate::tokens::{List, Token};

theme! {
    /// The small words of noun phrases: what they begin with, what counts them, where they end.
    Phrases {
        /// Articles for something known: "the".
        the: List,
        /// Words that point to the one at hand: "this", "same".
        known: List,
        /// Articles for something new: "a".
        indefinite: List,
        /// Words that point to something known: "the", "this", "those".
        definite: List,
        /// Those of them that mean one, where they stand alone: "this".
        single: List,
        /// Those that a participle may follow at once: "those responding".
        those: List,
        /// Words for one more: "another".
        another: List,
        /// Words that say that there are several.
        quantifiers: List,
        /// Words for a share: "percent".
        shares: List,
        /// What makes a share of two numbers: "three in ten".
        rates: List,
        /// Words that take their meaning from what follows "of": "some", "a number".
        partitives: List,
        /// Those of them that leave only one.
        one: List,
        /// The preposition between a part and its whole: "of".
        of: List,
        /// Words that add: "and".
        and: List,
        /// Words that may stand before a source: "by", "according".
        before: List,
        /// Prepositions that may stand before a pronoun, or be all that was found of a source.
        led_by: List,
        /// Words that end what a source is called.
        ends: List,
        /// Those of them that may describe a noun behind them: "inside".
        ends_or_describes: List,
        /// How participles end that may begin what is told of a noun: "-ing".
        participles: List,
        /// Prepositions that tie somebody to a place or a body, so that another one is meant: "at the ministry".
        tying: List,
        /// Other words that do so: "the union representing the drivers".
        restricting: List,
        /// Words that begin a phrase before the subject: "after", "despite".
        fronting: List,
        /// Prepositions behind which a name is no subject.
        oblique: List,
        /// Words that a phrase for somebody may begin with, looking back from "who".
        begins: List,
        /// Words that no such phrase goes beyond.
        breaks: List,
        /// Words behind a source that give examples of it: "including".
        aside: List,
        /// Words that put two others beside a source and end it: "as", "that".
        cuts: List,
        /// Whether the word at a position is what somebody is said to be called: "a cleaner named Ada".
        is_name_given: fn(&[Token], usize) -> bool = |_, _| false,
        /// What stands before a source that is not named: articles and small numbers.
        counting: List,
        /// Words that an office behind a name begins with, besides the noun.
        determiners: List,
        /// What stands before a noun that names nobody.
        articles: List,
        /// Words for several, wherever they stand: "people", "others".
        several: List,
        /// "with", which begins a clause except before a name.
        with: List,
        /// Numbers in words: "three", "dozen". `partitives` has them again, since each may stand before "of".
        numbers: List,
    }
}
