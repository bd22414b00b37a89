//! The tables as the outside sees them: what is exported, imported, and turned into JSON and back.

use crate::shape::Shape::{self, Flag, Json, List, Real, Struct, Text, Whole};
use crate::shape::Table;

const WORDS: Shape = List(&Text);
const PLACE: Shape = Struct(&[("start", Whole), ("end", Whole), ("text", Text)]);
const PLACES: Shape = List(&PLACE);
const DOUBTS: Shape = List(&Struct(&[("kind", Text), ("start", Whole), ("end", Whole), ("message", Text)]));
const RESTS_ON: Shape = Struct(&[
    ("writer", Whole),
    ("named", Whole),
    ("unnamed", Whole),
    ("document", Whole),
    ("nobody", Whole),
]);
const FIRST_KNOWN: Shape = Struct(&[("doc_id", Text), ("published_at", Text), ("published_at_method", Text)]);
const ORIGINS: Shape = List(&Struct(&[("kind", Text), ("name", Text), ("texts", List(&Whole))]));
const CARRIERS: Shape = List(&Struct(&[
    ("doc_id", Text),
    ("claim_id", Text),
    ("place", PLACE),
    ("independent_text", Whole),
    ("presented_as", Text),
    ("told", Text),
    ("source", Text),
    ("source_name", Text),
    ("source_kind", Text),
    ("source_naming", Text),
    ("cue", Text),
    ("origin", Whole),
    ("wording", Text),
    ("differences", List(&Struct(&[("words", Text), ("stands", Text)]))),
]));
const DRIFT: Shape = List(&Struct(&[
    ("kind", Text),
    ("from_doc", Text),
    ("to_doc", Text),
    ("words", Text),
    ("direction_known", Flag),
]));

pub(crate) const DOCUMENTS: Table = Table {
    name: "documents",
    columns: &[
        ("doc_id", Text),
        ("version_of", Text),
        ("url", Text),
        ("canonical_url", Text),
        ("outlet", Text),
        ("title", Text),
        ("byline", WORDS),
        ("lang", Text),
        ("support", Text),
        ("published_at", Text),
        ("published_at_precision", Text),
        ("published_at_method", Text),
        ("published_at_guess", Flag),
        ("modified_at", Text),
        ("fetched_at", Text),
        ("text", Text),
        ("body_start", Whole),
        ("text_sha256", Text),
        ("schema_version", Whole),
        ("model", Text),
        ("notes", DOUBTS),
        ("added_at", Text),
        ("story_id", Text),
    ],
    order: "doc_row",
};

pub(crate) const CLAIMS: Table = Table {
    name: "claims",
    columns: &[
        ("doc_id", Text),
        ("claim_id", Text),
        ("content", PLACES),
        ("cue", PLACE),
        ("cue_class", Text),
        ("source", PLACES),
        ("source_id", Text),
        ("source_kind", Text),
        ("source_name", Text),
        ("source_title", Text),
        ("source_affiliation", Text),
        ("source_specificity", Whole),
        ("source_counted", Flag),
        ("anonymity_reason", PLACE),
        ("via", PLACE),
        ("mode", Text),
        ("certainty", Text),
        ("polarity", Text),
        ("stance", Text),
        ("unasserted", Text),
        ("hedge", PLACE),
        ("within", Text),
        ("incident_id", Text),
        ("voice", Text),
        ("confidence", Real),
        ("method", Text),
    ],
    order: "claim_row",
};

pub(crate) const SOURCES: Table = Table {
    name: "sources",
    columns: &[
        ("doc_id", Text),
        ("source_id", Text),
        ("kind", Text),
        ("name", Text),
        ("title", Text),
        ("mentions", PLACES),
        ("claim_ids", WORDS),
    ],
    order: "source_row",
};

pub(crate) const ENTITIES: Table = Table {
    name: "entities",
    columns: &[
        ("doc_id", Text),
        ("entity_id", Text),
        ("name", Text),
        ("kind", Text),
        ("mentions", List(&Struct(&[("start", Whole), ("end", Whole), ("text", Text), ("by", Text)]))),
    ],
    order: "entity_row",
};

pub(crate) const DATES: Table = Table {
    name: "dates",
    columns: &[
        ("doc_id", Text),
        ("start", Whole),
        ("end", Whole),
        ("text", Text),
        ("type", Text),
        ("value", Text),
        ("earliest", Text),
        ("latest", Text),
        ("anchor", Text),
        ("precision", Text),
        ("mod", Text),
    ],
    order: "date_row",
};

