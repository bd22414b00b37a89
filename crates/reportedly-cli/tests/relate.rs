//! `reportedly relate` as people run it.

#![allow(clippy::unwrap_used)]

mod common;

use common::{err, file, out, records, refusal, reportedly};
use serde_json::Value;
use tempfile::TempDir;

const SHEDS: &str = "A fire in the sheds behind the fish market was put out within an hour on Tuesday. \
    “Eleven boats lost their gear, worth as much as a season's catch,” said Runa Beck, the fire chief.";

fn corpus() -> String {
    let line = |id: &str, outlet: &str, date: &str| {
        format!(
            "{{\"id\": \"{id}\", \"outlet\": \"{outlet}\", \"date\": \"{date}\", \"text\": \"{SHEDS}\"}}\n"
        )
    };
    line("b", "The Tide", "2031-04-06") + &line("a", "The Quay", "2031-04-05")
}

#[test]
fn copies_are_related_and_their_claim_is_one_text() {
    let output = reportedly(&["relate", "--from", "jsonl", "--json", "-"], corpus().as_bytes());
    assert!(output.status.success(), "{}", err(&output));
    let rows = records(&output);
    let (reuse, groups): (Vec<_>, Vec<_>) = rows.iter().partition(|row| row["table"] == "reuse");
    assert_eq!(reuse.len(), 1);
    assert_eq!((&reuse[0]["doc_a"], &reuse[0]["doc_b"]), (&"a".into(), &"b".into()));
    assert_eq!((&reuse[0]["kind"], &reuse[0]["direction"]), (&"copy".into(), &"a_to_b".into()));
    assert_eq!(reuse[0]["evidence"][0], "published 2031-04-05 (caller), then 2031-04-06 (caller)");
    assert!(!groups.is_empty(), "{}", out(&output));
    for group in groups {
        let counts = ["pages", "texts", "publishers", "origins"].map(|name| group[name].as_u64().unwrap());
        assert_eq!(counts, [2, 1, 2, 1], "{group}");
        assert_eq!(group["first_known"]["doc_id"], "a");
        for place in group["carriers"].as_array().unwrap().iter().map(|carrier| &carrier["place"]) {
            let [start, end] = ["start", "end"].map(|name| place[name].as_u64().unwrap() as usize);
            let words: String = SHEDS.chars().skip(start).take(end - start).collect();
            assert_eq!(place["text"], words);
        }
    }
}

#[test]
fn who_denies_a_claim_is_not_where_it_comes_from() {
    let said = "that the harbour company had paid two of its inspectors forty thousand crowns so that they overlooked the cracks in the wall";
    let line = |id: &str, who: &str| {
        format!(
            "{{\"id\":\"{id}\",\"outlet\":\"{id}\",\"text\":\"It rained in {id}. {who} {said}. {id} slept.\"}}\n"
        )
    };
    let corpus = line("Quay", "Engineer Tom Reed said") + &line("Post", "Director Mara Hale denied");
    let output = reportedly(
        &["relate", "--from", "jsonl", "--json", "--only", "claim-groups", "-"],
        corpus.as_bytes(),
    );
    let origins: Vec<Value> = records(&output)
        .into_iter()
        .flat_map(|row| row["went_back_to"].as_array().cloned().unwrap_or_default())
        .collect();
    assert!(!origins.is_empty() && origins.iter().all(|o| o["name"] != "Mara Hale"), "{origins:?}");
    assert!(origins.iter().any(|o| o["name"] == "Tom Reed"), "{origins:?}");
}

#[test]
fn owners_come_from_a_file() {
    let folder = TempDir::new().unwrap();
    let owners = file(&folder, "owners.toml", b"\"Harbour Media\" = [\"The Quay\", \"The Tide\"]");
    let args = ["relate", "--from", "jsonl", "--json", "--only", "claim-groups", "--publishers"];
    let output = reportedly(&[&args[..], &[&owners, "-"]].concat(), corpus().as_bytes());
    assert!(records(&output).iter().all(|group| group["publishers"] == 1), "{}", out(&output));
    let wrong = file(&folder, "wrong.toml", b"Harbour Media: The Quay");
    let refused = refusal(&[&args[..], &[&wrong, "-"]].concat(), corpus().as_bytes());
    assert!(refused.contains("wrong.toml") && refused.contains("is not a list of owners"), "{refused}");
}

#[test]
fn an_id_that_comes_twice_is_named_and_the_rest_is_related() {
    let folder = TempDir::new().unwrap();
    let [one, two] = ["one.jsonl", "two.jsonl"].map(|name| file(&folder, name, corpus().as_bytes()));
    let output = reportedly(&["relate", "--only", "reuse", &one, &two], b"");
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("was already read"), "{}", err(&output));
    assert!(out(&output).starts_with("copy\ta\t"), "{}", out(&output));
}
