//! Reads saved pages and prints one JSON line each, for the page and metadata scorers.
//!
//! `cargo run --release -p reportedly --example pages -- DIR > pred.jsonl`; with `--damage` after it, every
//! page is read cut and with bytes flipped instead, and the slowest reading is printed.
#![allow(clippy::disallowed_methods, clippy::disallowed_macros)]

use std::path::{Path, PathBuf};
use std::time::Instant;

use reportedly::page::{PageOptions, Rejected, read_page};
use serde_json::json;

fn main() -> std::io::Result<()> {
    let dir = std::env::args().nth(1).unwrap_or_default();
    let mut paths: Vec<_> = std::fs::read_dir(Path::new(&dir))?.flatten().map(|e| e.path()).collect();
    paths.sort();
    if std::env::args().any(|a| a == "--damage") {
        return damage(&paths);
    }
    for path in paths {
        let read = read_page(&std::fs::read(&path)?, &PageOptions::default());
        let rejected = read.as_ref().err().map(|r: &Rejected| format!("{:?}", r.reason));
        let article = read.unwrap_or_else(|r| r.article);
        let m = &article.metadata;
        let method = |f: Option<&str>| f.unwrap_or("-").to_owned();
        let line = json!({
            "id": path.file_stem().map(|s| s.to_string_lossy()),
            "text": article.text.get(article.body()),
            "title": m.title.as_ref().map(|t| &t.value),
            "title_method": method(m.title.as_ref().map(|t| t.method.as_ref())),
            "byline": m.byline.as_ref().map(|t| &t.value),
            "byline_method": method(m.byline.as_ref().map(|t| t.method.as_ref())),
            "outlet": m.outlet.as_ref().map(|t| &t.value),
            "published_at": m.published.as_ref().map(|t| t.value.value()),
            "published_method": method(m.published.as_ref().map(|t| t.method.as_ref())),
            "modified_at": m.modified.as_ref().map(|t| t.value.value()),
            "language": m.language.as_ref().map(|t| &t.value),
            "canonical_url": m.canonical_url.as_ref().map(|t| &t.value),
            "rejected": rejected,
            "notes": article.notes.iter().map(|n| &n.message).collect::<Vec<_>>(),
        });
        println!("{line}");
    }
    Ok(())
}

/// Reads damaged copies of every page: a panic ends the program.
fn damage(paths: &[PathBuf]) -> std::io::Result<()> {
    let (mut seed, mut count, mut slowest) = (1u32, 0, (0.0, String::new()));
    for path in paths {
        let page = std::fs::read(path)?;
        for round in 1..=8usize {
            let mut bytes = page.clone();
            if round % 2 == 0 {
                bytes.truncate(page.len() * round / 10);
            }
            for _ in 0..round * round * 4 {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                let at = seed as usize % bytes.len().max(1);
                if let Some(byte) = bytes.get_mut(at) {
                    *byte = (seed >> 24) as u8;
                }
            }
            let start = Instant::now();
            let article = read_page(&bytes, &PageOptions::default()).unwrap_or_else(|r| r.article);
            assert!(article.text.span(article.body_start as usize, article.text.len()).is_some());
            count += 1;
            let took = start.elapsed().as_secs_f64();
            if took > slowest.0 {
                slowest = (took, format!("{} round {round}", path.display()));
            }
        }
    }
    println!("{count} damaged pages read; the slowest took {:.2} s: {}", slowest.0, slowest.1);
    Ok(())
}
