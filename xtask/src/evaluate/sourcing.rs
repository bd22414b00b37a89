//! Whole sourced statements: as people marked them in twelve articles, and as language models did in more.

use super::{Bench, lines};
use crate::repo::{self, Result};
use serde_json::{Map, Value, json};
use std::path::{Path, PathBuf};

const ARTICLES: &str = "sourcing/articles.jsonl";
const GOLD: &str = "sourcing/gold.jsonl";
/// Articles of three corpora; the sample `unread` was never looked at by whoever changed a rule.
const LABELS: &str = "evaluation/labels/statements.jsonl";

/// The figures named `sourcing` and `statements`.
pub fn measure(bench: &Bench) -> Result<Map<String, Value>> {
    let mut score = figures(bench, &bench.file(ARTICLES), &bench.file(GOLD))?;
    score["data"] = bench.digest(GOLD)?;
    let mut out = Map::from_iter([("sourcing".into(), score)]);
    let labels = lines(&repo::read(&repo::root().join(LABELS))?, LABELS)?;
    for sample in ["read", "unread"] {
        let (articles, gold) = written(bench, sample, &labels)?;
        out.insert(format!("statements_{sample}"), figures(bench, &articles, &gold)?);
    }
    Ok(out)
}

fn figures(bench: &Bench, articles: &Path, gold: &Path) -> Result<Value> {
    let wanted = lines(&repo::read(articles)?, &articles.to_string_lossy())?.len();
    let read = bench.read(&["--from", "jsonl", &articles.to_string_lossy()])?;
    if read.len() != wanted {
        return Err(format!("{} of {wanted} articles were read", read.len()));
    }
    let answers: Vec<Value> = read.iter().map(statements).collect();
    bench.score("sourcing.py", gold, &answers)
}

/// Articles and truth of one sample as the scorer wants them: beside each other, with names in words.
fn written(bench: &Bench, sample: &str, labels: &[Value]) -> Result<(PathBuf, PathBuf)> {
    let folder = bench.work.join(format!("statements-{sample}"));
    std::fs::create_dir_all(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let (mut articles, mut gold) = (String::new(), String::new());
    for corpus in ["incidents/articles", "pages/gold", "polnear/train"] {
        let name = format!("{corpus}.jsonl");
        let texts = lines(&repo::read(&bench.file(&name))?, &name)?;
        for row in labels.iter().filter(|row| row["corpus"] == corpus && row["sample"] == sample) {
            let text =
                texts.iter().find(|t| t["id"] == row["id"]).map(|t| t["text"].as_str().unwrap_or_default());
            let text = text.ok_or(format!("{name} has no article {}", row["id"]))?;
            articles += &format!("{}\n", json!({"id": row["id"], "text": text}));
            gold += &format!("{}\n", json!({"id": row["id"], "statements": in_words(row, text)}));
        }
    }
    let paths = (folder.join("articles.jsonl"), folder.join("gold.jsonl"));
    repo::write(&paths.0, &articles)?;
    repo::write(&paths.1, &gold)?;
    Ok(paths)
}

/// The statements of a row of labels, with the words at the place of each name.
fn in_words(row: &Value, text: &str) -> Vec<Value> {
    let words = |place: &Value| -> Option<String> {
        let (start, end) = (place[0].as_u64()? as usize, place[1].as_u64()? as usize);
        Some(text.chars().skip(start).take(end - start).collect())
    };
    let of = |s: &Value| json!({"start": s["start"], "end": s["end"], "type": s["type"], "name": words(&s["name"])});
    row["statements"].as_array().into_iter().flatten().map(of).collect()
}

/// One statement for each claim that is said or stands in a document, from its first to its last word; a claim
/// within another is part of that one's.
fn statements(document: &Value) -> Value {
    let all = document["claims"].as_array().into_iter().flatten();
    let said = all.filter(|c| {
        c["within"].is_null() && !matches!(c["cue_class"].as_str(), Some("attitude" | "perception"))
    });
    let statements: Vec<Value> = said.filter_map(|claim| statement(document, claim)).collect();
    json!({"id": document["doc_id"], "statements": statements})
}

fn statement(document: &Value, claim: &Value) -> Option<Value> {
    let pieces = ["content", "source"].iter().flat_map(|role| claim[*role].as_array().into_iter().flatten());
    let places: Vec<&Value> = pieces.chain([&claim["cue"]].into_iter().filter(|c| !c.is_null())).collect();
    let start = places.iter().filter_map(|p| p["start"].as_u64()).min()?;
    let end = places.iter().filter_map(|p| p["end"].as_u64()).max()?;
    let speaker = passed_on(document, claim).unwrap_or(claim);
    Some(
        json!({"start": start, "end": end, "type": kind(document, speaker), "name": name(document, speaker)}),
    )
}

/// "He was late, Fell said, according to the report": Fell is whose statement it is.
fn passed_on<'a>(document: &'a Value, claim: &Value) -> Option<&'a Value> {
    let through = matches!(claim["cue"]["text"].as_str()?.to_lowercase().as_str(), "according to" | "per");
    let length = |c: &Value| -> u64 {
        let pieces = c["content"].as_array().into_iter().flatten();
        pieces.map(|p| p["end"].as_u64().unwrap_or(0) - p["start"].as_u64().unwrap_or(0)).sum()
    };
    let mut inner = document["claims"].as_array()?.iter().filter(|c| c["within"] == claim["claim_id"]);
    inner.find(|c| through && length(c) * 2 >= length(claim))
}

