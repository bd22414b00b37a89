//! The HTTP API as a program uses it.

#![allow(clippy::unwrap_used)]

mod common;

use common::Running;
use reportedly_library::{Access, Change, Library};
use reportedly_records::form::{FORMS, Together};
use serde_json::{Value, json};

#[test]
fn lists_are_paged_to_the_end() {
    let server = Running::new(None);
    let all = server.json("/api/v1/claims?limit=1000");
    let total = all["total"].as_u64().unwrap();
    assert!(total >= 4 && all["complete"] == true && all["next"].is_null());
    let (mut seen, mut path) = (Vec::new(), "/api/v1/claims?limit=2".to_owned());
    loop {
        let page = server.json(&path);
        assert_eq!(page["total"], total);
        seen.extend(page["items"].as_array().unwrap().clone());
        match page["next"].as_str() {
            Some(next) => path = format!("/api/v1/claims?limit=2&cursor={next}"),
            None => break,
        }
        assert_eq!(page["complete"], false);
    }
    assert_eq!(Value::Array(seen), all["items"]);
}

#[test]
fn bulk_is_one_object_a_line() {
    let server = Running::new(None);
    let lines = server.ask("GET", "/api/v1/documents?full=true", &[("Accept", "application/x-ndjson")], b"");
    assert_eq!(lines.header("content-type"), Some("application/x-ndjson"));
    let records: Vec<Value> = lines.body.lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    assert_eq!(records.len(), 4);
    let one = server.json("/api/v1/documents/estuary-post-1");
    assert_eq!(records[1], one);
    let row = &server.json("/api/v1/documents")["items"][1];
    assert_eq!(row["claims"].as_u64().unwrap() as usize, one["claims"].as_array().unwrap().len());
    assert!(row.get("text").is_none());
}

#[test]
fn documents_go_out_in_every_form() {
    let server = Running::new(None);
    for form in FORMS {
        let file = server.get(&format!("/api/v1/documents/estuary-post-1/file?as={}", form.name));
        assert_eq!((file.status, file.header("content-type")), (200, Some(form.media_type)));
        let name = format!("attachment; filename=\"estuary-post-1.{}\"", form.ending);
        assert_eq!(file.header("content-disposition"), Some(name.as_str()));
        assert!(!file.body.is_empty());
        let all = server.get(&format!("/api/v1/export?as={}", form.name));
        match form.together {
            Together::Apart(_) => assert_eq!(all.status, 400),
            // none of them tells of an incident
            _ if form.is_of_incidents() => {
                assert!(all.status == 200 && all.body == file.body, "{}", form.name)
            }
            _ => assert!(all.status == 200 && all.body.len() > file.body.len(), "{}", form.name),
        }
    }
    let references = server.get("/api/v1/export?as=csl-json");
    let references: Vec<Value> = serde_json::from_str(&references.body).unwrap();
    assert_eq!(references.len(), 4);
    let lines = server.get("/api/v1/export");
    assert_eq!((lines.header("content-type"), lines.body.lines().count()), (Some("application/x-ndjson"), 4));
    let refused = server.get("/api/v1/export?as=papyrus");
    assert!(refused.status == 400 && refused.body.contains("bibtex"), "{}", refused.body);
}

#[test]
fn what_has_not_changed_is_not_sent_again() {
    let server = Running::new(None);
    let path = "/api/v1/documents/estuary-post-1";
    let first = server.get(path);
    let etag = first.header("etag").unwrap().to_owned();
    let again = server.ask("GET", path, &[("If-None-Match", &etag)], b"");
    assert_eq!((again.status, again.body.as_str()), (304, ""));
    assert_eq!(server.ask("GET", path, &[("If-None-Match", "\"other\"")], b"").status, 200);
    let head = server.ask("HEAD", path, &[], b"");
    assert_eq!((head.status, head.body.as_str(), head.header("etag")), (200, "", Some(etag.as_str())));
    assert_eq!(head.header("content-length").unwrap().parse::<usize>().unwrap(), first.body.len());
}

#[test]
fn what_another_program_changes_is_seen_at_once() {
    let server = Running::new(None);
    let path = "/api/v1/documents/estuary-post-1";
    let before = server.json(path);
    assert_eq!(server.json(path), before);
    let etag = server.get(path).header("etag").unwrap().to_owned();
    let mut other = Library::open(&server.folder.path().join("news.db"), Access::Write).unwrap();
    let id = before["claims"][0]["claim_id"].as_str().unwrap();
    other.correct(id, &Change::Remove, "another").unwrap();
    let after = server.ask("GET", path, &[("If-None-Match", &etag)], b"");
    assert_eq!(after.status, 200);
    assert!(!after.body.contains(id));
}

