//! Attributions in the opinion pieces that we wrote, against the labels that belong to them.

use super::{Bench, claims, lines};
use crate::repo::{self, Result};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

const LABELS: &str = "evaluation/labels/kind.jsonl";

/// The figures named `opinion`.
pub fn measure(bench: &Bench) -> Result<Map<String, Value>> {
    let root = repo::root();
    let mut claims_of: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for row in lines(&repo::read(&root.join(LABELS))?, LABELS)? {
        let Some(id) = row["id"].as_str().filter(|id| id.starts_with("opinion/")) else { continue };
        let claim = json!({"source": row["source"], "cue": row["cue"], "content": row["content"]});
        claims_of.entry(id.to_owned()).or_default().push(claim);
    }
    let (mut gold, mut input) = (String::new(), String::new());
    for (id, attributions) in &claims_of {
        let text = repo::read(&root.join("evaluation").join(format!("{id}.txt")))?;
        gold += &format!("{}\n", json!({"id": id, "text": text, "attributions": attributions}));
        input += &format!("{}\n", json!({"id": id, "text": text}));
    }
    let (truth, articles) = (bench.work.join("opinion-gold.jsonl"), bench.work.join("opinion.jsonl"));
    repo::write(&truth, &gold)?;
    repo::write(&articles, &input)?;
    let read = bench.read(&["--from", "jsonl", &articles.to_string_lossy()])?;
    let answers = read.iter().map(claims::for_scorer).collect::<Result<Vec<_>>>()?;
    Ok(Map::from_iter([("opinion".into(), bench.score("attribution.py", &truth, &answers)?)]))
}
