//! Attributions on PolNeAR's development part.

use super::{Bench, claims, lines};
use crate::repo::{self, Result};
use serde_json::{Map, Value, json};

/// The articles and what people marked in them.
pub const DEV: &str = "polnear/dev.jsonl";
/// Some of these articles were marked by several trained people.
const TRAIN: &str = "polnear/train.jsonl";

/// The figures named `attribution` and `calibration`, what the fast reader reaches, the curve without a threshold,
/// and how far trained people agree.
pub fn measure(bench: &Bench) -> Result<Map<String, Value>> {
    let truth = bench.file(DEV);
    let score = |answers: &[Value]| -> Result<Value> {
        let mut score = bench.score("attribution.py", &truth, answers)?;
        score["data"] = bench.digest(DEV)?;
        Ok(score)
    };
    let (usual, fast) = (answers(bench, &[])?, answers(bench, &["--model", "fast"])?);
    let all = answers(bench, &["--min-confidence", "0"])?;
    Ok(Map::from_iter([
        ("attribution".into(), score(&usual)?),
        ("attribution_fast".into(), score(&fast)?),
        ("calibration".into(), calibration(bench, &usual)?),
        ("unthresholded".into(), calibration(bench, &all)?),
        ("annotators".into(), annotators(bench)?),
    ]))
}

/// Each annotator of an article against each other one, as if the other were the truth.
fn annotators(bench: &Bench) -> Result<Value> {
    let (mut truth, mut answers) = (Vec::new(), Vec::new());
    for article in lines(&repo::read(&bench.file(TRAIN))?, TRAIN)? {
        let layers = article["layers"].as_array().map_or(&[][..], Vec::as_slice);
        for (i, one) in layers.iter().enumerate() {
            for (j, other) in layers.iter().enumerate().filter(|(j, _)| *j != i) {
                let id = format!("{} {i}/{j}", article["id"].as_str().unwrap_or_default());
                truth.push(json!({"id": id, "text": article["text"], "attributions": one["attributions"]}));
                answers.push(json!({"id": id, "attributions": other["attributions"]}));
            }
        }
    }
    let gold = bench.work.join("annotators.jsonl");
    repo::write(&gold, &truth.iter().map(|article| format!("{article}\n")).collect::<String>())?;
    bench.score("attribution.py", &gold, &answers)
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
