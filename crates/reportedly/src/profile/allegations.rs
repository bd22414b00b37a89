//! Accusations, and whether the accused answer.

use crate::attribution::Attribution;
use crate::certainty::{Polarity, Presented};
use crate::reading::Reading;
use crate::text::Text;
use crate::tokens::bases;

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
    let claims = (0..reading.attributions.len()).filter(|&i| accuses(&reading.attributions[i], text));
    let denies = |p: &Presented| p.polarity == Polarity::Denied;
    let denied = reading
        .attributions
        .iter()
        .zip(&reading.presented)
        .any(|(a, p)| denies(p) && a.cue.is_some_and(|c| text.get(c).to_lowercase().contains("den")));
    Allegations {
        claims: claims.collect(),
        answered: denied || ANSWERS.iter().any(|a| low.contains(a)),
        said_unconfirmed: UNCONFIRMED.iter().any(|u| low.contains(u)),
    }
}

fn accuses(a: &Attribution, text: &Text) -> bool {
    let cue = a.cue.map_or(String::new(), |c| text.get(c).to_lowercase());
    // "will take charge"
    let charge =
        ["take", "takes", "took", "taking"].iter().any(|take| cue.contains(&format!("{take} charge")));
    let mut words = cue.split(|c: char| !c.is_alphabetic());
    !charge && words.any(|w| ACCUSE.contains(&w) || bases(w).iter().any(|b| ACCUSE.contains(&b.as_str())))
}
