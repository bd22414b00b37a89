//! What a desk does with its library: mend, note, tag, remove, watch.

#![allow(clippy::unwrap_used, clippy::panic)] // helpers of tests, too

mod common;

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::sync::{Arc, Mutex};

use common::{err, out};
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

    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        let path = self.folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
        path.display().to_string()
    }

    fn library(&self) -> PathBuf {
        self.folder.path().join("news.db")
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_reportedly"));
        command.args(args).env("REPORTEDLY_LIBRARY", self.library()).env("USER", "ann").stdin(Stdio::null());
        command.env("XDG_CONFIG_HOME", self.folder.path().join("config"));
        command
    }

    fn run(&self, args: &[&str]) -> Output {
        self.command(args).output().unwrap()
    }

    fn json(&self, args: &[&str]) -> Vec<Value> {
        let output = self.command(args).arg("--json").output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", err(&output));
        out(&output).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    fn refusal(&self, args: &[&str]) -> String {
        let output = self.run(args);
        assert_eq!(output.status.code(), Some(2), "{}", out(&output));
        err(&output)
    }

    fn added(&self, text: &str) -> String {
        let file = self.file("a.txt", text);
        self.json(&["add", &file])[0]["doc_id"].as_str().unwrap().to_owned()
    }
}

#[test]
fn articles_and_claims_are_mended_by_name_with_reasons() {
    let desk = Desk::new();
    let id = desk.added(TEXT);
    let claim = desk.json(&["search", "bridge"])[0]["claim"]["claim_id"].as_str().unwrap().to_owned();
    let why = ["--why", "print edition", "--as", "Ann Reed"];
    let mend = [
        "correct",
        &id,
        "--date",
        "5 April 2031",
        "--outlet",
        "The Quay",
        "--byline",
        "Ida Voss",
        "--byline",
        "Tom Reed",
    ];
    assert_eq!(desk.run(&[&mend[..], &why].concat()).status.code(), Some(0));
    let record = &desk.json(&["show", &id])[0];
    assert_eq!(record["published_at"], "2031-04-05");
    assert_eq!(record["byline"], serde_json::json!(["Ida Voss", "Tom Reed"]));
    // the name is remembered
    assert_eq!(
        desk.run(&["correct", &claim, "--stance", "denies", "--kind", "unnamed"]).status.code(),
        Some(0)
    );
    let log = desk.json(&["correct", "--log"]);
    assert_eq!((&log[0]["why"], &log[1]["who"]), (&"print edition".into(), &"Ann Reed".into()));
    assert!(out(&desk.run(&["search", "stance:denies kind:unnamed"])).contains("[denies] said: “The bridge"));
    let told = out(&desk.run(&["correct", "--log"]));
    assert!(told.contains("outlet The Quay") && told.contains("(print edition)"), "{told}");
    for n in ["2", "1"] {
        assert_eq!(desk.run(&["correct", "--undo", n]).status.code(), Some(0));
    }
    assert_eq!(desk.json(&["show", &id])[0]["published_at"], Value::Null);
    assert!(desk.json(&["search", "stance:denies"]).is_empty());
    for (args, said) in [
        (&["correct", &claim, "--stance", "maybe"][..], "asserts"),
        (&["correct", &claim, "--date", "2031"], "is a claim, not an article"),
        (&["correct", &id, "--date", "soon"], "write it as 2031-04-05"),
        (&["correct", &id, "--date", "2031", "--stance", "denies"], "one at a time"),
        (&["correct", "--undo", "9"], "`reportedly correct --log`"),
        (&["correct", &id], "--byline"),
    ] {
        let told = desk.refusal(args);
        assert!(told.contains(said), "{args:?}: {told}");
    }
}

#[test]
fn notes_and_tags_stand_beside_articles() {
    let desk = Desk::new();
    let id = desk.added(TEXT);
    assert_eq!(desk.run(&["note", &id, "Ask", "the", "harbour."]).status.code(), Some(0));
    assert_eq!(out(&desk.run(&["tag", &id, "to check", "bridge"])), "to check\nbridge\n");
    let shown = out(&desk.run(&["show", &id]));
    assert!(shown.contains("Tags: to check, bridge") && shown.contains("Ask the harbour."), "{shown}");
    assert_eq!(desk.json(&["list", "tag:bridge"]).len(), 1);
    assert!(out(&desk.run(&["list"])).contains("[to check, bridge]"));
    assert_eq!(out(&desk.run(&["tag", &id, "bridge", "--off"])), "to check\n");
    assert!(desk.json(&["list", "tag:bridge"]).is_empty());
    assert_eq!(desk.json(&["note", &id])[0]["who"], "ann");
    assert_eq!(desk.run(&["note", "--delete", "1"]).status.code(), Some(0));
    assert!(desk.refusal(&["note", "--delete", "1"]).contains("no note 1"));
}

