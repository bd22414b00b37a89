//! Archives and feeds with bytes changed, cut, doubled and swapped: no panic, an end, bounded memory. The
//! targets in `fuzz` look further.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::io::Write;

use flate2::Compression;
use flate2::read::MultiGzDecoder;
use flate2::write::GzEncoder;
use reportedly_intake::{Archive, Input, MAX_PAGE, items};

const ROUNDS: u64 = 1_500;

/// Numbers that are the same in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % n.max(1)
    }
}

/// The bytes with some harm done to them.
fn harmed(bytes: &[u8], numbers: &mut Numbers) -> Vec<u8> {
    let mut out = bytes.to_vec();
    for _ in 0..=numbers.below(4) {
        let (at, length) = (numbers.below(out.len()), numbers.below(40));
        let end = (at + length).min(out.len());
        match numbers.below(6) {
            0 => out.truncate(at),
            1 => drop(out.drain(at..end)),
            2 => out.extend_from_within(at..end),
            3 if at < out.len() => out[at] = numbers.below(256) as u8,
            4 => drop(out.splice(at..at, b"99999999999999999999".iter().copied())),
            _ => drop(out.splice(at..at, b"\r\n\r\n".iter().copied())),
        }
    }
    out
}

const ARCHIVE: &str = "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://courier.example/a\r\n\
    WARC-Date: 2031-04-05T10:00:00Z\r\nContent-Length: 157\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\
    Transfer-Encoding: chunked\r\n\r\n2f\r\n<html><p>The pier is open, said Mara Hale.</p>\r\n\r\n0\r\n\r\n\r\n\r\n\
    WARC/1.1\r\nWARC-Type: resource\r\nContent-Type: text/html\r\nContent-Length: 10\r\n\r\n<p>One</p>\r\n\r\n";
const OLD_ARCHIVE: &str = "filedesc://a.arc 127.0.0.1 20310405100000 text/plain 9\n1 0 Test\n\n\
    http://courier.example/a b 93.184.216.119 20310405100000 text/html 58\n\
    HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n<p>One</p>xxxxxx\n";

fn read_all(bytes: &[u8]) {
    let packed = bytes.starts_with(b"\x1f\x8b");
    let unpacked: Box<dyn std::io::Read> =
        if packed { Box::new(MultiGzDecoder::new(bytes)) } else { Box::new(bytes) };
    for (n, record) in Archive::new(std::io::BufReader::new(unpacked)).enumerate() {
        assert!(n < 1000, "it does not end");
        if let Ok(record) = record {
            assert!(record.block.len() as u64 <= MAX_PAGE + (64 << 10));
            let _ = Input::Record("record".to_owned(), Box::new(record)).open(true);
        }
    }
}

#[test]
fn archives() {
    let mut packed = GzEncoder::new(Vec::new(), Compression::default());
    packed.write_all(ARCHIVE.as_bytes()).unwrap();
    let packed = packed.finish().unwrap();
    let mut numbers = Numbers(11);
    for _ in 0..ROUNDS {
        for whole in [ARCHIVE.as_bytes(), OLD_ARCHIVE.as_bytes(), &packed] {
            read_all(&harmed(whole, &mut numbers));
        }
    }
}

#[test]
fn feeds() {
    let rss = "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>\
        <rss version=\"2.0\"><channel><title>Courier</title><item><title>&b;Pier</title><link>https://a.example/p</link>\
        <pubDate>Sat, 05 Apr 2031 10:00:00 +0200</pubDate><description><![CDATA[<p>The pier is open.</p>]]>\
        </description></item></channel></rss>";
    let atom = "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>C</title><entry><title>P</title>\
        <content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>Open.</p></div></content></entry></feed>";
    let json = "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"C\", \"items\": [{\"id\": \"1\", \
        \"content_html\": \"<p>The pier is open.</p>\", \"date_published\": \"2031-04-05T10:00:00Z\"}]}";
    let mut numbers = Numbers(12);
    for _ in 0..ROUNDS {
        for whole in [rss, atom, json] {
            for item in items(&harmed(whole.as_bytes(), &mut numbers), None).into_iter().flatten() {
                let _ = Input::Item("item".to_owned(), Box::new(item)).open(false);
            }
        }
    }
}
