//! The commands around a library, as people run them.

#![allow(clippy::unwrap_used, clippy::panic)] // helpers of tests, too

mod common;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use common::{err, file, out, records};
use serde_json::Value;
use tempfile::TempDir;

const TEXT: &str = "“The bridge is safe,” said Mara Hale, the town’s engineer, on Monday.\n";

/// A folder with a library in it.
struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        Self { folder: TempDir::new().unwrap() }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        fs::write(self.path(name), bytes).unwrap();
        self.path(name).display().to_string()
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_reportedly"));
        command.args(args).arg("--library").arg(self.path("news.db")).stdin(Stdio::null());
        command
    }

    fn run(&self, args: &[&str]) -> Output {
        self.command(args).output().unwrap()
    }

    /// The lines of JSON that a command answers.
    fn json(&self, args: &[&str]) -> Vec<Value> {
        let output = self.command(args).arg("--json").output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", err(&output));
        out(&output).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    /// What a command that must fail says.
    fn refusal(&self, args: &[&str]) -> String {
        let output = self.run(args);
        assert_eq!(output.status.code(), Some(2), "{}", out(&output));
        err(&output)
    }
}

fn examples() -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples").display().to_string()
}

#[test]
fn the_examples_are_kept_found_shown_and_corrected() {
    let desk = Desk::new();
    assert_eq!(desk.run(&["add", &examples()]).status.code(), Some(0));
    let again = desk.json(&["add", &examples()]);
    assert!(again.iter().all(|line| line["state"] == "known"), "{again:?}");
    let listed = desk.json(&["list"]);
    let courier = listed.iter().find(|d| d["outlet"] == "The Velmouth Courier").unwrap();
    let found = desk.json(&["search", "outlet:velmouth fire"]);
    assert!(!found.is_empty() && found.iter().all(|hit| hit["doc_id"] == courier["doc_id"]));
    let articles = desk.json(&["search", "fire", "--in", "articles"]);
    assert!(articles.iter().any(|hit| hit["doc_id"] == courier["doc_id"]));
    let claim = found[0]["claim"]["claim_id"].as_str().unwrap();
    assert_eq!(desk.json(&["show", claim])[0]["claim"]["claim_id"], claim);
    let shown = out(&desk.run(&["show", courier["doc_id"].as_str().unwrap()]));
    assert!(shown.contains("Who says what"));
    let done = desk.json(&["correct", claim, "--source", "", "--who", "ann"]);
    assert_eq!(done[0]["claim"]["method"], "hand");
    let id = courier["doc_id"].as_str().unwrap();
    assert_eq!(desk.json(&["reread", id])[0]["doc_id"], *id);
    assert_eq!(desk.json(&["show", claim])[0]["claim"]["source"], Value::Array(Vec::new()));
    assert_eq!(desk.json(&["correct", "--log"])[0]["who"], "ann");
    assert!(out(&desk.run(&["verify"])).starts_with("no problems: "));
}

#[test]
fn a_claim_is_traced_through_the_examples() {
    let desk = Desk::new();
    desk.run(&["add", &examples()]);
    let found = desk.json(&["search", "four engines outlet:courier"]);
    let claim = found[0]["claim"]["claim_id"].as_str().unwrap();
    let group = desk.json(&["trace", claim]).remove(0);
    let counts = ["pages", "texts", "publishers", "origins"].map(|name| group[name].as_u64().unwrap());
    assert_eq!(counts, [3, 2, 3, 1]);
    let by_date = ["e623d078ecfa0d7a", "sorrel-herald-1", "estuary-post-1"];
    assert!(by_date.iter().enumerate().all(|(i, id)| group["carriers"][i]["doc_id"] == *id), "{group}");
    let told = out(&desk.run(&["trace", claim]));
    assert!(
        told.starts_with("Of the 3 articles found with these words, all 3 attribute it to Maren Oldcastle"),
        "{told}"
    );
    assert!(told.contains("\n3 pages -> 2 independent texts -> 3 publishers -> 1 origin\n"), "{told}");
    let courier = found[0]["doc_id"].as_str().unwrap();
    let shared = desk.json(&["copies", courier]);
    assert!(shared.iter().any(|row| row["doc_b"] == "sorrel-herald-1" && row["kind"] == "cut"));
    assert!(shared.iter().all(|row| row["doc_a"] == *courier));
    assert!(out(&desk.run(&["copies", courier])).contains("taken from this article"));
    // what README tells to paste
    let readme = fs::read_to_string(Path::new(&examples()).join("../README.md")).unwrap();
    let pasted = |command: &str| {
        let after = readme.split(&format!("    reportedly {command} ")).nth(1).unwrap();
        out(&desk.run(&[command, after.split_whitespace().next().unwrap()]))
    };
    let traced = pasted("trace");
    for line in traced.lines().filter(|line| line.starts_with("Of the") || line.contains(" -> ")) {
        assert!(readme.contains(&format!("    {line}\n")), "README does not show {line}");
    }
    assert!(pasted("copies").contains("The Sorrel Herald"));
}

