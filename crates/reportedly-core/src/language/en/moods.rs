//! What English clauses are that assert nothing: conditions, hopes, what is contrary to fact, unknown or to come.

use super::clauses::{is_auxiliary, is_past};
use crate::language::Moods;
use crate::tokens::{List, Token, any_of, form, form_before, stands};

pub const MOODS: Moods = Moods {
    commands: List::new(&[
        "ask", "be", "come", "do", "don't", "get", "give", "go", "imagine", "keep", "let", "let's", "listen",
        "look", "make", "please", "put", "read", "remember", "stay", "stop", "take", "tell", "try", "vote",
        "wait",
    ]),
    calls: List::new(&["come", "listen", "look", "wait"]),
    no_command: List::new(&["are", "has", "is", "of", "was", "were", "will"]),
    whether: List::new(&["whether"]),
    whether_asked: List::new(&["if"]),
    asking: List::new(&["ask", "asked", "asking", "asks", "inquired", "wonder", "wondered", "wonders"]),
    gives_purpose,
    is_condition,
    is_inverted,
    is_contrary,
    is_hope,
    is_unknown,
    open: List::new(&["if", "that", "unless", "whether"]),
    is_to_come,
    is_idle,
    wanting: List::new(&[
        "demand",
        "hop",
        "offer",
        "pledg",
        "promis",
        "propos",
        "recommend",
        "threaten",
        "urg",
        "vow",
        "want",
        "wish",
    ]),
    calling: List::new(&["call"]),
    demands: List::new(&["for", "on", "upon"]),
    stating: List::new(&[
        "admitted",
        "alleged",
        "believed",
        "claim",
        "claimed",
        "claiming",
        "claims",
        "confessed",
        "considered",
        "deemed",
        "estimated",
        "found",
        "known",
        "reported",
        "rumored",
        "rumoured",
        "said",
        "shown",
        "understood",
    ]),
    questions: List::new(&["how", "if", "what", "when", "where", "whether", "which", "who", "why"]),
};

/// "if it fails", but not "asked if", "as if", "if you are a fan of bread", "if not".
fn is_condition(words: &[Token], i: usize) -> bool {
    const NO_IF_BEHIND: List =
        List::new(&["as", "ask", "asked", "even", "know", "only", "see", "what", "wonder"]);
    const NO_IF_BEFORE: List =
        List::new(&["any", "asked", "necessary", "needed", "not", "possible", "required"]);
    const OFFERS: List = List::new(&["you are", "you like", "you look", "you love", "you want"]);
    let before = form_before(words, i, 1);
    let offers = i == 0 && stands(words, 1, OFFERS);
    // "it is not radical to say that if"
    let deep = i > 4 && before == "that";
    matches!(form(words, i), "if" | "unless")
        && !(i.saturating_sub(3)..i).any(|j| is_asked(words, j))
        && !offers
        && !deep
        && !NO_IF_BEHIND.has(before)
        && !NO_IF_BEFORE.has(form(words, i + 1))
}

/// Whether "if" behind a verb begins a question: "decided if", "find out if".
fn is_asked(words: &[Token], i: usize) -> bool {
    const ASKS: List = List::new(&[
        "ask",
        "asked",
        "asks",
        "check",
        "decide",
        "decided",
        "decides",
        "determine",
        "knew",
        "know",
        "learn",
        "sure",
        "tell",
        "wondered",
    ]);
    const FINDS: List = List::new(&["figure", "figuring", "find", "finding"]);
    ASKS.has(form(words, i)) || form(words, i) == "out" && FINDS.has(form_before(words, i, 1))
}

/// "Should it fail".
fn is_inverted(words: &[Token]) -> bool {
    const SUBJECTS: List = List::new(&["he", "i", "it", "she", "the", "they", "we"]);
    matches!(form(words, 0), "should" | "had" | "were") && SUBJECTS.has(form(words, 1))
}

/// "would have flooded", but not "would have an effect".
fn is_contrary(words: &[Token], i: usize) -> bool {
    const HAD: List = List::new(&["a", "an", "any", "its", "little", "no", "some", "the", "their", "to"]);
    let have = |at: usize| form(words, at) == "have";
    match form(words, i) {
        "would" if have(i + 1) => !HAD.has(form(words, i + 2)),
        "would" => matches!(form(words, i + 1), "not" | "never") && have(i + 2),
        "wouldn't" => have(i + 1),
        "would've" => true,
        _ => false,
    }
}

/// "I hope", "hopefully".
fn is_hope(words: &[Token]) -> bool {
    let hopes = matches!(
        (form(words, 0), form(words, 1)),
        ("i" | "we", "hope" | "want" | "wish") | ("he" | "she" | "they", "hope" | "hopes" | "hoped")
    );
    hopes || any_of(&words[..words.len().min(25)], List::new(&["hopefully"]))
}

/// "It is unclear whether", "it's not known why".
fn is_unknown(words: &[Token], i: usize) -> bool {
    const CLAUSE: List = List::new(&["he", "it", "she", "that", "the", "there", "they", "we"]);
    let (word, next, before) = (form(words, i), form(words, i + 1), form_before(words, i, 1));
    let not = before == "not" || before.ends_with("n't");
    let unsure = not && (word == "sure" && next != "to" || word == "certain" && CLAUSE.has(next));
    let unknown = matches!(word, "unclear" | "unknown") || not && matches!(word, "clear" | "known" | "sure");
    unsure || unknown && MOODS.questions.has(next)
}

/// "will say", where nobody has said it yet.
fn is_to_come(cue: &[Token]) -> bool {
    const SAID: List = List::new(&["go", "have", "later", "often", "sometimes", "tell", "then"]);
    cue.len() > 1 && form(cue, 0) == "will" && !any_of(cue, SAID)
}

/// "likes to say": says.
fn is_idle(cue: &[Token], i: usize) -> bool {
    let would = cue.iter().any(|w| w.form == "would" || w.form.ends_with("'d"));
    !would
        && matches!(form(cue, i), "like" | "likes" | "liked")
        && any_of(cue, List::new(&["claim", "say", "tell"]))
}

/// "are there to ensure nobody waits", "worked so the fire would not spread", but not "so far", nor "the plan to avoid
/// floods would".
fn gives_purpose(words: &[Token], i: usize) -> bool {
    const SO: List =
        List::new(&["he", "i", "it", "nobody", "people", "she", "that", "the", "they", "we", "you"]);
    let asserts = || words[..i].iter().any(|w| is_auxiliary(w) || is_past(&w.form));
    match form(words, i) {
        "ensure" | "prevent" | "avoid" => i > 2 && form_before(words, i, 1) == "to" && asserts(),
        "make" => form(words, i + 1) == "sure" && asserts(),
        "so" => i > 1 && SO.has(form(words, i + 1)),
        _ => false,
    }
}
