//! `reportedly check` as people run it.

#![allow(clippy::unwrap_used)]

mod common;

use common::{file, out, reportedly};
use serde_json::Value;
use tempfile::TempDir;

const NAMED: &str = "“The bridge is safe for everybody,” said Mara Hale, the town’s engineer.\n";
const UNNAMED: &str =
    "Sources said the bridge was safe.\n\n“It will fall within the year,” officials said.\n";

#[test]
fn it_ends_with_one_where_a_rule_asks() {
    let folder = TempDir::new().unwrap();
    let (named, unnamed) = (file(&folder, "named.txt", NAMED), file(&folder, "unnamed.txt", UNNAMED));
    let quiet = reportedly(&["check", "--profile", "reuters", &named], b"");
    assert_eq!(quiet.status.code(), Some(0), "{}", out(&quiet));
    assert!(out(&quiet).contains("SP01 note: 1 of 1 claim"));
    let asked = reportedly(&["check", "--profile", "reuters", &named, &unnamed], b"");
    assert_eq!(asked.status.code(), Some(1), "{}", out(&asked));
    assert!(
        out(&asked).contains("unnamed.txt: SP01 flag: 0 of 2 claims")
            && out(&asked).contains("line 1: Sources")
    );
    let told = reportedly(&["check", "--profile", "reuters", "--no-exit", &unnamed], b"");
    assert_eq!(told.status.code(), Some(0));
}

#[test]
fn a_desk_writes_its_own_rules() {
    let folder = TempDir::new().unwrap();
    let rules = r#"{"name": "desk", "rules": [{"measure": "SP06", "level": "ask", "most": 1, "publisher": "our desk",
        "words": "say how many"}]}"#;
    let (pack, text) = (file(&folder, "desk.json", rules), file(&folder, "unnamed.txt", UNNAMED));
    let output = reportedly(&["check", "--json", "--profile", &pack, &text], b"");
    assert_eq!(output.status.code(), Some(1), "{}", out(&output));
    let record: Value = serde_json::from_str(&out(&output)).unwrap();
    assert_eq!(record["profile"].as_array().unwrap().len(), 1);
    assert_eq!((&record["profile"][0]["asks"], &record["profile"][0]["count"]), (&true.into(), &2.into()));
}

#[test]
fn errors_end_with_two_and_say_what_to_do() {
    let folder = TempDir::new().unwrap();
    let (pack, text) = (file(&folder, "desk.json", "{\"name\": 1}"), file(&folder, "a.txt", NAMED));
    for (args, words) in [
        (["check", "--profile", &pack, &text], "is not a pack of rules"),
        (["check", "--profile", "none-such.json", &text], "no such file or folder"),
        (["check", "--profile", "ap", "gone.txt"], "gone.txt: no such file or folder"),
        (["read", "--profile", &pack, &text], "is not a pack of rules"),
    ] {
        let output = reportedly(&args, b"");
        assert_eq!(output.status.code(), Some(2));
        let message = String::from_utf8(output.stderr).unwrap();
        assert!(message.contains(words), "{message}");
    }
}

#[test]
fn a_language_that_is_not_read_is_not_judged() {
    let folder = TempDir::new().unwrap();
    let german = "Die Brücke ist sicher, sagte die Bürgermeisterin am Montag nach der Sitzung des Rates in der Stadt. \
                  „Niemand muss sich fürchten“, sagte sie, und ging dann ohne ein weiteres Wort nach Hause.\n";
    let output = reportedly(&["read", "--json", &file(&folder, "a.txt", german)], b"");
    let record: Value = serde_json::from_str(&out(&output)).unwrap();
    assert!(
        record["segments"].as_array().unwrap().is_empty() && record["profile"].as_array().unwrap().is_empty()
    );
    assert!(record["claims"].as_array().unwrap().iter().all(|c| c["source_kind"].is_null()));
    assert!(record["notes"].as_array().unwrap().iter().any(|n| n["kind"] == "language"));
}
