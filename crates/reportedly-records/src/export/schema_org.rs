use serde_json::{Map, Value, json};

use super::{address, claim_iri, document_iri, source_name};
use crate::{Claim, Record};

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
        ("publisher", json!(record.outlet.as_ref().map(|o| json!({ "@type": "Organization", "name": o })))),
    ])
}

fn one(record: &Record, iri: &str, claim: &Claim) -> Value {
    let name = source_name(claim);
    // "he" and "the minister" are no persons with a name
    let kind = kind(claim).filter(|kind| *kind != "Person" || claim.sourcing.source_name.is_some());
    let source = kind.and_then(|kind| Some(json!({ "@type": kind, "name": name.as_ref()? })));
    let quoted = claim.mode == "direct";
    known([
        ("@type", json!(if quoted { "Quotation" } else { "Claim" })),
        ("@id", json!(claim_iri(record, claim))),
        ("text", json!(words(claim))),
        (said_by(kind, quoted), json!(source)),
        ("creditText", json!(name.filter(|_| kind.is_none()))),
        (if quoted { "isPartOf" } else { "appearance" }, json!({ "@id": iri })),
    ])
}

/// What is said; where the source denies it or leaves it open, with the words that say so: it is not their claim.
fn words(claim: &Claim) -> String {
    let asserts = claim.sourcing.stance.as_deref() == Some("asserts") && claim.sourcing.unasserted.is_none();
    let cue = claim.cue.as_ref().filter(|_| claim.mode != "direct" && !asserts);
    cue.map_or(String::new(), |cue| format!("{} ", cue.text)) + &claim.content_words()
}

/// What ties a source to their words: only persons and organizations speak, a document is what they come from.
fn said_by(kind: Option<&str>, quoted: bool) -> &'static str {
    match kind {
        Some("CreativeWork") => "isBasedOn",
        _ if quoted => "spokenByCharacter",
        _ => "claimInterpreter",
    }
}

/// The type of a source; `None` where it is not known.
fn kind(claim: &Claim) -> Option<&'static str> {
    match claim.sourcing.source_kind.as_deref()? {
        "person" | "unnamed" | "author" => Some("Person"),
        "document" => Some("CreativeWork"),
        "organization" | "outlet" | "collective" => Some("Organization"),
        _ => None,
    }
}

/// Without what is not known.
fn known<const N: usize>(fields: [(&str, Value); N]) -> Value {
    let known =
        fields.into_iter().filter(|(_, v)| !v.is_null() && v.as_array().is_none_or(|a| !a.is_empty()));
    Value::Object(known.map(|(name, value)| (name.to_owned(), value)).collect::<Map<_, _>>())
}
