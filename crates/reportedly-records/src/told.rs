//! What a record says of with which other articles it tells of one incident.

use reportedly_core::story::{Happened, Keys, Told, day};
use reportedly_core::time::Date;

use crate::incident::Fact;
use crate::{Incident, Record};

impl Record {
    /// Its keys, by which articles that tell of one incident are found. Text that stands before the body does not count.
    pub fn story_keys(&self) -> Keys {
        let body = self.text.char_indices().nth(self.body_start as usize).map_or(0, |(at, _)| at);
        let named = |person: bool| {
            self.entities.iter().filter(|e| (e.kind == PERSON) == person).map(|e| e.name.as_str()).collect()
        };
        let main = self.incidents.iter().find(|incident| incident.main);
        Keys::of(&Told {
            title: self.title.as_deref(),
            body: self.text.get(body..).unwrap_or_default(),
            outlet: self.outlet.as_deref(),
            published: self.published_at.as_deref().and_then(of_iso),
            people: named(true),
            names: named(false),
            incident: main.map(happened).unwrap_or_default(),
        })
    }
}

const PERSON: &str = "person";
const KILLED: &str = "killed";
const INJURED: &str = "injured";

fn happened(incident: &Incident) -> Happened<'_> {
    let figures = |slot: &str| {
        let own = incident.facts.iter().filter(|fact| fact.slot == slot);
        own.filter_map(|fact: &Fact| Some((fact.least?, fact.most))).collect()
    };
    let days = incident.when.as_ref().and_then(|when| Some((of_iso(&when.earliest)?, of_iso(&when.latest)?)));
    let place = incident.place.as_ref();
    Happened {
        days,
        kind: incident.kind.as_deref(),
        place: place.map(|place| place.place.text.as_str()),
        settlement: place.and_then(|place| place.settlement.as_deref()),
        region: place.and_then(|place| place.region.as_deref()),
        killed: figures(KILLED),
        injured: figures(INJURED),
    }
}

/// The day that a stated date says itself, whatever its zone.
pub(crate) fn of_iso(date: &str) -> Option<i32> {
    let end = date.find('T').unwrap_or(date.len());
    Date::parse(date.get(..end)?).as_ref().map(day)
}
