//! A process that is killed at any moment leaves a sound library with all that it acknowledged, once.
//!
//! The tests start this test program again as a child that works on a library and says what is done; they
//! kill it (SIGKILL) at a random moment and look at what is left.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic)]

mod common;

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use common::{incoming, sound};
use reportedly_library::{Access, Change, Given, Library};
use tempfile::TempDir;

const TASK: &str = "REPORTEDLY_TEST_TASK";
const FILE: &str = "REPORTEDLY_TEST_FILE";

/// Numbers that are the same in every run, with nothing to see between them.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }
}

fn text(i: usize) -> String {
    format!("“Boat {i} was late,” said Tom Reed on Monday.\n\n“We all waited for boat {i},” said Ida Voss.")
}

/// What the child does: endless work, a line for each thing that is done.
#[test]
#[ignore = "no test: those of this file start it and kill it"]
fn child() {
    let [task, file] = [TASK, FILE].map(|name| std::env::var(name).unwrap());
    let mut library = Library::open(Path::new(&file), Access::Create).unwrap();
    println!("\nopen");
    match task.as_str() {
        "add" => loop {
            let first = library.list().unwrap().len();
            let ids = (first..first + 3).map(|i| i.to_string()).collect::<Vec<_>>();
            let new = ids.iter().enumerate().map(|(n, id)| incoming(Some(id), None, &text(first + n)));
            let kept = library.add(new.collect()).unwrap();
            kept.iter().for_each(|k| println!("done {}", k.doc_id()));
        },
        "correct" => {
            for n in library.corrections().unwrap().len().. {
                let id = (n % 20).to_string();
                let claim = library.record(&id).unwrap().claims.remove(0);
                let source =
                    if claim.source_words().as_deref() == Some("Ida Voss") { "Tom Reed" } else { "Ida Voss" };
                let change = Change::Set(Given { source: Some(source.to_owned()), ..Given::default() });
                library.correct(&claim.claim_id, &change, n.to_string().as_str()).unwrap();
                println!("done {n} {id} {source}");
            }
        }
        "reread" => loop {
            let model = format!("model {}", std::process::id());
            for ids in library.read_by_others(&model, false).unwrap().chunks(3) {
                let records = ids.iter().map(|id| {
                    let mut record = incoming(Some(id), None, &library.record(id).unwrap().text).record;
                    record.model = Some(model.clone());
                    record
                });
                let records = records.collect();
                library.replace(records).unwrap();
                ids.iter().for_each(|id| println!("done {id} {model}"));
            }
        },
        _ => {}
    }
}

fn start(task: &str, file: &Path) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "child", "--ignored", "--nocapture", "--test-threads=1"])
        .env(TASK, task)
        .env(FILE, file)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// Kills a child some time after it has opened the library, or after its start. What it said was done.
fn killed(task: &str, file: &Path, after: Duration, opened: bool) -> Vec<String> {
    let mut child = start(task, file);
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
    if opened {
        assert!(lines.any(|line| line == "open"), "{task}: the library was not opened");
    }
    std::thread::sleep(after);
    child.kill().unwrap();
    child.wait().unwrap();
    // a line that was cut says nothing
    lines.filter_map(|line| line.strip_prefix("done ").map(str::to_owned)).collect()
}

#[test]
fn killed_while_adding_correcting_and_rereading() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("news.db");
    let mut numbers = Numbers(1);
    let mut wait = |most| Duration::from_micros(numbers.below(most));
    let (mut added, mut corrected) = (Vec::new(), BTreeMap::new());
    for round in 0..90 {
        added.extend(killed("add", &file, wait(25_000), true));
        let ids: Vec<String> = sound(&file).list().unwrap().into_iter().map(|d| d.doc_id).collect();
        for id in &added {
            assert_eq!(ids.iter().filter(|known| *known == id).count(), 1, "round {round}: document {id}");
        }
    }
    assert!(added.len() > 90, "only {} were added", added.len());
    for round in 0..60 {
        let done = killed("correct", &file, wait(50_000), true);
        corrected.extend(done.iter().filter_map(|line| {
            let (who, rest) = line.split_once(' ')?;
            let (id, source) = rest.split_once(' ')?;
            Some((who.to_owned(), (id.to_owned(), source.to_owned())))
        }));
        let log = sound(&file).corrections().unwrap();
        for who in corrected.keys() {
            assert_eq!(
                log.iter().filter(|c| c["who"] == who.as_str()).count(),
                1,
                "round {round}: correction {who}"
            );
        }
    }
    assert!(corrected.len() > 60, "only {} were corrected", corrected.len());
    let before = hand_made(&sound(&file));
    for round in 0..60 {
        let done = killed("reread", &file, wait(50_000), true);
        let library = sound(&file);
        for (id, model) in done.iter().filter_map(|line| line.split_once(' ')) {
            assert_eq!(
                library.record(id).unwrap().model.as_deref(),
                Some(model),
                "round {round}: document {id}"
            );
        }
        assert_eq!(hand_made(&library), before, "round {round}");
    }
}

/// The sources of the claims that were corrected, by document.
fn hand_made(library: &Library) -> Vec<(String, Option<String>)> {
    let records = library.list().unwrap().into_iter().map(|d| library.record(&d.doc_id).unwrap());
    let claims = records.flat_map(|r| r.claims.into_iter().map(move |c| (r.doc_id.clone(), c)));
    claims.filter(|(_, c)| c.method == "hand").map(|(id, c)| (id, c.source_words())).collect()
}

#[test]
fn killed_while_the_file_is_made() {
    let mut numbers = Numbers(2);
    for round in 0..30 {
        let folder = TempDir::new().unwrap();
        let file = folder.path().join("news.db");
        killed("open", &file, Duration::from_micros(numbers.below(12_000)), false);
        let mut library = Library::open(&file, Access::Create).unwrap();
        assert_eq!(library.add(vec![incoming(Some("a"), None, &text(0))]).unwrap().len(), 1, "round {round}");
        sound(&file);
    }
}

#[test]
fn killed_while_an_older_format_is_brought_up_to_date() {
    let mut numbers = Numbers(3);
    for round in 0..40 {
        let folder = TempDir::new().unwrap();
        let file = folder.path().join("news.db");
        rusqlite::Connection::open(&file).unwrap().execute_batch(include_str!("formats/1.sql")).unwrap();
        killed("open", &file, Duration::from_micros(numbers.below(12_000)), false);
        let library = sound(&file);
        assert_eq!(library.list().unwrap().len(), 3, "round {round}");
        assert_eq!(library.corrections().unwrap().len(), 1, "round {round}");
        assert_eq!(library.copies("tide").unwrap()[0].doc_b, "copy", "round {round}");
    }
}
