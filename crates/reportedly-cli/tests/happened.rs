//! What happened, from an article to a library, a list, a calendar and a map.

#![allow(clippy::unwrap_used)]

mod common;

use std::fs;

use common::{err, file, out, refusal, reportedly};
use serde_json::Value;
use tempfile::TempDir;

const CRASH: &str = "DAYTON, Ohio — Three people were injured when a city bus hit a wall in Dayton, Ohio, on Friday, police said.\n\n\
    “Nobody was killed,” said Mara Hale, a spokeswoman for the fire department.";
const PIER: &str = "“The pier is a disgrace,” wrote Tom Reed in a column about the council.";

/// A library of two articles, one of which tells of something that happened.
fn library(folder: &TempDir) -> String {
    let [crash, pier] = [("crash", CRASH), ("pier", PIER)].map(|(id, text)| {
        let line = serde_json::json!({ "id": id, "text": text, "date": "2031-03-15" });
        file(folder, &format!("{id}.jsonl"), line.to_string())
    });
    let library = folder.path().join("news.db").display().to_string();
    let added = reportedly(&["add", "--quiet", "--library", &library, &crash, &pier], b"");
    assert_eq!(added.status.code(), Some(0), "{}", err(&added));
    library
}

#[test]
fn what_happened_is_listed_found_and_exported() {
    let folder = TempDir::new().unwrap();
    let library = library(&folder);
    let ids = |args: &[&str]| {
        let args: Vec<&str> = args.iter().copied().chain(["--library", &library, "--json"]).collect();
        let lines = out(&reportedly(&args, b""));
        lines.lines().map(|l| serde_json::from_str::<Value>(l).unwrap()["doc_id"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(ids(&["list", "--happened", "2031-03-14", "--in", "Dayton"]), ["crash"]);
    assert_eq!(ids(&["list", "--in", "ohio", "bus"]), ["crash"]);
    assert!(ids(&["list", "--happened", "2031-04"]).is_empty());
    assert_eq!(ids(&["search", "--in", "articles", "in:dayton happened:2031"]), ["crash"]);
    assert_eq!(ids(&["search", "in:dayton source:hale"]), ["crash"]);
    for bad in ["31 March", "2031-02-30", "2031-04..2031-03"] {
        assert!(refusal(&["list", "--library", &library, "--happened", bad], b"").contains("happened:"));
    }
    let to = |name: &str| folder.path().join(name).display().to_string();
    let (calendar, map) = (to("news.ics"), to("news.geojson"));
    for (form, to) in [("icalendar", &calendar), ("geojson", &map)] {
        let done = reportedly(&["export", "--library", &library, "--as", form, "--to", to], b"");
        assert_eq!((done.status.code(), err(&done).as_str()), (Some(0), ""));
    }
    let calendar = fs::read_to_string(calendar).unwrap();
    assert!(calendar.contains("DTSTART;VALUE=DATE:20310314\r\n"), "{calendar}");
    let map: Value = serde_json::from_str(&fs::read_to_string(map).unwrap()).unwrap();
    let point = &map["features"][0]["geometry"]["coordinates"];
    assert!(point[0].as_f64().unwrap() < -84.0 && point[1].as_f64().unwrap() > 39.0, "{point}");
}

#[test]
fn what_cannot_go_out_is_counted() {
    // no day of publication, so Friday is no day
    let read = reportedly(&["read", "--quiet", "--as", "icalendar", "-"], CRASH.as_bytes());
    assert!(err(&read).contains("1 incident without a day left out"), "{}", err(&read));
    assert_eq!(out(&read).matches("BEGIN:").count(), 1);
}

#[test]
fn articles_of_an_earlier_version_are_told_of() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("news.db");
    let old = include_str!("../../reportedly-library/tests/formats/5.sql");
    rusqlite::Connection::open(&path).unwrap().execute_batch(old).unwrap();
    let library = path.display().to_string();
    for args in [&["list", "--in", "Velmouth"][..], &["search", "happened:2031"]] {
        let told = err(&reportedly(&[args, &["--library", &library]].concat(), b""));
        assert!(told.contains("3 articles added by an earlier version") && told.contains("reread"), "{told}");
    }
    let to = folder.path().join("news.geojson").display().to_string();
    let told = err(&reportedly(&["export", "--library", &library, "--as", "geojson", "--to", &to], b""));
    assert!(told.contains("3 articles"), "{told}");
    assert_eq!(reportedly(&["reread", "--quiet", "--library", &library], b"").status.code(), Some(0));
    let told = err(&reportedly(&["list", "--in", "Velmouth", "--library", &library], b""));
    assert!(!told.contains("earlier version"), "{told}");
}
