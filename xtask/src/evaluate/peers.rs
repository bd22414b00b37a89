//! What others reach on the same data, scored the same way. Needs a package registry once; never part of a test.

use super::{Bench, lines, pages};
use crate::repo::{self, Result};
use crate::venv;
use serde_json::{Map, Value, json};
use std::process::Command;

/// The figures named `peers`.
pub fn measure(bench: &Bench) -> Result<Map<String, Value>> {
    let folder = repo::root().join("evaluation/peers");
    let python = venv::python("peers", &folder.join("requirements.txt"))?;
    let gold = bench.file(pages::GOLD);
    let mut extract = Command::new(python);
    extract.arg(folder.join("pages.py")).arg(&gold).arg(bench.file("pages/html"));
    let answers = lines(&String::from_utf8_lossy(&repo::output(&mut extract)?), "trafilatura")?;
    let score = bench.score("page.py", &gold, &answers)?;
    Ok(Map::from_iter([("peers".into(), json!({"pages": {"trafilatura": score}}))]))
}
