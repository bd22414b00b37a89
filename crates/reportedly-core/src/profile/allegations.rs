//! Accusations, and whether the accused answer.

use std::collections::{HashMap, HashSet};

use crate::attribution::Attribution;
use crate::certainty::{Polarity, Presented};
use crate::language::en::bases;
use crate::reading::{Claim, Reading};
use crate::text::Text;

const ACCUSE: &[&str] =
    &["accuse", "allege", "blame", "charge", "implicate", "allegation", "accusation", "sue", "indict"];
/// How articles say that the accused were asked.
const ANSWERS: &[&str] = &[
    "did not respond",
    "did not immediately respond",
    "didn't respond",
    "declined to comment",
    "could not be reached",
    "couldn't be reached",
    "did not return",
    "has denied",
    "have denied",
    "denies",
    "denied",
    "rejected the",
    "dismissed the",
    "not immediately available",
    "pleaded not guilty",
    "pleads not guilty",
    "in response",
    "refused to comment",
    "would not comment",
    "disputes",
    "are false",
    "is false",
];
const UNCONFIRMED: &[&str] = &[
    "could not be independently",
    "not be independently verified",
    "could not independently",
    "uncorroborated",
    "unverified",
    "could not be verified",
    "could not verify",
    "has not verified",
    "no evidence",
];

/// What an article says about its accusations.
#[derive(Debug)]
pub struct Allegations {
    pub claims: Vec<usize>,
    pub answered: bool,
    pub said_unconfirmed: bool,
}

pub fn allegations(reading: &Reading, text: &Text) -> Allegations {
    let low = text.as_str().to_lowercase().replace('\u{2019}', "'");
    let claims: Vec<usize> =
        (0..reading.claims.len()).filter(|&i| accuses(&reading.claims[i].attribution, text)).collect();
    let denies = |p: &Presented| p.polarity == Polarity::Denied;
    let denied = reading.claims.iter().any(|claim| {
        let cue = claim.attribution.cue;
        claim.presented().is_some_and(denies)
            && cue.is_some_and(|c| bases_of(text.get(c)).any(|w| w == "deny"))
    });
    let answered = denied || ANSWERS.iter().any(|a| answers(&low, a)) || speaks(&claims, reading, text);
    Allegations { claims, answered, said_unconfirmed: UNCONFIRMED.iter().any(|u| low.contains(u)) }
}

/// Whether words of an answer stand in a text, where it is not something else that was refused: "bond was denied".
fn answers(low: &str, answer: &str) -> bool {
    const REFUSED: &[&str] = &[
        "access",
        "appeal",
        "application",
        "asylum",
        "bail",
        "bond",
        "entry",
        "license",
        "licence",
        "motion",
        "parole",
        "permit",
        "request",
        "visa",
    ];
    if !matches!(answer, "denied" | "denies") {
        return low.contains(answer);
    }
    low.match_indices(answer).any(|(at, _)| {
        let mut before = low[..at].split_whitespace().rev();
        let passive = before
            .next()
            .is_some_and(|w| matches!(w, "was" | "were" | "been" | "being" | "is" | "are" | "be"));
        let after = low[at + answer.len()..].split_whitespace().take(3);
        let refused =
            after.map(|w| w.trim_matches(|c: char| !c.is_alphanumeric())).any(|w| REFUSED.contains(&w));
        !passive && !refused
    })
}

/// Whether one who is named in an accusation says something, or somebody who belongs to her does.
fn speaks(accusing: &[usize], reading: &Reading, text: &Text) -> bool {
    let contents = accusing.iter().flat_map(|&i| reading.claims[i].attribution.content.pieces());
    let told: HashSet<&str> = contents.flat_map(|piece| names(text.get(*piece))).collect();
    let rows = reading.sources.iter().enumerate().filter_map(|(row, s)| Some((row, s.name.as_deref()?)));
    let last = |name: &str| name.split(' ').next_back().unwrap_or_default().to_owned();
    let mut bearers: HashMap<String, Vec<(usize, &str)>> = HashMap::new();
    for (row, name) in rows {
        bearers.entry(last(name)).or_default().push((row, name));
    }
    // a surname that two bear names neither
    let accused = bearers.into_iter().filter(|(last, all)| all.len() == 1 && told.contains(last.as_str()));
    let accused: HashMap<usize, &str> = accused.flat_map(|(_, all)| all).collect();
    let accusers: HashSet<_> =
        accusing.iter().filter_map(|&i| reading.claims[i].identity()).map(|i| i.source).collect();
    let others = reading.claims.iter().filter_map(Claim::identity);
    others.filter(|i| !accusers.contains(&i.source)).any(|i| {
        let own = i.source.is_some_and(|row| accused.contains_key(&row));
        own || i
            .affiliation
            .as_deref()
            .is_some_and(|name| told.contains(last(name).as_str()) && accused.values().any(|a| *a == name))
    })
}

/// The words with a capital.
fn names(words: &str) -> impl Iterator<Item = &str> {
    words
        .split(|c: char| !c.is_alphanumeric() && c != '-')
        .filter(|w| w.starts_with(char::is_uppercase) && w.len() > 2)
}

fn bases_of(words: &str) -> impl Iterator<Item = String> {
    let low = words.to_lowercase();
    let words: Vec<String> = low.split(|c: char| !c.is_alphabetic()).map(str::to_owned).collect();
    words.into_iter().flat_map(|w| bases(&w).into_iter().chain([w.clone()]).collect::<Vec<_>>())
}

fn accuses(a: &Attribution, text: &Text) -> bool {
    let cue = a.cue.map_or(String::new(), |c| text.get(c).to_lowercase());
    // "will take charge"
    let charge =
        ["take", "takes", "took", "taking"].iter().any(|take| cue.contains(&format!("{take} charge")));
    let mut words = cue.split(|c: char| !c.is_alphabetic());
    // "nobody has been accused", "was not accused"
    let whole = a.source.cover().map_or(String::new(), |s| text.get(s).to_lowercase()) + " " + &cue;
    let none = whole.split_whitespace().any(|w| matches!(w, "not" | "never" | "nobody" | "no" | "none"));
    !none
        && !charge
        && words.any(|w| ACCUSE.contains(&w) || bases(w).iter().any(|b| ACCUSE.contains(&b.as_str())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bond_that_was_denied_is_no_answer() {
        let denied = |text: &str| answers(text, "denied");
        assert!(denied("cobb denied it.") && denied("he has denied the theft."));
        for text in
            ["bond was denied", "a judge denied bond", "the court denied the motion", "a permit was denied"]
        {
            assert!(!denied(text), "{text}");
        }
    }
}
