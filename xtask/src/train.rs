//! `cargo xtask train`: the recipe that writes the model's weights. Building and testing never need it.

use crate::repo::{self, Result};
use crate::venv;
use std::path::PathBuf;
use std::process::Command;

const WEIGHTS: &str = "crates/reportedly-model/weights";

/// Trains, going on where an earlier run stopped, then exports. Options are those of `training/train.py`.
pub fn run(args: &[String]) -> Result<()> {
    let training = repo::root().join("training");
    let python = venv::python("training", &training.join("requirements.txt"))?;
    let state = repo::target("training")?.join("state.pt");
    let script = |name: &str| {
        let mut command = Command::new(&python);
        command.arg(training.join(name)).arg("--state").arg(&state).current_dir(repo::root());
        command
    };
    let data = if args.iter().any(|arg| arg == "--data") { Vec::new() } else { usual_data()? };
    let mut train = script("train.py");
    if !data.is_empty() {
        train.arg("--data").args(data);
    }
    follow(train.args(args))?;
    follow(script("export.py").arg("--out").arg(repo::root().join(WEIGHTS)))?;
    println!("the weights in {WEIGHTS} are new; `cargo xtask evaluate` says how good they are");
    Ok(())
}

/// The training part of the corpus, and our own passages of opinion prose: twice, since they are few.
fn usual_data() -> Result<Vec<PathBuf>> {
    let folder = repo::data()
        .ok_or("the training data is not at $REPORTEDLY_DATA or ../shared; give files with --data")?;
    let opinion = repo::root().join("training/opinion.md");
    Ok(vec![folder.join("data/polnear/train.jsonl"), opinion.clone(), opinion])
}

/// Runs a program that speaks for itself.
fn follow(command: &mut Command) -> Result<()> {
    let status = command.status().map_err(|e| format!("{}: {e}", command.get_program().to_string_lossy()))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("training ended with {status}; run it again to go on"))
    }
}
