use std::collections::HashSet;

use reportedly_core::time::{Date, Precision};
use serde_json::{Map, Value, json};

use super::incident::{self, statements, summary};
use super::{Agent, address, named};
use crate::{Claim, Incident, Record, hash};

/// The article and who says what in it as entities of [FollowTheMoney](https://followthemoney.tech), one JSON object a
/// line, as Aleph and OpenSanctions read them: an `Article`; each person and body that is a source and has a name as
/// `Person` or `Organization`; each claim as a `Documentation` between the two, or else as a `Note` on the article;
/// other names as `Mention`; what happened as `Event`, whose name begins with whose word it is. A claim is one line with source, cue and status. Ids hold within one article: nobody is
/// merged with anybody of another one.
///
/// ```
/// use reportedly::{Engine, ReadOptions};
/// use reportedly_records::{Record, export::follow_the_money};
///
/// let read = Engine::new(ReadOptions::default()).read_text("\u{201c}It held,\u{201d} said Mara Hale.");
/// let lines = follow_the_money(&Record::new(&read.article, &read.reading, false));
/// let schemata = ["Article", "Person", "Documentation"].map(|s| format!("\"schema\":\"{s}\""));
/// assert!(lines.lines().zip(schemata).all(|(line, schema)| line.contains(&schema)), "{lines}");
/// ```
pub fn follow_the_money(record: &Record) -> String {
    let article = id(record, &[]);
    let mut entities = vec![article_of(record, &article)];
    let mut seen = HashSet::new();
    for claim in &record.claims {
        let source =
            named(claim).filter(|(_, agent)| *agent != Agent::Work).zip(claim.sourcing.source_id.as_ref());
        let source = source.map(|((name, agent), source_id)| (name, agent, id(record, &[source_id])));
        if let Some((name, agent, source)) = &source
            && seen.insert(source.clone())
        {
            entities.push(source_of(name, *agent, source, claim));
        }
        entities.push(claim_of(record, claim, &article, source.map(|(.., id)| id)));
    }
    let sources: HashSet<&str> =
        record.claims.iter().filter_map(|c| c.sourcing.source_name.as_deref()).collect();
    for entity in record.entities.iter().filter(|e| !sources.contains(e.name.as_str())) {
        let schema = match entity.kind.as_str() {
            "person" => "Person",
            "organization" | "outlet" => "Organization",
            _ => continue,
        };
        let named =
            [("name", Some(&*entity.name)), ("document", Some(&*article)), ("detectedSchema", Some(schema))];
        entities.push(one(&id(record, &[&entity.entity_id]), "Mention", &named));
    }
    entities.extend(record.incidents.iter().map(|incident| event(record, incident, &article)));
    entities.iter().map(|entity| format!("{entity}\n")).collect()
}

fn event(record: &Record, incident: &Incident, article: &str) -> Value {
    let (name, statements) = (summary(incident, record), statements(incident, record).join("; "));
    let place = incident.place.as_ref().map(|place| incident::named(place, ", "));
    let when = incident.when.as_ref();
    let known = [
        ("name", Some(name.as_str())),
        ("startDate", when.map(|when| when.earliest.as_str())),
        ("endDate", when.map(|when| when.latest.as_str())),
        ("location", place.as_deref()),
        ("description", Some(statements.as_str()).filter(|words| !words.is_empty())),
        ("proof", Some(article)),
        ("recordId", Some(&incident.incident_id)),
    ];
    one(&id(record, &[&incident.incident_id]), "Event", &known)
}

fn article_of(record: &Record, id: &str) -> Value {
    let of = |date: &Option<String>| date.as_deref().and_then(date_of);
    let (published, modified, retrieved) =
        (of(&record.published_at), of(&record.modified_at), of(&record.fetched_at));
    let mut article = one(
        id,
        "Article",
        &[
            ("title", record.title.as_deref()),
            ("publisher", record.outlet.as_deref()),
            ("sourceUrl", address(record)),
            ("publishedAt", published.as_deref()),
            ("modifiedAt", modified.as_deref()),
            ("retrievedAt", retrieved.as_deref()),
            ("language", record.lang.as_deref().and_then(language)),
            ("bodyText", Some(&record.text)),
        ],
    );
    if let Some(byline) = &record.byline {
        article["properties"]["author"] = json!(byline);
    }
    article
}

fn source_of(name: &str, agent: Agent, id: &str, claim: &Claim) -> Value {
    let title = claim.sourcing.source_title.as_deref();
    match agent {
        Agent::Person => one(id, "Person", &[("name", Some(name)), ("position", title)]),
        _ => one(id, "Organization", &[("name", Some(name))]),
    }
}

fn claim_of(record: &Record, claim: &Claim, article: &str, source: Option<String>) -> Value {
    let (id, line, status) = (id(record, &[&claim.claim_id]), claim.in_a_line(), claim.status());
    match source.as_deref() {
        Some(source) => one(
            &id,
            "Documentation",
            &[
                ("document", Some(article)),
                ("entity", Some(source)),
                ("role", Some("source")),
                ("status", status.as_deref()),
                ("summary", Some(&line)),
                ("recordId", Some(&claim.claim_id)),
            ],
        ),
        None => one(&id, "Note", &[("entity", Some(article)), ("description", Some(&line))]),
    }
}

/// An entity with what is known of it.
fn one(id: &str, schema: &str, properties: &[(&str, Option<&str>)]) -> Value {
    let known = properties.iter().filter_map(|(name, value)| Some(((*name).to_owned(), json!([(*value)?]))));
    json!({ "id": id, "schema": schema, "properties": known.collect::<Map<_, _>>() })
}

/// An id that no other document gives.
fn id(record: &Record, parts: &[&str]) -> String {
    let parts: Vec<&str> = [record.doc_id.as_str()].into_iter().chain(parts.iter().copied()).collect();
    format!("reportedly-{}", hash::short(hash::of_parts(&parts)))
}

/// As FollowTheMoney has dates: a time in UTC where its zone is known, else what was stated.
fn date_of(stated: &str) -> Option<String> {
    let date = Date::parse(stated)?;
    let value = date.value();
    let zoned = value.split_once('T').is_some_and(|(_, time)| time.contains(['Z', '+', '-']));
    match zoned && date.precision() >= Precision::Minute {
        true => Some(date.earliest().to_string().trim_end_matches('Z').to_owned()),
        false => Some(value),
    }
}

/// ISO 639-3, which it asks for; `None` for the languages that are not in this list.
fn language(tag: &str) -> Option<&'static str> {
    const THREE: [(&str, &str); 24] = [
        ("ar", "ara"),
        ("bg", "bul"),
        ("cs", "ces"),
        ("da", "dan"),
        ("de", "deu"),
        ("el", "ell"),
        ("en", "eng"),
        ("es", "spa"),
        ("fa", "fas"),
        ("fi", "fin"),
        ("fr", "fra"),
        ("he", "heb"),
        ("hu", "hun"),
        ("it", "ita"),
        ("ja", "jpn"),
        ("nl", "nld"),
        ("pl", "pol"),
        ("pt", "por"),
        ("ro", "ron"),
        ("ru", "rus"),
        ("sv", "swe"),
        ("tr", "tur"),
        ("uk", "ukr"),
        ("zh", "zho"),
    ];
    let two = tag.split('-').next()?;
    THREE.iter().find(|(known, _)| *known == two).map(|(_, three)| *three)
}
