use serde_json::{Value, json};

use super::incident::{is_doubtful, named as named_place, summary};
use super::{Agent, address, agent, claim_iri, document_iri, known, named, said};
use crate::{Claim, Incident, Record};

/// The article and its claims as schema.org has them: what is in quotation marks is a `Quotation`, the
/// rest a `Claim`. There is never a rating: who says it is all that is known.
///
/// ```
/// use reportedly::{Engine, ReadOptions};
/// use reportedly_records::{Record, export::schema_org};
///
/// let read = Engine::new(ReadOptions::default()).read_text("\u{201c}It held,\u{201d} said Mara Hale.");
/// let json = schema_org(&Record::new(&read.article, &read.reading, false));
/// assert_eq!(json["@graph"][0]["@type"], "NewsArticle");
/// assert_eq!(json["@graph"][1]["@type"], "Quotation");
/// ```
pub fn schema_org(record: &Record) -> Value {
    let iri = document_iri(record);
    let mut graph = vec![article(record, &iri)];
    graph.extend(record.claims.iter().map(|claim| one(record, &iri, claim)));
    json!({ "@context": "https://schema.org", "@graph": graph })
}

fn article(record: &Record, iri: &str) -> Value {
    let authors = record.byline.iter().flatten().map(|name| json!({ "@type": "Person", "name": name }));
    known([
        ("@type", json!("NewsArticle")),
        ("@id", json!(iri)),
        ("headline", json!(record.title)),
        ("url", json!(address(record))),
        ("datePublished", json!(record.published_at)),
        ("dateModified", json!(record.modified_at)),
        ("inLanguage", json!(record.lang)),
        ("author", Value::Array(authors.collect())),
        ("about", record.incidents.iter().filter(|i| !is_doubtful(i)).map(|i| event(record, i)).collect()),
        ("publisher", json!(record.outlet.as_ref().map(|o| json!({ "@type": "Organization", "name": o })))),
    ])
}

/// What happened, under a name that begins with whose word it is. What is alleged, denied or disputed is none: an `Event` is
/// read as a fact.
fn event(record: &Record, incident: &Incident) -> Value {
    let when = incident.when.as_ref();
    let place = incident.place.as_ref();
    known([
        ("@type", json!("Event")),
        ("name", json!(summary(incident, record))),
        ("startDate", json!(when.map(|when| &when.earliest))),
        ("endDate", json!(when.map(|when| &when.latest))),
        ("location", json!(place.map(|place| json!({ "@type": "Place", "name": named_place(place, ", ") })))),
    ])
}

fn one(record: &Record, iri: &str, claim: &Claim) -> Value {
    let source = named(claim).map(|(name, agent)| json!({ "@type": type_of(agent), "name": name }));
    // what is no name is credited in the article's own words, a pronoun not even that
    let words = claim.described().filter(|_| source.is_none());
    let quoted = claim.mode == "direct";
    known([
        ("@type", json!(if quoted { "Quotation" } else { "Claim" })),
        ("@id", json!(claim_iri(record, claim))),
        ("text", json!(said(claim))),
        (said_by(agent(claim.sourcing.source_kind.as_deref()), quoted), json!(source)),
        ("creditText", json!(words)),
        (if quoted { "isPartOf" } else { "appearance" }, json!({ "@id": iri })),
    ])
}

fn type_of(agent: Agent) -> &'static str {
    match agent {
        Agent::Person => "Person",
        Agent::Organization => "Organization",
        Agent::Work => "CreativeWork",
    }
}

/// What ties a source to their words: only persons and organizations speak, a document is what they come from.
fn said_by(agent: Option<Agent>, quoted: bool) -> &'static str {
    match agent {
        Some(Agent::Work) => "isBasedOn",
        _ if quoted => "spokenByCharacter",
        _ => "claimInterpreter",
    }
}
