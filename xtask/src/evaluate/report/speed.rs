//! The table of `evaluation/speed/results.json`.

use super::super::floors::figure;
use super::count;
use serde_json::Value;
use std::fmt::Write;

/// Adds the section on speed.
pub fn section(out: &mut String, speed: &Value) {
    let (words, processor) = (count(speed, "words"), speed["processor"].as_str().unwrap_or("unknown"));
    let _ = writeln!(
        out,
        "\n## Speed: {words} words of the same articles, one thread ({processor})\n\n\
         Written by `cargo xtask bench`. CPU seconds, start and loading of the model taken off.\n\n\
         | what | words per CPU-second | start, CPU-seconds | peak MiB |\n|---|---|---|---|"
    );
    let contestants = [
        ("`reportedly read`, from HTML", "reportedly_html"),
        ("`reportedly read`, from text", "reportedly_jsonl"),
        ("`reportedly read --model accurate`, from HTML", "reportedly_accurate"),
        ("spaCy's parse, all of the small English model", "spacy"),
        ("the same without names of entities", "spacy_without_names"),
    ];
    for (label, name) in contestants {
        let cell = |part: &str| count(speed, &format!("{name}.{part}"));
        let _ = writeln!(
            out,
            "| {label} | {} | {} | {} |",
            cell("words_per_cpu_s"),
            cell("start_cpu_s"),
            cell("peak_mib")
        );
    }
    let ratio = |part: &str| times(speed, "reportedly_html/spacy", part);
    let accurate = times(speed, "reportedly_accurate/spacy", "median");
    let _ = writeln!(
        out,
        "\nFrom HTML it is {} times as fast as spaCy's parse ({} to {} over the rounds), with `--model accurate` {accurate} times.",
        ratio("median"),
        ratio("least"),
        ratio("most")
    );
    growth(out, speed);
}

fn growth(out: &mut String, speed: &Value) {
    let _ = writeln!(
        out,
        "\n| one article repeated to | from HTML, CPU-s per 1,000 words | from text |\n|---|---|---|"
    );
    for (length, label) in [("1000", "1,000 words"), ("10000", "10,000 words"), ("100000", "100,000 words")] {
        let cell = |name: &str| count(speed, &format!("growth.{name}.{length}.cpu_s_per_1000_words"));
        let _ = writeln!(out, "| {label} | {} | {} |", cell("reportedly_html"), cell("reportedly_jsonl"));
    }
}

/// A ratio; its name has no dot, so it is a path of its own.
fn times(speed: &Value, pair: &str, part: &str) -> String {
    figure(&speed["ratio"][pair], part).map_or("-".into(), |value| format!("{value:.2}"))
}

#[cfg(test)]
mod tests {
    #[test]
    fn ratios_and_growth_are_found() {
        let speed = serde_json::json!({"words": 10, "ratio": {"reportedly_html/spacy": {"median": 1.234}},
            "growth": {"reportedly_html": {"1000": {"cpu_s_per_1000_words": 0.5}}}});
        let mut out = String::new();
        super::section(&mut out, &speed);
        assert!(out.contains("it is 1.23 times") && out.contains("| 1,000 words | 0.5 | - |"), "{out}");
    }
}
