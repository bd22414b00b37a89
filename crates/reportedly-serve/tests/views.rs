//! Every view as one file to keep: whole without this server, and true to the records.

#![allow(clippy::unwrap_used)]

mod common;

use common::{HOSTILE, Running};
use serde_json::Value;

/// The views, with the claim that is traced.
fn views(server: &Running) -> Vec<(String, String)> {
    let claim = &server.json("/api/v1/search?q=engines")["items"][0]["claim"]["claim_id"];
    let paths = [
        "/api/v1/documents/estuary-post-1?as=html".to_owned(),
        "/api/v1/documents/hostile?as=html".to_owned(),
        "/api/v1/search?q=tide+OR+engines&as=html".to_owned(),
        "/api/v1/search?q=tide&in=articles&as=html".to_owned(),
        "/api/v1/claims?source_name=Maren+Oldcastle&as=html".to_owned(),
        "/api/v1/reuse?doc_id=quay-news-1&as=html".to_owned(),
        format!("/api/v1/claim-groups?claim_id={}&as=html", claim.as_str().unwrap()),
    ];
    let saved = paths.map(|path| {
        let answer = server.get(&path);
        assert_eq!(answer.status, 200, "{path}: {}", answer.body);
        assert_eq!(answer.header("content-disposition"), Some("attachment"), "{path}");
        (path, answer.body)
    });
    saved.to_vec()
}

#[test]
fn the_page_has_the_grades_of_the_core() {
    let grade =
        |g: reportedly::reading::Grade| format!("[\"{}\", {}, {}]", g.name(), g.least(), g.of_hundred());
    let all = reportedly::reading::Grade::ALL.map(grade).join(", ");
    assert!(include_str!("../src/page/claim.js").contains(&format!("const GRADES = [{all}];")), "{all}");
}

#[test]
fn a_saved_view_needs_nothing_and_runs_nothing() {
    let server = Running::new(None);
    for (path, html) in views(&server) {
        assert!(html.starts_with("<!doctype html>") && html.ends_with("</html>\n"), "{path}");
        assert!(
            html.contains("content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'"),
            "{path}"
        );
        // the only tags that can be there, and no attribute that names another place
        for tag in html.split('<').skip(1).map(|rest| rest.split('>').next().unwrap()) {
            let name = tag.trim_start_matches('/').split(' ').next().unwrap();
            assert!(
                "!doctype html head meta title style body article h1 h2 h3 p ul li br b i small span del ins mark a \
                 div section blockquote details summary table thead tbody tr th td svg text path rect"
                    .split(' ')
                    .any(|known| known == name),
                "{path}: <{tag}>"
            );
            assert!(
                !tag.contains("src=") && !tag.contains(" on") && !tag.contains("http:"),
                "{path}: <{tag}>"
            );
            assert!(tag.split("href=").skip(1).all(|rest| rest.starts_with("\"#")), "{path}: <{tag}>");
        }
        assert!(!html.contains("url(") && !html.contains("@import"), "{path}");
    }
}

#[test]
fn what_a_saved_view_says_stands_in_the_records() {
    let server = Running::new(None);
    let mut claims = 0;
    for (path, html) in views(&server) {
        for item in html.split("<li").skip(1).map(|item| plain(item.split("</li>").next().unwrap())) {
            for place in item.split("characters ").skip(1) {
                let (start, rest) = place.split_once('–').unwrap();
                let (end, rest) = rest.split_once(" of ").unwrap();
                let id = rest.split([' ', '\n']).next().unwrap();
                let record = server.json(&format!("/api/v1/documents/{id}"));
                let claim = claim(&record, start.parse().unwrap(), end.parse().unwrap());
                for piece in claim["content"].as_array().unwrap() {
                    assert!(item.contains(piece["text"].as_str().unwrap()), "{path}: {item}");
                }
                claims += 1;
            }
        }
    }
    assert!(claims > 6, "{claims}");
}

#[test]
fn each_view_shows_what_it_is_for() {
    let server = Running::new(None);
    let all = views(&server);
    let [article, hostile, search, articles, source, copies, trace] = &all[..] else { unreachable!() };
    assert!(article.1.contains("Who says what"));
    assert!(plain(&hostile.1).contains(HOSTILE) && plain(&search.1).contains(HOSTILE));
    assert!(search.1.contains("pages with these words"), "{}", search.1);
    assert!(articles.1.contains("1 found, and no more"), "{}", articles.1);
    let said = server.json("/api/v1/claims?source_name=Maren+Oldcastle")["total"].as_u64().unwrap();
    assert!(said > 0 && source.1.contains(&format!("{said} of the {said} claims")), "{}", source.1);
    assert!(copies.1.contains("Velmouth Courier reported"), "{}", copies.1);
    assert!(trace.1.contains("3 pages → ") && trace.1.matches("<tr>").count() == 4, "{}", trace.1);
    for (path, problem) in [
        ("/api/v1/claims?as=html", "bad-request"),
        ("/api/v1/search?q=tide&as=pdf", "bad-request"),
        ("/api/v1/reuse?doc_id=nowhere&as=html", "not-found"),
    ] {
        assert_eq!(server.get(path).problem(), problem, "{path}");
    }
}

fn claim(record: &Value, start: u64, end: u64) -> Value {
    let bounds = |c: &&Value| {
        let pieces = c["content"].as_array().unwrap();
        (pieces[0]["start"] == start, pieces[pieces.len() - 1]["end"] == end) == (true, true)
    };
    record["claims"].as_array().unwrap().iter().find(bounds).unwrap().clone()
}

/// The words without their markup.
fn plain(html: &str) -> String {
    let mut out = String::new();
    for part in html.split('<') {
        out += part.split_once('>').map_or(part, |(_, words)| words);
        out.push(' ');
    }
    let out = out.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    out.replace("&#39;", "'").replace("&amp;", "&")
}