#[test]
fn filters_search_and_facets() {
    let server = Running::new(None);
    let of_one = server.json("/api/v1/claims?doc_id=estuary-post-1");
    assert!(of_one["items"].as_array().unwrap().iter().all(|c| c["doc_id"] == "estuary-post-1"));
    assert_eq!(server.json("/api/v1/claims?doc_id=estuary-post")["items"], of_one["items"]);
    let found = server.json("/api/v1/search?q=engines&facets=true&limit=1");
    assert_eq!((&found["total"], &found["total_complete"]), (&json!(3), &json!(true)));
    assert_eq!((&found["complete"], &found["next"]), (&json!(false), &json!("1")));
    let outlets = found["facets"]["outlet"].as_array().unwrap();
    assert_eq!(outlets.len(), 3);
    assert!(outlets.iter().all(|o| o["claims"] == 1));
    let second = server.json("/api/v1/search?q=engines&limit=1&cursor=1");
    assert_ne!(second["items"][0]["doc_id"], found["items"][0]["doc_id"]);
    assert_eq!(second["next"], "2");
    assert!(server.json("/api/v1/search?q=engines&limit=1&cursor=2")["next"].is_null());
    let articles = server.json("/api/v1/search?q=ashes&in=articles");
    assert_eq!(articles["items"][0]["doc_id"], "estuary-post-1");
}

#[test]
fn copies_and_traces() {
    let server = Running::new(None);
    let copies = server.json("/api/v1/reuse?doc_id=quay-news-1");
    assert_eq!(copies["items"][0]["doc_b"], "sorrel-herald-1");
    let claim = &server.json("/api/v1/search?q=engines")["items"][0]["claim"]["claim_id"];
    let groups = server.json(&format!("/api/v1/claim-groups?claim_id={}", claim.as_str().unwrap()));
    assert_eq!(groups["items"][0]["pages"], 3);
    assert_eq!(server.get("/api/v1/claim-groups").problem(), "bad-request");
}

#[test]
fn errors_are_problems() {
    let server = Running::new(None);
    for (path, status, problem) in [
        ("/api/v1/documents/nowhere", 404, "not-found"),
        ("/api/v1/nothing", 404, "not-found"),
        ("/assets/..%2f..%2fCargo.toml", 404, "not-found"),
        ("/../../etc/passwd", 404, "not-found"),
        ("/api/v1/claims?limit=0", 400, "bad-request"),
        ("/api/v1/claims?limit=1001", 400, "bad-request"),
        ("/api/v1/claims?cursor=-1", 400, "bad-request"),
        ("/api/v1/claims?mode=spoken", 400, "bad-request"),
        ("/api/v1/documents?outlt=x", 400, "bad-request"),
        ("/api/v1/claims?doc_id=nowhere", 404, "not-found"),
        ("/api/v1/search?q=", 400, "bad-request"),
        ("/api/v1/search?q=x&facets=perhaps", 400, "bad-request"),
        ("/api/v1/search?q=colour:red", 400, "bad-request"),
        ("/api/v1/search?q=x&cursor=99999999", 400, "bad-request"),
        ("/api/v1/documents/estuary-post-1?as=pdf", 400, "bad-request"),
    ] {
        let response = server.get(path);
        assert_eq!((response.status, response.problem().as_str()), (status, problem), "{path}");
    }
    let refused = server.ask("DELETE", "/api/v1/documents", &[], b"");
    assert_eq!(
        (refused.problem().as_str(), refused.header("allow")),
        ("method-not-allowed", Some("GET, POST"))
    );
    assert_eq!(server.post("/api/v1/corrections", "application/json", "{").problem(), "bad-request");
    assert_eq!(server.post("/api/v1/corrections", "text/plain", "{}").status, 415);
    assert_eq!(server.post("/api/v1/read", "application/pdf", "%PDF").status, 415);
}

