//! An incident in a few words. Whose word it is comes first, so that no line that is cut says that something is so.

use reportedly_core::incident::Presentation;
use reportedly_core::time::Date;

use super::address;
use crate::render::card::answer;
use crate::render::shortened;
use crate::{Fact, Incident, IncidentPlace, Place, Record, hash};

/// A name or a phrase in a line is cut here.
const SHORT: usize = 60;

/// From the strongest on.
const STRONGEST_FIRST: [Presentation; 5] = [
    Presentation::Stated,
    Presentation::Reported,
    Presentation::Alleged,
    Presentation::Open,
    Presentation::Denied,
];

fn rank(fact: &&Fact) -> usize {
    STRONGEST_FIRST.iter().position(|p| p.name() == fact.presented).unwrap_or(STRONGEST_FIRST.len())
}

/// What an incident rests on: of the best statements of its day and of its place the weaker one; where there is neither, the
/// best of all.
fn basis(incident: &Incident) -> Option<&Fact> {
    let best = |is_it: &dyn Fn(&Fact) -> bool| incident.facts.iter().filter(|f| is_it(f)).min_by_key(rank);
    let day = incident.when.as_ref().and_then(|when| best(&|f| f.slot == "when" && f.value == when.value));
    let names = |f: &Fact, place: &Place| f.span.start <= place.start && place.end <= f.span.end;
    let place = incident.place.as_ref().and_then(|at| best(&|f| f.slot == "where" && names(f, &at.place)));
    place.into_iter().chain(day).max_by_key(rank).or_else(|| best(&|_| true))
}

/// Whether there are two accounts of its day or place.
fn is_disputed(incident: &Incident) -> bool {
    incident.disputed.iter().any(|slot| slot == "when" || slot == "where")
}

/// "Said by Mara Hale: accident (\u{201c}hurt\u{201d}) in New Haven, Connecticut"
pub(super) fn summary(incident: &Incident, record: &Record) -> String {
    let place =
        incident.place.as_ref().map(|place| format!(" in {}", named(place, ", "))).unwrap_or_default();
    format!("{}: {}{place}", whose_word(incident, record), what(incident))
}

/// By whom its day and place are stated, and how: "Said by Mara Hale", "Alleged, disputed".
pub(super) fn whose_word(incident: &Incident, record: &Record) -> String {
    let Some(fact) = basis(incident) else { return "Mentioned".to_owned() };
    let claim = fact.said_by.as_ref().and_then(|id| record.claims.iter().find(|c| c.claim_id == *id));
    let by = |word: &str| match claim {
        Some(claim) => format!("{word} by {}", shortened(&claim.who(), SHORT)),
        None => word.to_owned(),
    };
    let said = match presented(fact) {
        Some(Presentation::Denied) => by("Denied"),
        Some(Presentation::Open) => by("Left open"),
        Some(Presentation::Alleged) => by("Alleged"),
        _ if is_ahead(incident, record) => by("Expected"),
        _ if claim.is_some() => by("Said"),
        _ => "Said by the writer".to_owned(),
    };
    if is_disputed(incident) { said + ", disputed" } else { said }
}

/// Whether its day and place are alleged, denied, left open or disputed.
pub(super) fn is_doubtful(incident: &Incident) -> bool {
    use Presentation::{Alleged, Denied, Open};
    let weak = basis(incident).and_then(presented).is_some_and(|p| matches!(p, Alleged | Denied | Open));
    weak || is_disputed(incident)
}

fn presented(fact: &Fact) -> Option<Presentation> {
    STRONGEST_FIRST.into_iter().find(|p| p.name() == fact.presented)
}

/// Whether its day comes after the article.
fn is_ahead(incident: &Incident, record: &Record) -> bool {
    let published =
        record.published_at.as_deref().and_then(Date::parse).map(|date| date.days().1.to_string());
    incident.when.as_ref().zip(published).is_some_and(|(when, published)| when.earliest > published)
}

/// "accident (\u{201c}hurt\u{201d})": its kind, and the article's word for it.
fn what(incident: &Incident) -> String {
    let kind = incident.kind.as_deref().filter(|kind| *kind != "other");
    let words =
        incident.words.first().map(|words| format!("\u{201c}{}\u{201d}", shortened(&words.text, SHORT)));
    match (kind, words) {
        (Some(kind), Some(words)) => format!("{kind} ({words})"),
        (Some(kind), None) => kind.to_owned(),
        (None, words) => words.unwrap_or_else(|| "incident".to_owned()),
    }
}

/// "New Haven, Connecticut, United States", or the article's words for the place.
pub(super) fn named(place: &IncidentPlace, between: &str) -> String {
    let first = place.settlement.as_deref().unwrap_or(&place.place.text);
    let parts = [Some(first), place.region.as_deref(), place.country.as_deref()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(between)
}

/// Every statement, with whose word it rests on: "injured: 2 (\u{201c}Two\u{201d}), says Mara Hale".
pub(super) fn statements(incident: &Incident, record: &Record) -> Vec<String> {
    incident.facts.iter().map(|fact| format!("{}: {}", fact.slot, answer(fact, record).words)).collect()
}

/// The headline, outlet, day and address of the article.
pub(super) fn article(record: &Record) -> Vec<&str> {
    let day = record.published_at.as_deref().and_then(|d| d.get(..d.len().min(10)));
    [record.title.as_deref(), record.outlet.as_deref(), day, address(record)].into_iter().flatten().collect()
}

/// A name that no other incident has, in any article.
pub(super) fn id(incident: &Incident, record: &Record) -> String {
    hash::short(hash::of_parts(&[&record.doc_id, &incident.incident_id]))
}
