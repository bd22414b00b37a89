//! Which articles tell of one incident.

use super::{count, share};
use serde_json::Value;
use std::fmt::Write;

const SETS: [(&str, &str); 2] = [
    ("unread", "local news of shootings, the unread half"),
    ("even", "ECB+, even topics (no dates, no headlines)"),
];

/// The table.
pub fn section(out: &mut String, results: &Value) {
    let _ = writeln!(
        out,
        "\n## Stories: which articles tell of one incident\n\nAfter `reportedly add` and `reportedly stories rebuild`; B3 (Bagga and \
         Baldwin 1998) and pairs. Nothing is learned from these articles, and nobody looked at them. What each kind of evidence adds \
         stands in `crates/reportedly-core/weights/CARD.md`.\n\n| articles | incidents | B3 F1 | precision | recall | pairs F1 | \
         precision | recall | articles in false merges | B3 F1 as added |\n|---|---|---|---|---|---|---|---|---|---|"
    );
    for (set, name) in SETS {
        let at = |figure: &str| share(results, &format!("stories.{set}.{figure}"));
        let n = |figure: &str| count(results, &format!("stories.{set}.{figure}"));
        let _ = writeln!(
            out,
            "| {}: {name} | {} | {} | {} | {} | {} | {} | {} | {} | {} |",
            n("articles"),
            n("incidents"),
            at("b3.f1"),
            at("b3.p"),
            at("b3.r"),
            at("pairwise.f1"),
            at("pairwise.p"),
            at("pairwise.r"),
            at("in_false_merges"),
            at("as_added.b3.f1")
        );
    }
}
