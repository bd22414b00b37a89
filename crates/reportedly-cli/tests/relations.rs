//! Every family under `cases/relations` must give the counts, pairs and drift written down with it.
//! `UPDATE_CASES=1 cargo test --test relations` writes the answers of today into the files.

#![allow(clippy::unwrap_used, clippy::panic)] // helpers of tests, too

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use reportedly::article::{Article, Date, Found};
use reportedly::reading::{Claim, resolve};
use reportedly::relations::{Document, RelateOptions, Relations, relate};
use reportedly::reuse::Direction;
use reportedly::trace::{Publishers, Statement};
use reportedly_records::case::parse;
use reportedly_records::{CarrierRow, claim_groups, reuse_rows};

/// A family of texts with the answer written down.
struct Family {
    name: String,
    /// What is to be said about it.
    prose: Vec<String>,
    /// Lines `- owner Owner: Outlet, Outlet`.
    owners: Vec<String>,
    /// The other lines that begin with a dash.
    expected: Vec<String>,
    /// A line that says why the answer is wrong.
    known_wrong: Option<String>,
    /// The articles as they are written.
    texts: Vec<String>,
}

impl Family {
    fn parse(block: &str) -> Self {
        let mut texts: Vec<String> = block.split("\n### ").map(str::to_owned).collect();
        let head = texts.remove(0);
        let mut lines = head.lines();
        let name = lines.next().unwrap().to_owned();
        let dashed: Vec<String> = lines.clone().filter(|l| l.starts_with("- ")).map(str::to_owned).collect();
        let (owners, expected) = dashed.into_iter().partition(|l| l.starts_with("- owner "));
        let known_wrong = lines.find(|l| l.starts_with("Known wrong:")).map(str::to_owned);
        let prose = head.lines().skip(1).filter(|l| !l.is_empty() && !l.starts_with("- "));
        let prose = prose.filter(|l| !l.starts_with("Known wrong:")).map(str::to_owned).collect();
        Self { name, prose, owners, expected, known_wrong, texts }
    }

    fn write(&self, answer: &[String]) -> String {
        let kept = self.known_wrong.iter().filter(|_| answer == self.expected);
        let lines = self.owners.iter().chain(answer).chain(kept).map(|l| format!("{l}\n"));
        let texts = self.texts.iter().map(|t| format!("\n### {}\n", t.trim_end()));
        let prose: String = self.prose.iter().map(|l| format!("{l}\n")).collect();
        let gap = if prose.is_empty() { "" } else { "\n" };
        format!("## {}\n{prose}{gap}{}{}", self.name, lines.collect::<String>(), texts.collect::<String>())
    }

    fn publishers(&self) -> Publishers {
        let split = |line: &'_ String| {
            let (owner, outlets) = line.trim_start_matches("- owner ").split_once(": ").unwrap();
            outlets.split(", ").map(|o| (o.to_owned(), owner.to_owned())).collect::<Vec<_>>()
        };
        let pairs: Vec<(String, String)> = self.owners.iter().flat_map(split).collect();
        Publishers::new(pairs.iter().map(|(a, b)| (a.as_str(), b.as_str())))
    }

    fn answer(&self) -> Vec<String> {
        let read: Vec<(String, Article, Vec<Statement>)> = self.texts.iter().map(|t| document(t)).collect();
        let documents: Vec<Document> =
            read.iter().map(|(id, article, statements)| Document { id, article, statements }).collect();
        let relations =
            relate(&documents, &RelateOptions { publishers: self.publishers(), ..RelateOptions::default() });
        answer(&documents, &relations)
    }
}

/// `id | outlet | date`, an empty line, and the text with its claims marked.
fn document(written: &str) -> (String, Article, Vec<Statement>) {
    let (head, body) = written.split_once('\n').unwrap();
    let mut fields = head.split('|').map(|f| f.trim().to_owned());
    let id = fields.next().unwrap();
    let case = parse(&format!("## {id}\n{body}")).unwrap_or_else(|e| panic!("{id}: {e}")).remove(0);
    let mut article = Article { text: case.text.clone(), ..Article::default() };
    let known = |f: Option<String>| f.filter(|f| !f.is_empty());
    article.metadata.outlet = known(fields.next()).map(|o| Found::stated(o, "caller"));
    article.metadata.published = known(fields.next()).map(|value| {
        // a date in question marks is a guess
        let guess = value.ends_with('?');
        Found {
            value: Date::parse(value.trim_end_matches('?')).unwrap_or_else(|| panic!("{id}: {value}")),
            method: "caller".into(),
            guess,
        }
    });
    // who the sources are is left as marked: these cases hold whatever the reader learns of that
    let tokens = article.tokens();
    let claims =
        resolve(&article, case.marks.iter().map(|m| m.attribution(&tokens)).collect(), Vec::new()).claims;
    let statement = |(i, claim): (usize, &Claim)| {
        let bare = Statement::new((i + 1).to_string(), &article, &claim.attribution);
        let presented = claim.presented().unwrap();
        bare.presented(presented.stance, presented.hedge.map(|h| article.text.get(h)))
    };
    let statements = claims.iter().enumerate().map(statement).collect();
    (id, article.clone(), statements)
}

