//! Stories, from articles to a list, a dossier and a decision by hand.

#![allow(clippy::unwrap_used)]

mod common;

use common::{err, file, out, refusal, reportedly};
use serde_json::Value;
use tempfile::TempDir;

const FIRST: &str = "QUENBY — Two people were killed and three were injured when a wall of the Tarnby brewery fell on Friday night, \
    fire chief Hepzibah Flood said. Oswin Tarnby, the brewer, was not in the building. The wall fell on a queue in Tinder Lane.";
const AGAIN: &str = "QUENBY — Four people were killed when a wall of the Tarnby brewery fell on a queue in Tinder Lane on Friday \
    night, Hepzibah Flood, the fire chief, said. Oswin Tarnby, the brewer, said he had not been in the building.";
const BAKERY: &str =
    "A bakery in Cobble Row will close in spring because rye costs too much, its owner Benedicta Roe said.";

#[test]
fn one_incident_is_listed_shown_and_split() {
    let folder = TempDir::new().unwrap();
    let library = folder.path().join("news.db").display().to_string();
    let lines =
        [("quay", FIRST, "2031-03-15"), ("mill", BAKERY, "2031-03-15"), ("post", AGAIN, "2031-03-16")].map(
            |(id, text, date)| {
                format!(
                    "{}\n",
                    serde_json::json!({ "id": id, "text": text, "date": date, "outlet": format!("The {id}") })
                )
            },
        );
    let articles = file(&folder, "news.jsonl", lines.concat());
    let run = |args: &[&str]| {
        let done = reportedly(&[args, &["--library", &library]].concat(), b"");
        assert_eq!(done.status.code(), Some(0), "{}", err(&done));
        out(&done)
    };
    run(&["add", "--quiet", &articles]);
    let cards: Vec<Value> =
        run(&["stories", "--json"]).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(cards.len(), 1, "{cards:?}");
    assert_eq!(cards[0]["doc_ids"], serde_json::json!(["quay", "post"]));
    let story = cards[0]["story_id"].as_str().unwrap();
    assert!(run(&["stories"]).contains(story));
    let found: Value = serde_json::from_str(&run(&["story", story, "--as", "json"])).unwrap();
    let killed: Vec<&Value> =
        found["answers"].as_array().unwrap().iter().filter(|a| a["question"] == "killed").collect();
    let values: Vec<&Value> = killed.iter().map(|answer| &answer["value"]).collect();
    assert_eq!(values, ["2", "4"], "{killed:?}");
    assert!(killed.iter().all(|answer| answer["sourced"] == "reported"), "{killed:?}");
    let told = run(&["story", "post"]);
    assert!(
        told.contains("How many were killed?") && told.contains("another answer stands beside it"),
        "{told}"
    );
    assert!(run(&["story", story, "--as", "html"]).contains("<table"));
    run(&["stories", "split", "post", "--as", "ann", "--why", "another wall"]);
    assert!(run(&["correct", "--log"]).contains("another wall"));
    assert_eq!(run(&["stories", "--json"]), "");
    run(&["correct", "--undo", "1"]);
    assert_eq!(run(&["stories", "--json"]).lines().count(), 1);
    assert_eq!(run(&["stories", "rebuild"]), "2 stories found\n");
    assert!(
        refusal(&["story", "nowhere", "--library", &library], b"").contains("there is no story \"nowhere\"")
    );
}
