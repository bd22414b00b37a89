//! What stays when names, genders and typesetting change, as a table.

use super::{count, share};
use serde_json::Value;
use std::fmt::Write;

/// The worst swap first.
pub fn section(out: &mut String, results: &Value) {
    let kept = share(results, "even.kept");
    let _ = writeln!(
        out,
        "\n## Even-handedness\n\nThe share of claims that keep the same words of source, cue and content when \
         something that must not matter is changed (`evaluation/even/swaps.toml`), in the articles that it changes: \
         {kept} over all.\n\n| change | articles | claims | kept | content kept |\n|---|---|---|---|---|"
    );
    let mut rows: Vec<&Value> = results["even"]["swaps"].as_array().into_iter().flatten().collect();
    rows.sort_by(|a, b| a["kept"].as_f64().unwrap_or(0.0).total_cmp(&b["kept"].as_f64().unwrap_or(0.0)));
    for row in rows {
        let _ = writeln!(
            out,
            "| {} | {} | {} | {} | {} |",
            row["swap"].as_str().unwrap_or("-"),
            count(row, "articles"),
            count(row, "claims"),
            share(row, "kept"),
            share(row, "content_kept")
        );
    }
    let outlets = &results["even"]["outlets"];
    let between = |i: usize| outlets["interval"][i].as_f64().map_or("-".into(), |v| format!("{v:.3}"));
    let _ = writeln!(
        out,
        "\nBetween the best and the worst outlet lie {} points of lenient F1 (95% interval {} to {}); when the articles \
         are dealt to outlets at random, the gap is as large with probability {}.",
        share(outlets, "spread"),
        between(0),
        between(1),
        share(outlets, "p")
    );
}
