use std::collections::BTreeSet;

use serde::Serialize;

use super::shortened;
use super::timeline::words::in_words;
use crate::{Fact, IncidentPlace, Record};

/// Words of a fact are cut here.
const WORDS: usize = 90;

/// One line of the card of an incident: what it answers, and the answers with whose word each rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Line {
    /// "When", "Killed".
    pub label: &'static str,
    /// What the article says, each answer once.
    pub answers: Vec<Answer>,
}

/// One answer of a card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Answer {
    /// "2031-04-05 (\u{201c}on Saturday\u{201d}), says the writer"
    pub words: String,
    /// Where its words stand, in code points of the text; `null` where it was looked up.
    pub start: Option<u32>,
    /// One past the last.
    pub end: Option<u32>,
}

/// What happened, as the article tells it: a line for each question that it answers; empty where it tells of no incident.
pub fn card(record: &Record) -> Vec<Line> {
    let Some(incident) = record.incidents.iter().find(|i| i.main) else { return Vec::new() };
    let line = |(slot, label)| {
        let facts = incident.facts.iter().filter(|f| f.slot == slot);
        // the same words of the same source once
        let mut seen = BTreeSet::new();
        let answers =
            facts.map(|fact| answer(fact, record)).filter(|answer| seen.insert(answer.words.clone()));
        let map = incident.place.as_ref().filter(|_| slot == "where").and_then(on_the_map);
        let map = map.map(|words| Answer { words, start: None, end: None });
        Line { label, answers: map.into_iter().chain(answers).collect() }
    };
    LABELS.map(line).into_iter().filter(|line| !line.answers.is_empty()).collect()
}

const LABELS: [(&str, &str); 5] = [
    ("when", "When"),
    ("where", "Where"),
    ("killed", "Killed"),
    ("injured", "Hurt"),
    ("arrested", "Arrested"),
];

/// "Carrow, Ohio, United States", as far as it is known.
fn on_the_map(place: &IncidentPlace) -> Option<String> {
    let parts = [place.settlement.as_ref()?.clone().into(), place.region.clone(), place.country.clone()];
    Some(parts.into_iter().flatten().collect::<Vec<String>>().join(", "))
}

/// "2031-04-05 (\u{201c}on Saturday\u{201d}), says the writer"
pub(crate) fn answer(fact: &Fact, record: &Record) -> Answer {
    let words = format!("\u{201c}{}\u{201d}", shortened(&fact.span.text, WORDS));
    let said =
        if fact.value == fact.span.text { words } else { format!("{} ({words})", in_words(&fact.value)) };
    let words = format!("{said}, {}", carrier(fact, record));
    Answer { words, start: Some(fact.span.start), end: Some(fact.span.end) }
}

/// Whose word it rests on, and how it is presented.
fn carrier(fact: &Fact, record: &Record) -> String {
    let claim = fact.said_by.as_ref().and_then(|id| record.claims.iter().find(|c| c.claim_id == *id));
    let who = claim.map_or_else(|| "the writer".to_owned(), |claim| shortened(&claim.who(), WORDS));
    match fact.presented.as_str() {
        "alleged" if claim.is_none() => "alleged; the writer names nobody".to_owned(),
        "alleged" => format!("alleged: {who}"),
        "denied" => format!("denied: {who}"),
        "open" => format!("left open: {who}"),
        _ => format!("says {who}"),
    }
}
