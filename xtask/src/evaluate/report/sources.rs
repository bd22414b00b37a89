//! Who is the source, how sure, in whose voice: as tables.

use super::{count, keys, share};
use serde_json::Value;
use std::fmt::Write;

/// The sections on the labels and on whole statements; what was not measured is left out.
pub fn sections(out: &mut String, results: &Value) {
    if results.get("labels").is_some() {
        labels(out, results);
    }
    if results.get("unread").is_some() {
        unread(out, results);
    }
    if results.get("sourcing").is_some() {
        statements(out, results);
    }
}

fn labels(out: &mut String, results: &Value) {
    let _ = writeln!(
        out,
        "\n## Source, certainty and voice: labels on PolNeAR's development part and twelve opinion pieces"
    );
    for (name, what) in [
        ("kind", "kind of source"),
        ("certainty", "certainty"),
        ("polarity", "polarity"),
        ("voice", "voice, by words"),
    ] {
        let path = format!("labels.{name}");
        let (accuracy, mean) =
            (share(results, &format!("{path}.accuracy")), share(results, &format!("{path}.macro_f1")));
        let _ = writeln!(out, "\n| {what} | precision | recall | F1 | labelled |\n|---|---|---|---|---|");
        for class in keys(&results["labels"][name]["classes"]) {
            let cell = |figure: &str| share(results, &format!("{path}.classes.{class}.{figure}"));
            let n = count(results, &format!("{path}.classes.{class}.n"));
            let _ = writeln!(out, "| {class} | {} | {} | {} | {n} |", cell("p"), cell("r"), cell("f1"));
        }
        let _ = writeln!(out, "| **mean F1 {mean}, right {accuracy}** | | | | |");
    }
    let figure = |path: &str| share(results, &format!("labels.{path}"));
    let _ = writeln!(
        out,
        "\nDenials that come out as denials: {}. Names of later mentions: precision {}, recall {}. All but voice is \
         over the claims that were found ({} of {} for the kind).",
        figure("denials.recall"),
        figure("names.precision"),
        figure("names.recall"),
        count(results, "labels.kind.matched"),
        count(results, "labels.kind.labelled")
    );
    outlets(out, results);
}

fn outlets(out: &mut String, results: &Value) {
    let outlets = &results["labels"]["outlets"];
    let columns: Vec<String> = keys(outlets).first().map(|first| keys(&outlets[first])).unwrap_or_default();
    let figures: Vec<&String> = columns.iter().filter(|c| c.as_str() != "n").collect();
    let head = figures.iter().map(|c| c.as_str()).collect::<Vec<_>>().join(" | ");
    let _ = writeln!(out, "\n| error rate | {head} |\n|---|{}", "---|".repeat(figures.len()));
    for outlet in keys(outlets) {
        let cell = |column: &&String| {
            let value = &outlets[&outlet][column.as_str()];
            value.as_f64().or_else(|| value["error"].as_f64()).map_or("-".to_owned(), |v| format!("{v:.3}"))
        };
        let _ = writeln!(out, "| {outlet} | {} |", figures.iter().map(cell).collect::<Vec<_>>().join(" | "));
    }
}

fn unread(out: &mut String, results: &Value) {
    let _ = writeln!(
        out,
        "\n## Who, how sure, in which stance: articles that nobody read\n\nClaims judged by annotators who did not see \
         the program's answers. In brackets the 95% interval, by the bootstrap over articles.\n\n\
         | articles | claims | kind right | mean F1 | name exact | wrong | certainty | polarity | fault of who | of certainty | \
         any fault |\n|---|---|---|---|---|---|---|---|---|---|---|"
    );
    for set in
        keys(&results["unread"]).into_iter().filter(|set| results["unread"][set].get("claims").is_some())
    {
        let at = format!("unread.{set}");
        let cell = |name: &str| share(results, &format!("{at}.{name}"));
        let [low, high] = [0, 1].map(|i| {
            format!("{:.3}", results["unread"][&set]["interval"]["fault"][i].as_f64().unwrap_or(0.0))
        });
        let claims = count(results, &format!("{at}.claims"));
        let cells =
            ["kind", "kind_f1", "name", "name_wrong", "certainty", "polarity", "who", "sure", "fault"]
                .map(cell)
                .join(" | ");
        let _ = writeln!(out, "| {set} | {claims} | {cells} ({low} to {high}) |");
    }
    let at = |grade: &str, figure: &str| format!("unread.corpora never learned from.grades.{grade}.{figure}");
    let told = |grade: &str| {
        let [right, whole] = ["right", "share"].map(|figure| share(results, &at(grade, figure)));
        format!("{grade} {right} of {} ({whole} of all that are right)", count(results, &at(grade, "n")))
    };
    let _ = writeln!(
        out,
        "\nRight in words, source, kind and name, by grade of confidence, in corpora never learned from: {}, {}, {}.",
        told("sure"),
        told("likely"),
        told("unsure")
    );
}

fn statements(out: &mut String, results: &Value) {
    let n = |path: &str| count(results, &format!("{path}.statements"));
    let samples = ["sourcing", "statements_read", "statements_unread"];
    let [people, read, unread] = samples.map(n);
    let _ = writeln!(
        out,
        "\n## Whole sourced statements\n\nMarked by people in twelve articles ({people}), and by language models in 54 \
         articles whose errors were read ({read}) and in 18 whose errors never were ({unread}).\n\n\
         | what | people | models, read | models, unread |\n|---|---|---|---|"
    );
    for (label, path) in [
        ("statements found", "recall"),
        ("words inside a statement", "word_precision"),
        ("F1 of both", "f1"),
        ("type right, of those found", "type_accuracy"),
        ("name right, of those found", "name_accuracy"),
    ] {
        let cells = samples.map(|sample| share(results, &format!("{sample}.{path}"))).join(" | ");
        let _ = writeln!(out, "| {label} | {cells} |");
    }
}
