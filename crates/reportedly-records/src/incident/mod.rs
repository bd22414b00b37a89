//! What happened: words that name an event, and the facts of incidents, each with whose word it rests on.

mod made;

use serde::{Deserialize, Serialize};

use crate::place::Place;

pub(crate) use made::{events, incidents, link, rests_on, when};

/// A word that names an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// Where it stands.
    #[serde(flatten)]
    pub place: Place,
    /// Its class in TimeML: OCCURRENCE, REPORTING, STATE, I_ACTION, I_STATE, ASPECTUAL, PERCEPTION.
    pub class: String,
    /// Its tense in TimeML: PAST, PRESENT, FUTURE, INFINITIVE, PRESPART, PASTPART, NONE.
    #[serde(default)]
    pub tense: Option<String>,
    /// Its polarity in TimeML: POS, NEG.
    #[serde(default)]
    pub polarity: Option<String>,
    /// asserted, denied, planned or possible, by the writer or in the claim that tells of it.
    #[serde(default)]
    pub status: Option<String>,
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
    /// What sort of thing happened, one of an open list: attack, killing, accident, disaster, arrest, charge, ruling, vote,
    /// protest, strike, deal, appointment, death, match, launch, other; `null` where no word says it.
    #[serde(default)]
    pub kind: Option<String>,
    /// The words that name or tell it, in text order.
    #[serde(default)]
    pub words: Vec<Place>,
    /// When it happened, by the surest statement; `null` where none has a date that is known.
    pub when: Option<IncidentTime>,
    /// Where, by the surest statement; `null` where none names a place.
    #[serde(rename = "where")]
    pub place: Option<IncidentPlace>,
    /// Who did it, and to whom, as far as the article says.
    #[serde(default)]
    pub participants: Vec<Participant>,
    /// What the article states, in text order; statements that differ stand beside each other.
    pub facts: Vec<Fact>,
    /// On whose word the facts rest, counted.
    #[serde(default)]
    pub rests_on: RestsOn,
    /// The slots of which two statements differ, or one is denied.
    #[serde(default)]
    pub disputed: Vec<String>,
}

/// Somebody or something that had part in an incident.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Participant {
    /// The words for them, where they stand.
    #[serde(flatten)]
    pub place: Place,
    /// Whom the article names so; `null` where it gives no name.
    pub entity_id: Option<String>,
    /// doer or affected.
    pub role: String,
    /// How it is presented that they had this part: stated, reported, alleged, denied or open.
    pub presented: String,
}

/// How many facts of an incident rest on whose word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RestsOn {
    /// The writer's.
    pub writer: u32,
    /// That of a source with a name: a person, a body, an outlet.
    pub named: u32,
    /// That of a source without one.
    pub unnamed: u32,
    /// That of a document.
    pub document: u32,
    /// Nobody's: "reportedly".
    pub nobody: u32,
}

/// When an incident happened.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct IncidentTime {
    /// As TIMEX3 writes it.
    pub value: String,
    /// The first day that may be meant.
    pub earliest: String,
    /// The last one.
    pub latest: String,
    /// How much is known: year, month, day, ...
    pub precision: String,
    /// The words that say it.
    #[serde(default)]
    pub text: Option<String>,
    /// Their first code point.
    #[serde(default)]
    pub start: Option<u32>,
    /// One past the last.
    #[serde(default)]
    pub end: Option<u32>,
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
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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
    /// Probability that these words state this of the incident.
    #[serde(default)]
    pub confidence: f64,
}
