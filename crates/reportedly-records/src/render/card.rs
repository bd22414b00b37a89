use std::collections::BTreeSet;

use reportedly_core::insight::FactSlot;
use serde::Serialize;

use super::shortened;
use super::timeline::words::in_words;
use crate::{Fact, Incident, IncidentPlace, Record};

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
    let line = |(slot, label): (FactSlot, _)| {
        let facts = incident.facts.iter().filter(|f| f.slot == slot.name() && f.confidence >= shown(slot));
        // the same words of the same source once
        let mut seen = BTreeSet::new();
        let answers =
            facts.map(|fact| answer(fact, record)).filter(|answer| seen.insert(answer.words.clone()));
        let map = incident.place.as_ref().filter(|_| slot == FactSlot::Where).and_then(on_the_map);
        let map = map.map(|words| Answer { words, start: None, end: None });
        Line { label, answers: map.into_iter().chain(answers).collect() }
    };
    let lines = [what(incident)].into_iter().chain(LABELS.map(line)).chain([others(record)]);
    lines.filter(|line| !line.answers.is_empty()).collect()
}

const LABELS: [(FactSlot, &str); 9] = [
    (FactSlot::When, "When"),
    (FactSlot::Where, "Where"),
    (FactSlot::Who, "Done by"),
    (FactSlot::Whom, "To whom"),
    (FactSlot::Killed, "Killed"),
    (FactSlot::Injured, "Hurt"),
    (FactSlot::Arrested, "Arrested"),
    (FactSlot::Cause, "Why"),
    (FactSlot::Charge, "Charge"),
];

/// How sure a statement must be to be shown to somebody who reads only this line. Who did it is worst where it is wrong.
const fn shown(slot: FactSlot) -> f64 {
    match slot {
        FactSlot::Who | FactSlot::Whom | FactSlot::Cause | FactSlot::Charge => 0.5,
        _ => 0.0,
    }
}

/// "attack: \u{201c}shooting\u{201d}, \u{201c}opened fire\u{201d}"
fn what(incident: &Incident) -> Line {
    let mut seen = BTreeSet::new();
    let words = incident.words.iter().filter(|words| seen.insert(words.text.to_lowercase()));
    let words = words.take(3).map(|words| format!("\u{201c}{}\u{201d}", words.text)).collect::<Vec<_>>();
    let words = words.join(", ");
    let kind = incident.kind.as_deref().filter(|kind| *kind != OTHER);
    let words = kind.map_or_else(|| words.clone(), |kind| format!("{kind}: {words}"));
    let (start, end) = incident.words.first().map(|words| (words.start, words.end)).unzip();
    Line { label: "What", answers: start.map(|_| Answer { words, start, end }).into_iter().collect() }
}

/// The kind of an incident that is of no other; it says nothing.
const OTHER: &str = "other";

/// Incidents beside the main one, each by its words and its day: "\u{201c}bombing\u{201d}, 2029-05 (\u{201c}in May 2029\u{201d})".
fn others(record: &Record) -> Line {
    let other = |incident: &Incident| {
        let (words, when) = (incident.words.first()?, incident.when.as_ref()?);
        let said = when.text.as_ref().map_or(String::new(), |text| format!(" (\u{201c}{text}\u{201d})"));
        let said = format!("\u{201c}{}\u{201d}, {}{said}", words.text, in_words(&when.value));
        Some(Answer { words: said, start: Some(words.start), end: Some(words.end) })
    };
    let answers = record.incidents.iter().filter(|i| !i.main).filter_map(other).take(3);
    Line { label: "Others", answers: answers.collect() }
}

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
