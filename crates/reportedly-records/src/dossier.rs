//! One incident by sourcing, as rows.

use std::collections::BTreeMap;

use reportedly_core::dossier::{Answer, Passage, Value, answers};
use reportedly_core::incident::Presentation;
use reportedly_core::insight::FactSlot;
use reportedly_core::reuse::Number;
use reportedly_core::story::iso;
use reportedly_core::text::Text;
use reportedly_core::text::offsets::Offsets;
use reportedly_core::trace::{Carrier, Carriers, complete};
use serde::{Deserialize, Serialize};

use crate::carrier::Origin;
use crate::claim_group::FirstKnown;
use crate::told::of_iso;
use crate::{Incident, Place, Record};

/// What a story is, in short.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct StoryCard {
    /// The story.
    pub story_id: String,
    /// The headline of its first article.
    pub title: Option<String>,
    /// The kind of incident that most of its articles tell of.
    pub kind: Option<String>,
    /// The day, or the first and the last one, that most of its articles give (ISO 8601).
    pub earliest: Option<String>,
    /// See `earliest`.
    pub latest: Option<String>,
    /// The place that most of its articles give.
    pub place: Option<String>,
    /// Articles that a reader can open.
    pub pages: u32,
    /// Those that are not copies of each other.
    pub texts: u32,
    /// Owners of the outlets.
    pub publishers: u32,
    /// Sources that what they tell of the incident goes back to.
    pub origins: u32,
    /// The days of the first and the last article, as stated.
    pub first_published: Option<String>,
    /// See `first_published`.
    pub last_published: Option<String>,
    /// Its articles, those with the earlier stated date first.
    pub doc_ids: Vec<String>,
}

/// A story with all that its articles answer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Dossier {
    /// What it is.
    #[serde(flatten)]
    pub card: StoryCard,
    /// By question; of one question by the day on which they are first known. None of them is chosen.
    pub answers: Vec<AnswerRow>,
}

/// One answer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AnswerRow {
    /// Its name within the dossier.
    pub answer_id: String,
    /// when, where, who, whom, killed, injured, arrested, cause or charge.
    pub question: String,
    /// stated (without a source), reported, alleged, denied or open.
    pub sourced: String,
    /// A number or a day; `null` where the words are the answer.
    pub value: Option<String>,
    /// The words of the first passage that gives it.
    pub words: String,
    /// How it is sourced, in a sentence.
    pub told: String,
    /// Articles that give it.
    pub pages: u32,
    /// Independent texts among them.
    pub texts: u32,
    /// Owners of their outlets.
    pub publishers: u32,
    /// Sources that it goes back to.
    pub origins: u32,
    /// Those sources.
    pub went_back_to: Vec<Origin>,
    /// The article with the earliest stated date that gives it.
    pub first_known: Option<FirstKnown>,
    /// All passages that give it.
    pub passages: Vec<PassageRow>,
    /// Other answers, which cannot be so at once with this one.
    pub others: Vec<String>,
    /// Answers that deny it.
    pub denials: Vec<String>,
}

/// A passage that answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PassageRow {
    /// The article.
    pub doc_id: String,
    /// The words, where they stand.
    #[serde(flatten)]
    pub place: Place,
    /// The claim that it rests on; `null` where it is the writer's word.
    pub claim_id: Option<String>,
    /// Who says so, as far as it is known.
    pub source: Option<String>,
}

/// The dossier of the articles of a story; they stand in `all` at their numbers, with a statement for each of their claims.
pub fn dossier(story_id: &str, members: &[(Number, &Record)], all: &Carriers) -> Dossier {
    let (mut passages, mut rows) = (Vec::new(), Vec::new());
    for &(number, record) in members {
        for (passage, row) in told(number, record) {
            passages.push(passage);
            rows.push(row);
        }
    }
    let found = answers(all, &passages);
    let first_known = |number: Number| {
        let (_, record) = members.iter().find(|(n, _)| *n == number)?;
        Some(FirstKnown {
            doc_id: record.doc_id.clone(),
            published_at: record.published_at.clone()?,
            published_at_method: record.published_at_method.clone().unwrap_or_default(),
        })
    };
    let answers = found.iter().enumerate().map(|(at, answer)| {
        let first = answer.group.first_known.and_then(first_known);
        row(at, answer, &rows, first)
    });
    Dossier { card: card(story_id, members, &passages, all), answers: answers.collect() }
}

