//! A stored answer of a server: its header and its body.

use std::io::Read;

use brotli_decompressor::Decompressor;
use flate2::read::{DeflateDecoder, GzDecoder, ZlibDecoder};
use reportedly::page::is_html;

use crate::archive::{Frames, ZSTD, mime};
use crate::failure::{MAX_PAGE, Problem};

/// A stored answer.
pub(crate) struct Answer {
    pub status: u16,
    /// The media type without parameters.
    pub mime: Option<String>,
    /// How the body is packed; empty where it is not.
    pub packed: String,
    /// Where it leads to, as the server wrote it.
    pub location: Option<String>,
    pub body: Vec<u8>,
}

impl Answer {
    /// A page as it was sent, without a header.
    pub(crate) fn plain(mime: Option<String>, body: Vec<u8>) -> Self {
        Self { status: 200, mime, packed: String::new(), location: None, body }
    }

    /// The address that a page was moved to, if it was.
    pub(crate) fn leads_to(&self, from: &str) -> Option<String> {
        let to = self.location.as_deref().filter(|_| (300..400).contains(&self.status))?;
        let host = from.match_indices('/').nth(2).map_or(from, |(at, _)| &from[..at]);
        Some(if to.starts_with('/') { format!("{host}{to}") } else { to.to_owned() })
    }

    /// The body, unpacked. What is no page need not be asked: scripts and fonts are packed in ways that no
    /// page here can be.
    pub(crate) fn body(self) -> Result<Vec<u8>, Problem> {
        unpacked(self.body, &self.packed)
    }
}

/// The answer that a block holds; a block without a header is a page of its own, as old servers sent it.
pub(crate) fn answer(block: &[u8]) -> Answer {
    let mut headers = [httparse::EMPTY_HEADER; 256];
    let mut response = httparse::Response::new(&mut headers);
    let mut config = httparse::ParserConfig::default();
    config.ignore_invalid_headers_in_responses(true).allow_obsolete_multiline_headers_in_responses(true);
    let at = match config.parse_response(&mut response, block) {
        Ok(httparse::Status::Complete(at)) => at,
        _ => return Answer::plain(None, block.to_vec()),
    };
    let written = |name: &str| {
        let found = response.headers.iter().find(|h| h.name.eq_ignore_ascii_case(name))?;
        Some(String::from_utf8_lossy(found.value).trim().to_owned())
    };
    let header = |name: &str| written(name).map(|value| value.to_ascii_lowercase());
    let mut body = block.get(at..).unwrap_or_default().to_vec();
    if header("transfer-encoding").is_some_and(|v| v.contains("chunked")) {
        body = joined(&body).unwrap_or(body);
    }
    let packed = header("content-encoding").unwrap_or_default();
    let mime = header("content-type").map(|v| mime(&v));
    let location = written("location");
    Answer { status: response.code.unwrap_or(200), mime, packed, location, body }
}

/// The body without its chunk lines; `None` where it has none although the header says so. What stands
/// before a broken chunk counts.
fn joined(body: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let (mut rest, mut first) = (body, true);
    loop {
        let end = rest.iter().take(1024).position(|&b| b == b'\n').unwrap_or(0);
        let line =
            std::str::from_utf8(rest.get(..end)?).ok().and_then(|l| l.split(';').next()).map(str::trim);
        let size = line.and_then(|l| usize::from_str_radix(l, 16).ok());
        let Some(size) = size else { return (!first).then_some(out) };
        rest = rest.get(end + 1..)?;
        out.extend_from_slice(rest.get(..size.min(rest.len()))?);
        rest = rest.get(size..).unwrap_or_default();
        rest = rest.strip_prefix(b"\r\n").or(rest.strip_prefix(b"\n")).unwrap_or(rest);
        first = false;
        if size == 0 || rest.is_empty() {
            return Some(out);
        }
    }
}

/// The body unpacked, its first megabytes; what comes before a broken place counts.
pub(crate) fn unpacked(body: Vec<u8>, encoding: &str) -> Result<Vec<u8>, Problem> {
    let bytes = body.as_slice();
    // a character set in the wrong header says nothing; a packed body may not say so
    let packed = bytes.starts_with(b"\x1f\x8b");
    let encoding = match encoding {
        "gzip" | "x-gzip" | "deflate" => encoding,
        _ if packed => "gzip",
        _ if bytes.starts_with(&ZSTD) => "zstd",
        other if other.starts_with("utf") || other.starts_with("iso-") || other.starts_with("windows-") => "",
        other => other,
    };
    let mut reader: Box<dyn Read> = match encoding {
        "" | "identity" => return Ok(body),
        // a header may still speak of what the archiver undid
        "gzip" | "x-gzip" if !packed => return Ok(body),
        "gzip" | "x-gzip" => Box::new(GzDecoder::new(bytes)),
        "br" | "zstd" if bytes.trim_ascii_start().starts_with(b"<") && is_html(bytes) => return Ok(body),
        "br" => Box::new(Decompressor::new(bytes, 4096)),
        "zstd" => Box::new(Frames::new(bytes)),
        "deflate" if bytes.first() == Some(&0x78) => Box::new(ZlibDecoder::new(bytes)),
        "deflate" => Box::new(DeflateDecoder::new(bytes)),
        other => return Err(Problem::Packed(other.to_owned())),
    };
    let mut out = Vec::new();
    match reader.by_ref().take(MAX_PAGE).read_to_end(&mut out) {
        Err(e) if out.is_empty() => Err(Problem::Damaged(format!("the page cannot be unpacked ({e})"))),
        _ => Ok(out),
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn body(block: &[u8]) -> Vec<u8> {
        answer(block).body().unwrap()
    }

    #[test]
    fn chunks_are_joined_and_wrong_ones_left() {
        let head =
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: text/html; charset=UTF-8\r\n\r\n";
        let chunked = format!("{head}4\r\n<p>T\r\n6;x=y\r\nide</p\r\n1\r\n>\r\n0\r\n\r\n");
        assert_eq!(body(chunked.as_bytes()), b"<p>Tide</p>");
        assert_eq!(answer(chunked.as_bytes()).mime.as_deref(), Some("text/html"));
        assert_eq!(body(format!("{head}<p>Tide</p>").as_bytes()), b"<p>Tide</p>");
        assert_eq!(body(format!("{head}4\r\n<p>T\r\nffffffffffffff\r\nide").as_bytes()), b"<p>Tide");
    }

    #[test]
    fn a_bomb_gives_its_first_megabytes() {
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        for _ in 0..64 {
            packed.write_all(&vec![b' '; 1 << 20]).unwrap();
        }
        let mut block = b"HTTP/1.0 200 OK\r\nContent-Encoding: gzip\r\n\r\n".to_vec();
        block.extend(packed.finish().unwrap());
        assert_eq!(body(&block).len() as u64, MAX_PAGE);
        assert_eq!(body(b"HTTP/1.0 200 OK\r\nContent-Encoding: gzip\r\n\r\n<p>Tide</p>"), b"<p>Tide</p>");
    }

    #[test]
    fn a_page_without_a_header_is_a_page() {
        assert_eq!(body(b"<html>Tide</html>"), b"<html>Tide</html>");
    }
}
