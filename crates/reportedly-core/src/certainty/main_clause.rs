//! The main clause of a statement: what is judged. Without a parse, by the words that open another clause.

use super::clause::{Word, is_auxiliary, is_past};

const SUBORDINATE: &[&str] = &[
    "although", "though", "while", "when", "because", "since", "after", "before", "as", "despite", "whereas",
    "once", "until",
];
const NEXT: &[&str] = &[
    "who", "which", "because", "although", "though", "while", "when", "after", "before", "since", "so",
    "but", "whereas", "until", "where", "whose", "even", "once", "such",
];
const PERSONS: &[&str] = &["i", "we", "he", "she", "they", "it"];

/// The main clause: without a subordinate one before it, up to the next clause.
pub fn main_clause(statement: &[Word]) -> &[Word] {
    let mut start = usize::from(statement.first().is_some_and(|w| w.low == "that"));
    if statement.get(start).is_some_and(|w| SUBORDINATE.contains(&w.low.as_str())) {
        let comma = statement[start..].iter().position(|w| w.pause);
        start = comma.map_or(start, |i| start + i + 1);
    }
    let rest = &statement[start.min(statement.len())..];
    let end = (0..rest.len()).find(|&i| opens_another(rest, i)).unwrap_or(rest.len());
    &rest[..end]
}

/// Whether another clause begins with the word at `i`.
fn opens_another(rest: &[Word], i: usize) -> bool {
    let verb = |w: &Word| is_auxiliary(&w.low);
    let auxiliary = rest[..i].iter().any(verb);
    let finite = auxiliary || i > 3 || rest[..i].iter().any(|w| PERSONS.contains(&w.low.as_str()));
    auxiliary && goes_on(rest, i)
        || says_why(rest, i)
        || quotes(rest, i)
        || finite && (adds(rest, i) || subordinate(rest, i))
}

fn word(rest: &[Word], i: usize) -> &str {
    rest.get(i).map_or("", |w| w.low.as_str())
}

/// "was built in May and never used", "did not pay and would not pay", but not "was and is not safe".
fn goes_on(rest: &[Word], i: usize) -> bool {
    let not = |low: &str| matches!(low, "not" | "never");
    let next = is_auxiliary(word(rest, i + 1)) || not(word(rest, i + 1));
    let coordinated =
        matches!(word(rest, i), "and" | "or") && !(word(rest, i) == "or" && word(rest, i + 1) == "not");
    // "in May and never": the month is no auxiliary
    let bare = |w: &Word| is_auxiliary(&w.low) && !w.capital || not(&w.low);
    coordinated && next && i > 0 && !bare(&rest[i - 1])
}

/// "are there to ensure nobody waits", "worked so the fire would not spread", but not "the plan to avoid floods would".
fn says_why(rest: &[Word], i: usize) -> bool {
    // what "so" brings in, not "so far"
    const OPENS: &[&str] = &["that", "the", "he", "she", "it", "they", "we", "i", "you", "people", "nobody"];
    let asserts = || rest[..i].iter().any(|w| is_auxiliary(&w.low) || is_past(&w.low));
    match word(rest, i) {
        "ensure" | "prevent" | "avoid" => i > 2 && word(rest, i - 1) == "to" && asserts(),
        "make" => word(rest, i + 1) == "sure" && asserts(),
        "so" => i > 1 && OPENS.contains(&word(rest, i + 1)),
        _ => false,
    }
}

/// "was heard to shout 'Stay away'": another's words.
fn quotes(rest: &[Word], i: usize) -> bool {
    const SAYS: [&str; 7] = ["say", "said", "shout", "yell", "scream", "told", "tell"];
    let said = |low: &str| SAYS.iter().any(|s| low.starts_with(s));
    // "said to everyone, 'We might'"
    let near = |n: usize| i >= n && rest[i - 1].pause && said(word(rest, i - n));
    i > 1 && rest[i].mark.is_some() && (said(word(rest, i - 1)) || (2..=4).any(near))
}

/// "was accidental and there was no danger".
fn adds(rest: &[Word], i: usize) -> bool {
    let subject = |low: &str| {
        let bare = low.split('\'').next().unwrap_or(low);
        PERSONS[1..].contains(&bare) || matches!(bare, "there" | "nobody" | "nothing")
    };
    let next = word(rest, i + 1);
    matches!(word(rest, i), "and" | "or") && (subject(next) || next == "no" && word(rest, i + 2) == "one")
}

/// "who", "because", ", and", ", she".
fn subordinate(rest: &[Word], i: usize) -> bool {
    let low = word(rest, i);
    let inner =
        i >= 4 && low == "that" && !matches!(word(rest, i - 1), "is" | "was" | "all" | "evidence" | "doubt");
    let paused = i > 0 && rest[i - 1].pause && (matches!(low, "and" | "or") || PERSONS.contains(&low));
    inner || NEXT.contains(&low) || paused
}
