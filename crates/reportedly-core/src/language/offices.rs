use crate::tokens::{Lexicon, List};

theme! {
    /// What titles and offices are made of.
    Offices {
        /// Forms of address, which tell no office, with the noun for one who is called so: "dr", "doctor".
        addresses: Lexicon,
        /// Forms of address that may stand between an office and a name, as written: "Mayor Dr. Vale".
        addresses_behind: List,
        /// Offices by which somebody is addressed: "Mr. President".
        addressed: List,
        /// Titles that are left out where names are compared: "Dr", "Governor". `names.titles` has all that may be part
        /// of a name.
        left_out: List,
        /// Offices of which a town, a county or a state has one: "the mayor" is an office, not a body of that name.
        single: List,
        /// Words cut short in a title, or meaning the same, with the noun for them: "gov".
        long_forms: Lexicon,
        /// Nouns with what else one who bears them is called, with spaces between: "senator", "lawmaker".
        also: Lexicon,
        /// Nouns for those who run for an office and may hold another: "nominee".
        candidates: List,
        /// Words before the office of one who holds it no longer: "late". `former` has the one that makes another
        /// office of it.
        past: List,
        /// Words that make another office of one: "former".
        former: List,
        /// Words that make a lower office of one: "deputy".
        deputies: List,
        /// Words before the office of one who holds it for a time: "acting".
        for_now: List,
        /// Two words that are an office although the first is its owner: "state attorney".
        owned: List,
        /// Given a title in small letters: whether its form has a gender that says little of the bearer, "chairman".
        any_gender: fn(&str) -> bool = |_| false,
        /// Words that say where somebody is from, besides places and peoples: "Senate", "fellow".
        origins: List,
        /// Endings of words that say where somebody is from: "-based".
        origin_endings: List,
        /// Services before an office that say which it is, not where: "the police chief".
        services: List,
        /// Prepositions behind an office: "envoy to Norland".
        prepositions: List,
        /// Nouns for places other than towns: "county".
        districts: List,
        /// Relatives by blood or marriage: "sister".
        kin: List,
        /// Words that begin the tail of an office: "of", "who".
        tails: List,
        /// Words of the tail of an office that begin a clause: "who", "when".
        clauses: List,
        /// Verbs that no office has: a comma, a noun and one of them begin a clause.
        finite: List,
        /// Small words behind a verb, so that no office follows: "backed by the judge".
        behind_verbs: List,
    }
}
