//! Web archives, read record by record: WARC (ISO 28500:2017) and the older ARC.
//!
//! Written by hand because a damaged archive must give all that can still be had: after bytes that belong
//! to no record the next one is looked for, a stated length is never believed further than the file goes,
//! and of no record or line more is held than [`MAX_PAGE`] and [`MAX_LINE`].

use std::io::{BufRead, Cursor, Read, Result as IoResult};

use crate::failure::MAX_PAGE;

/// A header line beyond this is cut.
const MAX_LINE: u64 = 64 << 10;
/// A record of more header lines than this is damaged.
const MAX_HEADERS: usize = 200;
/// Of a block no more is kept than a page and the header before it.
const MAX_BLOCK: u64 = MAX_PAGE + MAX_LINE;
/// How a record begins behind another.
const HEAD: &[u8] = b"\nWARC/1.";

/// What a record is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordKind {
    /// A server's answer with its header.
    Response,
    /// A file without a header.
    Resource,
    /// Text that was taken out of a page.
    Conversion,
    /// The same answer as that of an earlier capture.
    Revisit,
    /// Requests, descriptions and the like.
    Other,
}

/// One record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// What it is.
    pub kind: RecordKind,
    /// Its place in the archive, from 1.
    pub number: usize,
    /// The address that it was captured from.
    pub url: Option<String>,
    /// When: ISO 8601, UTC.
    pub date: Option<String>,
    /// The type of a resource, without parameters.
    pub mime: Option<String>,
    /// The digest of the payload, as stated.
    pub digest: Option<String>,
    /// The capture that a revisit repeats, as stated.
    pub refers_to: Option<String>,
    /// The bytes, cut after some megabytes.
    pub block: Vec<u8>,
}

/// What is wrong with an archive at some place.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{what}")]
pub struct Damage {
    /// The record, or the one before; 0 before the first.
    pub number: usize,
    /// In words.
    pub what: String,
}

/// The records of an archive, one after the other.
pub struct Archive<R> {
    reader: Again<R>,
    number: usize,
    arc: bool,
    ended: bool,
    waiting: Vec<Damage>,
    line: Vec<u8>,
}

/// A reader with bytes before it that were read once.
struct Again<R> {
    front: Cursor<Vec<u8>>,
    rest: R,
}

impl<R> Again<R> {
    /// Of a record that would go beyond what was read once: its bytes up to the next record, if one begins there.
    fn cut(&mut self, length: u64) -> Option<Vec<u8>> {
        let from = self.front.position() as usize;
        let left = self.front.get_ref().get(from..).filter(|left| length > left.len() as u64)?;
        let at = left.windows(HEAD.len()).position(|w| w == HEAD)?;
        let block = left[..at].trim_ascii_end().to_vec();
        self.front.set_position((from + at + 1) as u64);
        Some(block)
    }
}

impl<R: BufRead> Read for Again<R> {
    fn read(&mut self, buffer: &mut [u8]) -> IoResult<usize> {
        match self.front.read(buffer)? {
            0 => self.rest.read(buffer),
            n => Ok(n),
        }
    }
}

impl<R: BufRead> BufRead for Again<R> {
    fn fill_buf(&mut self) -> IoResult<&[u8]> {
        match self.front.position() < self.front.get_ref().len() as u64 {
            true => self.front.fill_buf(),
            false => self.rest.fill_buf(),
        }
    }

    fn consume(&mut self, amount: usize) {
        match self.front.position() < self.front.get_ref().len() as u64 {
            true => self.front.consume(amount),
            false => self.rest.consume(amount),
        }
    }
}

impl<R: BufRead> Archive<R> {
    /// An archive, unpacked.
    ///
    /// It gives each [`Record`] in turn, or the [`Damage`] at its place; what follows is read all the same.
    ///
    /// ```
    /// use reportedly_intake::{Archive, RecordKind};
    ///
    /// let bytes = "WARC/1.1\r\nWARC-Type: resource\r\nWARC-Target-URI: https://quay.example/pier\r\n\
    ///     WARC-Date: 2031-04-05T10:00:00Z\r\nContent-Type: text/plain\r\nContent-Length: 8\r\n\r\nIt held.\r\n\r\n";
    /// let record = Archive::new(bytes.as_bytes()).next().unwrap()?;
    /// assert_eq!((record.kind, record.number), (RecordKind::Resource, 1));
    /// assert_eq!(record.block, b"It held.");
    /// # Ok::<(), reportedly_intake::Damage>(())
    /// ```
    pub fn new(reader: R) -> Self {
        let reader = Again { front: Cursor::default(), rest: reader };
        Self { reader, number: 0, arc: false, ended: false, waiting: Vec::new(), line: Vec::new() }
    }

