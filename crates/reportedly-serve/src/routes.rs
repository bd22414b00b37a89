//! Everything that can be asked for, in one table.

use hyper::Method;

use crate::api::{corrections, documents, exports, lists, notes, read, relations, search, timeline};
use crate::openapi::openapi;
use crate::page;
use crate::problem::Problem;
use crate::request::{Places, decoded};
use crate::route::{Parameter, Route, delete, get, kept, may, must, post};

const NOTHING: &[Parameter] = &[];
const LIMIT: Parameter = may("limit", "Maximum number of items: 1 to 1000; 100 by default.");
const CURSOR: Parameter = may("cursor", "The value of `next` on the previous page.");
const OF_DOCUMENT: Parameter = may("doc_id", "Only of this document.");
const INCIDENT: Parameter = may("incident_id", "Only of this incident.");
const PAGE_TO_KEEP: Parameter = may("as", "json, or html: one page to save, without limit and cursor.");
const PAGE: &str = "text/html";
const TEXT: &str = "text/plain";
const JSON: &str = "application/json";

/// All of them. Those under /api are described by OpenAPI.
pub(crate) const ROUTES: &[Route] = &[
    get("/", "The page.", NOTHING, page::index),
    get("/assets/{name}", "A file of the page.", NOTHING, page::asset),
    get(
        "/api/v1/documents",
        "The documents, in the order in which they were added, without their texts.",
        &[
            LIMIT,
            CURSOR,
            may("outlet", "Only from this outlet."),
            may("text_sha256", "Only with this text."),
            may("version_of", "Only later versions of this document."),
            may("full", "true: whole records, with text, claims and sources."),
        ],
        lists::documents,
    ),
    post(
        "/api/v1/documents",
        "Read a page or a text and add it to the library.",
        &[
            may("url", "Its address."),
            may("force", "true: read it even if no article is found on the page."),
            may("readmit", "true: add it even if it was removed before."),
        ],
        &[PAGE, TEXT],
        read::keep,
    ),
    kept(
        "/api/v1/documents/{id}",
        "One document with everything found in it.",
        &[may("as", "The form: json, or one of those that `reportedly read --as` lists.")],
        documents::one,
    ),
    delete(
        "/api/v1/documents/{id}",
        "Remove a document for good, with its claims, notes and what corrections say of it. Only a digest is kept, so that it does not come back.",
        documents::remove,
    ),
    post(
        "/api/v1/read",
        "Read a page or a text without adding it to the library.",
        &[
            may("url", "Its address."),
            may("force", "true: read it even if no article is found on the page."),
            may("as", "As for a document."),
        ],
        &[PAGE, TEXT],
        read::read,
    ),
    get(
        "/api/v1/claims",
        "Claims, document by document.",
        &[
            LIMIT,
            CURSOR,
            OF_DOCUMENT,
            may("claim_id", "Only this claim, in every document that contains it."),
            may("source_name", "Only from a source with this name."),
            may("source_kind", "Only from this kind of source."),
            may("mode", "How it is quoted: direct, mixed or indirect."),
            may("certainty", "How sure it is presented as being (FactBank's scale)."),
            may("polarity", "Whether it is affirmed or denied."),
            may("stance", "What the source does with it."),
            may("incident_id", "Only of this incident."),
            may("as", "json, or html with a source_name: all claims attributed to that source as one page."),
        ],
        lists::claims,
    ),
    get(
        "/api/v1/sources",
        "Sources, document by document.",
        &[LIMIT, CURSOR, OF_DOCUMENT, may("name", "Only with this name."), may("kind", "Only of this kind.")],
        lists::sources,
    ),
    get(
        "/api/v1/entities",
        "Persons, bodies, places and things that are named, document by document.",
        &[
            LIMIT,
            CURSOR,
            OF_DOCUMENT,
            may("entity_id", "Only this one."),
            may("name", "Only with this name."),
            may("kind", "Only of this kind."),
        ],
        lists::entities,
    ),
    get(
        "/api/v1/dates",
        "Expressions of time, document by document.",
        &[
            LIMIT,
            CURSOR,
            OF_DOCUMENT,
            may("type", "DATE, TIME, DURATION or SET."),
            may("value", "Only with this value, as TIMEX3 writes it."),
        ],
        lists::dates,
    ),
    get(
        "/api/v1/incidents",
        "What happened, as each document tells it. To find incidents by day and place, use happened: and in: in a search.",
        &[
            LIMIT,
            CURSOR,
            OF_DOCUMENT,
            INCIDENT,
            may("kind", "Only of this kind."),
            may("settlement", "Only in this town."),
            may("region", "Only in this region."),
            may("country", "Only in this country."),
        ],
        lists::incidents,
    ),
    get(
        "/api/v1/participants",
        "Who did it, and to whom, as each document tells it.",
        &[
            LIMIT,
            CURSOR,
            OF_DOCUMENT,
            INCIDENT,
            may("entity_id", "Only this one of `entities`."),
            may("role", "doer or affected."),
        ],
        lists::participants,
    ),
    get(
        "/api/v1/facts",
        "What is stated of incidents, each with the claim that it rests on (said_by; null where it is the writer's word).",
        &[
            LIMIT,
            CURSOR,
            OF_DOCUMENT,
            INCIDENT,
            may(
                "slot",
                "What it answers: when, where, who, whom, killed, injured, arrested, cause or charge.",
            ),
            may("said_by", "Only what rests on this claim."),
            may("presented", "stated, reported, alleged, denied or open."),
        ],
        lists::facts,
    ),
    kept(
        "/api/v1/timeline",
        "Incidents of all documents that have a date, by day, each with whose word it rests on and why this date; and how many there are by month, outlet and kind.",
        &[
            LIMIT,
            CURSOR,
            may("from", "Not before: a year, a month or a day, such as 2031-04."),
            may("to", "Not after."),
            may("outlet", "Only as this outlet tells it; empty: only where none is known."),
            may("kind", "Only of this kind."),
            may("main", "true: only what an article is about."),
        ],
        timeline::timeline,
    ),
    kept(
        "/api/v1/reuse",
        "The passages that a document (doc_a) shares with others. For all passages of a library, use `reportedly export`.",
        &[
            must("doc_id", "The document."),
            may(
                "compared",
                "true: also `comparisons`: the document beside each of the 50 that share most with it, paragraph by paragraph, with what only one of them has, and what changed in the sourcing.",
            ),
            PAGE_TO_KEEP,
        ],
        relations::reuse,
    ),
    kept(
        "/api/v1/claim-groups",
        "How far a claim has spread; empty if no other document carries it.",
        &[must("claim_id", "The claim."), PAGE_TO_KEEP],
        relations::claim_groups,
    ),
    get(
        "/api/v1/search",
        "Find claims or articles. They are counted up to 10,000. `without_incidents` counts articles that happened: and in: cannot find until they are read again.",
        &[
            must("q", "The query; `reportedly search --help` explains the syntax."),
            may("in", "claims or articles; claims by default."),
            may("sort", "The order; relevance by default."),
            LIMIT,
            CURSOR,
            may("facets", "true: also count the claims by facet."),
            PAGE_TO_KEEP,
        ],
        search::search,
    ),
    get(
        "/api/v1/corrections",
        "The log of corrections made by hand, oldest first.",
        &[
            LIMIT,
            CURSOR,
            may("text_sha256", "Only of this text."),
            may("claim_id", "Only of this claim."),
            may("doc_id", "Only of this article."),
        ],
        lists::corrections,
    ),
    post(
        "/api/v1/corrections",
        "Change a claim (claim_id with content, cue, source, kind, certainty, polarity, stance), remove it (remove), add one (doc_id with content), change an article (doc_id with date, outlet, title, byline), or undo a correction (undo).",
        NOTHING,
        &[JSON],
        corrections::correct,
    ),
    get(
        "/api/v1/notes",
        "Notes on articles and claims, oldest first.",
        &[LIMIT, CURSOR, may("doc_id", "Only on this article."), may("claim_id", "Only on this claim.")],
        lists::notes,
    ),
    post(
        "/api/v1/notes",
        "Write a note on an article or a claim (id with words), or delete one (delete).",
        NOTHING,
        &[JSON],
        notes::note,
    ),
    get(
        "/api/v1/tags",
        "Tags of articles, in the order in which they were given.",
        &[LIMIT, CURSOR, may("doc_id", "Only of this article."), may("tag", "Only this tag.")],
        lists::tags,
    ),
    post("/api/v1/tags", "Give an article tags, and take others off.", NOTHING, &[JSON], notes::tag),
    kept(crate::OPENAPI_PATH, "This description.", NOTHING, |_, _| Ok(openapi(ROUTES))),
    get(
        "/api/v1/export",
        "All documents in one form as one file; forms of several files are for the command.",
        &[may("as", "As for a document; but not brat or conll.")],
        exports::all,
    ),
    get(
        "/api/v1/documents/{id}/file",
        "A document as a file to save.",
        &[may("as", "As for a document.")],
        exports::file,
    ),
];

