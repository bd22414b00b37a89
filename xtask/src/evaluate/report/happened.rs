//! What happened: expressions of time, and the card of an article.

use super::{count, keys, share};
use serde_json::Value;
use std::fmt::Write;

/// Both tables.
pub fn section(out: &mut String, results: &Value) {
    let _ = writeln!(
        out,
        "\n## Expressions of time: TIMEX3, by the scorer of TempEval-3\n\nRules; errors of the half \"read\" were looked at, \
         those of \"unread\" never.\n\n| corpus | expressions | same words | overlapping | value | type | days to the day |\n\
         |---|---|---|---|---|---|---|"
    );
    for corpus in keys(&results["time"]) {
        let at = |figure: &str| share(results, &format!("time.{corpus}.{figure}"));
        let n = count(results, &format!("time.{corpus}.gold"));
        let _ = writeln!(
            out,
            "| {} | {n} | {} | {} | {} | {} | {} |",
            corpus.replace('_', ", "),
            at("strict.f1"),
            at("relaxed.f1"),
            at("value.f1"),
            at("type.f1"),
            at("day.r")
        );
    }
    let at = |figure: &str| share(results, &format!("incidents.{figure}"));
    let _ = writeln!(
        out,
        "\n## The card: {} articles of local news that nothing was learned from\n\nDay right {} (of all; {} of those given), more \
         than a day off {}; city right {} where the article has it; state right {} of those given ({} of all).",
        count(results, "incidents.articles"),
        at("date.recall"),
        at("date.precision"),
        at("date.wrong"),
        at("city_stated.recall"),
        at("state.precision"),
        at("state.recall")
    );
}
