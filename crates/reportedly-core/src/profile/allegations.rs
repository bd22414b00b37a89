//! Accusations, and whether the accused answer.

use std::collections::{HashMap, HashSet};

use crate::article::Prose;
use crate::attribution::{Attribution, phrase};
use crate::certainty::{Polarity, Presented};
use crate::language::Effect;
use crate::reading::{Claim, Reading};
use crate::text::{Span, Text};

/// What an article says about its accusations.
#[derive(Debug)]
pub struct Allegations {
    pub claims: Vec<usize>,
    pub answered: bool,
    pub said_unconfirmed: bool,
}

pub fn allegations(reading: &Reading, prose: Prose) -> Allegations {
    let low = prose.text.as_str().to_lowercase().replace('\u{2019}', "'");
    let accusations = &prose.language.accusations;
    let claims: Vec<usize> =
        (0..reading.claims.len()).filter(|&i| accuses(&reading.claims[i].attribution, prose)).collect();
    let denies = |p: &Presented| p.polarity == Polarity::Denied;
    let denied = reading.claims.iter().any(|claim| {
        let cue = claim.attribution.cue;
        claim.presented().is_some_and(denies) && cue.is_some_and(|c| says_no(c, prose))
    });
    let answered = denied || accusations.answers.is_in(&low) || is_disputed(prose);
    let answered = answered || speaks(&claims, reading, prose.text);
    Allegations { claims, answered, said_unconfirmed: accusations.unconfirmed.is_in(&low) }
}

/// Whether a cue denies by itself.
fn says_no(cue: Span, prose: Prose) -> bool {
    prose.within(cue).iter().any(|w| prose.language.verbs.effect(w.low()) == Some(Effect::Deny))
}

/// Whether somebody denies something, and it is not something else that was refused: "bond was denied".
fn is_disputed(prose: Prose) -> bool {
    let (all, accusations, verbs) = (&prose.tokens.all, &prose.language.accusations, &prose.language.verbs);
    let denies = |i: usize| {
        let before = i.checked_sub(1).and_then(|j| all.get(j));
        let passive = before.is_some_and(|w| verbs.copulas.has(&w.form) || verbs.bare_copulas.has(&w.form));
        let refused = all.iter().skip(i + 1).take(3).any(|w| accusations.refused.has(w.low()));
        !passive && !refused
    };
    (0..all.len()).any(|i| accusations.denials.has(&all[i].form) && denies(i))
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

fn accuses(a: &Attribution, prose: Prose) -> bool {
    let (verbs, accusations) = (&prose.language.verbs, &prose.language.accusations);
    let cue = a.cue.map(|c| prose.within(c)).unwrap_or_default();
    // "will take charge"
    let other = (0..cue.len()).any(|i| phrase(accusations.others, &cue[i..]).is_some());
    // "nobody has been accused", "was not accused"
    let source = a.source.cover().map(|s| prose.within(s)).unwrap_or_default();
    let none = source.iter().chain(cue).any(|w| accusations.nobody.has(&w.form));
    !none && !other && cue.iter().any(|w| verbs.alleges(w.low()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;

    #[test]
    fn a_bond_that_was_denied_is_no_answer() {
        let denied = |text: &str| {
            let article = Article::from_text(text);
            is_disputed(Prose::of(&article, &article.tokens()))
        };
        assert!(denied("cobb denied it.") && denied("he has denied the theft."));
        for text in
            ["bond was denied", "a judge denied bond", "the court denied the motion", "a permit was denied"]
        {
            assert!(!denied(text), "{text}");
        }
    }
}
