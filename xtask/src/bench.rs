//! `cargo xtask bench`: words per CPU-second beside a spaCy parse, in the same run.

use crate::repo::{self, NO_DATA, Result};
use crate::{evaluate, venv};
use std::process::Command;

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
    println!("{results}");
    repo::write(&folder.join("results.json"), &results)
}