#[test]
fn a_correction_and_its_way_back() {
    let server = Running::new(None);
    let path = "/api/v1/documents/estuary-post-1";
    let before = server.json(path);
    let id = before["claims"][0]["claim_id"].as_str().unwrap();
    let correct = |body: Value| server.post("/api/v1/corrections", "application/json", &body.to_string());
    assert_eq!(correct(json!({ "claim_id": id, "source": "Wim Tasker" })).status, 200);
    let after = server.json(path);
    assert_eq!(
        (&after["claims"][0]["source"][0]["text"], &after["claims"][0]["method"]),
        (&json!("Wim Tasker"), &json!("hand"))
    );
    assert_eq!(correct(json!({ "claim_id": id, "source": "Nobody Here" })).problem(), "not-in-text");
    assert_eq!(correct(json!({ "claim_id": id, "remove": true, "source": "x" })).problem(), "bad-request");
    let log = server.json("/api/v1/corrections");
    let correction = &log["items"][0]["correction_id"];
    assert_eq!(correct(json!({ "undo": correction })).status, 200);
    assert_eq!(server.json(path), before);
    assert_eq!(correct(json!({ "undo": correction })).problem(), "not-the-last");
    // what was removed comes back, too
    assert_eq!(correct(json!({ "claim_id": id, "remove": true })).status, 200);
    assert_eq!(
        server.json(path)["claims"].as_array().unwrap().len() + 1,
        before["claims"].as_array().unwrap().len()
    );
    let last =
        server.json("/api/v1/corrections")["items"].as_array().unwrap().last().unwrap()["correction_id"]
            .clone();
    assert_eq!(correct(json!({ "undo": last })).status, 200);
    assert_eq!(server.json(path), before);
    assert_eq!(server.json("/api/v1/corrections")["total"], 4);
}

#[test]
fn what_is_read_is_kept_only_on_request() {
    let server = Running::new(None);
    let text = "“We counted nine boats,” said Ida Voss, the harbour master, on Monday morning.";
    let read = server.post("/api/v1/read", "text/plain", text);
    let record: Value = serde_json::from_str(&read.body).unwrap();
    assert_eq!(record["claims"][0]["source"][0]["text"], "Ida Voss");
    assert!(record["claims"][0]["reasons"].is_array());
    assert_eq!(server.json("/api/v1/documents")["total"], 4);
    let kept = server.post("/api/v1/documents", "text/plain; charset=utf-8", text);
    assert_eq!(kept.status, 201, "{}", kept.body);
    assert_eq!(server.post("/api/v1/documents", "text/plain", text).status, 200);
    assert_eq!(server.json("/api/v1/documents")["total"], 5);
    for (kind, body) in [("text/plain", " "), ("text/html", "<p>x"), ("text/plain", "%PDF-1.7 \u{1}\u{2}")] {
        assert_eq!(server.post("/api/v1/read", kind, body).problem(), "not-readable");
    }
}

#[test]
fn every_route_is_described() {
    let server = Running::new(None);
    let api = server.json(reportedly_serve::OPENAPI_PATH);
    assert_eq!(api["openapi"], "3.1.0");
    for path in [
        "documents",
        "documents/{id}",
        "claims",
        "sources",
        "entities",
        "dates",
        "incidents",
        "participants",
        "facts",
        "reuse",
        "claim-groups",
        "search",
        "corrections",
        "notes",
        "tags",
    ] {
        let described = &api["paths"][format!("/api/v1/{path}")]["get"];
        assert!(described["summary"].is_string(), "{path}");
        // what is described is there
        let there = server.get(&format!("/api/v1/{}", path.replace("{id}", "estuary-post-1")));
        assert!([200, 400].contains(&there.status), "{path}");
    }
    assert_eq!(
        api["paths"]["/api/v1/claims"]["get"]["parameters"][0]["schema"]["maximum"],
        reportedly_serve::MAX_ITEMS
    );
}

#[test]
fn what_is_known_of_an_article_and_how_claims_are_presented_are_corrected() {
    let server = Running::new(None);
    let path = "/api/v1/documents/estuary-post-1";
    let before = server.json(path);
    let correct = |body: Value| server.post("/api/v1/corrections", "application/json", &body.to_string());
    let mended = json!({ "doc_id": "estuary-post-1", "date": "2031-03-20", "byline": ["Ann Reed"], "why": "print edition", "who": "Ann" });
    assert_eq!(correct(mended).status, 200);
    let id = before["claims"][0]["claim_id"].as_str().unwrap();
    assert_eq!(correct(json!({ "claim_id": id, "stance": "denies", "kind": "unnamed" })).status, 200);
    let after = server.json(path);
    assert_eq!((&after["published_at"], &after["byline"]), (&json!("2031-03-20"), &json!(["Ann Reed"])));
    assert_eq!(
        (&after["claims"][0]["stance"], &after["claims"][0]["source_kind"]),
        (&json!("denies"), &json!("unnamed"))
    );
    assert_eq!(server.json("/api/v1/search?q=stance:denies%20kind:unnamed")["total"], 1);
    // the name is remembered
    let log = server.json("/api/v1/corrections?doc_id=estuary-post-1");
    assert_eq!((&log["items"][0]["why"], &log["items"][0]["who"]), (&json!("print edition"), &json!("Ann")));
    assert_eq!(server.json(&format!("/api/v1/corrections?claim_id={id}"))["items"][0]["who"], "Ann");
    for undo in [1, 2] {
        assert_eq!(correct(json!({ "undo": undo })).status, 200);
    }
    assert_eq!(server.json(path), before);
    for (body, problem) in [
        (json!({ "doc_id": "estuary-post-1", "date": "soon" }), "not-possible"),
        (json!({ "doc_id": "estuary-post-1", "date": "2031", "stance": "denies" }), "bad-request"),
        (json!({ "claim_id": id, "stance": "perhaps" }), "bad-request"),
        (json!({ "undo": 1, "title": "x" }), "bad-request"),
    ] {
        assert_eq!(correct(body.clone()).problem(), problem, "{body}");
    }
}

