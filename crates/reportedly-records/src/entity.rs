//! Who and what an article names.

use reportedly_core::reading::Reading;
use reportedly_core::source;
use reportedly_core::text::Text;
use reportedly_core::text::offsets::Offsets;
use serde::{Deserialize, Serialize};

use crate::hash;
use crate::place::{Place, place};

/// Somebody or something that the article names, with all places where it is mentioned.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entity {
    /// A hash of text and first name: stays the same when the same text is read again.
    pub entity_id: String,
    /// The fullest name that the article gives.
    pub name: String,
    /// person, organization, outlet, place, work, event or other.
    pub kind: String,
    /// Where it is mentioned, in text order.
    pub mentions: Vec<Mention>,
}

/// One mention of an entity.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mention {
    /// Where.
    #[serde(flatten)]
    pub place: Place,
    /// By what words: name, pronoun or noun.
    pub by: String,
}

pub(crate) fn entities(text: &Text, offsets: &Offsets, sha: &str, reading: &Reading) -> Vec<Entity> {
    let row = |entity: &source::Entity| {
        let mention =
            |m: &source::Mention| Mention { place: place(text, offsets, m.span), by: m.by.name().to_owned() };
        Entity {
            entity_id: id(sha, entity),
            name: entity.name.clone(),
            kind: entity.kind.name().to_owned(),
            mentions: entity.mentions.iter().map(mention).collect(),
        }
    };
    reading.entities.iter().map(row).collect()
}

/// Stays the same when the same text is read again.
pub(crate) fn id(sha: &str, entity: &source::Entity) -> String {
    let first = entity.mentions.iter().find(|m| m.by == source::By::Name);
    let at = first.map_or_else(String::new, |m| format!("{}-{}", m.span.start(), m.span.end()));
    hash::short(hash::of_parts(&[sha, "entity", &at]))
}
