//! Whole attributions, the confidence in them, and the whole network.

use super::{count, keys, prf, share};
use serde_json::Value;
use std::fmt::Write;

/// PolNeAR, with what trained people reach against each other.
pub fn section(out: &mut String, results: &Value) {
    let docs = count(results, "attribution.docs");
    let _ = writeln!(out, "\n## Attribution: PolNeAR, development part, {docs} articles\n");
    let _ = writeln!(
        out,
        "| whole attributions | precision | recall | F1 | in the corpus | F1 of two annotators |\n|---|---|---|---|---|---|"
    );
    let rows = [
        ("lenient: content and source overlap by half", "relation.lenient"),
        ("strict: the same words", "relation.strict"),
        ("content alone, lenient", "relation.content_only"),
        ("direct, lenient", "relation.lenient_direct"),
        ("mixed, lenient", "relation.lenient_mixed"),
        ("indirect, lenient", "relation.lenient_indirect"),
        ("with a word of reporting, lenient", "relation.lenient_reporting"),
        ("without a source, lenient", "relation.lenient_sourceless"),
        ("source spans, exact", "roles.source.exact"),
        ("cue spans, exact", "roles.cue.exact"),
        ("content spans, exact", "roles.content.exact"),
    ];
    for (label, path) in rows {
        prf(out, results, label, &format!("attribution.{path}"));
        let people = share(results, &format!("annotators.{path}.f1"));
        out.truncate(out.trim_end().len());
        let _ = writeln!(out, " {people} |");
    }
    let speaker = |name: &str| count(results, &format!("attribution.speaker.{name}"));
    let rate = share(results, "attribution.speaker.wrong_rate");
    let _ = writeln!(
        out,
        "\nWhere the content is right, the source is right {} times, another one {} times, missing {} times and \
         invented {} times: {rate} wrong.\n\
         The last column is what trained people reach against each other, over the {} pairs of annotations of training \
         articles that several of them marked; between them, {} of speakers differ.",
        speaker("right"),
        speaker("wrong"),
        speaker("missing"),
        speaker("invented"),
        count(results, "annotators.docs"),
        share(results, "annotators.speaker.wrong_rate")
    );
    let _ = writeln!(out, "\n| outlet | precision | recall | F1 | in the corpus |\n|---|---|---|---|---|");
    for name in keys(&results["attribution"]["outlets"]) {
        prf(out, results, &name, &format!("attribution.outlets.{name}"));
    }
    calibration(out, results);
    let accurate = |path: &str| share(results, &format!("attribution_accurate.{path}"));
    let _ = writeln!(
        out,
        "\n### The whole network (`--model accurate`)\n\nLenient F1 {}, strict {}, direct {}, with a word of reporting {}; \
         another source or an invented one {}.",
        accurate("relation.lenient.f1"),
        accurate("relation.strict.f1"),
        accurate("relation.lenient_direct.f1"),
        accurate("relation.lenient_reporting.f1"),
        accurate("speaker.wrong_rate")
    );
}

fn calibration(out: &mut String, results: &Value) {
    let error = share(results, "calibration.expected_error");
    let _ = writeln!(
        out,
        "\n### Confidence in the words\n\nTen bins of equal count; on average confidence is {error} away from the share that is right.\n"
    );
    let _ = writeln!(out, "| mean confidence | right |\n|---|---|");
    for bin in results["calibration"]["bins"].as_array().into_iter().flatten() {
        let _ = writeln!(out, "| {} | {} |", share(bin, "confidence"), share(bin, "right"));
    }
    let _ = writeln!(
        out,
        "\nWith no least confidence, nine in ten of the surest claims are right up to a recall of {} \
         (`curve.svg`).",
        share(results, "unthresholded.recall_at_90")
    );
}