/// What an article answers of its main incident.
fn told(number: Number, record: &Record) -> Vec<(Passage, PassageRow)> {
    let text = Text::new(record.text.as_str());
    let offsets = Offsets::new(&text);
    let Some(incident) = main(record) else { return Vec::new() };
    let facts = incident.facts.iter().filter_map(|fact| {
        let question = FactSlot::ALL.into_iter().find(|slot| slot.name() == fact.slot)?;
        let value = match question {
            FactSlot::When => days(&fact.value),
            _ => fact.least.map(|least| Value::Number(least, fact.most)),
        };
        Some((question, value, &fact.span, &fact.presented, fact.said_by.as_deref()))
    });
    let row = |(question, value, place, presented, claim): (_, _, &Place, &String, Option<&str>)| {
        let claim = record.claims.iter().position(|own| Some(own.claim_id.as_str()) == claim);
        let source = claim.and_then(|at| record.claims.get(at));
        let presented = Presentation::ALL.into_iter().find(|p| p.name() == presented)?;
        let span = offsets.from_code_points(place.start, place.end)?;
        Some((
            Passage { number, question, span, value, presented, statement: claim },
            PassageRow {
                doc_id: record.doc_id.clone(),
                place: place.clone(),
                claim_id: source.map(|claim| claim.claim_id.clone()),
                source: source.and_then(|claim| claim.sourcing.source_name.clone().or(claim.source_words())),
            },
        ))
    };
    facts.filter_map(row).collect()
}

fn main(record: &Record) -> Option<&Incident> {
    record.incidents.iter().find(|incident| incident.main)
}

/// The days of a value of TIMEX3; `None` where it is no day.
fn days(value: &str) -> Option<Value> {
    let day = value.get(..10)?;
    let number = of_iso(day)?;
    Some(Value::Days(number, number))
}

fn row(at: usize, answer: &Answer, rows: &[PassageRow], first_known: Option<FirstKnown>) -> AnswerRow {
    let passages: Vec<PassageRow> = answer.passages.iter().filter_map(|&at| rows.get(at).cloned()).collect();
    let first = passages.iter().position(|p| Some(&p.doc_id) == first_known.as_ref().map(|f| &f.doc_id));
    let words = passages.get(first.unwrap_or(0)).map(|p| p.place.text.clone()).unwrap_or_default();
    let counts = answer.group.counts;
    let origins = answer.group.origins.iter().map(|origin| Origin {
        kind: origin.kind.name().to_owned(),
        name: origin.name.clone(),
        texts: origin.texts.clone(),
    });
    let mut row = AnswerRow {
        answer_id: id(at),
        question: answer.question.name().to_owned(),
        sourced: answer.sourced.name().to_owned(),
        value: answer.value.map(written),
        words,
        told: String::new(),
        pages: counts.pages,
        texts: counts.texts,
        publishers: counts.publishers,
        origins: counts.origins,
        went_back_to: origins.collect(),
        first_known,
        passages,
        others: answer.others.iter().map(|&at| id(at)).collect(),
        denials: answer.denials.iter().map(|&at| id(at)).collect(),
    };
    row.told = sentence(answer.sourced, &row);
    row
}

fn id(at: usize) -> String {
    format!("a{}", at + 1)
}

fn written(value: Value) -> String {
    match value {
        Value::Number(least, Some(most)) if least == most => least.to_string(),
        Value::Number(least, Some(most)) => format!("{least} to {most}"),
        Value::Number(least, None) => format!("{least} or more"),
        Value::Days(first, _) => iso(first),
    }
}

