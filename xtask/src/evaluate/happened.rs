//! What happened: expressions of time, and the incident that an article is about.

use super::{Bench, lines, python};
use crate::repo::{self, Result};
use serde_json::{Map, Value, json};
use std::path::PathBuf;

/// Nothing is learned for expressions of time; half of these articles were never looked at.
const TIMED: [&str; 3] = ["timebank", "aquaint", "wikiwars"];
const ARTICLES: &str = "incidents/articles.jsonl";
const TRUTH: &str = "incidents/truth.jsonl";
/// The network learned from some articles of the same corpus: these are left out.
const LEARNED: &str = "facts/articles.jsonl";
/// Every so many of the others is read.
const EVERY: usize = 5;

/// The figures named `time` and `incidents`.
pub fn measure(bench: &Bench) -> Result<Map<String, Value>> {
    let mut time = Map::new();
    for corpus in TIMED {
        let gold = rows(bench, &format!("time/{corpus}.jsonl"))?;
        for (half, parity) in [("read", 0), ("unread", 1)] {
            let some: Vec<&Value> = gold.iter().skip(parity).step_by(2).collect();
            time.insert(format!("{corpus}_{half}"), timed(bench, &some)?);
        }
    }
    Ok(Map::from_iter([("time".into(), time.into()), ("incidents".into(), incidents(bench)?)]))
}

fn timed(bench: &Bench, gold: &[&Value]) -> Result<Value> {
    let texts: Vec<Value> =
        gold.iter().map(|doc| json!({"id": doc["id"], "text": doc["text"], "date": doc["dct"]})).collect();
    let answer = |doc: &Value| json!({"id": doc["doc_id"], "timexes": doc["dates"]});
    let answers: Vec<Value> = read(bench, &texts)?.iter().map(answer).collect();
    let truth = bench.work.join("timexes.jsonl");
    let gold: String = gold.iter().map(|doc| format!("{doc}\n")).collect();
    repo::write(&truth, &gold)?;
    bench.score("time.py", &truth, &answers)
}

fn incidents(bench: &Bench) -> Result<Value> {
    let learned = rows(bench, LEARNED)?;
    let is_new = |doc: &&Value| !learned.iter().any(|l| l["corpus_id"] == doc["id"]);
    let all = rows(bench, ARTICLES)?;
    let some: Vec<Value> = all.iter().filter(is_new).step_by(EVERY).cloned().collect();
    let answers: Vec<Value> = read(bench, &some)?.iter().map(card).collect();
    let articles = bench.work.join("articles.jsonl");
    repo::write(&articles, &some.iter().map(|doc| format!("{doc}\n")).collect::<String>())?;
    let scorer = bench.data.join("score/incidents.py");
    python(&[&scorer, &bench.file(TRUTH), &articles, &bench.answers(&answers)?])
}

fn card(doc: &Value) -> Value {
    let mut all = doc["incidents"].as_array().into_iter().flatten();
    let main = all.find(|i| i["main"] == true).map(
        |i| json!({"date": i["when"]["value"], "city": i["where"]["settlement"], "state": i["where"]["region"]}),
    );
    json!({"id": doc["doc_id"], "main": main})
}

fn rows(bench: &Bench, name: &str) -> Result<Vec<Value>> {
    lines(&repo::read(&bench.file(name))?, name)
}

/// Reads texts as the command does; every one must come out.
fn read(bench: &Bench, texts: &[Value]) -> Result<Vec<Value>> {
    let path: PathBuf = bench.work.join("texts.jsonl");
    repo::write(&path, &texts.iter().map(|doc| format!("{doc}\n")).collect::<String>())?;
    let read = bench.read(&["--from", "jsonl", &path.to_string_lossy()])?;
    if read.len() < texts.len() * 9 / 10 {
        return Err(format!("{} of {} articles were read", read.len(), texts.len()));
    }
    Ok(read)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_says_nothing_where_the_article_does() {
        let doc = json!({"doc_id": "a", "incidents": [{"main": true, "when": null, "where": {"settlement": "Carrow"}}]});
        assert_eq!(card(&doc), json!({"id": "a", "main": {"date": null, "city": "Carrow", "state": null}}));
        assert_eq!(card(&json!({"doc_id": "b", "incidents": []}))["main"], Value::Null);
    }
}