    /// The next line without its end, cut if it is very long; `false` at the end of the file.
    fn read_line(&mut self) -> IoResult<bool> {
        self.line.clear();
        self.reader.by_ref().take(MAX_LINE).read_until(b'\n', &mut self.line)?;
        if self.line.len() as u64 == MAX_LINE && self.line.last() != Some(&b'\n') {
            skip_line(&mut self.reader)?;
        }
        let empty = self.line.is_empty();
        self.line.truncate(self.line.trim_ascii_end().len());
        Ok(!empty)
    }

    fn record(&mut self) -> IoResult<Option<Result<Record, Damage>>> {
        let mut lost = 0usize;
        while self.read_line()? {
            if self.line.is_empty() {
                continue;
            }
            let stray = (lost > 0).then(|| self.stray());
            if let Some(record) = self.header()? {
                // the record may have brought its own
                self.waiting.extend(stray);
                return Ok(Some(record));
            }
            lost += 1;
        }
        Ok((lost > 0).then(|| Err(self.stray())))
    }

    fn damage(&self, what: impl Into<String>) -> Damage {
        Damage { number: self.number, what: what.into() }
    }

    fn stray(&self) -> Damage {
        self.damage("there are bytes that belong to no record")
    }

    /// The record whose first line was read, if it is one.
    fn header(&mut self) -> IoResult<Option<Result<Record, Damage>>> {
        if self.line.starts_with(b"WARC/") {
            self.number += 1;
            return self.warc().map(Some);
        }
        if self.number == 0 && self.line.starts_with(b"filedesc:") {
            self.arc = true;
        }
        match self.arc.then(|| arc_header(&self.line)).flatten() {
            Some((record, length)) => {
                self.number += 1;
                self.arc_record(record, &length).map(Some)
            }
            None => Ok(None),
        }
    }

    fn warc(&mut self) -> IoResult<Result<Record, Damage>> {
        let mut record = Record { number: self.number, ..Record::empty() };
        let mut length = None;
        for _ in 0..MAX_HEADERS {
            if !self.read_line()? || self.line.is_empty() {
                break;
            }
            let line = String::from_utf8_lossy(&self.line);
            let Some((name, value)) = line.split_once(':') else { continue };
            let value = value.trim();
            match name.trim().to_ascii_lowercase().as_str() {
                "warc-type" => record.kind = kind(value),
                "warc-target-uri" => record.url = Some(value.trim_matches(['<', '>']).to_owned()),
                "warc-date" => record.date = Some(value.to_owned()),
                "content-type" => record.mime = Some(mime(value)),
                "warc-payload-digest" => record.digest = Some(value.to_owned()),
                "warc-refers-to-target-uri" => {
                    record.refers_to = Some(value.trim_matches(['<', '>']).to_owned())
                }
                "content-length" => length = value.parse::<u64>().ok(),
                _ => {}
            }
        }
        match length {
            Some(length) => self.block(record, length),
            None => Ok(Err(self.damage("the record states no length"))),
        }
    }

    fn arc_record(&mut self, record: Record, length: &str) -> IoResult<Result<Record, Damage>> {
        match length.parse::<u64>() {
            Ok(length) => self.block(record, length),
            Err(_) => Ok(Err(self.damage(format!("the record states the length {length:?}")))),
        }
    }