/// The truth knows no unnamed sources: whoever speaks for a body counts as the body, others as a group. Who
/// makes a statement, or writes a letter, counts as its source.
fn kind(document: &Value, claim: &Value) -> Option<String> {
    let words = claim["source"][0]["text"].as_str().unwrap_or_default().to_lowercase();
    let one = ["a ", "an ", "one ", "another "].iter().any(|a| words.starts_with(a));
    let office = words.ends_with("police") || words.contains("spokes");
    let stated = ["statement", "release", "email", "letter", "post", "tweet", "message", "memo"];
    let kind = match claim["source_kind"].as_str()? {
        "outlet" => "organization",
        "author" | "unstated" => return None,
        "unnamed" if office || !claim["source_affiliation"].is_null() => "organization",
        "unnamed" if !one => "collective",
        "document" if stated.iter().any(|s| words.contains(s)) => maker(document, claim),
        kind => kind,
    };
    Some(kind.to_owned())
}

/// What the maker of a document is.
fn maker(document: &Value, claim: &Value) -> &'static str {
    let name = &claim["source_name"];
    let mut rows = document["sources"].as_array().into_iter().flatten();
    let known = rows.find(|r| r["name"] == *name && r["kind"] != "document").map(|r| &r["kind"]);
    match known.and_then(Value::as_str) {
        _ if name.is_null() => "document",
        Some("person") => "person",
        _ => "organization",
    }
}

/// The truth names everyone, if only by the words with which the article brings her in.
fn name(document: &Value, claim: &Value) -> Value {
    let known = [&claim["source_name"], &claim["source_affiliation"]].into_iter().find(|n| !n.is_null());
    let mut rows = document["sources"].as_array().into_iter().flatten();
    let row = rows.find(|row| row["source_id"] == claim["source_id"]);
    known.or(row.map(|row| &row["mentions"][0]["text"])).cloned().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_reaches_from_the_first_to_the_last_word() {
        let place =
            |start: u32, text: &str| json!({"start": start, "end": start + text.len() as u32, "text": text});
        let claim = json!({"content": [place(10, "it rained")], "source": [place(0, "A clerk")], "cue": null,
            "cue_class": null, "source_kind": "unnamed", "source_name": null, "source_affiliation": "Port Board"});
        let document = json!({"doc_id": "a", "claims": [claim], "sources": []});
        let found = &statements(&document)["statements"][0];
        assert_eq!(*found, json!({"start": 0, "end": 19, "type": "organization", "name": "Port Board"}));
    }
}
