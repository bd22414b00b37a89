//! Kind of source, certainty, names and voice, against the labels in `evaluation/labels`.

use super::{Bench, lines};
use crate::repo::{self, Result};
use serde_json::{Map, Value, json};

const DEV: &str = "polnear/dev.jsonl";
const LABELS: &str = "evaluation/labels";
const OPINION: &str = "evaluation/opinion";

/// The figures named `labels`.
pub fn measure(bench: &Bench) -> Result<Map<String, Value>> {
    let root = repo::root();
    let mut articles = lines(&repo::read(&bench.file(DEV))?, DEV)?;
    for file in repo::files(OPINION)?.iter().filter(|file| file.ends_with(".txt")) {
        let name = file.trim_end_matches(".txt").rsplit('/').next().unwrap_or_default();
        articles.push(json!({"id": format!("opinion/{name}"), "text": repo::read(&root.join(file))?}));
    }
    let input = bench.work.join("labelled.jsonl");
    let line = |a: &Value| format!("{}\n", json!({"id": a["id"], "text": a["text"], "title": a["title"]}));
    repo::write(&input, &articles.iter().map(line).collect::<String>())?;
    let read = bench.read(&["--from", "jsonl", &input.to_string_lossy()])?;
    if read.len() != articles.len() {
        return Err(format!("{} of {} articles were read", read.len(), articles.len()));
    }
    let answers = bench.work.join("labelled-answers.jsonl");
    repo::write(&answers, &read.iter().map(|d| format!("{d}\n")).collect::<String>())?;
    let [script, labels, opinion] = ["evaluation/labels.py", LABELS, OPINION].map(|path| root.join(path));
    let mut score = super::python(&[&script, &labels, &answers, &bench.file(DEV), &opinion])?;
    score["data"] = bench.digest(DEV)?;
    Ok(Map::from_iter([("labels".into(), score)]))
}
