use crate::tokens::{List, Token};

theme! {
    /// The small words of noun phrases: what they begin with, what counts them, where they end.
    Phrases {
        /// The definite article. `Division::articles` has it as written, for the division of sentences.
        the: List,
        /// Words that point to the one at hand: "this", "same".
        known: List,
        /// The indefinite articles: "a", "an".
        indefinite: List,
        /// Words before a noun that name nobody: "a", "one".
        articles: List,
        /// Articles and owners before a noun for somebody: "the", "her". `begins` has those that count as well.
        determiners: List,
        /// Words that point to something known: "the", "those".
        definite: List,
        /// Words of `definite` that mean one where they stand alone: "this".
        single: List,
        /// Words that a participle or a clause may explain at once: "those responding".
        those: List,
        /// Words for one more: "another".
        another: List,
        /// Words that say how many there are, without a number: "several".
        quantifiers: List,
        /// Numbers in words: "three", "dozen". `partitives` has them again, since each may stand before "of".
        numbers: List,
        /// Articles and small numbers before a source that is not named: "two employees".
        counting: List,
        /// Words for several, wherever they stand: "people", "others".
        several: List,
        /// Words for a share: "percent".
        shares: List,
        /// What makes a share of two numbers: "three in ten".
        rates: List,
        /// Words that take their meaning from what follows "of": "some", "a number".
        partitives: List,
        /// Words of `partitives` that leave only one: "each".
        one: List,
        /// The preposition between a part and its whole: "of".
        of: List,
        /// The word that adds one to another: "and". `clauses.coordinators` has "or" besides.
        and: List,
        /// The preposition "with": before a partner in talk, or in the tail of an office.
        with: List,
        /// Words that may stand before a source: "by", "according".
        before: List,
        /// Prepositions that may stand before a pronoun in a source, or be all that was found of it.
        led_by: List,
        /// Words that end what a source is called: "officials briefed on the plan".
        ends: List,
        /// Words of `ends` that may also describe a noun behind them: "inside sources".
        ends_or_describes: List,
        /// Endings of participles that begin what is told of a noun: "-ing".
        participles: List,
        /// Prepositions that tie somebody to a place or a body and so mean another one: "the officer at the ministry".
        tying: List,
        /// Other words that tie somebody to a body: "the union representing the drivers".
        restricting: List,
        /// Words that begin a phrase before the subject: "after", "despite".
        fronting: List,
        /// Prepositions behind which a name is no subject.
        oblique: List,
        /// Words that a phrase for somebody may begin with, looking back from "who".
        begins: List,
        /// Words that no phrase for somebody goes beyond, looking back from "who".
        breaks: List,
        /// Words behind a source that give examples of it: "including".
        aside: List,
        /// Words behind a preposition that end the source: "according to", not "to that".
        cuts: List,
        /// Given words and a position: whether the word there is what somebody is said to be called, "a cleaner named
        /// Ada".
        is_name_given: fn(&[Token], usize) -> bool = |_, _| false,
    }
}
