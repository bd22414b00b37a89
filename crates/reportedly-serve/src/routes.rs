//! Everything that can be asked for, in one table.

use hyper::Method;

use crate::answer::{Answered, Problem};
use crate::api::{corrections, documents, exports, lists, read, relations, search};
use crate::app::{App, Places};
use crate::openapi::openapi;
use crate::page;
use crate::request::{Asked, decoded};

/// One value behind the question mark.
pub(crate) struct Parameter {
    pub name: &'static str,
    /// What it does.
    pub about: &'static str,
    pub needed: bool,
}

const fn may(name: &'static str, about: &'static str) -> Parameter {
    Parameter { name, about, needed: false }
}

const fn must(name: &'static str, about: &'static str) -> Parameter {
    Parameter { name, about, needed: true }
}

/// One thing that can be asked for.
pub(crate) struct Route {
    pub method: Method,
    /// With places in braces.
    pub path: &'static str,
    pub about: &'static str,
    /// What may stand behind the question mark.
    pub query: &'static [Parameter],
    /// What may be sent.
    pub takes: &'static [&'static str],
    /// Whether the answer is kept for the next who asks the same.
    pub kept: bool,
    pub answer: fn(&App, &Asked) -> Answered,
}

const NOTHING: &[Parameter] = &[];
const LIMIT: Parameter = may("limit", "How many at most: 1 to 1000, 100 if left out.");
const CURSOR: Parameter = may("cursor", "What `next` of the page before says.");
const PAGE_TO_KEEP: Parameter = may("as", "json, or html: one page to keep, without limit and cursor.");
const PAGE: &str = "text/html";
const TEXT: &str = "text/plain";
const JSON: &str = "application/json";

/// All of them. Those under /api are described by OpenAPI.
pub(crate) const ROUTES: &[Route] = &[
    get("/", "The page.", NOTHING, page::index),
    get("/assets/{name}", "A part of the page.", NOTHING, page::asset),
    get(
        "/api/v1/documents",
        "The documents in the order in which they were added, without their texts.",
        &[
            LIMIT,
            CURSOR,
            may("outlet", "Only of this outlet."),
            may("text_sha256", "Only with this text."),
            may("version_of", "Only later versions of this document."),
            may("full", "true: whole records, with text, claims and sources."),
        ],
        lists::documents,
    ),
    post(
        "/api/v1/documents",
        "Read a page or a text, and keep it.",
        &[may("url", "Where it came from."), may("force", "true: even if the page holds no article.")],
        &[PAGE, TEXT],
        read::keep,
    ),
    kept(
        "/api/v1/documents/{id}",
        "One document with everything that was found in it.",
        &[may("as", "json, annotation (W3C Web Annotation), schema-org, html, or plain.")],
        documents::one,
    ),
    post(
        "/api/v1/read",
        "Read a page or a text; nothing is kept.",
        &[
            may("url", "Where it came from."),
            may("force", "true: even if the page holds no article."),
            may("as", "As of a document."),
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
            may("doc_id", "Only of this document."),
            may("claim_id", "Only this claim, in every document that has it."),
            may("source_name", "Only of a source with this name."),
            may("source_kind", "Only of this kind of source."),
            may("mode", "How it is told."),
            may("certainty", "How sure it is told (FactBank's scale)."),
            may("polarity", "As so or as not so."),
            may("stance", "What the source does with it."),
            may("as", "json, or html with a source_name: all claims laid to it as one page to keep."),
        ],
        lists::claims,
    ),
    get(
        "/api/v1/sources",
        "Sources, document by document.",
        &[
            LIMIT,
            CURSOR,
            may("doc_id", "Only of this document."),
            may("name", "Only with this name."),
            may("kind", "Only of this kind."),
        ],
        lists::sources,
    ),
    kept(
        "/api/v1/reuse",
        "The passages that a document shares with others; it is doc_a. All passages of a library: `reportedly export`.",
        &[must("doc_id", "The document."), PAGE_TO_KEEP],
        relations::reuse,
    ),
    kept(
        "/api/v1/claim-groups",
        "How far a claim has travelled; no item where no other document carries it.",
        &[must("claim_id", "The claim."), PAGE_TO_KEEP],
        relations::claim_groups,
    ),
    get(
        "/api/v1/search",
        "Find claims or articles. Of more than 10,000 claims so many are counted; of articles `total` is null.",
        &[
            must("q", "The query; `reportedly search --help` shows the language."),
            may("in", "claims or articles; claims if left out."),
            LIMIT,
            CURSOR,
            may("facets", "true: how the claims are spread, too."),
            PAGE_TO_KEEP,
        ],
        search::search,
    ),
    get(
        "/api/v1/corrections",
        "The log of corrections by hand, oldest first.",
        &[LIMIT, CURSOR, may("text_sha256", "Only of this text."), may("claim_id", "Only of this claim.")],
        lists::corrections,
    ),
    post(
        "/api/v1/corrections",
        "Change a claim (claim_id with content, cue, source), remove it (remove), add one (doc_id with content), or take a correction back (undo).",
        NOTHING,
        &[JSON],
        corrections::correct,
    ),
    kept(crate::OPENAPI_PATH, "This description.", NOTHING, |_, _| Ok(openapi())),
    get(
        "/api/v1/documents/{id}/file",
        "A document as a file to keep.",
        &[may("as", "As of a document.")],
        exports::file,
    ),
];