    /// Reads the block; all of a long one is passed, its beginning is kept.
    fn block(&mut self, mut record: Record, length: u64) -> IoResult<Result<Record, Damage>> {
        record.number = self.number;
        let kept = if record.kind == RecordKind::Other { 0 } else { length.min(MAX_BLOCK) };
        if let Some(block) = self.reader.cut(length) {
            record.block = block;
            let what = format!("the record states {length} bytes and has {}", record.block.len());
            self.waiting.push(self.damage(what));
            return Ok(Ok(record));
        }
        // what could be read before a broken stream counts
        let read = self.reader.by_ref().take(kept).read_to_end(&mut record.block);
        let missing = record.block.len() as u64;
        let read = match read {
            Ok(_) => skip(&mut self.reader, length - missing).map(|skipped| missing + skipped),
            Err(e) => Err(e),
        };
        let short = match read {
            Ok(read) if read == length => return Ok(Ok(record)),
            Ok(read) => format!("the record states {length} bytes and has {read}"),
            Err(e) => format!("the end of the record cannot be unpacked ({e})"),
        };
        // records that one of a wrong length took in
        match record.block.windows(HEAD.len()).position(|w| w == HEAD).filter(|_| !self.arc) {
            Some(at) => {
                self.reader.front = Cursor::new(record.block.split_off(at + 1));
                record.block.truncate(record.block.trim_ascii_end().len());
            }
            None => self.ended = true,
        }
        match record.block.is_empty() {
            true => Ok(Err(self.damage(short))),
            false => {
                self.waiting.push(self.damage(short));
                Ok(Ok(record))
            }
        }
    }
}

impl<R: BufRead> Iterator for Archive<R> {
    type Item = Result<Record, Damage>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(damage) = self.waiting.pop() {
            return Some(Err(damage));
        }
        if self.ended {
            return None;
        }
        match self.record() {
            Ok(next) => {
                self.ended |= next.is_none();
                next
            }
            // the stream repeats its error for ever
            Err(e) => {
                self.ended = true;
                Some(Err(self.damage(format!("the rest cannot be unpacked ({e})"))))
            }
        }
    }
}

impl Record {
    fn empty() -> Self {
        Self {
            kind: RecordKind::Other,
            number: 0,
            url: None,
            date: None,
            mime: None,
            digest: None,
            refers_to: None,
            block: Vec::new(),
        }
    }
}

/// Passes over what is left of a line.
pub(crate) fn skip_line(reader: &mut impl BufRead) -> IoResult<()> {
    loop {
        let buffer = reader.fill_buf()?;
        let (used, done) = match buffer.iter().position(|&b| b == b'\n') {
            Some(at) => (at + 1, true),
            None => (buffer.len(), buffer.is_empty()),
        };
        reader.consume(used);
        if done {
            return Ok(());
        }
    }
}

fn skip(reader: &mut impl BufRead, length: u64) -> IoResult<u64> {
    std::io::copy(&mut reader.take(length), &mut std::io::sink())
}

fn kind(word: &str) -> RecordKind {
    match word.to_ascii_lowercase().as_str() {
        "response" => RecordKind::Response,
        "resource" => RecordKind::Resource,
        "conversion" => RecordKind::Conversion,
        "revisit" => RecordKind::Revisit,
        _ => RecordKind::Other,
    }
}

/// A media type without its parameters.
pub(crate) fn mime(value: &str) -> String {
    value.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

/// `URL IP-address date type length`; the address itself may hold spaces, so the fields count from the end.
fn arc_header(line: &[u8]) -> Option<(Record, String)> {
    let line = String::from_utf8_lossy(line);
    let mut fields = line.rsplitn(5, ' ');
    let (length, mime, date, ip, url) =
        (fields.next()?, fields.next()?, fields.next()?, fields.next()?, fields.next()?);
    if !url.contains(':') || ip.parse::<std::net::IpAddr>().is_err() {
        return None;
    }
    let kind = match url.split(':').next() {
        Some("http" | "https") => RecordKind::Response,
        _ => RecordKind::Other,
    };
    let (url, mime) = (Some(url.to_owned()), Some(mime.to_ascii_lowercase()));
    Some((Record { kind, url, mime, date: arc_date(date), ..Record::empty() }, length.to_owned()))
}

/// 20140216050221 as 2014-02-16T05:02:21Z.
fn arc_date(digits: &str) -> Option<String> {
    if digits.len() < 14 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let part = |from: usize, to: usize| digits.get(from..to).unwrap_or_default();
    let (day, time) = ([part(0, 4), part(4, 6), part(6, 8)], [part(8, 10), part(10, 12), part(12, 14)]);
    Some(format!("{}T{}Z", day.join("-"), time.join(":")))
}

#[cfg(test)]
mod tests;
