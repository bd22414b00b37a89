//! Archives, feeds, documents and packed pages with bytes changed, cut, doubled and swapped: no panic, an end, bounded memory. The
//! targets in `fuzz` look further.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::io::{Cursor, Write};
use std::path::Path;

use flate2::Compression;
use flate2::read::MultiGzDecoder;
use flate2::write::GzEncoder;
use reportedly_intake::{Archive, Input, Kind, MAX_PAGE, Options, Record, RecordKind, items, named};

const ROUNDS: u64 = 1_500;
/// Of each kind of file that people save.
const FILES: usize = 3_000;
/// No test here may come to more memory, in kilobytes.
const MEMORY: u64 = 1 << 20;

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

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/documents").join(name)).unwrap()
}

/// The most memory that this process ever had, in kilobytes, where the system says it.
fn memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM"));
    line.and_then(|line| line.split_whitespace().nth(1)?.parse().ok()).unwrap_or(0)
}

fn open(kind: Kind, bytes: Vec<u8>) {
    let _ = Input::Stream("file".to_owned(), kind, Box::new(Cursor::new(bytes))).open(true);
}

fn each(kind: Kind, whole: &[u8], rounds: usize, seed: u64) {
    let mut numbers = Numbers(seed);
    for _ in 0..rounds {
        open(kind, harmed(whole, &mut numbers));
    }
    assert!(memory() < MEMORY);
}

/// A ZIP file of these members, not packed, so that harm done to it reaches what they say.
fn stored(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut archive = rawzip::ZipArchiveWriter::new(&mut out);
    for (name, bytes) in members {
        let (mut entry, config) =
            archive.new_file(*name).compression_method(rawzip::CompressionMethod::STORE).start().unwrap();
        let mut writer = config.wrap(&mut entry);
        writer.write_all(bytes).unwrap();
        let (_, descriptor) = writer.finish().unwrap();
        entry.finish(descriptor).unwrap();
    }
    archive.finish().unwrap();
    out
}

#[test]
fn documents_of_a_word_processor() {
    each(Kind::Document, &fixture("minutes.docx"), FILES, 21);
    each(Kind::Document, &fixture("statement.odt"), FILES, 22);
    let mut numbers = Numbers(23);
    let body = b"<w:document xmlns:w=\"w\"><w:body><w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>It &amp; held.</w:t></w:r></w:p>\
        <w:p><w:r><w:t>Yes</w:t><w:tab/></w:r><w:ins><w:r><w:t>!</w:t></w:r></w:ins></w:p></w:body></w:document>";
    let text = b"<o><text:tracked-changes><text:p>no</text:p></text:tracked-changes><text:p>It<text:s/>held<text:note><text:note-body>\
        <text:p>a</text:p></text:note-body></text:note>.<office:annotation><text:p>b</text:p></office:annotation></text:p></o>";
    for _ in 0..FILES {
        open(Kind::Document, stored(&[("word/document.xml", &harmed(body, &mut numbers))]));
        let odt = b"application/vnd.oasis.opendocument.text";
        open(Kind::Document, stored(&[("mimetype", odt), ("content.xml", &harmed(text, &mut numbers))]));
    }
    assert!(memory() < MEMORY);
}

/// Nothing in it is packed, so that harm done to it reaches its objects, its font and its instructions.
const PDF: &str = "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R 3 0 R]/Count 2>>endobj \
    3 0 obj<</Type/Page/Parent 2 0 R/Rotate 0/MediaBox[0 0 595 842]/Contents[5 0 R 5 0 R]/Resources<</Font<</F 4 0 R/G 7 0 R>>\
    /XObject<</X 6 0 R>>>>>>endobj 4 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</Differences[65/fi/B]>>>>endobj \
    5 0 obj<</Length 150>>stream\nq 1 0 0 1 0 0 cm BT /F 11 Tf 72 700 Td (The pier held-) Tj 0 -13 Td [(in) 10 (t)-300(own.)] TJ T* /G 9 Tf <0041> Tj ET Q \
    /Artifact BMC BT (x) ' ET EMC /X Do\nendstream endobj 6 0 obj<</Subtype/Form/Matrix[1 0 0 1 5 5]/Length 29>>stream\nBT /F 9 Tf (held) Tj ET /X Do\n\
    endstream endobj 7 0 obj<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/ToUnicode 8 0 R/DescendantFonts[<</Type/Font\
    /Subtype/CIDFontType2/BaseFont/A/DW 500/W[65[600]]/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>]>>endobj \
    8 0 obj<</Length 99>>stream\n1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <0041> <0045> <0061> endbfrange\nendstream endobj \
    9 0 obj<</Title(Pier)/CreationDate(D:20310314090000+01'00')>>endobj trailer<</Root 1 0 R/Info 9 0 R>>";