#[test]
fn what_cannot_be_read_is_listed_and_all_others_are_in() {
    let desk = Desk::new();
    let (good, bad) = (desk.file("a.txt", TEXT), desk.file("b.txt", ""));
    let missing = desk.path("c.txt").display().to_string();
    let said = desk.refusal(&["add", &bad, &missing, &good]);
    assert!(said.contains("b.txt: is empty") && said.contains("c.txt: no such file or folder"), "{said}");
    assert_eq!(desk.json(&["list"]).len(), 1);
    let failures = desk.json(&["list", "--failures"]);
    assert_eq!(failures.len(), 2);
    desk.file("b.txt", "Now it says something.");
    desk.run(&["add", &bad]);
    assert_eq!(desk.json(&["list", "--failures"]).len(), 1);
}

#[test]
fn one_id_in_several_lines_is_one_article_in_versions() {
    let desk = Desk::new();
    let line = |text: &str| format!("{{\"id\": \"a\", \"text\": \"{text}\", \"url\": \"\"}}\n");
    let lines = desk.file("c.jsonl", [line("One."), line("One."), line("Two.")].concat());
    let states: Vec<_> = desk.json(&["add", &lines]).iter().map(|l| l["state"].clone()).collect();
    assert_eq!(states, ["added", "known", "version"]);
}

#[test]
fn an_export_comes_back_and_a_backup_opens() {
    let desk = Desk::new();
    desk.run(&["add", &examples()]);
    let parquet = cfg!(feature = "parquet").then_some("parquet");
    for format in ["jsonl", "csv"].into_iter().chain(parquet) {
        let [one, two] =
            ["one", "two"].map(|name| desk.path(&format!("{name}-{format}")).display().to_string());
        let manifest = desk.json(&["export", "--to", &one, "--format", format]);
        let other = Desk::new();
        other.run(&["import", &one]);
        assert_eq!(other.json(&["export", "--to", &two, "--format", format]), manifest);
    }
    if parquet.is_none() {
        let to = desk.path("none").display().to_string();
        assert!(desk.refusal(&["export", "--to", &to, "--format", "parquet"]).contains("--features parquet"));
        assert!(!Path::new(&to).exists());
    }
    let backup = desk.path("backup.db").display().to_string();
    assert_eq!(desk.run(&["backup", &backup]).status.code(), Some(0));
    assert!(desk.refusal(&["backup", &backup]).contains("already exists"));
    let verified =
        Command::new(env!("CARGO_BIN_EXE_reportedly")).args(["verify", "--library", &backup]).output();
    assert!(verified.unwrap().status.success());
}

#[test]
fn adding_goes_on_when_nobody_reads_what_it_says() {
    let desk = Desk::new();
    let lines = (0..40).map(|i| format!("{{\"id\": \"{i}\", \"text\": \"The boat {i} is late.\"}}\n"));
    let corpus = desk.file("c.jsonl", lines.collect::<String>());
    let mut child = desk
        .command(&["add", "--jobs", "1", &corpus])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    assert_eq!(child.wait().unwrap().code(), Some(0));
    assert_eq!(desk.json(&["list"]).len(), 40);
}

#[test]
fn ids_cannot_be_blank_and_dates_are_dates() {
    let desk = Desk::new();
    let line = |id: &str, date: &str| {
        format!("{{\"id\":\"{id}\",\"text\":\"The boat {date} is late.\",\"date\":\"{date}\"}}\n")
    };
    let corpus = [line("", "April 5, 2031"), line(" ", "2031"), line("c", "soon")].concat();
    let added = desk.json(&["add", &desk.file("c.jsonl", corpus)]);
    assert!(added.iter().all(|a| a["state"] == "added" && !a["doc_id"].as_str().unwrap().trim().is_empty()));
    let dates: Vec<Value> = desk.json(&["list"]).into_iter().map(|d| d["published_at"].clone()).collect();
    for date in [Value::from("2031-04-05"), Value::from("2031"), Value::Null] {
        assert!(dates.contains(&date), "{dates:?}");
    }
    // an export into a folder that is named as one, and back into a library that is not quite empty
    let to = desk.path("out/").display().to_string();
    assert_eq!(desk.run(&["export", "--to", &to]).status.code(), Some(0));
    let other = Desk::new();
    other.run(&["add", "none.txt"]);
    assert!(other.refusal(&["import", &to]).contains("not empty") || other.json(&["list"]).is_empty());
}

