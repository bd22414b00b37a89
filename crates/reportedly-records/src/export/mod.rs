//! One record in the shapes of others. Pronouns and mere descriptions never go out as a name, and what a source
//! denies, asks or wants never goes out without the words that say so.

mod annotation;
pub mod bibtex;
pub mod brat;
mod citation;
pub mod conll;
mod csl;
mod follow_the_money;
pub mod geojson;
pub mod icalendar;
mod incident;
mod prov;
mod schema_org;

pub use annotation::annotation;
pub use bibtex::bibtex;
pub use brat::brat;
pub use conll::conll;
pub use csl::csl_json;
pub use follow_the_money::follow_the_money;
pub use geojson::geojson;
pub use icalendar::icalendar;
pub use prov::prov;
pub use schema_org::schema_org;

use serde_json::{Map, Value};

use crate::address::address;
use crate::{Claim, Record};

/// What a document is called outside: its address, else a name made of the digest of its text.
fn document_iri(record: &Record) -> String {
    address(record).map_or_else(|| format!("urn:sha256:{}", record.text_sha256), str::to_owned)
}

fn claim_iri(record: &Record, claim: &Claim) -> String {
    format!("urn:reportedly:{}:{}", record.text_sha256, claim.claim_id)
}

/// What a source is to those who know only persons, bodies and works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Agent {
    Person,
    Organization,
    Work,
}

/// The type of a source; `None` where it is not known.
fn agent(kind: Option<&str>) -> Option<Agent> {
    match kind? {
        "person" | "unnamed" | "author" => Some(Agent::Person),
        "document" => Some(Agent::Work),
        "organization" | "outlet" | "collective" => Some(Agent::Organization),
        _ => None,
    }
}

/// Who says it, where the article names them: neither "he" nor "the minister" is a name.
fn named(claim: &Claim) -> Option<(&str, Agent)> {
    let s = &claim.sourcing;
    Some((s.source_name.as_deref()?, agent(s.source_kind.as_deref())?))
}

/// What is said; where the source does not simply assert it, with the words that say so: it is not their claim.
fn said(claim: &Claim) -> String {
    let asserts = claim.sourcing.stance.as_deref() == Some("asserts") && claim.sourcing.unasserted.is_none();
    let cue = claim.cue.as_ref().filter(|_| claim.mode != "direct" && !asserts);
    cue.map_or(String::new(), |cue| format!("{} ", cue.text)) + &claim.content_words()
}

/// Without what is not known.
fn known<const N: usize>(fields: [(&str, Value); N]) -> Value {
    let known =
        fields.into_iter().filter(|(_, v)| !v.is_null() && v.as_array().is_none_or(|a| !a.is_empty()));
    Value::Object(known.map(|(name, value)| (name.to_owned(), value)).collect::<Map<_, _>>())
}
