//! How well the articles of `evaluation/own` are read, which everybody has: the floors stand beside them.

#![allow(clippy::unwrap_used, clippy::panic)] // helpers of tests, too

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use reportedly::article::Article;
use reportedly::text::{Spans, Text};
use reportedly::{Engine, ReadOptions};
use reportedly_cli::engine;
use reportedly_model::Depth;
use reportedly_records::case::{Case, Marked, parse};

/// What was counted, over all articles.
#[derive(Debug, Default)]
struct Counts {
    marked: usize,
    found: usize,
    /// Claims of which content and source are right by half.
    right: usize,
    /// Claims of which the content is right by half.
    same_content: usize,
    /// Those of them that name another source, or one where there is none.
    wrong_speaker: usize,
}

impl Counts {
    fn f1(&self) -> f64 {
        2.0 * self.right as f64 / (self.marked + self.found) as f64
    }

    fn wrong_speakers(&self) -> f64 {
        self.wrong_speaker as f64 / self.same_content as f64
    }

    fn add(&mut self, case: &Case, found: &[Marked]) {
        self.marked += case.marks.len();
        self.found += found.len();
        let mut open: Vec<&Marked> = found.iter().collect();
        for mark in &case.marks {
            let content = |other: &Marked| likeness(&case.text, &mark.content, &other.content);
            let source = |other: &Marked| likeness(&case.text, &mark.source, &other.source);
            let alike = open.iter().enumerate().filter(|(_, other)| content(other) >= 0.5);
            let best = alike.max_by(|(_, a), (_, b)| {
                (source(a) >= 0.5).cmp(&(source(b) >= 0.5)).then(content(a).total_cmp(&content(b)))
            });
            if let Some(other) = best.map(|(at, _)| at).map(|at| open.remove(at)) {
                let is_right = source(other) >= 0.5;
                self.same_content += 1;
                self.right += usize::from(is_right);
                self.wrong_speaker += usize::from(!is_right && !other.source.is_empty());
            }
        }
    }
}

/// The words in both, of those in either; 1 where both have none.
fn likeness(text: &Text, a: &Spans, b: &Spans) -> f64 {
    let [a, b] = [a, b].map(|spans| words(text, spans));
    let all = a.union(&b).count();
    if all == 0 { 1.0 } else { a.intersection(&b).count() as f64 / all as f64 }
}

/// Where the words of some spans begin.
fn words(text: &Text, spans: &Spans) -> BTreeSet<usize> {
    let in_piece = |from: usize, piece: &str| -> Vec<usize> {
        let begins =
            |&(at, c): &(usize, char)| c.is_alphanumeric() && !piece[..at].ends_with(char::is_alphanumeric);
        piece.char_indices().filter(begins).map(|(at, _)| from + at).collect()
    };
    spans.pieces().iter().flat_map(|&p| in_piece(p.start() as usize, text.get(p))).collect()
}

fn read(case: &Case, engine: &Engine) -> Vec<Marked> {
    let article = Article { text: case.text.clone(), ..Article::default() };
    engine.read(&article).claims.iter().map(|c| Marked::from(&c.attribution)).collect()
}

#[test]
fn our_own_articles_are_read_as_well_as_before() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../evaluation/own");
    let floors: toml::Table = fs::read_to_string(folder.join("floors.toml")).unwrap().parse().unwrap();
    let floor = |name: &str| floors[name].as_float().unwrap();
    let engine = engine(Depth::default(), ReadOptions::default()).unwrap();
    let (mut counts, mut articles) = (Counts::default(), 0);
    for entry in fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.extension().is_some_and(|e| e == "md") {
            let cases = parse(&fs::read_to_string(&entry).unwrap());
            for case in cases.unwrap_or_else(|e| panic!("{}, {e}", entry.display())) {
                counts.add(&case, &read(&case, &engine));
                articles += 1;
            }
        }
    }
    let (f1, wrong) = (counts.f1(), counts.wrong_speakers());
    println!("{articles} articles: F1 {f1:.3}, wrong speakers {wrong:.3}, {counts:?}");
    assert!(articles >= 25, "only {articles} articles");
    assert!(f1 >= floor("least_f1"), "F1 {f1:.3}: {counts:?}");
    assert!(wrong <= floor("most_wrong_speakers"), "wrong speakers {wrong:.3}: {counts:?}");
}
