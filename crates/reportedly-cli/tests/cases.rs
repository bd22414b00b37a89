//! Every case under `cases/` is read and must give the answer marked in it. In `cases/source` and
//! `cases/certainty` the marks are given, and only what the rules say of them is compared.
//! `UPDATE_CASES=1 cargo test --test cases` writes the answers of today into the files.

#![allow(clippy::unwrap_used, clippy::panic)] // helpers of tests, too

use std::fs;
use std::path::{Path, PathBuf};

use reportedly::article::Article;
use reportedly::{Engine, ReadOptions, resolve};
use reportedly_cli::engine;
use reportedly_model::Depth;
use reportedly_records::case::{Case, Marked, expected, parse, write};

fn files(folder: &Path, out: &mut Vec<PathBuf>) {
    let mut entries: Vec<_> = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        match path.is_dir() && !path.ends_with("relations") {
            true => files(&path, out),
            false if path.extension().is_some_and(|e| e == "md") => out.push(path),
            false => {}
        }
    }
}

/// Whether the marks of a file are given, not read.
fn is_given(path: &Path) -> bool {
    let folder = path.parent().unwrap();
    folder.ends_with("cases/source") || folder.ends_with("cases/certainty")
}

/// The case with the answer of today; where they are given, with the marks that it has.
fn answered(case: &Case, engine: &Engine, given: bool) -> Case {
    let article = Article { text: case.text.clone(), ..Article::default() };
    if given {
        assert!(!case.expected.is_empty(), "\u{201c}{}\u{201d} expects nothing of its marks", case.name);
        let tokens = article.tokens();
        // what the rules say, which the reader overrules where it is sure
        let marked = case.marks.iter().map(|m| m.attribution(&tokens)).collect();
        let reading = resolve(&article, marked, Vec::new());
        return Case { expected: expected(&case.expected, &reading, &case.text), ..case.clone() };
    }
    let reading = engine.read(&article);
    let expected = expected(&case.expected, &reading, &case.text);
    Case {
        marks: reading.claims.iter().map(|c| Marked::from(&c.attribution)).collect(),
        expected,
        ..case.clone()
    }
}

/// The same answer, whatever its order.
fn same(a: &Case, b: &Case) -> bool {
    let sorted = |case: &Case| {
        let mut marks: Vec<String> = case.marks.iter().map(|m| format!("{m:?}")).collect();
        marks.sort();
        marks
    };
    sorted(a) == sorted(b) && a.expected == b.expected
}

#[test]
fn every_case_gives_its_answer() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases");
    let update = std::env::var_os("UPDATE_CASES").is_some_and(|v| v == "1");
    let engine = engine(Depth::default(), ReadOptions::default()).unwrap();
    let (mut paths, mut wrong) = (Vec::new(), String::new());
    files(&root, &mut paths);
    assert!(!paths.is_empty(), "no cases under {}", root.display());
    for path in paths {
        let file = fs::read_to_string(&path).unwrap();
        let name = path.strip_prefix(&root).unwrap().display();
        let cases = parse(&file).unwrap_or_else(|e| panic!("cases/{name}, {e}"));
        let today: Vec<Case> = cases.iter().map(|case| answered(case, &engine, is_given(&path))).collect();
        for (case, today) in cases.iter().zip(&today).filter(|(case, today)| !same(case, today)) {
            let [expected, got] = [case, today].map(|c| write(std::slice::from_ref(c)));
            wrong += &format!("cases/{name}, line {}\n{}\n", case.line, difference(&expected, &got));
        }
        if update {
            let prose = file.find("\n## ").map_or("", |at| &file[..=at]);
            let kept: Vec<Case> =
                cases.into_iter().zip(today).map(|(c, t)| if same(&c, &t) { c } else { t }).collect();
            fs::write(&path, format!("{prose}{}", write(&kept))).unwrap();
        }
    }
    assert!(update || wrong.is_empty(), "\n{wrong}UPDATE_CASES=1 writes the new answers into the files.");
}

/// Line against line: "-" is expected, "+" is what came.
fn difference(expected: &str, got: &str) -> String {
    let (expected, got): (Vec<_>, Vec<_>) = (expected.lines().collect(), got.lines().collect());
    let mut out = String::new();
    for i in 0..expected.len().max(got.len()) {
        match (expected.get(i), got.get(i)) {
            (Some(a), Some(b)) if a == b => out += &format!("    {a}\n"),
            (a, b) => {
                out += &a.map_or(String::new(), |a| format!("  - {a}\n"));
                out += &b.map_or(String::new(), |b| format!("  + {b}\n"));
            }
        }
    }
    out
}
