use crate::language::Nesting;
use crate::tokens::{List, Token};

pub const NESTING: Nesting = Nesting {
    that: List::new(&["that"]),
    through: List::new(&["according to", "per"]),
    between: List::new(&[
        "already",
        "also",
        "had",
        "has",
        "have",
        "later",
        "once",
        "privately",
        "repeatedly",
        "since",
    ]),
    hearers: List::new(&["her", "him", "it", "me", "them", "us", "you"]),
    speakers: List::new(&["he", "she", "they"]),
    outer: List::new(&[
        "he", "i", "it", "nobody", "none", "one", "she", "there", "they", "this", "we", "who", "you",
    ]),
    those: List::new(&["those"]),
    never: List::new(&[
        "after",
        "although",
        "and",
        "are",
        "as",
        "be",
        "because",
        "been",
        "before",
        "but",
        "can",
        "could",
        "did",
        "do",
        "does",
        "earlier",
        "had",
        "has",
        "have",
        "how",
        "if",
        "is",
        "last",
        "may",
        "might",
        "must",
        "never",
        "no",
        "not",
        "or",
        "recently",
        "said",
        "should",
        "than",
        "that",
        "then",
        "there",
        "though",
        "to",
        "today",
        "tonight",
        "unless",
        "was",
        "were",
        "what",
        "when",
        "whether",
        "which",
        "while",
        "why",
        "will",
        "would",
        "yesterday",
    ]),
    negated: List::new(&["n't"]),
    weekdays: List::new(&["friday", "monday", "saturday", "sunday", "thursday", "tuesday", "wednesday"]),
    pointed: List::new(&[
        "could", "day", "had", "has", "is", "kind", "many", "may", "might", "month", "morning", "much",
        "night", "should", "sort", "time", "was", "way", "week", "will", "would", "year",
    ]),
    back: List::new(&[
        "adding", "although", "and", "but", "or", "so", "though", "which", "while", "who", "yet",
    ]),
    joins: List::new(&["and", "but", "while"]),
    subjects: List::new(&[
        "a", "all", "an", "he", "her", "his", "it", "its", "no", "she", "the", "their", "there", "they",
        "this",
    ]),
    articles: List::new(&["a", "an", "one", "the"]),
    determiners: List::new(&["a", "an", "her", "his", "its", "one", "the", "their", "two"]),
    belonging: List::new(&["at", "for", "from", "in", "of", "on"]),
    dummies: List::new(&["it"]),
    of_dummies: List::new(&["had", "has", "is", "was"]),
    first_person: List::new(&["i", "me", "my", "myself", "our", "ours", "ourselves", "us", "we"]),
    no_person: List::new(&["US"]),
    second_person: List::new(&["you", "your", "yours", "yourself"]),
    is_adverb,
    is_plural,
};

fn is_adverb(word: &str) -> bool {
    word.ends_with("ly") && word != "family"
}

/// "experts", "firemen", "police", but not "the Times".
fn is_plural(word: &Token) -> bool {
    const GROUPS: List = List::new(&["many", "others", "people", "police", "some"]);
    const NOT: List = List::new(&["always", "his", "its", "perhaps", "this", "thus", "us", "yes"]);
    let form = word.form.as_str();
    GROUPS.has(form)
        || form.ends_with("men")
        || !word.capital && form.ends_with('s') && !form.ends_with("'s") && !NOT.has(form)
}
