//! Web archives, read record by record: WARC (ISO 28500:2017) and the older ARC.
//!
//! Written by hand because a damaged archive must give all that can still be had: after bytes that belong
//! to no record the next one is looked for, a stated length is never believed further than the file goes,
//! and of no record or line more is held than [`MAX_PAGE`] and [`MAX_LINE`].

mod again;
mod frames;
mod members;
mod record;

use std::io::{BufRead, Read, Result as IoResult};

pub(crate) use again::skip_line;
use again::{Again, skip};
pub(crate) use frames::{Frames, ZSTD, is_zstd};
pub(crate) use members::Members;
use record::arc_header;
pub(crate) use record::mime;
pub use record::{Record, RecordKind};

use crate::failure::MAX_PAGE;

/// A header line beyond this is cut.
const MAX_LINE: u64 = 64 << 10;
/// A record of more header lines than this is damaged.
const MAX_HEADERS: usize = 200;
/// Of a block no more is kept than a page and the header before it.
const MAX_BLOCK: u64 = MAX_PAGE + MAX_LINE;

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
        Self {
            reader: Again::new(reader),
            number: 0,
            arc: false,
            ended: false,
            waiting: Vec::new(),
            line: Vec::new(),
        }
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
        let mut record = Record { number: self.number, ..Record::EMPTY };
        let mut length = None;
        for _ in 0..MAX_HEADERS {
            if !self.read_line()? || self.line.is_empty() {
                break;
            }
            let line = String::from_utf8_lossy(&self.line);
            let Some((name, value)) = line.split_once(':') else { continue };
            match (name.trim().to_ascii_lowercase().as_str(), value.trim()) {
                ("content-length", value) => length = value.parse::<u64>().ok(),
                (name, value) => record.set(name, value),
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
        self.ended = self.arc || !self.reader.give_back(&mut record.block);
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

#[cfg(test)]
mod tests;
