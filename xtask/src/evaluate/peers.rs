//! What others, programs and people, reach on the same data, scored the same way. Needs a package registry once; never part of a test.

use super::{Bench, lines, pages};
use crate::repo::{self, Result};
use crate::venv;
use serde_json::{Map, Value, json};
use std::process::Command;

/// Some of these articles were marked by several trained people.
const TRAIN: &str = "polnear/train.jsonl";

/// The figures named `peers` and `annotators`.
pub fn measure(bench: &Bench) -> Result<Map<String, Value>> {
    let folder = repo::root().join("evaluation/peers");
    let python = venv::python("peers", &folder.join("requirements.txt"))?;
    let gold = bench.file(pages::GOLD);
    let mut extract = Command::new(python);
    extract.arg(folder.join("pages.py")).arg(&gold).arg(bench.file("pages/html"));
    let answers = lines(&String::from_utf8_lossy(&repo::output(&mut extract)?), "trafilatura")?;
    let score = bench.score("page.py", &gold, &answers)?;
    Ok(Map::from_iter([
        ("peers".into(), json!({"pages": {"trafilatura": score}})),
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