/// The answer in the words of the case files.
fn answer(documents: &[Document], relations: &Relations) -> Vec<String> {
    let mut out = Vec::new();
    for group in claim_groups(documents, relations) {
        let first = group.first_known.map_or("-".into(), |f| f.doc_id);
        out.push(format!(
            "- claim: {} pages, {} texts, {} publishers, {} origins; first known {first}",
            group.pages, group.texts, group.publishers, group.origins
        ));
        out.push(format!("- verdict: {}", group.verdict));
        out.extend(group.carriers.iter().map(|c| format!("- row: {}, {}", c.doc_id, row(c))));
        let tie = |known: bool| if known { "->" } else { "--" };
        out.extend(group.drift.iter().map(|d| {
            let tie = tie(d.direction_known);
            format!("- drift: {} {tie} {}, {}: {}", d.from_doc, d.to_doc, d.kind, d.words)
        }));
    }
    for related in &relations.pairs {
        let [a, b] = [related.a, related.b].map(|i| documents[i].id);
        let (first, last) = (a.min(b), a.max(b));
        let kinds: BTreeSet<&str> = related.pair.passages.iter().map(|p| p.1.name()).collect();
        let kinds = kinds.into_iter().collect::<Vec<_>>().join(" and ");
        out.push(match related.pair.direction {
            Direction::AToB => format!("- pair: {a} -> {b}, {kinds}"),
            Direction::BToA => format!("- pair: {b} -> {a}, {kinds}"),
            _ => format!("- pair: {first} -- {last}, {kinds}"),
        });
    }
    let rows = reuse_rows(documents, relations);
    let footers = rows.iter().filter(|r| r.kind == "boilerplate");
    out.extend(footers.map(|r| format!("- boilerplate: {}, {}", r.doc_a, r.doc_b)));
    out
}

/// How one article presents it: "denied by Olen Sarr; fewer words, without “not”".
fn row(carrier: &CarrierRow) -> String {
    let told = carrier.told.clone();
    let only = |side: &str| {
        let words = carrier.differences.iter().filter(|d| d.stands == side).map(|d| d.words.trim());
        words.collect::<Vec<_>>().join(" / ")
    };
    match carrier.wording.as_str() {
        "same" => told,
        wording => format!("{told}; {wording} words [{}] for [{}]", only("here"), only("first")),
    }
}

#[test]
fn every_family_gives_its_answer() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases/relations");
    let update = std::env::var_os("UPDATE_CASES").is_some_and(|v| v == "1");
    let (mut wrong, mut families) = (String::new(), 0);
    for entry in fs::read_dir(&root).unwrap() {
        let path = entry.unwrap().path();
        let file = fs::read_to_string(&path).unwrap();
        let mut blocks: Vec<String> = file.split("\n## ").map(str::to_owned).collect();
        let mut written = blocks.remove(0) + "\n";
        for family in blocks.iter().map(|b| Family::parse(b)) {
            families += 1;
            let answer = family.answer();
            if answer != family.expected {
                let [expected, got] = [&family.expected, &answer].map(|l| l.join("\n    "));
                let file = path.file_name().unwrap().display();
                wrong += &format!("{file}, {}\n  expected\n    {expected}\n  got\n    {got}\n", family.name);
            }
            written += &(family.write(&answer) + "\n");
        }
        if update {
            fs::write(&path, written.trim_end().to_owned() + "\n").unwrap();
        }
    }
    assert!(families >= 20, "{families} families");
    assert!(update || wrong.is_empty(), "\n{wrong}UPDATE_CASES=1 writes the new answers into the files.");
}
