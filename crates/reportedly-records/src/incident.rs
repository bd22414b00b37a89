//! What happened: words that name an event, and the facts of incidents, each with whose word it rests on.

use reportedly_core::incident::{self, FactValue};
use reportedly_core::reading::Reading;
use reportedly_core::text::Text;
use reportedly_core::text::offsets::Offsets;
use reportedly_core::time;
use serde::{Deserialize, Serialize};

use crate::hash;
use crate::place::{Place, place};

/// A word that names an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// Where it stands.
    #[serde(flatten)]
    pub place: Place,
    /// Its class in TimeML: OCCURRENCE, REPORTING, STATE, I_ACTION, I_STATE, ASPECTUAL, PERCEPTION.
    pub class: String,
    /// The claim that tells of it; `null` where the writer does.
    pub said_by: Option<String>,
}

/// What an article tells of one incident.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Incident {
    /// A hash of the text and of the incident's place among those of the article.
    pub incident_id: String,
    /// Whether the article is about it.
    pub main: bool,
    /// When it happened, by the surest statement; `null` where none has a date that is known.
    pub when: Option<IncidentTime>,
    /// Where, by the surest statement; `null` where none names a place.
    #[serde(rename = "where")]
    pub place: Option<IncidentPlace>,
    /// What the article states, in text order; statements that differ stand beside each other.
    pub facts: Vec<Fact>,
}

/// When an incident happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IncidentTime {
    /// As TIMEX3 writes it.
    pub value: String,
    /// The first day that may be meant.
    pub earliest: String,
    /// The last one.
    pub latest: String,
    /// How much is known: year, month, day, ...
    pub precision: String,
}

/// Where an incident happened. What the article leaves open, as which of several towns of one name, is `null`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct IncidentPlace {
    /// The name of the place, where it stands.
    #[serde(flatten)]
    pub place: Place,
    /// The city, town or village, where the name is that of one.
    pub settlement: Option<String>,
    /// The state, in the United States.
    pub region: Option<String>,
    /// The country.
    pub country: Option<String>,
    /// Degrees north, by GeoNames.
    pub lat: Option<f32>,
    /// Degrees east.
    pub lon: Option<f32>,
}

/// One statement of a fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// when, where, who, whom, killed, injured, arrested, cause or charge.
    pub slot: String,
    /// A date as TIMEX3 writes it, a number, or the words.
    pub value: String,
    /// Of a number: the least that it may be.
    pub least: Option<u32>,
    /// Of a number: the most; `null` where the words leave it open.
    pub most: Option<u32>,
    /// The words.
    pub span: Place,
    /// The claim that it rests on; `null` where it is the writer's word.
    pub said_by: Option<String>,
    /// stated, reported, alleged, denied or open.
    pub presented: String,
}

pub(crate) fn events(text: &Text, offsets: &Offsets, reading: &Reading, claim_ids: &[&str]) -> Vec<Event> {
    let row = |e: &reportedly_core::events::Event| Event {
        place: place(text, offsets, e.span),
        class: e.class.name().to_owned(),
        said_by: said_by(e.claim, claim_ids),
    };
    reading.events.iter().map(row).collect()
}

pub(crate) fn incidents(
    text: &Text,
    offsets: &Offsets,
    sha: &str,
    reading: &Reading,
    claim_ids: &[&str],
) -> Vec<Incident> {
    let row = |(i, incident): (usize, &incident::Incident)| Incident {
        incident_id: hash::short(hash::of_parts(&[sha, "incident", &i.to_string()])),
        main: incident.main,
        when: incident.when.map(when),
        place: incident.place.map(|found| on_the_map(place(text, offsets, found.span), &found)),
        facts: incident.facts.iter().map(|fact| self::fact(text, offsets, fact, claim_ids)).collect(),
    };
    reading.incidents.iter().enumerate().map(row).collect()
}

fn on_the_map(place: Place, found: &incident::Place) -> IncidentPlace {
    IncidentPlace {
        settlement: found.is_settlement.then(|| place.text.clone()),
        region: found.settlement.and_then(|s| s.region).map(str::to_owned),
        country: found.settlement.and_then(|s| s.country()).map(str::to_owned),
        lat: found.settlement.map(|s| s.latitude),
        lon: found.settlement.map(|s| s.longitude),
        place,
    }
}

fn when(date: time::Date) -> IncidentTime {
    let (first, last) = date.days();
    IncidentTime {
        value: date.value(),
        earliest: first.to_string(),
        latest: last.to_string(),
        precision: date.precision().name().to_owned(),
    }
}

fn fact(text: &Text, offsets: &Offsets, fact: &incident::Fact, claim_ids: &[&str]) -> Fact {
    let span = place(text, offsets, fact.span);
    let (value, least, most) = match fact.value {
        Some(FactValue::Date(date)) => (date.value(), None, None),
        Some(FactValue::Number(n)) => (n.to_string(), Some(n.least), n.most),
        None => (span.text.clone(), None, None),
    };
    Fact {
        slot: fact.slot.name().to_owned(),
        value,
        least,
        most,
        span,
        said_by: said_by(fact.claim, claim_ids),
        presented: fact.presented.name().to_owned(),
    }
}

fn said_by(claim: Option<usize>, claim_ids: &[&str]) -> Option<String> {
    claim.and_then(|i| claim_ids.get(i)).map(|id| (*id).to_owned())
}
