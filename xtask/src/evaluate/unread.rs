//! Kinds, names, certainty and polarity in articles that nobody read, many of them from corpora that nothing was learned from.

use super::Bench;
use crate::repo::{self, Result};
use serde_json::{Map, Value};
use std::path::Path;
use std::process::Command;

const SCRIPT: &str = "evaluation/unread.py";

/// The figures named `unread`.
pub fn measure(bench: &Bench) -> Result<Map<String, Value>> {
    let script = repo::root().join(SCRIPT);
    let data = bench.data.join("data");
    let texts = repo::output(Command::new("python3").args([script.as_path(), Path::new("texts"), &data]))?;
    let (input, answers) = (bench.work.join("unread.jsonl"), bench.work.join("unread-answers.jsonl"));
    repo::write(&input, &String::from_utf8_lossy(&texts))?;
    let read = bench.read(&["--from", "jsonl", &input.to_string_lossy()])?;
    repo::write(&answers, &read.iter().map(|d| format!("{d}\n")).collect::<String>())?;
    let mut score = super::python(&[&script, Path::new("score"), &data, &answers])?;
    score["data"] = bench.digest("labels/claims.jsonl")?;
    Ok(Map::from_iter([("unread".into(), score)]))
}
