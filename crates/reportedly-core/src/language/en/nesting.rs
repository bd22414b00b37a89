use crate::language::Nesting;
use crate::tokens::List;

pub const NESTING: Nesting = Nesting {
    according: List::new(&["according to"]),
    through: List::new(&["per"]),
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
    belonging: List::new(&["at", "for", "from", "in", "of", "on"]),
    dummies: List::new(&["it"]),
    of_dummies: List::new(&["had", "has", "is", "was"]),
    is_adverb,
    is_plural,
};

fn is_adverb(word: &str) -> bool {
    word.ends_with("ly") && word != "family"
}

/// "experts", "firemen".
fn is_plural(word: &str) -> bool {
    const NOT: List = List::new(&["always", "his", "its", "perhaps", "this", "thus", "us", "yes"]);
    word.ends_with("men") || word.ends_with('s') && !word.ends_with("'s") && !NOT.has(word)
}
