//! Reading from a place on where bytes were read once already.

use std::io::{BufRead, Cursor, Read, Result as IoResult};

/// How a record begins behind another.
const HEAD: &[u8] = b"\nWARC/1.";

/// A reader with bytes before it that were read once.
pub struct Again<R> {
    front: Cursor<Vec<u8>>,
    rest: R,
}

impl<R> Again<R> {
    pub fn new(rest: R) -> Self {
        Self { front: Cursor::default(), rest }
    }

    /// Takes back what a record of a wrong length has of the next one, if it has; that is read again.
    pub fn give_back(&mut self, block: &mut Vec<u8>) -> bool {
        let Some(at) = next_record(block) else { return false };
        self.front = Cursor::new(block.split_off(at + 1));
        block.truncate(block.trim_ascii_end().len());
        true
    }

    /// Of a record that would go beyond what was read once: its bytes up to the next record, if one begins there.
    pub fn cut(&mut self, length: u64) -> Option<Vec<u8>> {
        let from = self.front.position() as usize;
        let left = self.front.get_ref().get(from..).filter(|left| length > left.len() as u64)?;
        let at = next_record(left)?;
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

fn next_record(bytes: &[u8]) -> Option<usize> {
    bytes.windows(HEAD.len()).position(|w| w == HEAD)
}

/// Passes over what is left of a line.
pub fn skip_line(reader: &mut impl BufRead) -> IoResult<()> {
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

/// Passes over so many bytes; how many there were.
pub fn skip(reader: &mut impl BufRead, length: u64) -> IoResult<u64> {
    std::io::copy(&mut reader.take(length), &mut std::io::sink())
}
