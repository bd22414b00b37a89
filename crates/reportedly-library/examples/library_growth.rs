//! How a library grows: generated articles with ten claims each are added, then searched.
//!
//! `cargo run --release -p reportedly-library --example library_growth -- FILE DOCUMENTS` prints the time of adding
//! a thousand, the size of the file, and the 50th and 95th percentile of each sort of search, in
//! milliseconds. A FILE that is there already is only searched.

use std::error::Error;
use std::path::Path;
use std::time::Instant;

use reportedly_library::{Access, In, Incoming, Library, Query};
use reportedly_records::{Claim, Fact, Incident, IncidentPlace, Place, Record, SCHEMA_VERSION};
use serde_json::json;
use sha2::{Digest, Sha256};

const CLAIMS: usize = 10;
const WORDS: u64 = 30_000;
const BATCH: usize = 500;
const ROUNDS: u64 = 60;

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let (Some(file), Some(documents)) = (args.next(), args.next()) else {
        return Err("usage: growth FILE DOCUMENTS".into());
    };
    let documents: usize = documents.parse()?;
    let path = Path::new(&file);
    let mut library = Library::open(path, Access::Create)?;
    let mut numbers = Numbers(7);
    let mut at = library.list()?.len();
    while at < documents {
        let begun = Instant::now();
        let new: Vec<Incoming> = (at..documents.min(at + BATCH)).map(|n| article(n, &mut numbers)).collect();
        at += new.len();
        library.add(new)?;
        if at.is_multiple_of(documents.div_ceil(10)) || at == documents {
            println!(
                "{at} documents, {:.2} s a thousand",
                begun.elapsed().as_secs_f64() * 1000.0 / BATCH as f64
            );
        }
    }
    let size = std::fs::metadata(path)?.len() >> 20;
    println!("{at} documents, {} claims, {size} MB", at * CLAIMS);
    for (name, within, query) in SEARCHES {
        let mut times = (0..ROUNDS)
            .map(|_| {
                let query: Query = query(&mut numbers).parse()?;
                let begun = Instant::now();
                library.search(&query.within(within), 20)?;
                Ok(begun.elapsed().as_secs_f64() * 1000.0)
            })
            .collect::<Result<Vec<f64>, Box<dyn Error>>>()?;
        times.sort_by(f64::total_cmp);
        let at = |share: f64| times.get((times.len() as f64 * share) as usize).copied().unwrap_or_default();
        println!("{name:28} p50 {:7.1}  p95 {:7.1}", at(0.5), at(0.95));
    }
    Ok(())
}

type Search = (&'static str, In, fn(&mut Numbers) -> String);

const SEARCHES: [Search; 12] = [
    ("a word", In::Claims, |n| n.word()),
    ("a common word", In::Claims, |n| word(n.below(20))),
    ("two common words", In::Claims, |n| format!("{} {}", word(n.below(20)), word(n.below(20)))),
    ("a phrase", In::Claims, |n| format!("\"{} {}\"", word(n.below(50)), word(n.below(50)))),
    ("a beginning", In::Claims, |n| format!("{}*", n.word().chars().take(4).collect::<String>())),
    ("common, source, date", In::Claims, |n| {
        format!("{} source:{} after:2026-06", word(n.below(20)), n.word())
    }),
    ("common, kind, outlet, date", In::Claims, |n| {
        format!(
            "{} kind:unnamed outlet:paper{} after:2026-0{}",
            word(n.below(20)),
            n.below(50),
            1 + n.below(9)
        )
    }),
    ("a word in articles", In::Articles, |n| n.word()),
    ("common words in articles", In::Articles, |n| format!("{} {}", word(n.below(20)), word(n.below(20)))),
    ("happened on a day", In::Articles, |n| format!("happened:2026-0{}-1{}", 1 + n.below(9), n.below(9))),
    ("in a town, in a month", In::Articles, |n| {
        format!("in:{} happened:2026-0{}", word(n.below(500)), 1 + n.below(9))
    }),
    ("common, in a town", In::Claims, |n| format!("{} in:{}", word(n.below(20)), word(n.below(500)))),
];

/// Numbers that are the same in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }

    /// A word; the n-th is about n times as rare as the first (Zipf).
    fn word(&mut self) -> String {
        let even = self.below(1 << 24) as f64 / f64::from(1 << 24);
        word((WORDS as f64).powf(even) as u64 - 1)
    }
}

