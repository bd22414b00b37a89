//! Text re-use: how well it is found, and how the cost grows.

use super::{count, share};
use serde_json::Value;
use std::fmt::Write;

/// How well it is found.
pub fn section(out: &mut String, results: &Value) {
    let documents = count(results, "reuse.docs");
    let pairs = count(results, "reuse.true_pairs");
    let _ = writeln!(out, "\n## Text re-use: {documents} derived documents, {pairs} related pairs\n");
    let _ = writeln!(
        out,
        "Every row of `reportedly relate --json` but boilerplate counts.\n\n| what | figure |\n|---|---|"
    );
    for (label, path) in [
        ("pairs, precision", "P"),
        ("pairs, recall", "R"),
        ("pairs, F1", "F1"),
        ("pairs, recall, mean of families", "macroR"),
        ("pairs that share a quotation, recall", "recall.quote"),
        ("pairs rewritten heavily, recall", "recall.heavy"),
        ("pairs of mixed texts, recall", "recall.mixed"),
        ("characters, precision", "charP"),
        ("characters, recall", "charR"),
        ("characters, F1", "charF1"),
    ] {
        let _ = writeln!(out, "| {label} | {} |", share(results, &format!("reuse.{path}")));
    }
}

/// How the cost grows with the number of articles.
pub fn growth(out: &mut String, rows: &Value) {
    let _ = writeln!(
        out,
        "\n## Relating many articles\n\nWritten by `cargo xtask bench reuse`: derived texts in families of a heavy tail, two of five alone; \
         CPU seconds of keys, links and fold, one thread. For scale: passim 2 does at most 4.4 articles per CPU-second at 1,200.\n"
    );
    let _ = writeln!(
        out,
        "| articles | text, MB | CPU-s | articles per CPU-s | peak MiB | links | largest family | found |"
    );
    let _ = writeln!(out, "|---|---|---|---|---|---|---|---|");
    for row in rows.as_array().into_iter().flatten() {
        let figure = |name: &str| row[name].as_f64().unwrap_or_default();
        let _ = writeln!(
            out,
            "| {} | {:.0} | {:.2} | {:.0} | {:.0} | {} | {} | {} |",
            figure("articles"),
            figure("megabytes"),
            figure("keys_and_links_cpu_s") + figure("fold_cpu_s"),
            figure("articles_per_cpu_s"),
            figure("peak_mib"),
            figure("links"),
            figure("largest_family"),
            figure("largest_family_found"),
        );
    }
}