#[test]
fn mistakes_are_answered_with_what_to_do() {
    let desk = Desk::new();
    assert!(desk.refusal(&["list"]).contains("`reportedly add` creates one"));
    let text = desk.file("a.txt", TEXT);
    desk.run(&["add", &text]);
    assert!(desk.refusal(&["search", "colour:red"]).contains("the fields are source:"));
    assert!(desk.refusal(&["search", "kind:anonymous"]).contains("unnamed"));
    assert!(desk.refusal(&["show", "nothing"]).contains("`reportedly list`"));
    let claim = desk.json(&["search", "bridge"])[0]["claim"]["claim_id"].as_str().unwrap().to_owned();
    assert!(desk.refusal(&["correct", &claim]).contains("--remove"));
    assert!(desk.refusal(&["correct", &claim, "--source", "Nobody Here"]).contains("copy them exactly"));
    assert!(desk.refusal(&["add", "http://127.0.0.1:9/page"]).contains("--allow-local"));
    assert!(String::from_utf8_lossy(&desk.run(&["search", "zeppelin"]).stderr).contains("nothing found"));
}

#[cfg(unix)]
#[test]
fn what_a_killed_add_said_is_there_and_the_next_goes_on() {
    use std::io::{BufRead, BufReader};
    let desk = Desk::new();
    let lines =
        (0..60).map(|i| format!("{{\"id\": \"{i}\", \"text\": \"“Boat {i} is late,” said Tom Reed.\"}}\n"));
    let corpus = desk.file("c.jsonl", lines.collect::<String>());
    let mut said = Vec::new();
    for round in 1..=8 {
        let mut add = desk.command(&["add", "--jobs", "1", "--json", &corpus]);
        let mut child = add.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let stdout = BufReader::new(child.stdout.take().unwrap());
        let mut lines = stdout.lines().map_while(Result::ok);
        said.extend(lines.by_ref().take(round * 5));
        child.kill().unwrap();
        child.wait().unwrap();
        said.extend(lines);
        assert!(out(&desk.run(&["verify"])).starts_with("no problems: "));
    }
    let ids: Vec<Value> = desk.json(&["list"]).into_iter().map(|d| d["doc_id"].clone()).collect();
    for line in said.iter().filter_map(|line| serde_json::from_str::<Value>(line).ok()) {
        assert_eq!(ids.iter().filter(|id| **id == line["doc_id"]).count(), 1, "{line}");
    }
    assert_eq!(desk.run(&["add", &corpus]).status.code(), Some(0));
    assert_eq!(desk.json(&["list"]).len(), 60);
}

#[test]
fn views_of_several_articles_are_pages_to_keep() {
    let desk = Desk::new();
    let both = format!(
        "{TEXT}It was built in the year of the great flood, and no lorry has crossed it since the spring.\n"
    );
    let one = desk.file("a.txt", &both);
    let two =
        desk.file("b.txt", format!("{both}Nothing else was known on Tuesday, when the bridge was closed.\n"));
    assert_eq!(desk.run(&["add", "--quiet", &one, &two]).status.code(), Some(0));
    let claim = desk.json(&["search", "bridge"])[0]["claim"]["claim_id"].as_str().unwrap().to_owned();
    let id = desk.json(&["list"])[0]["doc_id"].as_str().unwrap().to_owned();
    for (args, words) in [
        (&["search", "bridge"][..], "2 pages with these words"),
        (&["copies", &id], "this article took it"),
        (&["trace", &claim], "Of the 2 articles found with these words, "),
    ] {
        let page = desk.run(&[args, &["--as", "html"]].concat());
        assert_eq!(page.status.code(), Some(0), "{}", err(&page));
        let page = out(&page);
        assert!(page.starts_with("<!doctype html>") && page.contains(words), "{page}");
    }
}

#[test]
fn settings_and_folders_of_a_library_are_as_one_expects() {
    let folder = TempDir::new().unwrap();
    let at = |name: &str| folder.path().join(name).display().to_string();
    let page =
        file(&folder, "page.txt", "“The bridge is safe,” said Mara Hale, the town’s engineer, on Monday.\n");
    let run = |config: &str, args: &[&str]| {
        let config = file(&folder, "config.toml", config);
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_reportedly"));
        command
            .args(["--config", &config])
            .args(args)
            .env_remove("REPORTEDLY_LIBRARY")
            .env("HOME", folder.path());
        command.output().unwrap()
    };
    // what is kept is kept whole, whatever is to be shown
    let thin = "min-confidence = 1.0\n";
    assert_eq!(records(&run(thin, &["add", "--json", "--library", &at("news.db"), &page]))[0]["claims"], 1);
    assert_eq!(records(&run(thin, &["read", "--json", &page]))[0]["claims"].as_array().unwrap().len(), 0);
    assert!(run("library = \"~/kept.db\"\n", &["add", "--quiet", &page]).status.success());
    assert!(folder.path().join("kept.db").is_file());
    let refused = run("", &["add", "--library", &at("no/such/news.db"), &page]);
    assert!(err(&refused).contains("create it, or name another") && !folder.path().join("no").exists());
    assert!(err(&run("", &["search", "bridge", "--limit", "0"])).contains("from 1 on"));
}
