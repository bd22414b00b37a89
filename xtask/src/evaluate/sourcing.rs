//! Whole sourced statements, as people marked them in twelve articles.

use super::{Bench, lines};
use crate::repo::{self, Result};
use serde_json::{Map, Value, json};

const ARTICLES: &str = "sourcing/articles.jsonl";
const GOLD: &str = "sourcing/gold.jsonl";

/// The figures named `sourcing`.
pub fn measure(bench: &Bench) -> Result<Map<String, Value>> {
    let articles = lines(&repo::read(&bench.file(ARTICLES))?, ARTICLES)?;
    let read = bench.read(&["--from", "jsonl", &bench.file(ARTICLES).to_string_lossy()])?;
    if read.len() != articles.len() {
        return Err(format!("{} of {} articles were read", read.len(), articles.len()));
    }
    let answers: Vec<Value> = read.iter().map(statements).collect();
    let mut score = bench.score("sourcing.py", &bench.file(GOLD), &answers)?;
    score["data"] = bench.digest(GOLD)?;
    Ok(Map::from_iter([("sourcing".into(), score)]))
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
    Some(json!({"start": start, "end": end, "type": kind(document, claim), "name": name(document, claim)}))
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
