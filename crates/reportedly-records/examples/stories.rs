//! `stories [--pairs] [--undated] [--weights FILE] READ.jsonl`: of articles that `reportedly read --json` read, which tell of one
//! incident: a line `{"id", "story"}` for each. With `--pairs` the evidence of each pair that is worth comparing, and of neighbours in time, to learn from;
//! with `--undated` as if no days were known.

#![allow(clippy::disallowed_macros, clippy::disallowed_methods)] // a tool, not the library

use std::error::Error;

use reportedly_core::story::{Decision, Index, Keys, Sign, compare, stories};
use reportedly_records::Record;
use serde_json::json;

/// With so many that came out just before an article it is also compared, whether they have anything in common or not.
const NEIGHBOURS: usize = 10;

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let has = |name: &str| args.iter().any(|arg| arg == name);
    let weights = args.iter().position(|arg| arg == "--weights").and_then(|at| args.get(at + 1));
    let decision = match weights {
        Some(file) => Decision::parse(&std::fs::read_to_string(file)?),
        None => Decision::default(),
    };
    let (mut ids, mut keys): (Vec<String>, Vec<Keys>) = (Vec::new(), Vec::new());
    for line in std::fs::read_to_string(args.last().ok_or("which file?")?)?.lines() {
        let mut record: Record = serde_json::from_str(line)?;
        if has("--undated") {
            record.published_at = None;
            record.incidents.iter_mut().for_each(|incident| incident.when = None);
        }
        keys.push(record.story_keys());
        ids.push(record.doc_id);
    }
    if has("--pairs") {
        let signs: Vec<&str> = Sign::ALL.into_iter().map(Sign::name).collect();
        println!("{}", json!({ "signs": signs }));
        let mut index = Index::default();
        let mut order: Vec<usize> = (0..keys.len()).collect();
        order.sort_by(|&a, &b| keys[a].cmp(&keys[b]));
        for (number, &b) in order.iter().enumerate() {
            let mut others = index.add(&keys[b]);
            others.extend(number.saturating_sub(NEIGHBOURS)..number);
            others.sort_unstable();
            others.dedup();
            for a in others.into_iter().map(|number| order[number]) {
                let evidence = compare(&keys[a], &keys[b]);
                println!("{}", json!({"a": ids[a], "b": ids[b], "evidence": evidence.values()}));
            }
        }
        return Ok(());
    }
    for (id, story) in ids.iter().zip(stories(&keys, &decision)) {
        println!("{}", json!({"id": id, "story": story}));
    }
    Ok(())
}