#[test]
fn portable_documents() {
    each(Kind::Document, PDF.as_bytes(), FILES, 31);
    each(Kind::Document, &fixture("scan.pdf"), FILES, 32);
    each(Kind::Document, &fixture("encrypted.pdf"), FILES, 33);
    each(Kind::Document, &fixture("report.pdf"), 200, 34);
}

#[test]
fn mails_and_notes() {
    each(Kind::Mail, &fixture("newsletter.eml"), FILES, 41);
    each(Kind::Mail, &fixture("no-main-part.mhtml"), FILES, 42);
    each(Kind::Markdown, &fixture("clipping.md"), FILES, 43);
    each(Kind::Text, &fixture("clipping.md"), FILES, 44);
}

#[test]
fn pages_that_unpack_themselves() {
    each(Kind::Html, &fixture("self-extracting.html"), FILES, 51);
}

#[test]
fn archives_within_a_zip_file() {
    let folder = tempfile::TempDir::new().unwrap();
    let path = folder.path().join("a.wacz");
    let index =
        b"{\"format\": \"json-pages-1.0\"}\n{\"url\": \"https://courier.example/a\", \"title\": \"x\"}\n";
    let whole = stored(&[
        ("archive/data.warc", ARCHIVE.as_bytes()),
        ("pages/pages.jsonl", index),
        ("datapackage.json", b"{}"),
    ]);
    let mut numbers = Numbers(61);
    for bytes in [whole, fixture("crawl.wacz")] {
        for _ in 0..FILES {
            std::fs::write(&path, harmed(&bytes, &mut numbers)).unwrap();
            for (n, input) in named(std::slice::from_ref(&path)).inputs(&Options::default()).enumerate() {
                assert!(n < 1000, "it does not end");
                let _ = input.open(true);
            }
        }
    }
    assert!(memory() < MEMORY);
}

const BROTLI: [u8; 57] = [
    0x0b, 0x1a, 0x80, 0x3c, 0x68, 0x74, 0x6d, 0x6c, 0x3e, 0x3c, 0x70, 0x3e, 0x54, 0x68, 0x65, 0x20, 0x70,
    0x69, 0x65, 0x72, 0x20, 0x69, 0x73, 0x20, 0x6f, 0x70, 0x65, 0x6e, 0x2c, 0x20, 0x73, 0x61, 0x69, 0x64,
    0x20, 0x4d, 0x61, 0x72, 0x61, 0x20, 0x48, 0x61, 0x6c, 0x65, 0x2e, 0x3c, 0x2f, 0x70, 0x3e, 0x3c, 0x2f,
    0x68, 0x74, 0x6d, 0x6c, 0x3e, 0x03,
];

#[test]
fn packed_pages() {
    use ruzstd::encoding::{CompressionLevel, compress_to_vec};
    let page = "<html><p>The pier is open, said Mara Hale.</p></html>";
    // the same words packed by Brotli
    let brotli = BROTLI.to_vec();
    let zstd = compress_to_vec(page.as_bytes(), CompressionLevel::Fastest);
    let mut numbers = Numbers(71);
    for (coding, packed) in [("br", brotli), ("zstd", zstd)] {
        let block = |body: &[u8]| {
            let head =
                format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: {coding}\r\n\r\n");
            [head.as_bytes(), body].concat()
        };
        let open = |block: Vec<u8>| {
            let (url, date, mime, digest, refers_to) = (None, None, None, None, None);
            let record =
                Record { kind: RecordKind::Response, number: 1, url, date, mime, digest, refers_to, block };
            Input::Record("record".to_owned(), Box::new(record)).open(true)
        };
        let Ok(reportedly_intake::Opened::Article(whole)) = open(block(&packed)) else { panic!("{coding}") };
        assert!(whole.article.text.as_str().contains("The pier is open"));
        for _ in 0..FILES {
            let _ = open(block(&harmed(&packed, &mut numbers)));
        }
    }
    assert!(memory() < MEMORY);
}
