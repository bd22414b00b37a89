//! The tables as the outside sees them: what is exported, imported, and turned into JSON and back.

/// How a column's value looks outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    Text,
    Number,
    /// 0 and 1 inside, false and true outside.
    Flag,
    /// JSON as text inside, a value outside.
    Json,
}

use Shape::{Flag, Json, Number, Text};

/// One table: its columns in their order, and the column that its rows are ordered by.
pub(crate) struct Table {
    pub name: &'static str,
    pub columns: &'static [(&'static str, Shape)],
    pub order: &'static str,
}

pub(crate) const DOCUMENTS: Table = Table {
    name: "documents",
    columns: &[
        ("doc_id", Text),
        ("version_of", Text),
        ("url", Text),
        ("canonical_url", Text),
        ("outlet", Text),
        ("title", Text),
        ("byline", Json),
        ("lang", Text),
        ("published_at", Text),
        ("published_at_precision", Text),
        ("published_at_method", Text),
        ("published_at_guess", Flag),
        ("modified_at", Text),
        ("fetched_at", Text),
        ("text", Text),
        ("body_start", Number),
        ("text_sha256", Text),
        ("schema_version", Number),
        ("model", Text),
        ("notes", Json),
        ("added_at", Text),
    ],
    order: "doc_row",
};

pub(crate) const CLAIMS: Table = Table {
    name: "claims",
    columns: &[
        ("doc_id", Text),
        ("claim_id", Text),
        ("content", Json),
        ("cue", Json),
        ("cue_class", Text),
        ("source", Json),
        ("source_id", Text),
        ("source_kind", Text),
        ("source_name", Text),
        ("source_title", Text),
        ("source_affiliation", Text),
        ("source_specificity", Number),
        ("source_counted", Flag),
        ("anonymity_reason", Json),
        ("via", Json),
        ("mode", Text),
        ("certainty", Text),
        ("polarity", Text),
        ("hedge", Json),
        ("within", Text),
        ("voice", Text),
        ("confidence", Number),
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
        ("mentions", Json),
        ("claim_ids", Json),
    ],
    order: "source_row",
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
        ("claim_id", Text),
        ("who", Text),
        ("made_at", Text),
        ("old", Json),
        ("new", Json),
    ],
    order: "correction_id",
};

/// All of them; what others refer to stands first.
pub(crate) const ALL: [&Table; 6] = [&DOCUMENTS, &CLAIMS, &SOURCES, &CAPTURES, &FAILURES, &CORRECTIONS];

/// Follows from the texts: written on the way out, found again on the way in.
pub(crate) const REUSE: Table = Table {
    name: "reuse",
    columns: &[
        ("doc_a", Text),
        ("begin_a", Number),
        ("end_a", Number),
        ("doc_b", Text),
        ("begin_b", Number),
        ("end_b", Number),
        ("kind", Text),
        ("similarity", Number),
        ("direction", Text),
        ("evidence", Json),
    ],
    order: "doc_a",
};

/// Follows from the texts and the claims.
pub(crate) const CLAIM_GROUPS: Table = Table {
    name: "claim_groups",
    columns: &[
        ("group_id", Text),
        ("pages", Number),
        ("texts", Number),
        ("publishers", Number),
        ("origins", Number),
        ("first_known", Json),
        ("went_back_to", Json),
        ("carriers", Json),
        ("drift", Json),
    ],
    order: "group_id",
};
