//! The recorded figures as a table for people.

mod attribution;
mod even;
mod happened;
mod reuse;
mod sources;
mod speed;
mod stories;

use super::floors::figure;
use serde_json::Value;
use std::fmt::Write;

const HEAD: &str = "\
# How good it is

Written by `cargo xtask evaluate` from `evaluation/results.json`; the data and the measures are explained in
`evaluation/README.md`. The figures of reportedly come from running the command as a user would.
";

/// The whole document; a part that was not measured is left out.
pub fn table(results: &Value, speed: Option<&Value>, growth: Option<&Value>) -> String {
    let mut out = HEAD.to_string();
    if results.get("attribution").is_some() {
        attribution::section(&mut out, results);
    }
    if results.get("opinion").is_some() {
        let _ = writeln!(
            out,
            "\n## Opinion prose: {} pieces that we wrote, {} claims\n\n| whole attributions | precision | recall | F1 | \
             labelled |\n|---|---|---|---|---|",
            count(results, "opinion.docs"),
            count(results, "opinion.relation.lenient.n_gold")
        );
        prf(&mut out, results, "lenient", "opinion.relation.lenient");
        prf(&mut out, results, "without a source, lenient", "opinion.relation.lenient_sourceless");
    }
    if results.get("even").is_some() {
        even::section(&mut out, results);
    }
    sources::sections(&mut out, results);
    if results.get("time").is_some() {
        happened::section(&mut out, results);
    }
    if results.get("stories").is_some() {
        stories::section(&mut out, results);
    }
    if results.get("pages").is_some() {
        pages(&mut out, results);
        page_peers(&mut out, results);
    }
    if results.get("reuse").is_some() {
        reuse::section(&mut out, results);
    }
    if let Some(speed) = speed {
        speed::section(&mut out, speed);
    }
    if let Some(growth) = growth {
        reuse::growth(&mut out, growth);
    }
    out
}

fn pages(out: &mut String, results: &Value) {
    let pages = count(results, "pages.documents");
    let _ = writeln!(out, "\n## Pages: {pages} saved news and blog pages\n\n| what | figure |\n|---|---|");
    for (label, path) in [
        ("body, precision", "pages.precision"),
        ("body, recall", "pages.recall"),
        ("body, F1", "pages.f1"),
        ("title right, where it is known", "metadata.title_share"),
        ("byline right, where there is one", "metadata.byline_share"),
        ("day of publication right, where there is one", "metadata.day_share"),
    ] {
        let _ = writeln!(out, "| {label} | {} |", share(results, path));
    }
    for (label, path) in [
        ("four-word runs too many, per page", "pages.extra_shingles_per_page"),
        ("four-word runs missed, per page", "pages.missed_shingles_per_page"),
        ("pages read (the others were refused as holding no article)", "pages.read"),
        ("bylines invented", "metadata.invented_byline"),
        ("days invented", "metadata.invented_day"),
    ] {
        let _ = writeln!(out, "| {label} | {} |", count(results, path));
    }
}

/// The same figures of another program, where they were measured.
fn page_peers(out: &mut String, results: &Value) {
    for name in keys(&results["peers"]["pages"]) {
        let path = format!("peers.pages.{name}");
        let f1 = share(results, &format!("{path}.f1"));
        let extra = count(results, &format!("{path}.extra_shingles_per_page"));
        let _ = writeln!(
            out,
            "\nFor comparison, {name} on the same pages: F1 {f1}, {extra} four-word runs too many per page."
        );
    }
}

fn prf(out: &mut String, results: &Value, label: &str, path: &str) {
    let cell = |name: &str| share(results, &format!("{path}.{name}"));
    let gold = count(results, &format!("{path}.n_gold"));
    let _ = writeln!(out, "| {label} | {} | {} | {} | {gold} |", cell("p"), cell("r"), cell("f1"));
}

/// Three digits after the point.
fn share(results: &Value, path: &str) -> String {
    figure(results, path).map_or("-".into(), |value| format!("{value:.3}"))
}

/// A count or a mean, as it is.
fn count(results: &Value, path: &str) -> String {
    figure(results, path).map_or("-".into(), |value| format!("{value}"))
}

fn keys(object: &Value) -> Vec<String> {
    object.as_object().into_iter().flatten().map(|(key, _)| key.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_that_were_not_measured_are_left_out() {
        let results = serde_json::json!({"pages": {"documents": 86, "f1": 0.9571}});
        let table = table(&results, None, None);
        assert!(
            table.contains("| body, F1 | 0.957 |")
                && table.contains("86 saved")
                && !table.contains("Attribution")
        );
    }
}