/// The n-th word of an invented language.
fn word(n: u64) -> String {
    let (mut n, mut out) = (n * 7919 + 13, String::new());
    for _ in 0..4 {
        let syllable =
            ["ba", "do", "fi", "gu", "ke", "lo", "mi", "nu", "pe", "ra", "so", "ti", "vo", "wa", "ze", "shi"];
        out.push_str(syllable.get((n % 16) as usize).copied().unwrap_or_default());
        n /= 16;
    }
    out
}

fn article(n: usize, numbers: &mut Numbers) -> Incoming {
    let (mut text, mut claims) = (String::new(), Vec::new());
    for i in 0..CLAIMS {
        let mut place = |words: u64| {
            let words: Vec<String> = (0..words).map(|_| numbers.word()).collect();
            let words = words.join(" ");
            let start = text.len() as u32;
            text.push_str(&words);
            Place { start, end: text.len() as u32, text: words }
        };
        let mut claim = Claim { content: vec![place(15)], mode: "indirect".to_owned(), ..Claim::default() };
        (claim.claim_id, claim.confidence, claim.method) = (format!("{n}-{i}"), 0.9, "generated".to_owned());
        text.push_str(", said ");
        let words: Vec<String> = (0..2).map(|_| numbers.word()).collect();
        let (start, words) = (text.len() as u32, words.join(" "));
        text.push_str(&words);
        claim.source = vec![Place { start, end: text.len() as u32, text: words }];
        let kind = if numbers.below(4) == 0 { "unnamed" } else { "person" };
        claim.sourcing.source_kind = Some(kind.to_owned());
        text.push_str(".\n");
        claims.push(claim);
    }
    let sha: String = Sha256::digest(text.as_bytes()).iter().map(|b| format!("{b:02x}")).collect();
    let day = format!("2026-{:02}-{:02}", 1 + numbers.below(12), 1 + numbers.below(28));
    let incidents = vec![incident(n, &day, &text, numbers)];
    let record = Record {
        incidents,
        schema_version: SCHEMA_VERSION,
        doc_id: format!("{n}"),
        outlet: Some(format!("paper{}", numbers.below(50))),
        published_at: Some(day),
        text,
        text_sha256: sha,
        claims,
        ..Record::default()
    };
    Incoming::new(record, format!("generated {n}"))
}

/// One of a day, in a town, with four statements.
fn incident(n: usize, day: &str, text: &str, numbers: &mut Numbers) -> Incident {
    let place = |words: usize| {
        let end = text.match_indices(' ').nth(words).map_or(0, |(at, _)| at);
        Place { start: 0, end: end as u32, text: text.get(..end).unwrap_or_default().to_owned() }
    };
    let fact = |slot: &str| Fact {
        slot: slot.to_owned(),
        value: day.to_owned(),
        least: None,
        most: None,
        span: place(4),
        said_by: None,
        presented: "stated".to_owned(),
        confidence: 0.9,
    };
    let day = || day.to_owned();
    Incident {
        incident_id: format!("incident{n}"),
        main: true,
        kind: Some("accident".to_owned()),
        words: vec![place(1)],
        when: serde_json::from_value(
            json!({ "value": day(), "earliest": day(), "latest": day(), "precision": "day" }),
        )
        .ok(),
        place: Some(IncidentPlace {
            place: place(2),
            settlement: Some(word(numbers.below(500))),
            region: None,
            country: Some(word(numbers.below(50))),
            lat: Some(41.5),
            lon: Some(-81.7),
        }),
        participants: Vec::new(),
        facts: ["when", "where", "injured", "whom"].map(fact).to_vec(),
        rests_on: Default::default(),
        disputed: Vec::new(),
    }
}
