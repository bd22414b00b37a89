//! The command as people run it.

#![allow(clippy::unwrap_used)]

mod common;

use std::fs;
use std::process::{Command, Stdio};

use common::{err, example, file, out, records, refusal, reportedly};
use tempfile::TempDir;

const TEXT: &str = "🙂 “The bridge is safe,” said Mara Hale, the town’s engineer, on Monday.\n";

#[test]
fn standard_input_is_read_with_and_without_a_dash() {
    for args in [&["read", "--json", "-"][..], &["read", "--as", "json"]] {
        let output = reportedly(args, TEXT.as_bytes());
        assert_eq!(output.status.code(), Some(0), "{}", err(&output));
        assert_eq!(records(&output).len(), 1);
    }
}

#[test]
fn a_timeline_takes_the_place_of_text_and_claims() {
    let output = reportedly(&["read", "--timeline", "--width", "80", &example("harbour-fire.html")], b"");
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let shown = out(&output);
    assert!(
        shown.contains("2031-03-13, night \u{25cf} \u{2502}  A fire destroyed most of the fish market"),
        "{shown}"
    );
    assert!(
        shown.contains("2030-10           \u{2502} \u{25cb}  According to an inspection report"),
        "{shown}"
    );
    assert!(
        shown.contains("counted\n                    \u{2502} \u{2502}  from the day of publication"),
        "{shown}"
    );
    assert!(
        !shown.contains("Who says what") && shown.lines().all(|line| line.chars().count() <= 80),
        "{shown}"
    );
    let refused = reportedly(&["read", "--timeline", "--json", "-"], TEXT.as_bytes());
    assert_eq!(refused.status.code(), Some(2));
}

#[test]
fn offsets_count_code_points() {
    let output = reportedly(&["read", "--json", &example("harbour-fire.html"), "-"], TEXT.as_bytes());
    let records = records(&output);
    assert!(records.iter().all(|r| !r["claims"].as_array().unwrap().is_empty()));
    for record in records {
        let text: Vec<char> = record["text"].as_str().unwrap().chars().collect();
        for claim in record["claims"].as_array().unwrap() {
            let lists = [&claim["content"], &claim["source"]].map(|l| l.as_array().unwrap());
            let cue = Some(&claim["cue"]).filter(|c| !c.is_null());
            for place in lists.into_iter().flatten().chain(cue) {
                let at = |key: &str| place[key].as_u64().unwrap() as usize;
                let words: String = text[at("start")..at("end")].iter().collect();
                assert_eq!(words, place["text"].as_str().unwrap());
            }
        }
    }
}

#[test]
fn a_page_is_read_without_what_stands_around_it() {
    let output = reportedly(&["read", "--json", &example("harbour-fire.html")], b"");
    let record = &records(&output)[0];
    assert_eq!(record["outlet"], "The Velmouth Courier");
    assert_eq!(record["byline"], serde_json::json!(["Ines Tarrow"]));
    let text = record["text"].as_str().unwrap();
    assert!(text.contains("Ask me when it has") && !text.contains("saltydog41") && !text.contains("Sign up"));
}

#[test]
fn one_missing_file_does_not_stop_the_others() {
    let folder = TempDir::new().unwrap();
    let (a, b) = (file(&folder, "a.txt", TEXT.as_bytes()), file(&folder, "b.txt", b"Another text.\n"));
    let missing = folder.path().join("none.txt").display().to_string();
    let output = reportedly(&["read", "--json", &b, &missing, &a], b"");
    assert_eq!(output.status.code(), Some(2));
    let texts: Vec<_> = records(&output).iter().map(|r| r["text"].as_str().unwrap().to_owned()).collect();
    assert!(texts[0].starts_with("Another") && texts[1].starts_with('🙂') && texts.len() == 2);
    assert!(err(&output).contains(&missing) && err(&output).contains("no such file"));
}

#[test]
fn folders_are_read_in_order_whatever_the_number_of_threads() {
    let folder = TempDir::new().unwrap();
    for i in 0..30 {
        file(&folder, &format!("{i:02}.txt"), format!("Text {i}. {TEXT}").as_bytes());
    }
    file(&folder, "picture.png", b"\x89PNG");
    let path = folder.path().display().to_string();
    let [one, four] = ["1", "4"].map(|n| reportedly(&["read", "--json", "--jobs", n, &path], b""));
    assert_eq!((one.status.code(), out(&one)), (Some(0), out(&four)));
    assert_eq!(records(&one).len(), 30);
}

