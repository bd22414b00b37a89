use serde_json::{Map, Value, json};

use crate::answer::Answer;
use crate::route::{Route, values};
use crate::{MAX_BODY, MAX_FOUND, MAX_ITEMS};
use reportedly_records::form::{FORMS, Form};

/// The description of the API (OpenAPI 3.1), made from the table of routes.
pub(crate) fn openapi(routes: &[Route]) -> Answer {
    let mut paths = Map::new();
    for route in routes.iter().filter(|r| r.path.starts_with("/api/")) {
        let methods = paths.entry(route.path).or_insert_with(|| json!({}));
        if let Some(methods) = methods.as_object_mut() {
            methods.insert(route.method.as_str().to_lowercase(), operation(route));
        }
    }
    // inside this description the definitions of the schema lie deeper
    let schema = reportedly_records::SCHEMA.replace("#/$defs/", "#/components/schemas/Record/$defs/");
    let record: Value = serde_json::from_str(&schema).unwrap_or(Value::Null);
    Answer::json(&json!({
        "openapi": "3.1.0",
        "info": {
            "title": "reportedly",
            "version": env!("CARGO_PKG_VERSION"),
            "description": format!(
                "Who says what, from one library. Offsets are half-open ranges of Unicode code points. A list \
                 returns at most {MAX_ITEMS} items, with `total`, `next` and `complete` (nothing follows, nothing \
                 was left out). With `Accept: application/x-ndjson` it returns all items, one per line; a \
                 last line with `problem` means that it was cut off. A search returns at most \
                 {MAX_FOUND} results. A request body may have {MAX_BODY} bytes. Errors are problems (RFC 9457)."
            ),
        },
        "paths": paths,
        "components": {
            "schemas": { "Record": record, "Problem": problem() },
            "securitySchemes": { "token": { "type": "http", "scheme": "bearer" } },
        },
        "security": [{}, { "token": [] }],
    }))
}

fn operation(route: &Route) -> Value {
    let places = route.path.split('/').filter_map(|p| p.strip_prefix('{')?.strip_suffix('}'));
    let places = places.map(|name| parameter(name, "path", "The id, or its first characters.", true));
    let of_a_document = is_of_a_document(route);
    let shapes = if of_a_document { FORMS.map(|form| form.name).to_vec() } else { vec!["json", "html"] };
    let query = route.query.iter().map(|p| {
        let mut parameter = parameter(p.name, "query", p.about, p.needed);
        if p.name == "as" {
            parameter["schema"] = json!({ "enum": shapes });
        }
        parameter
    });
    let mut out = json!({
        "summary": route.about,
        "parameters": places.chain(query).collect::<Vec<_>>(),
        "responses": {
            "2XX": { "description": "Done.", "content": content(route) },
            "default": {
                "description": "Failed; the detail says why.",
                "content": { "application/problem+json": { "schema": { "$ref": "#/components/schemas/Problem" } } },
            },
        },
    });
    if !route.takes.is_empty() {
        let schema = |kind: &str| match kind {
            "application/json" => body(route.path),
            _ => json!({ "type": "string" }),
        };
        let takes = route.takes.iter().map(|kind| ((*kind).to_owned(), json!({ "schema": schema(kind) })));
        out["requestBody"] = json!({ "required": true, "content": takes.collect::<Map<_, _>>() });
    }
    out
}

fn parameter(name: &str, place: &str, about: &str, required: bool) -> Value {
    let schema = match name {
        _ if !values(name).is_empty() => json!({ "enum": values(name) }),
        "limit" => json!({ "type": "integer", "minimum": 1, "maximum": MAX_ITEMS }),
        "cursor" => json!({ "type": "string", "pattern": "^[0-9]{1,18}$" }),
        "full" | "force" | "facets" | "compared" | "readmit" => json!({ "type": "boolean" }),
        "in" => json!({ "enum": ["claims", "articles"] }),
        "url" => json!({ "type": "string", "pattern": "^https?://" }),
        _ if required => json!({ "type": "string", "minLength": 1 }),
        _ => json!({ "type": "string" }),
    };
    json!({ "name": name, "in": place, "description": about, "required": required, "schema": schema })
}

/// Whether it answers with documents in any form.
fn is_of_a_document(route: &Route) -> bool {
    route.path.starts_with("/api/v1/documents/{id}")
        || ["/api/v1/read", "/api/v1/export"].contains(&route.path)
}

/// The media type of card and timeline as JSON.
const TIMELINE: &str = "application/vnd.reportedly.timeline+json";

fn content(route: &Route) -> Value {
    let object = json!({ "schema": { "type": "object" } });
    let words = json!({ "schema": { "type": "string" } });
    match route.path {
        _ if route.method == hyper::Method::DELETE => json!({ "application/json": object }),
        _ if is_of_a_document(route) => {
            let form = |form: Form| {
                let schema = match form.media_type {
                    "application/json" => json!({ "schema": { "$ref": "#/components/schemas/Record" } }),
                    "application/ld+json" | "application/geo+json" | TIMELINE => object.clone(),
                    "application/vnd.citationstyles.csl+json" => json!({ "schema": { "type": "array" } }),
                    _ => words.clone(),
                };
                (form.media_type.split(';').next().unwrap_or_default().to_owned(), schema)
            };
            let mut forms: Map<_, _> = FORMS.into_iter().map(form).collect();
            forms.insert("application/x-ndjson".to_owned(), words);
            forms.into()
        }
        path if path == crate::OPENAPI_PATH => json!({ "application/json": object }),
        _ => json!({ "application/json": object, "application/x-ndjson": words, "text/html": words }),
    }
}

/// The JSON that is sent to an address.
fn body(path: &str) -> Value {
    let (words, list) =
        (json!({ "type": ["string", "null"] }), json!({ "type": "array", "items": { "type": "string" } }));
    let number = json!({ "type": ["integer", "null"] });
    let one_of = |name: &str| {
        let values = values(name).iter().map(|value| json!(value)).chain([Value::Null]).collect::<Vec<_>>();
        json!({ "enum": values })
    };
    let properties = match path {
        "/api/v1/notes" => json!({ "id": words, "words": words, "delete": number, "who": words }),
        "/api/v1/tags" => {
            json!({ "doc_id": { "type": "string" }, "add": list, "remove": list, "who": words })
        }
        _ => json!({
            "claim_id": words, "doc_id": words, "content": words, "cue": words, "source": words,
            "kind": one_of("kind"), "certainty": one_of("certainty"), "polarity": one_of("polarity"),
            "stance": one_of("stance"), "date": words, "outlet": words, "title": words,
            "byline": { "type": ["array", "null"], "items": { "type": "string" } },
            "remove": { "type": "boolean" }, "undo": number, "why": words, "who": words,
        }),
    };
    json!({ "type": "object", "properties": properties, "additionalProperties": false })
}

fn problem() -> Value {
    let words = json!({ "type": "string" });
    json!({
        "type": "object",
        "required": ["type", "title", "status", "detail"],
        "properties": { "type": words, "title": words, "status": { "type": "integer" }, "detail": words },
    })
}