#[test]
fn what_is_removed_stays_away_until_it_is_let_in() {
    let desk = Desk::new();
    let id = desk.added(TEXT);
    assert!(desk.refusal(&["remove", &id]).contains("--yes"));
    let removed = desk.run(&["remove", &id[..6], "--yes"]);
    assert_eq!((removed.status.code(), out(&removed)), (Some(0), format!("removed: {id}\n")));
    assert!(fs::read(desk.library()).unwrap().windows(6).all(|bytes| bytes != b"bridge"));
    let file = desk.file("again.txt", TEXT);
    let again = desk.run(&["add", &file]);
    assert!(
        err(&again).contains("1 not added because they were removed before (--readmit"),
        "{}",
        err(&again)
    );
    assert_eq!(desk.json(&["add", &file])[0]["state"], "removed");
    assert_eq!(desk.json(&["add", "--readmit", &file])[0]["state"], "added");
    assert_eq!(desk.json(&["search", "bridge"]).len(), 1);
    assert_eq!(desk.run(&["remove", "--finish"]).status.code(), Some(0));
}

#[test]
fn the_caller_says_what_texts_do_not() {
    let desk = Desk::new();
    let (one, two) = (desk.file("courier.txt", TEXT), desk.file("herald.txt", TEXT));
    let stated = ["--outlet", "The Quay", "--date", "5 April 2031"];
    let read = desk.json(&[&["read", &one, &two][..], &stated].concat());
    assert!(read.iter().all(|r| r["outlet"] == "The Quay" && r["published_at"] == "2031-04-05"));
    assert_eq!(read[1]["place"], two);
    let title = desk.json(&["read", &one, "--title", "Bridge safe", "--url", "https://quay.example/bridge"]);
    assert_eq!(
        (&title[0]["title"], &title[0]["url"]),
        (&"Bridge safe".into(), &"https://quay.example/bridge".into())
    );
    for command in ["read", "add"] {
        assert!(
            desk.refusal(&[command, &one, &two, "--url", "https://quay.example/x"]).contains("one article")
        );
    }
    assert!(desk.refusal(&["read", &one, "--date", "soon"]).contains("2031-04-05"));
    // a list of files, with a comment and a blank line
    let list = desk.file("list", format!("# two papers\n{one}\n\n{two}\n"));
    let added = desk.json(&["add", "--list", &list]);
    assert!(added.iter().all(|line| line["state"] == "added"), "the same words in two papers: {added:?}");
    assert!(desk.json(&["add", &one, &two]).iter().all(|line| line["state"] == "known"));
    let empty = desk.file("empty", "# nothing\n");
    assert!(desk.refusal(&["add", "--list", &empty]).contains("names no file"));
    let mut read = desk
        .command(&["read", "--json", "--list", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    writeln!(read.stdin.take().unwrap(), "{one}").unwrap();
    assert_eq!(out(&read.wait_with_output().unwrap()).lines().count(), 1);
    // two papers are two for `relate`, too
    let related = desk.run(&["relate", &one, &two]);
    assert_eq!(related.status.code(), Some(0), "{}", err(&related));
}

#[test]
fn finds_are_sorted_and_counted() {
    let desk = Desk::new();
    let line = |n: usize| {
        format!(
            "{{\"id\": \"{n}\", \"text\": \"“Boat {n} is late,” said Tom Reed.\", \"date\": \"2031-04-{:02}\", \"outlet\": \"Quay {}\"}}\n",
            n + 1,
            n % 3
        )
    };
    let lines = desk.file("c.jsonl", (0..25).map(line).collect::<String>());
    desk.run(&["add", &lines]);
    let told = desk.run(&["search", "boat", "--sort", "date"]);
    assert!(err(&told).contains("the first 20 of 25"), "{}", err(&told));
    let hits = desk.json(&["search", "boat", "--sort", "date", "--limit", "2"]);
    assert_eq!((&hits[0]["doc_id"], &hits[1]["doc_id"]), (&"24".into(), &"23".into()));
    assert_eq!(desk.json(&["list", "outlet:\"Quay 1\" after:2031-04-20"]).len(), 2);
    assert_eq!(desk.json(&["list", "--sort", "outlet"])[0]["outlet"], "Quay 0");
    assert!(desk.refusal(&["list", "after:2031-05 before:2031-04"]).contains("swap or widen"));
}

#[test]
fn defaults_come_from_a_file_and_from_the_environment() {
    let desk = Desk::new();
    let id = desk.added(TEXT);
    let config = desk.file("config/reportedly/config.toml", "as = \"The desk\"\nmin-confidence = 0.2\n");
    assert_eq!(desk.run(&["note", &id, "One."]).status.code(), Some(0));
    let named = desk.file("other.toml", "as = \"Other\"");
    assert_eq!(desk.run(&["--config", &named, "note", &id, "Two."]).status.code(), Some(0));
    let by = |desk: &Desk, name: &str, words: &str| {
        assert!(desk.command(&["note", &id, words]).env("REPORTEDLY_AS", name).status().unwrap().success());
    };
    by(&desk, "Environment", "Three.");
    assert_eq!(desk.run(&["note", &id, "Four.", "--as", "Given"]).status.code(), Some(0));
    let notes = desk.json(&["note", &id]);
    let names: Vec<&Value> = notes.iter().map(|note| &note["who"]).collect();
    assert_eq!(names, ["The desk", "Other", "Environment", "Given"]);
    fs::write(&config, "colour = \"red\"").unwrap();
    let told = desk.refusal(&["list"]);
    assert!(told.contains("config.toml") && told.contains("no setting \"colour\""), "{told}");
    fs::write(&config, "min-confidence = 7").unwrap();
    assert!(desk.refusal(&["read", "a.txt"]).contains("from 0 to 1"));
    assert!(desk.refusal(&["--config", "none.toml", "list"]).contains("none.toml"));
}

/// A server of one page and a feed that leads to it; it keeps what it was asked.
fn server(page: Arc<Mutex<String>>) -> (String, Arc<Mutex<Vec<String>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    let (asked, own) = (Arc::new(Mutex::new(Vec::new())), base.clone());
    let log = Arc::clone(&asked);
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let lines = BufReader::new(stream.try_clone().unwrap()).lines().map_while(Result::ok);
            let head: Vec<String> = lines.take_while(|line| !line.is_empty()).collect();
            let path = head.first().and_then(|l| l.split(' ').nth(1)).unwrap_or_default().to_owned();
            let body = page.lock().unwrap().clone();
            let etag = format!("\"{}\"", body.len());
            let same = head.iter().any(|l| l.to_ascii_lowercase() == format!("if-none-match: {etag}"));
            let (status, kind, body) = match path.as_str() {
                "/pier" if same => ("304 Not Modified", "text/html", String::new()),
                "/pier" => ("200 OK", "text/html", body),
                "/feed" => (
                    "200 OK",
                    "application/rss+xml",
                    format!(
                        "<rss version=\"2.0\"><channel><title>Courier</title><item><title>Pier</title><link>{own}/pier</link></item></channel></rss>"
                    ),
                ),
                _ => ("404 Not Found", "text/plain", String::new()),
            };
            log.lock().unwrap().push(format!("{path} {}", &status[..3]));
            let length = body.len();
            let _ = write!(
                stream,
                "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nETag: {etag}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}"
            );
            let _ = stream.shutdown(std::net::Shutdown::Write);
            let _ = stream.read(&mut [0; 64]);
        }
    });
    (base, asked)
}

