#![allow(dead_code, clippy::unwrap_used)] // each test file uses some

use std::path::{Path, PathBuf};

use reportedly::{Engine, ReadOptions};
use reportedly_core::article::{Article, Date, Found};
use reportedly_library::{Access, Incoming, Library};
use reportedly_records::Record;
use tempfile::TempDir;

pub const TIDE: &str = "The pier is closed.\n\n“The tide waits for nobody,” said Mara Hale, the engineer.";
pub const FERRY: &str = "“The ferry was late,” said Tom Reed on Monday. “We all waited,” said Ida Voss.";

pub fn article(text: &str) -> Article {
    Article::from_text(text)
}

/// What the rules read in it.
pub fn record(article: &Article) -> Record {
    Record::new(article, &Engine::new(ReadOptions::default()).read(article), false)
}

pub fn incoming(id: Option<&str>, url: Option<&str>, text: &str) -> Incoming {
    let mut article = Article { id: id.map(str::to_owned), ..article(text) };
    article.metadata.url = url.map(str::to_owned);
    article.metadata.outlet = Some(Found::stated("The Velmouth Courier".to_owned(), "caller"));
    let day = Date::parse("2031-04-05").unwrap();
    article.metadata.published = Some(Found::stated(day, "caller"));
    Incoming::new(record(&article), format!("place of {}", id.or(url).unwrap_or("a text")))
}

/// A library in a new folder.
pub fn library() -> (TempDir, PathBuf, Library) {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("news.db");
    let library = Library::open(&path, Access::Create).unwrap();
    (folder, path, library)
}

pub fn sound(path: &Path) -> Library {
    let library = Library::open(path, Access::Write).unwrap();
    assert_eq!(library.verify().unwrap().problems, Vec::<String>::new());
    library
}