/// Words that name an event: what a date says the day of.
pub(crate) const EVENTS: Table = Table {
    name: "events",
    columns: &[
        ("doc_id", Text),
        ("start", Whole),
        ("end", Whole),
        ("text", Text),
        ("class", Text),
        ("tense", Text),
        ("polarity", Text),
        ("status", Text),
        ("said_by", Text),
    ],
    order: "event_row",
};

pub(crate) const INCIDENTS: Table = Table {
    name: "incidents",
    columns: &[
        ("doc_id", Text),
        ("incident_id", Text),
        ("main", Flag),
        ("kind", Text),
        ("words", PLACES),
        ("when_value", Text),
        ("when_precision", Text),
        ("earliest", Text),
        ("latest", Text),
        ("when_text", Text),
        ("when_start", Whole),
        ("when_end", Whole),
        ("where_name", Text),
        ("where_start", Whole),
        ("where_end", Whole),
        ("settlement", Text),
        ("region", Text),
        ("country", Text),
        ("lat", Real),
        ("lon", Real),
        ("rests_on", RESTS_ON),
        ("disputed", WORDS),
    ],
    order: "incident_row",
};

pub(crate) const PARTICIPANTS: Table = Table {
    name: "participants",
    columns: &[
        ("doc_id", Text),
        ("incident_id", Text),
        ("entity_id", Text),
        ("role", Text),
        ("presented", Text),
        ("start", Whole),
        ("end", Whole),
        ("text", Text),
    ],
    order: "participant_row",
};

pub(crate) const FACTS: Table = Table {
    name: "facts",
    columns: &[
        ("doc_id", Text),
        ("incident_id", Text),
        ("slot", Text),
        ("value", Text),
        ("least", Whole),
        ("most", Whole),
        ("span", PLACE),
        ("said_by", Text),
        ("presented", Text),
        ("confidence", Real),
    ],
    order: "fact_row",
};

pub(crate) const CAPTURES: Table = Table {
    name: "captures",
    columns: &[
        ("doc_id", Text),
        ("place", Text),
        ("fetched_at", Text),
        ("digest", Text),
        ("repeats", Flag),
        ("added_at", Text),
    ],
    order: "capture_row",
};

pub(crate) const FAILURES: Table = Table {
    name: "failures",
    columns: &[("place", Text), ("reason", Text), ("seen_at", Text)],
    order: "place",
};

pub(crate) const CORRECTIONS: Table = Table {
    name: "corrections",
    columns: &[
        ("text_sha256", Text),
        ("doc_id", Text),
        ("claim_id", Text),
        ("who", Text),
        ("why", Text),
        ("made_at", Text),
        ("old", Json),
        ("new", Json),
    ],
    order: "correction_id",
};

pub(crate) const NOTES: Table = Table {
    name: "notes",
    columns: &[("doc_id", Text), ("claim_id", Text), ("who", Text), ("made_at", Text), ("words", Text)],
    order: "note_id",
};

pub(crate) const TAGS: Table = Table {
    name: "tags",
    columns: &[("doc_id", Text), ("tag", Text), ("who", Text), ("made_at", Text)],
    order: "tag_row",
};

pub(crate) const REMOVED: Table =
    Table { name: "removed", columns: &[("digest", Text), ("removed_at", Text)], order: "digest" };

/// All that is written and read as files; tables that others refer to come first.
pub(crate) const ALL: [&Table; 15] = [
    &DOCUMENTS,
    &CLAIMS,
    &SOURCES,
    &ENTITIES,
    &DATES,
    &EVENTS,
    &INCIDENTS,
    &PARTICIPANTS,
    &FACTS,
    &CAPTURES,
    &FAILURES,
    &CORRECTIONS,
    &NOTES,
    &TAGS,
    &REMOVED,
];

/// Follows from the texts: written on the way out, found again on the way in.
pub(crate) const REUSE: Table = Table {
    name: "reuse",
    columns: &[
        ("doc_a", Text),
        ("begin_a", Whole),
        ("end_a", Whole),
        ("doc_b", Text),
        ("begin_b", Whole),
        ("end_b", Whole),
        ("kind", Text),
        ("similarity", Real),
        ("direction", Text),
        ("evidence", WORDS),
    ],
    order: "doc_a",
};

/// Follows from the texts and the claims.
pub(crate) const CLAIM_GROUPS: Table = Table {
    name: "claim_groups",
    columns: &[
        ("group_id", Text),
        ("pages", Whole),
        ("texts", Whole),
        ("publishers", Whole),
        ("origins", Whole),
        ("first_known", FIRST_KNOWN),
        ("went_back_to", ORIGINS),
        ("carriers", CARRIERS),
        ("drift", DRIFT),
        ("verdict", Text),
        ("words", Text),
    ],
    order: "group_id",
};
