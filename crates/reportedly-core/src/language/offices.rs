use crate::tokens::{Lexicon, List};

theme! {
    /// What titles and offices are made of.
    Offices {
        /// Forms of address, which say nothing about an office, with the noun that the next one is called by: "dr".
        addresses: Lexicon,
        /// Those that may stand between an office and a name, as written.
        addresses_behind: List,
        /// Offices by which somebody is addressed: "Mr. President".
        addressed: List,
        /// Of whom a town, a county or a state has one: with "the" an office, not a body of that name.
        single: List,
        /// Words cut short in a title, or meaning the same, with the noun for it.
        long_forms: Lexicon,
        /// Nouns with what else one is called who bears them, with spaces between.
        also: Lexicon,
        /// Words before the office of one who holds it no longer.
        past: List,
        /// Words before the office of one who holds it for a time.
        for_now: List,
        /// Two words that are an office although the first is its owner: "state attorney".
        owned: List,
        /// Whether a title has a gender in its form that says little of the one who bears it.
        any_gender: fn(&str) -> bool = |_| false,
        /// Words that say where one is from, besides places and peoples: "Senate", "fellow".
        origins: List,
        /// Endings of such words: "-based".
        origin_endings: List,
        /// What a place may be besides a town: "county".
        districts: List,
        /// Relatives by blood or marriage.
        kin: List,
        /// Words that begin the tail of an office: "of", "who".
        tails: List,
        /// Those that begin a clause in it.
        clauses: List,
        /// Verbs of full clauses, which no office has.
        finite: List,
        /// Small words behind a verb: "backed by the judge" is no office.
        behind_verbs: List,
        /// Words before or after a name that are no part of it.
        titles: List,
        /// Words that make another office: "former".
        former: List,
        /// Words that make a lower office: "deputy".
        deputies: List,
        /// Those who run for an office, and may hold another.
        candidates: List,
        /// Services whose office it is, not where it is: "the police chief".
        services: List,
        /// Prepositions behind an office: "envoy to Norland".
        prepositions: List,
    }
}
