//! `cargo xtask bench`: words per CPU-second beside a spaCy parse, in the same run.

use crate::repo::{self, NO_DATA, Result};
use crate::{evaluate, venv};
use serde_json::Value;
use std::process::Command;

/// How many articles are related, to see how the cost grows.
const SIZES: [&str; 4] = ["1200", "5000", "20000", "200000"];
/// The corpora that give words and lengths.
const CORPORA: [&str; 2] = ["polnear/train.jsonl", "incidents/articles.jsonl"];

/// Measures and records the figures in `evaluation/speed/results.json`.
pub fn run() -> Result<()> {
    let Some(bench) = evaluate::Bench::find()? else {
        println!("{NO_DATA}");
        return Ok(());
    };
    let folder = repo::root().join("evaluation/speed");
    let python = venv::python("speed", &folder.join("requirements.txt"))?;
    let mut speed = Command::new(python);
    speed.arg(folder.join("speed.py")).arg("--reportedly").arg(&bench.reportedly);
    speed.arg("--articles").arg(bench.file("polnear/dev.jsonl")).arg("--work").arg(repo::target("speed")?);
    let results = repo::output(&mut speed)?;
    let results = String::from_utf8(results).map_err(|e| format!("speed.py: {e}"))?;
    repo::write(&repo::root().join(evaluate::SPEED), &results)?;
    evaluate::tabulate()
}

/// Measures how relating grows with the number of articles, into `evaluation/speed/reuse.json`.
pub fn growth() -> Result<()> {
    let Some(data) = repo::data() else {
        println!("{NO_DATA}");
        return Ok(());
    };
    let mut rows: Vec<Value> = Vec::new();
    for size in SIZES {
        let mut cargo = repo::cargo();
        cargo.args([
            "run",
            "--release",
            "--quiet",
            "--package",
            "reportedly",
            "--example",
            "growth",
            "--",
            size,
        ]);
        cargo.args(CORPORA.map(|corpus| data.join("data").join(corpus)));
        let row = repo::output(&mut cargo)?;
        rows.push(serde_json::from_slice(&row).map_err(|e| format!("growth: {e}"))?);
    }
    let table = format!("{:#}\n", Value::Array(rows));
    repo::write(&repo::root().join(evaluate::GROWTH), &table)?;
    evaluate::tabulate()
}