/// Articles of several windows: long enough for the network's products to be split among threads as well.
#[test]
fn threads_change_no_byte() {
    let articles: Vec<String> = ["harbour-fire.html", "opinion.txt"].map(example).to_vec();
    let articles: Vec<&str> = articles.iter().map(String::as_str).cycle().take(12).collect();
    let read =
        |jobs| reportedly(&[&["read", "--json", "--explain", "--jobs", jobs], &articles[..]].concat(), b"");
    let [one, many] = ["1", "5"].map(|jobs| out(&read(jobs)));
    assert!(one.lines().count() == 12 && one == many);
}

#[test]
fn a_record_says_how_deep_it_was_read() {
    let read = |model| records(&reportedly(&["read", "--json", "--model", model, "-"], TEXT.as_bytes()));
    for (model, name) in [("accurate", "minilm-polnear-7"), ("fast", "minilm-polnear-7-fast")] {
        let record = &read(model)[0];
        assert_eq!(record["model"], name);
        assert_eq!(record["claims"][0]["source"][0]["text"], "Mara Hale, the town’s engineer");
    }
}

#[test]
fn bad_input_is_named_with_what_to_do() {
    let folder = TempDir::new().unwrap();
    let path = file(&folder, "empty.txt", b"");
    assert!(refusal(&["read", &path], b"").contains("empty.txt: is empty"));
    assert!(refusal(&["read", "-"], b"").contains("standard input: is empty"));
    let path = file(&folder, "binary.txt", [0, 1, 2, 255, 254, 3].repeat(100));
    assert!(refusal(&["read", &path], b"").contains("binary.txt: this is not text"));
    let path = file(&folder, "nothing.html", b"<html><body><nav><a href=/>Home</a></nav></body></html>");
    let said = refusal(&["read", &path], b"");
    assert!(said.contains("nothing.html: no article") && said.contains("--force"), "{said}");
    let empty = TempDir::new().unwrap();
    assert!(
        refusal(&["read", &empty.path().display().to_string()], b"")
            .contains("contains no file of a known type (.html ")
    );
}

#[test]
fn a_file_over_the_limit_is_not_read() {
    let folder = TempDir::new().unwrap();
    let path = file(&folder, "large.txt", b"");
    fs::File::options().write(true).open(&path).unwrap().set_len((50 << 20) + 1).unwrap();
    assert!(refusal(&["read", &path], b"").contains("larger than 50 MB"));
}

#[test]
fn bad_lines_are_named_and_the_others_read() {
    let folder = TempDir::new().unwrap();
    let lines = [
        r#"{"id": "a", "text": "  Kept,\r\n as it is. ", "date": "2031-04-05", "outlet": "The Courier"}"#,
        "{not json",
        r#"{"id": "b"}"#,
        "",
        r#"{"id": "a", "text": "Again."}"#,
        r#"{"id": 7, "text": "Mara Hale said it was late.", "more": 1}"#,
    ];
    let path = file(&folder, "corpus.jsonl", lines.join("\n").as_bytes());
    let output = reportedly(&["read", "--json", &path], b"");
    assert_eq!(output.status.code(), Some(2));
    let records = records(&output);
    assert_eq!(records[0]["text"], "  Kept,\r\n as it is. ");
    assert_eq!((&records[0]["published_at_precision"], &records[1]["doc_id"]), (&"day".into(), &"7".into()));
    assert_eq!(records.len(), 2);
    for line in ["line 2", "line 3", "line 5"] {
        assert!(err(&output).contains(&format!("corpus.jsonl, {line}: ")), "{}", err(&output));
    }
    let piped = reportedly(&["read", "--json", "--from", "jsonl", "-"], lines[0].as_bytes());
    assert_eq!(self::records(&piped)[0]["doc_id"], "a");
}

#[test]
fn colour_only_where_it_is_wanted() {
    let run = |args: &[&str], name: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_reportedly"));
        command.env_remove("NO_COLOR").env_remove("FORCE_COLOR").env(name, "1").arg("read").args(args);
        out(&command.arg(example("opinion.txt")).output().unwrap()).contains('\u{1b}')
    };
    assert!(run(&[], "FORCE_COLOR"));
    assert!(!run(&["--no-color"], "FORCE_COLOR"));
    assert!(!run(&[], "NO_COLOR"));
    assert!(!run(&[], "SOMETHING_ELSE"));
}

#[test]
fn every_shape_is_written_to_a_file() {
    let folder = TempDir::new().unwrap();
    for (shape, sign) in
        [("html", "</html>"), ("terminal", "Who says what"), ("case", "[content 1: "), ("plain", "\t")]
    {
        let path = folder.path().join(shape);
        let to = path.display().to_string();
        let inputs = [example("opinion.txt"), example("harbour-fire.html")];
        let output = reportedly(&["read", "--as", shape, "-o", &to, &inputs[0], &inputs[1]], b"");
        assert_eq!((output.status.code(), out(&output)), (Some(0), String::new()));
        let written = fs::read_to_string(&path).unwrap();
        assert!(written.contains(sign), "{shape}");
        assert_eq!(written.matches("</html>").count(), usize::from(shape == "html"));
    }
}

