use serde::{Deserialize, Serialize};

use crate::Place;

/// A source that texts go back to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// named, collective, outlet, unnamed or unknown.
    pub kind: String,
    /// What it is called; `null` where nobody is said to say it.
    pub name: Option<String>,
    /// Which of the independent texts go back to it, from 0.
    pub texts: Vec<u32>,
}

/// One document that carries the content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CarrierRow {
    /// The document.
    pub doc_id: String,
    /// Its claim; `null` if the words are not attributed there.
    pub claim_id: Option<String>,
    /// From the first to the last word of the content.
    pub place: Place,
    /// Which of the independent texts it is, from 0.
    pub independent_text: u32,
    /// attributed, denied, quoted, hedged, stated_as_fact, contrary or unclear.
    #[serde(default)]
    pub presented_as: String,
    /// The same with its source and cue, as words.
    #[serde(default)]
    pub told: String,
    /// The words for the source; `null` where there is none.
    #[serde(default)]
    pub source: Option<String>,
    /// What the source is called: a later mention led back to its name.
    #[serde(default)]
    pub source_name: Option<String>,
    /// As in a claim; `null` where it was not judged.
    #[serde(default)]
    pub source_kind: Option<String>,
    /// named, collective, unnamed or nobody; `null` without a claim.
    #[serde(default)]
    pub source_naming: Option<String>,
    /// The words that attribute it.
    #[serde(default)]
    pub cue: Option<String>,
    /// Which of `went_back_to` its source is, from 0.
    #[serde(default)]
    pub origin: Option<u32>,
    /// Beside the first known wording: same, fewer, more or other words.
    #[serde(default)]
    pub wording: String,
    /// Its wording cut where it differs from the first one; empty where it is the same.
    #[serde(default)]
    pub differences: Vec<Difference>,
}

/// A stretch of a wording.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Difference {
    /// The words.
    pub words: String,
    /// Who has them: both, here (only this article), first (only the first wording).
    pub stands: String,
}
