use super::clauses::{CLAUSES, NEGATED};
use crate::language::Negation;
use crate::tokens::{List, Token, form, form_before};

pub const NEGATION: Negation = Negation {
    words: List::new(&["never", "not"]),
    endings: NEGATED,
    clause: List::new(&["cannot", "hardly", "neither", "never", "nobody", "none", "not", "unlikely"]),
    denies,
    is_harmless,
    cancels: List::new(&["without"]),
    cue: List::new(&["no", "without"]),
    unavoided: List::new(&["fail", "help", "hesitat", "miss", "resist"]),
    doubts: List::new(&["doubt"]),
    is_nobody,
    rules_out,
    withholds: List::new(&["declined", "declines", "declining", "refusal", "refused", "refuses", "refusing"]),
    is_nothing_about: |content| LITTLE.has(form(content, 0)) && form(content, 1) == "about",
    rejecting: List::new(&["brush", "dismiss", "pour", "push", "rebuff", "reject", "wav"]),
    claims: List::new(&[
        "accusation",
        "accusations",
        "allegation",
        "allegations",
        "argument",
        "assertion",
        "assertions",
        "charge",
        "charges",
        "claim",
        "claims",
        "criticism",
        "idea",
        "notion",
        "reports",
        "rumor",
        "rumors",
        "rumours",
        "suggestion",
        "suggestions",
        "theory",
    ]),
    falsehoods: List::new(&[
        "baseless",
        "bogus",
        "fabricated",
        "fabrication",
        "fake",
        "false",
        "groundless",
        "hoax",
        "lie",
        "lies",
        "nonsense",
        "smear",
        "unfounded",
        "untrue",
    ]),
    any: List::new(&[
        "cannot", "neither", "never", "no", "nobody", "none", "nor", "not", "nothing", "without",
    ]),
};

const LITTLE: List = List::new(&["little", "nothing"]);

/// "no", "nothing" and "nowhere", where they deny the clause and not only a noun in it.
fn denies(words: &[Token], i: usize) -> bool {
    match form(words, i) {
        // "and nowhere to put them"
        "nowhere" => form_before(words, i, 1) != "and",
        "nothing" => !NOTHING_BUT.has(form(words, i + 1)),
        "no" => match form_before(words, i, 1) {
            // "died for no reason"
            "for" => !(i + 1..i + 3).any(|j| form(words, j) == "reason"),
            // "will open with no delay"
            "with" => false,
            _ => match form(words, i + 1) {
                "question" => form(words, i + 2) == "of",
                // "no more than six", but "no more money"
                "more" | "less" | "fewer" => form(words, i + 2) != "than",
                next => !words[i].pause && !NO_DENIAL.has(next),
            },
        },
        _ => false,
    }
}

/// "nothing short of", "nothing less than".
const NOTHING_BUT: List = List::new(&["less", "short"]);
/// "no doubt", "no matter": phrases that deny nothing.
const NO_DENIAL: List = List::new(&["contest", "doubt", "matter", "secret", "sooner", "wonder"]);

/// Where a negation denies nothing of its clause, but a word, an alternative, an infinitive.
fn is_harmless(words: &[Token], i: usize) -> bool {
    let next = form(words, i + 1);
    let not = form(words, i) == "not";
    // "not only", "nobody but"
    ONLY.has(next) && form(words, i) != "no" || next == "but" || not && is_not_of_the_clause(words, i)
}

const ONLY: List = List::new(&["just", "merely", "only", "simply"]);

fn is_not_of_the_clause(words: &[Token], i: usize) -> bool {
    let (next, before) = (form(words, i + 1), form_before(words, i, 1));
    // "not one, but two"
    (i + 2..i + 4).any(|j| form(words, j) == "but" && words[j - 1].pause)
        // "not paying does not help"
        || i <= 1 && next.ends_with("ing")
        // "slow, not dangerous", "slow or not"
        || i > 0 && (words[i - 1].pause || before == "or")
        // "asked us not to leave", "decided to not pay"
        || i > 3 && (next == "to" || before == "to")
        || i > 0 && is_litotes(words, i)
}

/// "is not an unreasonable assumption".
fn is_litotes(words: &[Token], i: usize) -> bool {
    const UNUSUAL: List = List::new(&["uncommon", "unheard", "unreasonable", "unthinkable", "unusual"]);
    let article = matches!(form(words, i + 1), "a" | "an");
    CLAUSES.is_auxiliary(form_before(words, i, 1)) && UNUSUAL.has(form(words, i + 1 + usize::from(article)))
}

/// "No one in the ministry", "few doctors", "neither side".
fn is_nobody(source: &[Token]) -> bool {
    const COUNTS: List = List::new(&["fewer", "less", "more", "other"]);
    let next = form(source, 1);
    match form(source, 0) {
        "nobody" | "neither" | "few" => true,
        "none" => next != "other",
        "not" => matches!(next, "everyone" | "everybody" | "every" | "all"),
        "no" => !next.is_empty() && !next.starts_with(|c: char| c.is_ascii_digit()) && !COUNTS.has(next),
        _ => false,
    }
}

/// "ruled out", "ruled himself out".
fn rules_out(cue: &[Token]) -> bool {
    let rules = |w: &Token| matches!(w.form.as_str(), "rule" | "rules" | "ruled" | "ruling");
    let at = cue.iter().position(rules);
    at.is_some_and(|i| (i + 1..i + 3).any(|j| form(cue, j) == "out"))
}
