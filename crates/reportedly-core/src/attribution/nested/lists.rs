//! The words that the patterns of inner claims look for.

/// Verbs that lay what follows to their subject.
pub const VERBS: &[&str] = &[
    "acknowledged",
    "acknowledges",
    "admits",
    "admitted",
    "alleged",
    "alleges",
    "announced",
    "argued",
    "argues",
    "asserted",
    "asserts",
    "believed",
    "believes",
    "claimed",
    "claims",
    "concluded",
    "confirmed",
    "contended",
    "contends",
    "denied",
    "denies",
    "feared",
    "insisted",
    "insists",
    "maintained",
    "maintains",
    "reported",
    "said",
    "says",
    "stated",
    "suspected",
    "testified",
    "thinks",
    "wrote",
];
/// The same behind a plural; without one they are nouns as often as verbs: "a claim that".
pub const PLURAL_VERBS: &[&str] = &[
    "acknowledge",
    "admit",
    "allege",
    "argue",
    "assert",
    "believe",
    "claim",
    "contend",
    "deny",
    "fear",
    "insist",
    "maintain",
    "report",
    "say",
    "suspect",
    "think",
];
/// Verbs that name a hearer before what is said.
pub const TELLING: &[&str] = &["advised", "assured", "informed", "notified", "reminded", "told", "warned"];
/// Words that may stand between the subject and its verb.
pub const BETWEEN: &[&str] =
    &["had", "has", "have", "also", "already", "later", "once", "privately", "repeatedly", "since"];
pub const HEARERS: &[&str] = &["him", "her", "them", "me", "us", "you", "it"];
/// The outer speaker himself, as likely as not.
pub const PRONOUNS: &[&str] =
    &["he", "she", "they", "i", "we", "it", "you", "who", "this", "there", "nobody", "none", "one"];
/// Words that no description of a source has.
pub const NEVER: &[&str] = &[
    "that",
    "if",
    "when",
    "whether",
    "because",
    "while",
    "although",
    "though",
    "unless",
    "after",
    "before",
    "as",
    "is",
    "are",
    "was",
    "were",
    "be",
    "been",
    "had",
    "has",
    "have",
    "will",
    "would",
    "could",
    "should",
    "can",
    "may",
    "might",
    "must",
    "did",
    "does",
    "do",
    "not",
    "no",
    "never",
    "what",
    "which",
    "how",
    "why",
    "said",
    "and",
    "but",
    "or",
    "than",
    "then",
    "there",
    "to",
    "last",
    "yesterday",
    "today",
    "tonight",
    "recently",
    "earlier",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];
/// "that" before one of these points to something.
pub const POINTED: &[&str] = &[
    "is", "was", "would", "will", "day", "week", "month", "year", "night", "morning", "time", "way", "much",
    "many", "kind", "sort", "had", "has", "could", "should", "may", "might",
];
/// A clause after ", " that goes back to the outer speaker.
pub const BACK: &[&str] =
    &["but", "and", "although", "though", "while", "yet", "so", "adding", "which", "who", "or"];
/// Words that a clause may begin with.
pub const SUBJECTS: &[&str] = &[
    "the", "a", "an", "he", "she", "it", "they", "there", "his", "her", "their", "its", "no", "all", "this",
];
/// Verbs that stand behind a quotation, besides those above.
pub const QUOTING: &[&str] = &[
    "added",
    "asked",
    "complained",
    "continued",
    "cried",
    "explained",
    "joked",
    "noted",
    "posted",
    "recalled",
    "replied",
    "responded",
    "shouted",
    "tweeted",
    "yelled",
];
