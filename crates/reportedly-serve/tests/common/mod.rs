#![allow(dead_code, clippy::unwrap_used)] // each test file uses some

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::time::Duration;

use reportedly::article::{Article, Date, Found};
use reportedly::trace::Publishers;
use reportedly::{Engine, ReadOptions};
use reportedly_library::{Access, Incoming, Library};
use reportedly_records::Record;
use reportedly_serve::{Config, Server, Stopper};
use serde_json::Value;
use tempfile::TempDir;

pub const HOSTILE: &str = "<script>alert(1)</script><img src=x onerror=alert(2)>";

/// The rules alone.
fn rules() -> Engine {
    Engine::new(ReadOptions::default())
}

fn record(article: &Article) -> Record {
    Record::new(article, &rules().read(article), true)
}

fn article(id: &str, title: &str, text: &str, outlet: &str, day: &str) -> Article {
    let mut article = Article { id: Some(id.to_owned()), ..Article::from_text(format!("{title}\n\n{text}")) };
    article.body_start = title.len() as u32 + 2;
    article.metadata.title = Some(Found::stated(title.to_owned(), "caller"));
    article.metadata.outlet = Some(Found::stated(outlet.to_owned(), "caller"));
    let day = Date::parse(day).unwrap();
    article.metadata.published = Some(Found::stated(day, "caller"));
    article
}

/// The articles of `examples`, a copy of the first, and one whose every field is markup.
fn keep(path: &Path) {
    let mut library = Library::open(path, Access::Create).unwrap();
    let mut articles = Vec::new();
    for line in include_str!("../../../../examples/elsewhere.jsonl").lines() {
        let v: Value = serde_json::from_str(line).unwrap();
        let s = |name: &str| v[name].as_str().unwrap().to_owned();
        let text = s("text").split_once("\n\n").unwrap().1.to_owned();
        articles.push(article(&s("id"), &s("title"), &text, &s("outlet"), &s("date")));
    }
    // a copy that drops where it has it from
    let sorrel = articles[0].text.as_str().split_once("\n\n").unwrap().1.to_owned();
    let text = sorrel.replace(", The Velmouth Courier reported", "");
    articles.push(article("quay-news-1", "Market hall lost", &text, "Quay News", "2031-03-16"));
    let text = format!("“The tide waits for nobody {HOSTILE},” said Mara {HOSTILE} Hale on Monday.");
    let mut hostile = article("hostile", HOSTILE, &text, HOSTILE, "2031-05-01");
    hostile.metadata.byline = Some(Found::stated(vec![HOSTILE.to_owned()], "caller"));
    hostile.metadata.url = Some(format!("javascript:{HOSTILE}"));
    articles.push(hostile);
    let incoming = articles.iter().map(|a| Incoming::new(record(a), "a test")).collect();
    library.add(incoming).unwrap();
}

/// A server on a free port that stops with the test.
pub struct Running {
    pub at: SocketAddr,
    stopper: Stopper,
    thread: Option<std::thread::JoinHandle<()>>,
    pub folder: TempDir,
}

impl Running {
    pub fn new(token: Option<&str>) -> Self {
        Self::with(token, None)
    }

    /// Behind a proxy that has this name.
    #[allow(dead_code)] // not every test has one
    pub fn named(name: &str, token: &str) -> Self {
        Self::with(Some(token), Some(name))
    }

    fn with(token: Option<&str>, name: Option<&str>) -> Self {
        let folder = TempDir::new().unwrap();
        let library = folder.path().join("news.db");
        keep(&library);
        let server = Server::bind(Config {
            library,
            listen: "127.0.0.1:0".parse().unwrap(),
            token: token.map(str::to_owned),
            name: name.map(str::to_owned),
            engine: rules(),
            publishers: Publishers::default(),
            who: "test".to_owned(),
        })
        .unwrap();
        let (at, stopper) = (server.address(), server.stopper());
        let thread = Some(std::thread::spawn(move || server.run()));
        Self { at, stopper, thread, folder }
    }

    /// Stops it and waits until it has ended.
    pub fn stop(&mut self) {
        self.stopper.stop();
        if let Some(thread) = self.thread.take() {
            thread.join().unwrap();
        }
    }

    pub fn get(&self, path: &str) -> Response {
        self.ask("GET", path, &[], b"")
    }

    pub fn post(&self, path: &str, kind: &str, body: &str) -> Response {
        self.ask("POST", path, &[("Content-Type", kind)], body.as_bytes())
    }

    pub fn json(&self, path: &str) -> Value {
        let response = self.get(path);
        assert_eq!(response.status, 200, "{path}: {}", response.body);
        serde_json::from_str(&response.body).unwrap()
    }

    /// One request by HTTP/1.0, so that the answer ends with the connection. A `Host` among the headers wins.
    pub fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Response {
        let mut head = format!("{method} {path} HTTP/1.0\r\nContent-Length: {}\r\n", body.len());
        if !headers.iter().any(|(name, _)| *name == "Host") {
            head += &format!("Host: {}\r\n", self.at);
        }
        head.extend(headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")));
        self.raw(&[head.as_bytes(), b"\r\n", body].concat())
    }

    pub fn raw(&self, bytes: &[u8]) -> Response {
        let mut stream = TcpStream::connect(self.at).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(40))).unwrap();
        // the server may close before it has taken everything
        let _ = stream.write_all(bytes);
        let mut all = Vec::new();
        let _ = stream.read_to_end(&mut all);
        Response::new(&String::from_utf8_lossy(&all))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stopper.stop();
    }
}

#[derive(Debug)]
pub struct Response {
    pub status: u16,
    head: String,
    pub body: String,
}

impl Response {
    fn new(all: &str) -> Self {
        let (head, body) = all.split_once("\r\n\r\n").unwrap_or((all, ""));
        let status = head.split(' ').nth(1).and_then(|s| s.parse().ok()).unwrap_or(0);
        Self { status, head: head.to_owned(), body: body.to_owned() }
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        let lines = self.head.lines().filter_map(|l| l.split_once(": "));
        lines.filter(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, v)| v).next()
    }

    /// The sort of problem that it is.
    pub fn problem(&self) -> String {
        assert_eq!(self.header("content-type"), Some("application/problem+json"), "{self:?}");
        let value: Value = serde_json::from_str(&self.body).unwrap();
        assert_eq!(value["status"], self.status);
        assert!(value["detail"].as_str().is_some_and(|d| !d.is_empty()));
        value["type"].as_str().unwrap().trim_start_matches("/problems#").to_owned()
    }
}
