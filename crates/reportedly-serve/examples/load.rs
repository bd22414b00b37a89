//! Loads a running server: many clients at once read articles and search, and the times are told.
//!
//!     reportedly serve --library news.db --port 7411
//!     cargo run --release -p reportedly-serve --example load -- 127.0.0.1:7411 [CLIENTS] [SECONDS] [PACE]
//!
//! Fifty clients for sixty seconds if nothing else is said. With a PACE (milliseconds) each asks once in so
//! long, as people do; without one, as fast as it is answered. Half of the requests are articles, half are
//! searches for one or two words of a headline, a third of them within a kind of source, half of them with their facets. It ends with 1 if
//! any answer is not 200.

#![allow(clippy::unwrap_used, clippy::expect_used)] // a tool for the one who measures

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use serde_json::Value;

const FACETS: [&str; 2] = ["", "&facets=true"];
const KINDS: [&str; 4] = ["", "", "+kind:person", "+kind:unnamed"];

/// One connection that is kept.
struct Client {
    host: String,
    stream: BufReader<TcpStream>,
}

impl Client {
    fn new(host: &str) -> Self {
        let stream = TcpStream::connect(host).unwrap();
        stream.set_nodelay(true).unwrap();
        Self { host: host.to_owned(), stream: BufReader::new(stream) }
    }

    /// The status and the body.
    fn get(&mut self, path: &str) -> (u16, Vec<u8>) {
        let request = format!("GET {path} HTTP/1.1\r\nHost: {}\r\n\r\n", self.host);
        self.stream.get_mut().write_all(request.as_bytes()).unwrap();
        let (mut status, mut length) = (0, 0);
        for n in 0.. {
            let mut line = String::new();
            self.stream.read_line(&mut line).unwrap();
            match line.trim_end().split_once(": ") {
                Some(("content-length", value)) => length = value.parse().unwrap(),
                None if n == 0 => status = line.split(' ').nth(1).unwrap().parse().unwrap(),
                None => break,
                _ => {}
            }
        }
        let mut body = vec![0; length];
        self.stream.read_exact(&mut body).unwrap();
        (status, body)
    }
}

/// Numbers that look drawn by lot and are the same in every run.
struct Lot(u64);

impl Lot {
    fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        &all[(self.0 >> 33) as usize % all.len()]
    }
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let number = |i: usize, otherwise| arguments.get(i).map_or(otherwise, |n: &String| n.parse().unwrap());
    let host = arguments.first().expect("name the server: 127.0.0.1:7411").clone();
    let (clients, seconds, pace) = (number(1, 50), number(2, 60), Duration::from_millis(number(3, 0)));
    let (ids, words) = known(&host);
    let end = Instant::now() + Duration::from_secs(seconds);
    let (ids, words, host) = (&ids, &words, &host);
    let all: Vec<Vec<(bool, u16, Duration)>> = std::thread::scope(|scope| {
        let running: Vec<_> =
            (0..clients).map(|n| scope.spawn(move || client(host, n, (ids, words), end, pace))).collect();
        running.into_iter().map(|client| client.join().unwrap()).collect()
    });
    let all: Vec<(bool, u16, Duration)> = all.into_iter().flatten().collect();
    for (name, searched) in [("article", false), ("search", true)] {
        tell(name, all.iter().filter(|a| a.0 == searched).map(|a| a.2).collect(), seconds);
    }
    let failed = all.iter().filter(|a| a.1 != 200).count();
    println!("not 200: {failed}");
    std::process::exit(i32::from(failed > 0));
}

/// The ids of the articles, and the words of their headlines.
fn known(host: &str) -> (Vec<String>, Vec<String>) {
    let (mut ids, mut words, mut path) = (Vec::new(), Vec::new(), "/api/v1/documents?limit=1000".to_owned());
    let mut client = Client::new(host);
    loop {
        let page: Value = serde_json::from_slice(&client.get(&path).1).unwrap();
        for document in page["items"].as_array().unwrap() {
            ids.push(document["doc_id"].as_str().unwrap().to_owned());
            let title = document["title"].as_str().unwrap_or_default().to_lowercase();
            let long = title.split(|c: char| !c.is_ascii_alphabetic()).filter(|w| w.len() > 3);
            words.extend(long.map(str::to_owned));
        }
        match page["next"].as_str() {
            Some(next) => path = format!("/api/v1/documents?limit=1000&cursor={next}"),
            None => break,
        }
    }
    words.sort();
    words.dedup();
    (ids, words)
}

fn client(
    host: &str,
    n: u64,
    (ids, words): (&[String], &[String]),
    end: Instant,
    pace: Duration,
) -> Vec<(bool, u16, Duration)> {
    let (mut lot, mut client, mut times) = (Lot(n + 1), Client::new(host), Vec::new());
    std::thread::sleep(pace * n as u32 / 50);
    while Instant::now() < end {
        let searched = *lot.of(&[false, true]);
        let path = match searched {
            false => format!("/api/v1/documents/{}", lot.of(ids)),
            true => {
                let second = *lot.of(&[true, false, false]);
                let second = if second { format!("+{}", lot.of(words)) } else { String::new() };
                let (word, kind, facets) = (lot.of(words), lot.of(&KINDS), lot.of(&FACETS));
                format!("/api/v1/search?limit=50&q={word}{second}{kind}{facets}")
            }
        };
        let begun = Instant::now();
        let (status, _) = client.get(&path);
        times.push((searched, status, begun.elapsed()));
        std::thread::sleep(pace.saturating_sub(begun.elapsed()));
    }
    times
}

fn tell(name: &str, mut times: Vec<Duration>, seconds: u64) {
    times.sort();
    let at = |part: f64| {
        let i = (times.len() as f64 * part) as usize;
        times.get(i.min(times.len().saturating_sub(1))).map_or(0.0, |t| t.as_secs_f64() * 1000.0)
    };
    println!(
        "{name:8} {:7} answers, {:5} a second; p50 {:.1} ms, p95 {:.1} ms, p99 {:.1} ms, max {:.1} ms",
        times.len(),
        times.len() as u64 / seconds.max(1),
        at(0.5),
        at(0.95),
        at(0.99),
        at(1.0)
    );
}
