//! The shape of the output: offsets that hold, and the keys that the schema names.

#![allow(clippy::unwrap_used, clippy::panic)] // helpers of tests, too

use reportedly_core::article::{Article, Note, NoteKind};
use reportedly_core::attribution::{Attribution, Mode};
use reportedly_core::reading::{Claim, Reading};
use reportedly_core::text::{Span, Spans};
use reportedly_records::render::{self, Terminal};
use reportedly_records::{Record, case};
use serde_json::Value;

const SCHEMA: &str = include_str!("../schema/reading.schema.json");

const ODD: &str = "🙂 Bridge\r\nMs. Hale said it was “unsafe”.\n\nقالت الوزيرة إن الجسر آمن. \
                   👩\u{200d}👩\u{200d}👧 cafe\u{301} <b>\u{1b}[31m & [x] told her";

fn find(text: &str, words: &str) -> Span {
    let start = text.find(words).unwrap();
    Span::new(start as u32, (start + words.len()) as u32)
}

fn attribution(text: &str, source: &str, cue: &str, content: &[&str]) -> Attribution {
    Attribution {
        source: if source.is_empty() { Spans::default() } else { find(text, source).into() },
        cue: (!cue.is_empty()).then(|| find(text, cue)),
        content: content.iter().map(|c| find(text, c)).collect(),
        mode: Mode::Mixed,
        within: None,
        confidence: 0.875,
        method: "rules",
        reasons: vec!["said".into()],
    }
}

fn record(explain: bool) -> Record {
    let article = Article::from_text(ODD);
    let attributions = vec![
        attribution(ODD, "Ms. Hale", "said", &["it was “unsafe”"]),
        attribution(ODD, "الوزيرة", "قالت", &["إن الجسر آمن"]),
        attribution(ODD, "", "told her", &["👩\u{200d}👩\u{200d}👧 cafe\u{301}", "<b>\u{1b}[31m & [x]"]),
    ];
    let note = Note { kind: NoteKind::Quotation, span: Some(find(ODD, "“")), message: "odd".into() };
    let claims = attributions.into_iter().map(|attribution| Claim { attribution, sourcing: None }).collect();
    let reading = Reading { claims, notes: vec![note], model: Some("test"), ..Reading::default() };
    Record::new(&article, &reading, explain)
}

#[test]
fn every_place_is_found_again_by_counting_code_points() {
    let value: Value = serde_json::from_str(&record(false).to_json().unwrap()).unwrap();
    let text: Vec<char> = value["text"].as_str().unwrap().chars().collect();
    let mut places = 0;
    for claim in value["claims"].as_array().unwrap() {
        let lists = [&claim["content"], &claim["source"]].map(|l| l.as_array().unwrap());
        for place in lists.into_iter().flatten().chain([&claim["cue"]]) {
            let at = |key: &str| place[key].as_u64().unwrap() as usize;
            let words: String = text[at("start")..at("end")].iter().collect();
            assert_eq!(words, place["text"].as_str().unwrap());
            places += 1;
        }
    }
    assert_eq!(places, 9);
    assert_eq!(serde_json::from_value::<Record>(value).unwrap(), record(false));
}

#[test]
fn a_record_whose_words_are_not_in_the_text_is_not_written() {
    let mut record = record(false);
    record.claims[0].content[0].start += 1;
    assert!(record.to_json().unwrap_err().to_string().contains("unsafe"));
}

#[test]
fn the_schema_names_the_keys_of_the_output() {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let value = serde_json::to_value(record(true)).unwrap();
    let keys = |v: &Value| v.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys(&schema["properties"]), keys(&value));
    for (name, list) in [("claim", "claims"), ("note", "notes")] {
        assert_eq!(keys(&schema["$defs"][name]["properties"]), keys(&value[list][0]));
    }
    assert_eq!(keys(&schema["$defs"]["span"]["properties"]), keys(&value["claims"][0]["cue"]));
    let plain = serde_json::to_value(self::record(false)).unwrap();
    assert!(plain["claims"][0].get("reasons").is_none() && plain["url"].is_null());
}

#[test]
fn ids_stay_the_same() {
    let (a, b) = (record(false), record(true));
    assert_eq!((&a.doc_id, &a.claims[1].claim_id), (&b.doc_id, &b.claims[1].claim_id));
    assert_eq!(a.doc_id.len(), 16);
    assert_ne!(a.claims[0].claim_id, a.claims[1].claim_id);
}

#[test]
fn a_terminal_is_not_steered_by_the_text() {
    for colour in [false, true] {
        let report = render::terminal(&record(true), &Terminal { width: 40, colour, timeline: false });
        assert!(!report.contains("\u{1b}[31m"));
        assert_eq!(report.contains('\u{1b}'), colour);
    }
    let report = render::terminal(&record(false), &Terminal { width: 40, colour: false, timeline: false });
    assert!(report.contains("Ms. Hale said ‹1\u{a0}it was “unsafe”›."), "{report}");
    assert!(report.lines().all(|l| l.chars().count() <= 42), "{report}");
}

#[test]
fn a_page_is_escaped() {
    let page = render::html::head("<x>") + &render::html::article(&record(true)) + render::html::foot();
    assert!(page.contains("&lt;b&gt;") && !page.contains("<b>\u{fffd}") && !page.contains('\u{1b}'));
    assert!(page.contains("&lt;x&gt;: who says what"));
    assert!(!page.contains("<script") && !page.contains("http:") && !page.contains("https:"));
}

#[test]
fn lines_have_eleven_fields() {
    let lines = render::plain(&record(false));
    assert_eq!(lines.lines().count(), 3);
    assert!(lines.lines().all(|l| l.split('\t').count() == 11));
}

#[test]
fn a_record_is_read_back_from_its_case() {
    let cases = case::parse(&render::case(&record(false))).unwrap();
    assert_eq!(cases[0].text.as_str(), ODD);
    assert_eq!(cases[0].marks[2].content.pieces().len(), 2);
}

#[test]
fn what_was_read_of_a_claim_is_kept_and_the_rest_is_worked_out() {
    let text =
        "\u{201c}The pier is safe,\u{201d} said Mara Hale.\n\n\u{201c}It is not,\u{201d} said Tom Rusk.";
    let read = reportedly::Engine::new(reportedly::ReadOptions::default()).read_text(text);
    let mut record = Record::new(&read.article, &read.reading, false);
    let (read, other) = (record.claims[0].sourcing.clone(), record.claims[1].sourcing.clone());
    record.claims[0].sourcing.source_name = Some("Lena Moor".to_owned());
    record.claims[1].sourcing = reportedly_records::Sourcing::default();
    let again = record.resolved_again();
    assert_eq!(again.claims[0].sourcing.source_name.as_deref(), Some("Lena Moor"));
    assert_eq!(again.claims[0].sourcing.certainty, read.certainty);
    assert_eq!(again.claims[1].sourcing.source_kind, other.source_kind);
    assert!(again.sources.iter().any(|s| s.name.as_deref() == Some("Lena Moor")));
}