type Handler = fn(&App, &Asked) -> Answered;
type Names = &'static [Parameter];

const fn get(path: &'static str, about: &'static str, query: Names, answer: Handler) -> Route {
    Route { method: Method::GET, path, about, query, takes: &[], kept: false, answer }
}

/// A `get` whose answer is kept for the next who asks the same: what takes long to work out.
const fn kept(path: &'static str, about: &'static str, query: Names, answer: Handler) -> Route {
    Route { method: Method::GET, path, about, query, takes: &[], kept: true, answer }
}

const fn post(
    path: &'static str,
    about: &'static str,
    query: Names,
    takes: &'static [&'static str],
    answer: Handler,
) -> Route {
    Route { method: Method::POST, path, about, query, takes, kept: false, answer }
}

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
            Err(Problem::new(hyper::StatusCode::NOT_FOUND, "not-found", "there is nothing at this address"))
        }
        false => Err(Problem::new(
            hyper::StatusCode::METHOD_NOT_ALLOWED,
            "method-not-allowed",
            format!("this address takes {}", allowed.join(", ")),
        )
        .allow(allowed.join(", "))),
    }
}

/// What a parameter of this name may be, where that is a list.
pub(crate) fn values(name: &str) -> &'static [&'static str] {
    match name {
        "kind" | "source_kind" => {
            &["person", "organization", "outlet", "document", "unnamed", "collective", "author", "unstated"]
        }
        "mode" => &["direct", "mixed", "indirect"],
        "certainty" => &["certain", "probable", "possible", "underspecified"],
        "polarity" => &["affirmed", "denied", "underspecified"],
        "stance" => &["asserts", "denies", "asks", "wants", "accuses", "praises", "none"],
        _ => &[],
    }
}

/// Refuses what the route does not know: an answer to another question would look like "nothing found".
pub(crate) fn checked(route: &Route, query: &[(String, String)]) -> Result<(), Problem> {
    if !route.path.starts_with("/api/") {
        return Ok(());
    }
    for (name, value) in query {
        if !route.query.iter().any(|p| p.name == name) {
            let known: Vec<_> = route.query.iter().map(|p| p.name).collect();
            let known = if known.is_empty() { "nothing".to_owned() } else { known.join(", ") };
            return Err(Problem::bad(format!("{name:?} is not asked here; what may be asked: {known}")));
        }
        let values = values(name);
        if !values.is_empty() && !values.contains(&value.as_str()) {
            return Err(Problem::bad(format!("{name} is one of {}", values.join(", "))));
        }
    }
    Ok(())
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

#[cfg(test)]
mod tests {
    use super::*;
    use reportedly::certainty::{Certainty, Polarity, Stance};
    use reportedly::source::Kind;

    #[test]
    fn values_are_those_of_the_record() {
        assert_eq!(values("kind"), Kind::ALL.map(Kind::name));
        assert_eq!(values("stance"), Stance::ALL.map(Stance::name));
        for level in [Certainty::Certain, Certainty::Probable, Certainty::Possible, Certainty::Underspecified]
        {
            assert!(values("certainty").contains(&level.name()));
        }
        for side in [Polarity::Affirmed, Polarity::Denied, Polarity::Underspecified] {
            assert!(values("polarity").contains(&side.name()));
        }
    }
}
