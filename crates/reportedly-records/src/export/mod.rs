//! One record in the shapes of others: W3C Web Annotation and schema.org, both as JSON-LD.

mod annotation;
mod schema_org;

pub use annotation::annotation;
pub use schema_org::schema_org;

use crate::{Claim, Record};

/// What a document is called outside: its address, else a name made of the digest of its text.
fn document_iri(record: &Record) -> String {
    address(record).map_or_else(|| format!("urn:sha256:{}", record.text_sha256), str::to_owned)
}

/// Its address on the web; what has another scheme is none.
fn address(record: &Record) -> Option<&str> {
    let address = record.canonical_url.as_deref().or(record.url.as_deref());
    address.filter(|a| a.starts_with("http://") || a.starts_with("https://"))
}

fn claim_iri(record: &Record, claim: &Claim) -> String {
    format!("urn:reportedly:{}:{}", record.text_sha256, claim.claim_id)
}

/// The name of the source, or else the words for it.
fn source_name(claim: &Claim) -> Option<String> {
    claim.sourcing.source_name.clone().or_else(|| claim.source_words())
}
