//! `cargo xtask evaluate`: how good the reader is, measured through the command as a user runs it.
//!
//! Texts and scorers lie outside the project (`repo::data`); only figures are recorded here.

mod attribution;
mod claims;
mod floors;
mod labels;
mod pages;
mod peers;
mod report;
mod reuse;
mod sourcing;

use crate::repo::{self, NO_DATA, Result};
use serde_json::{Map, Value, json};
use std::path::{Path, PathBuf};
use std::process::Command;

const RESULTS: &str = "evaluation/results.json";
/// Where `cargo xtask bench` records its figures.
pub const SPEED: &str = "evaluation/speed/results.json";
/// Where `cargo xtask bench reuse` records its figures.
pub const GROWTH: &str = "evaluation/speed/reuse.json";
const TABLE: &str = "evaluation/RESULTS.md";

/// What a measurement needs to know.
pub struct Bench {
    /// The folder with the data and the scorers.
    pub data: PathBuf,
    /// The `reportedly` command.
    pub reportedly: PathBuf,
    /// Where working files go.
    pub work: PathBuf,
}

/// Measures, records the figures and says how they stand to the floors.
pub fn run(args: &[String]) -> Result<()> {
    let what = args.first().map_or("all", String::as_str);
    const KNOWN: [&str; 9] =
        ["all", "attribution", "sourcing", "labels", "pages", "metadata", "reuse", "peers", "speed"];
    if !KNOWN.contains(&what) {
        return Err(format!(
            "evaluate knows attribution, sourcing, labels, pages (with metadata), reuse, peers, speed and all, not {what:?}"
        ));
    }
    if what == "speed" {
        return crate::bench::run();
    }
    let Some(bench) = Bench::find()? else {
        println!("{NO_DATA}");
        return Ok(());
    };
    let mut results: Map<String, Value> =
        recorded(RESULTS).and_then(|old| old.as_object().cloned()).unwrap_or_default();
    results.extend(measure(&bench, what)?);
    let results = Value::Object(results);
    repo::write(&repo::root().join(RESULTS), &format!("{results:#}\n"))?;
    tabulate()?;
    let under = floors::Floors::load()?.missed(&results);
    if under.is_empty() { Ok(()) } else { Err(format!("below the floors:\n- {}", under.join("\n- "))) }
}

/// Writes the table of all that is recorded, and shows it.
pub fn tabulate() -> Result<()> {
    let (speed, growth) = (recorded(SPEED), recorded(GROWTH));
    let table = report::table(&recorded(RESULTS).unwrap_or_default(), speed.as_ref(), growth.as_ref());
    println!("{table}");
    repo::write(&repo::root().join(TABLE), &table)
}

/// Figures of an earlier run.
fn recorded(file: &str) -> Option<Value> {
    serde_json::from_str(&repo::read(&repo::root().join(file)).ok()?).ok()
}

/// The figures of one part, or of all, by name.
fn measure(bench: &Bench, what: &str) -> Result<Map<String, Value>> {
    let mut results = Map::new();
    if ["all", "attribution"].contains(&what) {
        results.extend(attribution::measure(bench)?);
    }
    if ["all", "sourcing"].contains(&what) {
        results.extend(sourcing::measure(bench)?);
    }
    if ["all", "labels"].contains(&what) {
        results.extend(labels::measure(bench)?);
    }
    if ["all", "pages", "metadata"].contains(&what) {
        results.extend(pages::measure(bench)?);
    }
    if ["all", "reuse"].contains(&what) {
        results.extend(reuse::measure(bench)?);
    }
    if what == "peers" {
        results.extend(peers::measure(bench)?);
    }
    Ok(results)
}

impl Bench {
    /// Builds the command; `None` where this machine has no data.
    pub fn find() -> Result<Option<Self>> {
        let Some(data) = repo::data() else { return Ok(None) };
        Ok(Some(Self { data, reportedly: repo::reportedly()?, work: repo::target("evaluation")? }))
    }

    /// A file of the data.
    pub fn file(&self, name: &str) -> PathBuf {
        self.data.join("data").join(name)
    }

    /// Runs `reportedly read --json` and gives one object per document; failed inputs are left out.
    pub fn read(&self, args: &[&str]) -> Result<Vec<Value>> {
        let done = repo::run(Command::new(&self.reportedly).args(["read", "--json"]).args(args))?;
        if !matches!(done.status.code(), Some(0 | 2)) {
            return Err(format!(
                "reportedly ended with {}: {}",
                done.status,
                String::from_utf8_lossy(&done.stderr)
            ));
        }
        lines(&String::from_utf8_lossy(&done.stdout), "the output of reportedly")
    }

    /// Runs one of the scorers with a truth and our answers.
    pub fn score(&self, scorer: &str, truth: &Path, answers: &[Value]) -> Result<Value> {
        let scorer = self.data.join("score").join(scorer);
        let path = self.work.join("answers.jsonl");
        let text: String = answers.iter().map(|answer| format!("{answer}\n")).collect();
        repo::write(&path, &text)?;
        python(&[scorer.as_path(), truth, &path])
    }

    /// The digest of a file, so that a figure can be traced to what it was measured on.
    pub fn digest(&self, name: &str) -> Result<Value> {
        let script = repo::root().join("evaluation/digest.py");
        let sha256 = python(&[&script, &self.file(name)])?;
        Ok(json!({"file": name, "sha256": sha256}))
    }
}

/// Runs a Python script that answers with JSON.
fn python(args: &[&Path]) -> Result<Value> {
    let answer = repo::output(Command::new("python3").args(args))?;
    serde_json::from_slice(&answer).map_err(|e| format!("{}: no JSON came out: {e}", args[0].display()))
}

/// Reads JSON lines.
pub fn lines(text: &str, from: &str) -> Result<Vec<Value>> {
    let full = text.lines().filter(|line| !line.trim().is_empty());
    full.map(|line| serde_json::from_str(line).map_err(|e| format!("{from}: {e}"))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Takes the data and a release build; where there is no data, it says so and passes.
    #[test]
    fn quality_holds_its_floors() {
        let Some(bench) = Bench::find().unwrap() else {
            eprintln!("{NO_DATA}");
            return;
        };
        let results = Value::Object(measure(&bench, "all").unwrap());
        assert_eq!(floors::Floors::load().unwrap().missed(&results), Vec::<String>::new());
    }
}
