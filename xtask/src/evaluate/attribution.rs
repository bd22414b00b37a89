//! Attributions on PolNeAR's development part.

use super::{Bench, claims, lines};
use crate::repo::{self, Result};
use serde_json::{Map, Value, json};

const DEV: &str = "polnear/dev.jsonl";

/// The figures named `attribution` and `calibration`.
pub fn measure(bench: &Bench) -> Result<Map<String, Value>> {
    let truth = bench.file(DEV);
    let articles = lines(&repo::read(&truth)?, DEV)?;
    let input = bench.work.join("articles.jsonl");
    let text: String =
        articles.iter().map(|a| format!("{}\n", json!({"id": a["id"], "text": a["text"]}))).collect();
    repo::write(&input, &text)?;
    let read = bench.read(&["--from", "jsonl", &input.to_string_lossy()])?;
    if read.len() != articles.len() {
        return Err(format!("{} of {} articles were read", read.len(), articles.len()));
    }
    let answers = read.iter().map(claims::for_scorer).collect::<Result<Vec<_>>>()?;
    let mut score = bench.score("attribution.py", &truth, &answers)?;
    score["data"] = bench.digest(DEV)?;
    let script = repo::root().join("evaluation/calibration.py");
    let scorer = bench.data.join("score/attribution.py");
    let calibration = super::python(&[&script, &scorer, &truth, &bench.work.join("answers.jsonl")])?;
    Ok(Map::from_iter([("attribution".into(), score), ("calibration".into(), calibration)]))
}
