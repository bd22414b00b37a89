//! Text re-use between documents that were derived from each other.

use super::{Bench, lines};
use crate::repo::{self, Result};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::process::Command;

const DOCS: &str = "reuse/news1200.docs.jsonl";
const PREFIX: &str = "reuse/news1200";

/// The figures named `reuse`: every row but boilerplate is a prediction.
pub fn measure(bench: &Bench) -> Result<Map<String, Value>> {
    let documents = lines(&repo::read(&bench.file(DOCS))?, DOCS)?;
    let input = bench.work.join("documents.jsonl");
    let text: String = documents.iter().map(|d| format!("{}\n", as_input(d))).collect();
    repo::write(&input, &text)?;
    let mut relate = Command::new(&bench.reportedly);
    relate.args(["relate", "--json", "--only", "reuse", "--from", "jsonl"]).arg(&input);
    let rows = lines(&String::from_utf8_lossy(&repo::output(&mut relate)?), "reportedly relate")?;
    let mut score = bench.score("reuse.py", &bench.file(PREFIX), &answers(&rows))?;
    for kind in ["quote", "heavy", "mixed"] {
        let recall = share(&score["recall_by_kind"][kind]);
        score["recall"][kind] = recall.into();
    }
    score["data"] = bench.digest(DOCS)?;
    Ok(Map::from_iter([("reuse".into(), score)]))
}

/// What a user would hand over: not how the document was made.
fn as_input(document: &Value) -> Value {
    json!({"id": document["id"], "text": document["text"], "date": document["date"],
        "title": document["title"], "outlet": document["series"]})
}

/// One answer a pair, with all its passages.
fn answers(rows: &[Value]) -> Vec<Value> {
    let mut pairs: BTreeMap<(String, String), Vec<Value>> = BTreeMap::new();
    for row in rows.iter().filter(|row| row["kind"] != "boilerplate") {
        let id = |name: &str| row[name].as_str().unwrap_or_default().to_string();
        let span = json!([row["begin_a"], row["end_a"], row["begin_b"], row["end_b"]]);
        pairs.entry((id("doc_a"), id("doc_b"))).or_default().push(span);
    }
    pairs.into_iter().map(|((a, b), spans)| json!({"a": a, "b": b, "spans": spans})).collect()
}

/// The figure at the end of "834/850=0.981".
fn share(value: &Value) -> Option<f64> {
    value.as_str()?.rsplit('=').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passages_of_a_pair_come_together_and_boilerplate_is_left_out() {
        let row = |kind: &str, from: u32| json!({"doc_a": "x", "begin_a": from, "end_a": 9, "doc_b": "y", "begin_b": 0, "end_b": 5, "kind": kind});
        let found = answers(&[row("copy", 1), row("boilerplate", 2), row("cut", 3)]);
        assert_eq!(found, [json!({"a": "x", "b": "y", "spans": [[1, 9, 0, 5], [3, 9, 0, 5]]})]);
        assert_eq!(share(&json!("834/850=0.981")), Some(0.981));
    }
}