#[cfg(unix)]
#[test]
fn a_link_stays_one_and_who_may_read_stays_so() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = TempDir::new().unwrap();
    let text = file(&folder, "a.txt", TEXT.as_bytes());
    let whole = file(&folder, "report.html", b"before");
    fs::set_permissions(&whole, fs::Permissions::from_mode(0o600)).unwrap();
    let link = folder.path().join("link.html");
    symlink(&whole, &link).unwrap();
    let output = reportedly(&["read", "--as", "html", "-o", &link.display().to_string(), &text], b"");
    assert_eq!(output.status.code(), Some(0));
    assert!(link.symlink_metadata().unwrap().is_symlink());
    assert!(fs::read_to_string(&whole).unwrap().ends_with("</html>\n"));
    assert_eq!(fs::metadata(&whole).unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn the_man_page_has_the_options_of_all_commands() {
    let page = out(&reportedly(&["generate", "man"], b""));
    assert!(page.contains("min\\-confidence") && page.contains("backup"), "{page}");
}

#[test]
fn a_file_is_written_whole_or_not_at_all() {
    let folder = TempDir::new().unwrap();
    let text = file(&folder, "a.txt", TEXT.as_bytes());
    let to = file(&folder, "report.html", b"precious");
    let run = |inputs: &[&str]| {
        let output = reportedly(&[&["read", "--as", "html", "-o", &to], inputs].concat(), b"");
        (output.status.code(), err(&output))
    };
    let missing = folder.path().join("none.txt").display().to_string();
    for bad in [&missing, &to] {
        assert_eq!(run(&[bad]).0, Some(2));
        assert_eq!(fs::read_to_string(&to).unwrap(), "precious");
    }
    // what a pattern or a folder names once more is no article
    let all = folder.path().display().to_string();
    for inputs in [&[&*text, &*to][..], &[&*all]] {
        let (code, said) = run(inputs);
        assert!(code == Some(0) && said.contains("skipped"), "{said}");
        assert!(fs::read_to_string(&to).unwrap().ends_with("</html>\n"));
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "nothing is left beside");
}

#[test]
fn help_begins_with_examples_and_pages_are_generated() {
    assert!(out(&reportedly(&["read", "--help"], b"")).starts_with("Examples:"));
    for what in ["man", "complete-bash", "complete-zsh", "complete-fish", "complete-powershell"] {
        let output = reportedly(&["generate", what], b"");
        assert!(output.status.success() && out(&output).contains("reportedly"), "{what}");
    }
}

#[test]
fn a_reader_who_has_seen_enough_is_no_failure() {
    let folder = TempDir::new().unwrap();
    for i in 0..40 {
        file(&folder, &format!("{i}.txt"), TEXT.repeat(20).as_bytes());
    }
    let mut child = Command::new(env!("CARGO_BIN_EXE_reportedly"))
        .args(["read", "--as", "case", "--jobs", "1"])
        .arg(folder.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), err(&output)), (Some(0), String::new()));
}

#[test]
fn a_bad_document_is_refused_and_the_others_are_read() {
    let fixture = |name: &str| {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/documents");
        folder.join(name).display().to_string()
    };
    let files =
        ["encrypted.pdf", "broken.docx", "minutes.docx", "zip-in-zip.wacz", "statement.odt"].map(fixture);
    let args = [&["read", "--json"][..], &files.each_ref().map(String::as_str)].concat();
    let output = reportedly(&args, b"");
    assert_eq!(output.status.code(), Some(2), "{}", err(&output));
    let titles: Vec<serde_json::Value> =
        records(&output).iter().map(|record| record["title"].clone()).collect();
    assert_eq!(titles, ["Minutes of the harbour board", "Statement of the harbour office"]);
    for (file, remedy) in [
        ("encrypted.pdf: ", "save it without one"),
        ("broken.docx: ", "download or save it again"),
        ("zip-in-zip.wacz, archive/inner.wacz: ", "unpack the outer one and name this file"),
    ] {
        assert!(
            err(&output).lines().any(|line| line.contains(file) && line.contains(remedy)),
            "{}",
            err(&output)
        );
    }
    let minutes = &records(&output)[0];
    assert_eq!(minutes["published_at_method"], "document property dcterms:created");
    assert_eq!(minutes["published_at_guess"], true);
}