/// How an answer is sourced, and whether anything here stands against it.
fn sentence(sourced: Presentation, row: &AnswerRow) -> String {
    let mut names: Vec<&str> = Vec::new();
    for name in row.went_back_to.iter().filter_map(|origin| origin.name.as_deref()) {
        // "police" and "Police" are two origins, but one word
        if !names.iter().any(|known| known.eq_ignore_ascii_case(name)) {
            names.push(name);
        }
    }
    let names = match names[..] {
        [] => "nobody who is named".to_owned(),
        [one] => one.to_owned(),
        [one, other] => format!("{one} and {other}"),
        [one, other, ..] => format!("{one}, {other} and {} more", names.len() - 2),
    };
    let how = match sourced {
        Presentation::Stated if row.texts == 1 => "stated without a source in 1 text".to_owned(),
        Presentation::Stated => format!("stated without a source in {} independent texts", row.texts),
        Presentation::Reported => format!("laid to {names}"),
        Presentation::Alleged => format!("alleged, laid to {names}"),
        Presentation::Denied => format!("denied, by {names}"),
        _ => "said not to be known".to_owned(),
    };
    let against = match (row.denials.len(), row.others.len()) {
        _ if matches!(sourced, Presentation::Denied | Presentation::Open) => "",
        (0, 0) if row.value.is_some() => "; disputed by none here",
        // other words may say the same, more, or something else
        (0, 0) => "; denied by none here",
        (0, _) => "; another answer stands beside it",
        (_, 0) => "; denied here",
        _ => "; denied here, and another answer stands beside it",
    };
    format!("{how}{against}")
}

fn card(story_id: &str, members: &[(Number, &Record)], passages: &[Passage], all: &Carriers) -> StoryCard {
    let mut ordered: Vec<&Record> = members.iter().map(|(_, record)| *record).collect();
    ordered.sort_by_key(|record| {
        (record.published_at.is_none(), record.published_at.clone(), record.doc_id.clone())
    });
    let own = |n: &Number| passages.iter().any(|p| p.number == *n);
    let bare =
        members.iter().filter(|(n, _)| !own(n)).map(|(n, _)| Carrier::new(*n, None, Default::default()));
    let told = passages.iter().map(|p| Carrier::new(p.number, p.statement, p.span));
    let mut carriers: Vec<Carrier> = told.chain(bare).collect();
    carriers.sort_by_key(|carrier| (carrier.number, carrier.span));
    let group = complete(all, carriers);
    let incidents = || ordered.iter().filter_map(|record| main(record));
    let when = most(
        incidents()
            .filter_map(|i| Some((i.when.as_ref()?.earliest.clone(), i.when.as_ref()?.latest.clone()))),
    );
    let place = |i: &Incident| i.place.as_ref().map(|p| p.settlement.clone().unwrap_or(p.place.text.clone()));
    let (earliest, latest) = when.unzip();
    StoryCard {
        story_id: story_id.to_owned(),
        title: ordered.iter().find_map(|record| record.title.clone()),
        kind: most(incidents().filter_map(|i| i.kind.clone())),
        earliest,
        latest,
        place: most(incidents().filter_map(place)),
        pages: group.counts.pages,
        texts: group.counts.texts,
        publishers: group.counts.publishers,
        origins: group.counts.origins,
        first_published: ordered.iter().find_map(|record| record.published_at.clone()),
        last_published: ordered.iter().rev().find_map(|record| record.published_at.clone()),
        doc_ids: ordered.iter().map(|record| record.doc_id.clone()).collect(),
    }
}

/// What is given most often; of several the first in order.
fn most<T: Ord>(all: impl Iterator<Item = T>) -> Option<T> {
    let mut counts: BTreeMap<T, usize> = BTreeMap::new();
    all.for_each(|one| *counts.entry(one).or_default() += 1);
    counts.into_iter().rev().max_by_key(|(_, n)| *n).map(|(one, _)| one)
}
