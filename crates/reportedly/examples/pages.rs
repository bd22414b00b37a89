//! Reads saved pages and prints one JSON line each, for the page and metadata scorers.
//!
//! `cargo run --release -p reportedly --example pages -- DIR > pred.jsonl`
#![allow(clippy::disallowed_methods, clippy::disallowed_macros)]

use std::path::Path;

use reportedly::page::{PageOptions, Rejected, read_page};
use serde_json::json;

fn main() -> std::io::Result<()> {
    let dir = std::env::args().nth(1).unwrap_or_default();
    let mut paths: Vec<_> = std::fs::read_dir(Path::new(&dir))?.flatten().map(|e| e.path()).collect();
    paths.sort();
    for path in paths {
        let read = read_page(&std::fs::read(&path)?, &PageOptions::default());
        let rejected = read.as_ref().err().map(|r: &Rejected| format!("{:?}", r.reason));
        let article = read.unwrap_or_else(|r| r.article);
        let m = &article.metadata;
        let method = |f: Option<&'static str>| f.unwrap_or("-");
        let line = json!({
            "id": path.file_stem().map(|s| s.to_string_lossy()),
            "text": article.text.get(article.body()),
            "title": m.title.as_ref().map(|t| &t.value),
            "title_method": method(m.title.as_ref().map(|t| t.method)),
            "byline": m.byline.as_ref().map(|t| &t.value),
            "byline_method": method(m.byline.as_ref().map(|t| t.method)),
            "outlet": m.outlet.as_ref().map(|t| &t.value),
            "published_at": m.published.as_ref().map(|t| &t.value.value),
            "published_method": method(m.published.as_ref().map(|t| t.method)),
            "modified_at": m.modified.as_ref().map(|t| &t.value.value),
            "language": m.language.as_ref().map(|t| &t.value),
            "canonical_url": m.canonical_url.as_ref().map(|t| &t.value),
            "rejected": rejected,
            "notes": article.notes.iter().map(|n| &n.message).collect::<Vec<_>>(),
        });
        println!("{line}");
    }
    Ok(())
}