#[test]
fn notes_and_tags_are_written_listed_and_taken_away() {
    let server = Running::new(None);
    let post = |path: &str, body: Value| server.post(path, "application/json", &body.to_string());
    let noted = post("/api/v1/notes", json!({ "id": "estuary-post-1", "words": "Ask the harbour office." }));
    assert_eq!(noted.status, 200, "{}", noted.body);
    let notes = server.json("/api/v1/notes?doc_id=estuary-post-1");
    assert_eq!(
        (&notes["items"][0]["words"], &notes["items"][0]["who"]),
        (&json!("Ask the harbour office."), &json!("test"))
    );
    assert_eq!(
        post("/api/v1/notes", json!({ "id": "estuary-post-1", "words": " " })).problem(),
        "not-possible"
    );
    assert_eq!(post("/api/v1/notes", json!({ "delete": notes["items"][0]["note_id"] })).status, 200);
    assert_eq!(server.json("/api/v1/notes")["total"], 0);
    let tag = |add: &[&str], remove: &[&str]| {
        post("/api/v1/tags", json!({ "doc_id": "estuary-post-1", "add": add, "remove": remove }))
    };
    assert_eq!(
        serde_json::from_str::<Value>(&tag(&["fire", "urgent"], &[]).body).unwrap()["tags"],
        json!(["fire", "urgent"])
    );
    assert_eq!(tag(&[], &["fire"]).status, 200);
    assert_eq!(tag(&[], &["fire"]).problem(), "not-found");
    assert_eq!(server.json("/api/v1/tags?tag=urgent")["items"][0]["doc_id"], "estuary-post-1");
    assert_eq!(server.json("/api/v1/search?q=tag:urgent&in=articles")["total"], 1);
}

#[test]
fn what_is_removed_is_gone_and_comes_back_only_on_request() {
    let server = Running::new(None);
    let text = "“We counted nine boats,” said Ida Voss, the harbour master, on Monday morning.";
    let kept = server.post("/api/v1/documents", "text/plain", text);
    let id = serde_json::from_str::<Value>(&kept.body).unwrap()["doc_id"].as_str().unwrap().to_owned();
    let path = format!("/api/v1/documents/{id}");
    assert_eq!(server.get(&path).status, 200);
    let other = server.ask("DELETE", &path, &[("Origin", "https://other.example")], b"");
    assert_eq!(other.status, 403);
    assert_eq!(server.ask("DELETE", &path, &[], b"").status, 200);
    assert_eq!(server.get(&path).problem(), "not-found");
    assert_eq!(server.ask("DELETE", &path, &[], b"").problem(), "not-found");
    assert_eq!(server.post("/api/v1/documents", "text/plain", text).problem(), "removed");
    assert_eq!(server.post("/api/v1/documents?readmit=true", "text/plain", text).status, 201);
}

#[test]
fn finds_are_sorted_and_counted() {
    let server = Running::new(None);
    let days = |sort: &str| -> Vec<String> {
        let found = server.json(&format!("/api/v1/search?q=engines&sort={sort}"));
        let day = |hit: &Value| hit["published_at"].as_str().unwrap().to_owned();
        found["items"].as_array().unwrap().iter().map(day).collect()
    };
    let by_date = days("date");
    assert!(by_date.len() == 3 && by_date.is_sorted_by(|a, b| a >= b), "{by_date:?}");
    assert_eq!(server.get("/api/v1/search?q=engines&sort=length").problem(), "bad-request");
    assert!(server.json("/api/v1/search?q=ashes&in=articles")["total"].as_u64().unwrap() >= 1);
}
