use serde_json::{Value, json};

use super::{Agent, claim_iri, document_iri, known, named};
use crate::{Claim, Record};

/// Where the words come from, as [PROV-O](https://www.w3.org/TR/prov-o/) (W3C 2013) in JSON-LD: the document, each claim
/// as an entity that was quoted or derived from it and is attributed to whom the article names, and the reading as the
/// activity that found the claims, with the version of the reader. The value of a claim is the whole line with source,
/// cue and status, so that a denial does not stand there as a statement of the denier.
///
/// ```
/// use reportedly::{Engine, ReadOptions};
/// use reportedly_records::{Record, export::prov};
///
/// let read = Engine::new(ReadOptions::default()).read_text("\u{201c}It held,\u{201d} said Mara Hale.");
/// let json = prov(&Record::new(&read.article, &read.reading, false));
/// assert!(json["@graph"][3]["prov:wasAttributedTo"].is_object(), "{json}");
/// assert_eq!(json["@graph"][3]["prov:wasQuotedFrom"], json["@graph"][1]["prov:used"]);
/// ```
pub fn prov(record: &Record) -> Value {
    let (iri, reading) = (document_iri(record), format!("urn:reportedly:{}:reading", record.text_sha256));
    let reader = format!("urn:reportedly:reader:{}", record.model.as_deref().unwrap_or("rules"));
    let mut graph = vec![
        document(record, &iri),
        json!({
            "@id": reading,
            "@type": "prov:Activity",
            "prov:used": { "@id": iri },
            "prov:wasAssociatedWith": { "@id": reader },
        }),
        json!({
            "@id": reader,
            "@type": ["prov:Agent", "prov:SoftwareAgent"],
            "rdfs:label": format!("reportedly, {}", record.model.as_deref().unwrap_or("rules only")),
        }),
    ];
    graph.extend(record.claims.iter().map(|claim| one(record, &iri, &reading, claim)));
    graph.extend(agents(record));
    json!({
        "@context": {
            "@version": 1.1,
            "prov": "http://www.w3.org/ns/prov#",
            "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
            "dc": "http://purl.org/dc/elements/1.1/",
            "dcterms": "http://purl.org/dc/terms/",
            "reportedly": "urn:reportedly:",
        },
        "@graph": graph,
    })
}

fn document(record: &Record, iri: &str) -> Value {
    known([
        ("@id", json!(iri)),
        ("@type", json!("prov:Entity")),
        ("dc:title", json!(record.title)),
        ("dc:creator", json!(record.byline)),
        ("dc:publisher", json!(record.outlet)),
        ("dcterms:issued", json!(record.published_at)),
        ("dc:language", json!(record.lang)),
    ])
}

fn one(record: &Record, iri: &str, reading: &str, claim: &Claim) -> Value {
    let agent = named(claim).and_then(|_| agent_iri(record, claim)).map(|id| json!({ "@id": id }));
    // a document says nothing: it is what the words come from
    let (attributed, primary) = match named(claim) {
        Some((_, Agent::Work)) => (Value::Null, json!(agent)),
        _ => (json!(agent), Value::Null),
    };
    let from = if claim.mode == "direct" { "prov:wasQuotedFrom" } else { "prov:wasDerivedFrom" };
    let s = &claim.sourcing;
    known([
        ("@id", json!(claim_iri(record, claim))),
        ("@type", json!("prov:Entity")),
        ("prov:value", json!(claim.in_a_line())),
        ("prov:wasGeneratedBy", json!({ "@id": reading })),
        (from, json!({ "@id": iri })),
        ("prov:wasAttributedTo", attributed),
        ("prov:hadPrimarySource", primary),
        ("reportedly:stance", json!(s.stance)),
        ("reportedly:certainty", json!(s.certainty)),
        ("reportedly:polarity", json!(s.polarity)),
        ("reportedly:unasserted", json!(s.unasserted)),
    ])
}

fn agent_iri(record: &Record, claim: &Claim) -> Option<String> {
    let id = claim.sourcing.source_id.as_ref()?;
    Some(format!("urn:reportedly:{}:{id}", record.text_sha256))
}

/// Each named source once.
fn agents(record: &Record) -> impl Iterator<Item = Value> + '_ {
    let mut seen = Vec::new();
    record.claims.iter().filter_map(move |claim| {
        let ((name, agent), id) = (named(claim)?, agent_iri(record, claim)?);
        if seen.contains(&id) {
            return None;
        }
        seen.push(id.clone());
        let kinds: &[&str] = match agent {
            Agent::Person => &["prov:Agent", "prov:Person"],
            Agent::Organization => &["prov:Agent", "prov:Organization"],
            Agent::Work => &["prov:Entity"],
        };
        Some(json!({ "@id": id, "@type": kinds, "rdfs:label": name }))
    })
}
