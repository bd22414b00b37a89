use reportedly_core::incident::{self, FactValue, Presentation};
use reportedly_core::reading::{self, Reading};
use reportedly_core::source::Kind;
use reportedly_core::text::Text;
use reportedly_core::text::offsets::Offsets;
use reportedly_core::time;

use super::{Event, Fact, Incident, IncidentPlace, IncidentTime, Participant, RestsOn};
use crate::claim::Claim;
use crate::place::{Place, place};
use crate::{entity, hash};

pub(crate) fn events(text: &Text, offsets: &Offsets, reading: &Reading, claim_ids: &[&str]) -> Vec<Event> {
    let row = |e: &reportedly_core::events::Event| Event {
        place: place(text, offsets, e.span),
        class: e.class.name().to_owned(),
        tense: Some(e.tense.name().to_owned()),
        polarity: Some(if e.negative { "NEG" } else { "POS" }.to_owned()),
        status: Some(e.status.name().to_owned()),
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
        kind: incident.kind.map(|kind| kind.key.to_owned()),
        words: incident.words.iter().map(|&span| place(text, offsets, span)).collect(),
        participants: incident
            .participants
            .iter()
            .map(|p| participant(text, offsets, sha, reading, p))
            .collect(),
        rests_on: rests_on(
            incident.facts.iter().map(|f| (f.claim, f.presented == Presentation::Alleged)),
            &reading.claims,
        ),
        disputed: incident.disputed().iter().map(|slot| slot.name().to_owned()).collect(),
        when: incident.when.map(|told| when(told.date, place(text, offsets, told.span))),
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

/// A date, and the words that say it.
pub(crate) fn when(date: time::Date, words: Place) -> IncidentTime {
    let (first, last) = date.days();
    IncidentTime {
        value: date.value(),
        earliest: first.to_string(),
        latest: last.to_string(),
        precision: date.precision().name().to_owned(),
        text: Some(words.text),
        start: Some(words.start),
        end: Some(words.end),
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
        confidence: (f64::from(fact.probability) * 1000.0).round() / 1000.0,
    }
}

fn said_by(claim: Option<usize>, claim_ids: &[&str]) -> Option<String> {
    claim.and_then(|i| claim_ids.get(i)).map(|id| (*id).to_owned())
}

fn participant(
    text: &Text,
    offsets: &Offsets,
    sha: &str,
    reading: &Reading,
    found: &incident::Participant,
) -> Participant {
    let entity = found.entity.and_then(|i| reading.entities.get(i));
    Participant {
        place: place(text, offsets, found.span),
        entity_id: entity.map(|entity| entity::id(sha, entity)),
        role: found.role.name().to_owned(),
        presented: found.presented.name().to_owned(),
    }
}

/// Counts facts by whose word they rest on; of each the position of its claim, and whether it is alleged.
pub(crate) fn rests_on(
    facts: impl Iterator<Item = (Option<usize>, bool)>,
    claims: &[reading::Claim],
) -> RestsOn {
    let mut out = RestsOn::default();
    for (claim, is_alleged) in facts {
        let claim = claim.and_then(|i| claims.get(i));
        let carrier = match claim.map(|claim| claim.identity().map(|identity| identity.kind)) {
            None if is_alleged => &mut out.nobody,
            None | Some(Some(Kind::Author)) => &mut out.writer,
            Some(Some(Kind::Person | Kind::Organization | Kind::Outlet)) => &mut out.named,
            Some(Some(Kind::Document)) => &mut out.document,
            Some(Some(Kind::Unnamed | Kind::Collective)) => &mut out.unnamed,
            Some(_) => &mut out.nobody,
        };
        *carrier += 1;
    }
    out
}

/// Tells each claim which incident it is about: the first one of which it holds words.
pub(crate) fn link(claims: &mut [Claim], reading: &Reading, incidents: &[Incident]) {
    for (found, row) in reading.incidents.iter().zip(incidents).rev() {
        for &claim in &found.claims {
            if let Some(claim) = claims.get_mut(claim) {
                claim.incident_id = Some(row.incident_id.clone());
            }
        }
    }
}
