//! `cargo xtask evaluate`: how good the reader is, measured through the command as a user runs it.
//!
//! Texts and scorers lie outside the project (`repo::data`); only figures are recorded here.

mod attribution;
mod claims;
mod even;
mod floors;
mod happened;
mod labels;
mod opinion;
mod pages;
mod peers;
mod report;
mod reuse;
mod sourcing;
mod stories;
mod unread;

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

/// A measurement: figures by name.
type Measure = fn(&Bench) -> Result<Map<String, Value>>;

/// What `evaluate all` measures, each also alone by its name.
const PARTS: [(&str, Measure); 10] = [
    ("attribution", attribution::measure),
    ("even", even::measure),
    ("opinion", opinion::measure),
    ("sourcing", sourcing::measure),
    ("labels", labels::measure),
    ("unread", unread::measure),
    ("happened", happened::measure),
    ("stories", stories::measure),
    ("pages", pages::measure),
    ("reuse", reuse::measure),
];

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
    let parts = PARTS.map(|(name, _)| name);
    if !["all", "peers"].iter().chain(&parts).any(|known| *known == what) {
        return Err(format!("evaluate knows {}, peers, speed and all, not {what:?}", parts.join(", ")));
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
    repo::write(&repo::root().join(TABLE), &table)?;
    plots()
}

/// The pictures of the model card.
fn plots() -> Result<()> {
    let at = |path: &str| repo::root().join(path);
    let mut script = Command::new("python3");
    script.arg(at("evaluation/plots.py")).args([at(RESULTS), at(SPEED), at("evaluation")]);
    repo::output(&mut script).map(drop)
}

/// Figures of an earlier run.
fn recorded(file: &str) -> Option<Value> {
    serde_json::from_str(&repo::read(&repo::root().join(file)).ok()?).ok()
}

/// The figures of one part, or of all, by name.
fn measure(bench: &Bench, what: &str) -> Result<Map<String, Value>> {
    let mut results = Map::new();
    for (_, measure) in PARTS.iter().filter(|(name, _)| what == "all" || what == *name) {
        results.extend(measure(bench)?);
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
        python(&[scorer.as_path(), truth, &self.answers(answers)?])
    }

    /// Our answers as a file, for a script.
    pub fn answers(&self, answers: &[Value]) -> Result<PathBuf> {
        let path = self.work.join("answers.jsonl");
        let text: String = answers.iter().map(|answer| format!("{answer}\n")).collect();
        repo::write(&path, &text)?;
        Ok(path)
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

    /// Takes a release build and some minutes.
    #[test]
    #[ignore = "needs the data (evaluation/README.md); .ci/run runs it where that is"]
    fn quality_holds_its_floors() {
        let bench = Bench::find().unwrap().expect(NO_DATA);
        let results = Value::Object(measure(&bench, "all").unwrap());
        assert_eq!(floors::Floors::load().unwrap().missed(&results), Vec::<String>::new());
    }
}
