//! Attributions on PolNeAR's development part.

use super::{Bench, claims, lines};
use crate::repo::{self, Result};
use serde_json::{Map, Value, json};

/// The articles and what people marked in them.
pub const DEV: &str = "polnear/dev.jsonl";

/// The figures named `attribution` and `calibration`, what the whole network reaches, and the curve without a threshold.
pub fn measure(bench: &Bench) -> Result<Map<String, Value>> {
    let truth = bench.file(DEV);
    let score = |answers: &[Value]| -> Result<Value> {
        let mut score = bench.score("attribution.py", &truth, answers)?;
        score["data"] = bench.digest(DEV)?;
        Ok(score)
    };
    let (usual, accurate) = (answers(bench, &["--explain"])?, answers(bench, &["--model", "accurate"])?);
    let all = answers(bench, &["--min-confidence", "0", "--explain"])?;
    Ok(Map::from_iter([
        ("attribution".into(), score(&usual)?),
        ("attribution_accurate".into(), score(&accurate)?),
        ("calibration".into(), calibration(bench, &usual)?),
        ("unthresholded".into(), calibration(bench, &all)?),
    ]))
}

fn calibration(bench: &Bench, answers: &[Value]) -> Result<Value> {
    let script = repo::root().join("evaluation/calibration.py");
    let scorer = bench.data.join("score/attribution.py");
    super::python(&[&script, &scorer, &bench.file(DEV), &bench.answers(answers)?])
}

/// What the command says of these articles, as the scorer reads it.
pub fn answers(bench: &Bench, options: &[&str]) -> Result<Vec<Value>> {
    let articles = lines(&repo::read(&bench.file(DEV))?, DEV)?;
    let input = bench.work.join("articles.jsonl");
    let text: String =
        articles.iter().map(|a| format!("{}\n", json!({"id": a["id"], "text": a["text"]}))).collect();
    repo::write(&input, &text)?;
    let read = bench.read(&[options, &["--from", "jsonl", &input.to_string_lossy()]].concat())?;
    if read.len() != articles.len() {
        return Err(format!("{} of {} articles were read", read.len(), articles.len()));
    }
    read.iter().map(claims::for_scorer).collect()
}
