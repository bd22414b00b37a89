//! Body text and metadata of saved pages, each read from its file as a user would.

use super::{Bench, lines};
use crate::repo::{self, Result};
use serde_json::{Map, Value, json};

const GOLD: &str = "pages/gold.jsonl";
const META: &str = "pages/meta.jsonl";

/// The figures named `pages` and `metadata`.
pub fn measure(bench: &Bench) -> Result<Map<String, Value>> {
    let pages = lines(&repo::read(&bench.file(GOLD))?, GOLD)?;
    let (mut bodies, mut metadata) = (Vec::new(), Vec::new());
    for page in &pages {
        let id = page["id"].as_str().unwrap_or_default();
        let file = bench.file(&format!("pages/html/{id}.html"));
        // A page that is rejected counts as empty.
        let Some(document) = bench.read(&[&file.to_string_lossy()])?.into_iter().next() else { continue };
        bodies.push(json!({"id": id, "text": body(&document)}));
        let [title, byline, published_at] = ["title", "byline", "published_at"].map(|field| &document[field]);
        metadata.push(json!({"id": id, "title": title, "byline": byline, "published_at": published_at}));
    }
    let mut body = bench.score("page.py", &bench.file(GOLD), &bodies)?;
    body["read"] = bodies.len().into();
    body["data"] = bench.digest(GOLD)?;
    let mut meta = bench.score("metadata.py", &bench.file(META), &metadata)?;
    meta["data"] = bench.digest(META)?;
    Ok(Map::from_iter([("pages".into(), body), ("metadata".into(), meta)]))
}

/// The text from `body_start` on, which counts code points.
fn body(document: &Value) -> String {
    let start = document["body_start"].as_u64().unwrap_or(0) as usize;
    document["text"].as_str().unwrap_or_default().chars().skip(start).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_body_begins_at_a_code_point() {
        assert_eq!(body(&json!({"text": "Née 🙂\n\nIt rained.", "body_start": 7})), "It rained.");
        assert_eq!(body(&json!({"text": "It rained.", "body_start": null})), "It rained.");
    }
}