/// The route of a request, and the values of its places.
pub(crate) fn find(method: &Method, path: &str) -> Result<(&'static Route, Places), Problem> {
    // a HEAD is a GET of which only the head goes out
    let method = if method == Method::HEAD { &Method::GET } else { method };
    let mut allowed = Vec::new();
    for route in ROUTES {
        if let Some(places) = matched(route.path, path) {
            if route.method == *method {
                return Ok((route, places));
            }
            allowed.push(route.method.as_str());
        }
    }
    match allowed.is_empty() {
        true => {
            Err(Problem::new(hyper::StatusCode::NOT_FOUND, "not-found", "nothing exists at this address"))
        }
        false => Err(Problem::new(
            hyper::StatusCode::METHOD_NOT_ALLOWED,
            "method-not-allowed",
            format!("this address accepts {}", allowed.join(", ")),
        )
        .allow(allowed.join(", "))),
    }
}

fn matched(pattern: &'static str, path: &str) -> Option<Places> {
    let (mut wanted, mut given) = (pattern.split('/'), path.split('/'));
    let mut places = Places::new();
    loop {
        match (wanted.next(), given.next()) {
            (None, None) => return Some(places),
            (Some(w), Some(g)) => match w.strip_prefix('{').and_then(|w| w.strip_suffix('}')) {
                Some(name) if !g.is_empty() => drop(places.insert(name, decoded(g))),
                None if w == g => {}
                _ => return None,
            },
            _ => return None,
        }
    }
}