fn page(words: &str) -> String {
    let more = "The harbour office says that the work will go on until the summer, and that ships will be told a week before each closure. ".repeat(3);
    format!(
        "<html><head><title>The pier</title></head><body><article><h1>The pier is open</h1><p>{words}</p><p>{more}</p></article></body></html>"
    )
}

#[test]
fn what_may_have_changed_is_fetched_again_and_kept_as_a_version() {
    let desk = Desk::new();
    let body = Arc::new(Mutex::new(page("“It held,” said Mara Hale.")));
    let (base, asked) = server(Arc::clone(&body));
    assert!(desk.refusal(&["add", "--again"]).contains("no page of this library was fetched"));
    let address = format!("{base}/pier");
    let local = ["--allow-local", "--delay", "0"];
    let add = |args: &[&str]| desk.json(&[&["add"], args, &local].concat());
    assert_eq!(add(&[&address])[0]["state"], "added");
    assert!(add(&["--again"]).is_empty());
    *body.lock().unwrap() = page("“It held, but only just,” said Mara Hale on Tuesday.");
    assert_eq!(add(&["--again"])[0]["state"], "version");
    let asked: Vec<String> = asked.lock().unwrap().clone();
    assert_eq!(asked, ["/pier 200", "/robots.txt 404", "/pier 304", "/robots.txt 404", "/pier 200"]);
    assert_eq!(desk.json(&["list"]).len(), 2);
}

#[cfg(unix)]
#[test]
fn a_folder_and_a_feed_are_watched_until_ctrl_c() {
    let desk = Desk::new();
    let (base, _) = server(Arc::new(Mutex::new(page("“It held,” said Mara Hale."))));
    desk.file("inbox/a.txt", TEXT);
    let (inbox, feed) = (desk.folder.path().join("inbox").display().to_string(), format!("{base}/feed"));
    let args = [
        "add",
        "--watch",
        &inbox,
        &feed,
        "--fetch",
        "--every",
        "0.003",
        "--allow-local",
        "--delay",
        "0",
        "--json",
    ];
    let mut watch = desk.command(&args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(watch.stdout.take().unwrap()).lines().map_while(Result::ok);
    let mut states = || serde_json::from_str::<Value>(&lines.next().unwrap()).unwrap()["state"].clone();
    assert_eq!([states(), states()], ["added", "added"]);
    desk.file("inbox/b.txt", "“The ferry was late,” said Tom Reed.");
    assert_eq!(states(), "added");
    let pid = watch.id().to_string();
    assert!(Command::new("kill").args(["-INT", &pid]).status().unwrap().success());
    let ended = watch.wait_with_output().unwrap();
    assert_eq!(ended.status.code(), Some(0), "{}", err(&ended));
    assert_eq!(desk.json(&["list"]).len(), 3);
    assert!(out(&desk.run(&["verify"])).starts_with("no problems: "));
}
