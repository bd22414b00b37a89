//! Stories: which articles tell of one incident, as they are added to a library and as they are found anew.

use super::{Bench, lines};
use crate::repo::{self, Result};
use serde_json::{Map, Value, json};
use std::path::Path;
use std::process::Command;

/// Nothing is learned from these.
const SETS: [&str; 2] = ["unread", "even"];

/// The figures named `stories`.
pub fn measure(bench: &Bench) -> Result<Map<String, Value>> {
    let mut found = Map::new();
    for set in SETS {
        found.insert(set.into(), of_set(bench, set)?);
    }
    Ok(Map::from_iter([("stories".into(), found.into())]))
}

fn of_set(bench: &Bench, set: &str) -> Result<Value> {
    let script = repo::root().join("evaluation/stories.py");
    let data = bench.data.join("data");
    let articles = repo::output(Command::new("python3").arg(script).arg(set).arg(data))?;
    let truth = bench.work.join(format!("stories.{set}.jsonl"));
    repo::write(&truth, &String::from_utf8_lossy(&articles))?;
    let library = bench.work.join(format!("stories.{set}.db"));
    for ending in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{ending}", library.display()));
    }
    let run = |args: &[&str]| -> Result<Vec<u8>> {
        repo::output(Command::new(&bench.reportedly).args(args).arg("--library").arg(&library))
    };
    run(&["add", "--quiet", "--from", "jsonl", &truth.to_string_lossy()])?;
    let score = |truth: &Path| -> Result<Value> {
        let cards = run(&["stories", "--json", "--least", "1", "--limit", "1000000"])?;
        bench.score(
            "clusters.py",
            truth,
            &answers(&lines(&String::from_utf8_lossy(&cards), "reportedly stories")?),
        )
    };
    let added = score(&truth)?;
    run(&["stories", "rebuild"])?;
    let mut rebuilt = score(&truth)?;
    let number = |value: &Value| value.as_f64().unwrap_or(0.0);
    let wrong = number(&rebuilt["false_merges"]["articles"]) / number(&rebuilt["articles"]).max(1.0);
    rebuilt["in_false_merges"] = json!((wrong * 1000.0).round() / 1000.0);
    rebuilt["as_added"] = json!({ "b3": added["b3"], "pairwise": added["pairwise"] });
    Ok(rebuilt)
}

/// The story of each article.
fn answers(cards: &[Value]) -> Vec<Value> {
    let of = |card: &Value| -> Vec<Value> {
        let ids = card["doc_ids"].as_array().into_iter().flatten();
        ids.map(|id| json!({ "id": id, "story": card["story_id"] })).collect()
    };
    cards.iter().flat_map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_article_of_a_story_has_its_name() {
        let found = answers(&[json!({"story_id": "s", "doc_ids": ["a", "b"]})]);
        assert_eq!(found, [json!({"id": "a", "story": "s"}), json!({"id": "b", "story": "s"})]);
    }
}
