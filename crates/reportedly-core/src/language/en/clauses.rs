//! Clauses of English. `moods.rs` has those that assert nothing.

use super::inflection::IRREGULAR;
use crate::language::Clauses;
use crate::tokens::{List, Token, form, form_before};

pub const CLAUSES: Clauses = Clauses {
    irregular: IRREGULAR,
    auxiliaries: AUXILIARIES,
    auxiliary_endings: NEGATED,
    subjects: List::new(&["he", "i", "it", "she", "there", "they", "we", "you"]),
    persons: List::new(&["he", "i", "it", "she", "they", "we"]),
    is_past,
    is_present: |form| form.ends_with('s') && !form.ends_with("ss"),
    before_present: List::new(&["everyone", "nobody", "that", "this", "which", "who"]),
    complement: List::new(&["that"]),
    no_complement_behind: List::new(&["all", "doubt", "evidence", "is", "was"]),
    relatives: List::new(&["that", "which", "who"]),
    subordinators: List::new(&[
        "after", "although", "as", "because", "before", "despite", "once", "since", "though", "until",
        "when", "whereas", "while",
    ]),
    next: List::new(&[
        "after", "although", "because", "before", "but", "even", "once", "since", "so", "such", "though",
        "until", "when", "where", "whereas", "which", "while", "who", "whose",
    ]),
    coordinators: List::new(&["and", "or"]),
    added: List::new(&["he", "it", "no one", "nobody", "nothing", "she", "there", "they", "we"]),
    quoting: List::new(&["said", "say", "scream", "shout", "tell", "told", "yell"]),
    reports,
    infinitive: List::new(&["to"]),
    is_gerund,
    naming: List::new(&["brand", "call", "consider", "declar", "deem", "describ", "dub", "label", "term"]),
    named_as: List::new(&["as"]),
    or_not: List::new(&["or not"]),
};

/// Forms of be, have, do, and the modals.
const AUXILIARIES: List = List::new(&[
    "ain't", "am", "are", "be", "can", "cannot", "could", "did", "do", "does", "had", "has", "have", "he'd",
    "he'll", "he's", "i'd", "i'll", "i'm", "i've", "is", "it'll", "it's", "may", "might", "must", "shall",
    "she'd", "she'll", "she's", "should", "that's", "there's", "they'd", "they'll", "they're", "they've",
    "was", "we'd", "we'll", "we're", "we've", "were", "what's", "who's", "will", "would", "you're",
]);
/// "didn't", "won't".
pub(super) const NEGATED: List = List::new(&["n't"]);

pub(super) fn is_auxiliary(word: &Token) -> bool {
    CLAUSES.is_auxiliary(&word.form)
}

pub(super) fn is_past(form: &str) -> bool {
    form.ends_with("ed") && form.len() > 4 || PAST.has(form)
}

/// Verbs in the past that do not end in -ed.
const PAST: List = List::new(&[
    "ate",
    "beat",
    "became",
    "began",
    "bit",
    "blew",
    "bought",
    "broke",
    "brought",
    "built",
    "came",
    "caught",
    "chose",
    "cut",
    "dealt",
    "did",
    "drank",
    "drew",
    "drove",
    "dug",
    "fed",
    "fell",
    "felt",
    "fled",
    "flew",
    "forgot",
    "fought",
    "found",
    "froze",
    "gave",
    "got",
    "grew",
    "held",
    "hid",
    "hit",
    "hung",
    "hurt",
    "kept",
    "knew",
    "laid",
    "lay",
    "led",
    "left",
    "lent",
    "let",
    "lost",
    "made",
    "meant",
    "met",
    "paid",
    "put",
    "ran",
    "rang",
    "read",
    "rode",
    "rose",
    "said",
    "sang",
    "sank",
    "sat",
    "saw",
    "sent",
    "set",
    "shook",
    "shot",
    "shut",
    "slept",
    "slid",
    "sold",
    "spent",
    "spoke",
    "stole",
    "stood",
    "struck",
    "swept",
    "swore",
    "taught",
    "thought",
    "threw",
    "told",
    "took",
    "tore",
    "understood",
    "went",
    "wept",
    "woke",
    "won",
    "wore",
    "wrote",
]);

/// "the man yelled that he", "people think it", "hopeful it", but not "I think it".
fn reports(words: &[Token], i: usize) -> bool {
    const SAYS: List = List::new(&[
        "feel",
        "feeling",
        "feels",
        "felt",
        "said",
        "saying",
        "screamed",
        "screaming",
        "shouted",
        "shouting",
        "think",
        "thinking",
        "thinks",
        "thought",
        "told",
        "yelled",
        "yelling",
    ]);
    const HOPES: List = List::new(&["hope", "hoped", "hopeful", "hopes", "hoping"]);
    const SUBJECTS: List = List::new(&[
        "he", "it", "it's", "like", "she", "that", "there", "there's", "they", "they're", "we", "we're",
    ]);
    const OWN: List = List::new(&["didn't", "doesn't", "don't", "he", "i", "not", "she", "they", "we"]);
    let before = form_before(words, i, 1);
    // "were told there was no danger"
    let own = OWN.has(before) || form(words, i) == "told" && CLAUSES.is_auxiliary(before);
    SUBJECTS.has(form(words, i + 1)) && (HOPES.has(form(words, i)) || SAYS.has(form(words, i)) && !own)
}

/// "for taking bribes", "of having", at the beginning "taking".
fn is_gerund(words: &[Token], i: usize) -> bool {
    const BEFORE: List = List::new(&["as", "for", "not", "of"]);
    let word = form(words, i);
    word.ends_with("ing") && word.len() > 4 && (i == 0 || BEFORE.has(form_before(words, i, 1)))
}
