//! The members of a packed archive, one after the other, whatever stands between them.

use std::io::{BufRead, Cursor, Read, Result as IoResult};

use flate2::bufread::GzDecoder;

/// How a member begins.
const MAGIC: [u8; 3] = [0x1f, 0x8b, 8];
/// What is given in place of bytes that belong to no member: a line that begins no record.
const LOST: &[u8] = b"\n?\n";

type Begun<R> = std::io::Chain<Cursor<Vec<u8>>, R>;

/// Unpacks a file of gzip members. After damage the next member is looked for.
pub struct Members<R: BufRead> {
    member: Option<GzDecoder<Begun<R>>>,
    lost: Cursor<&'static [u8]>,
}

impl<R: BufRead> Members<R> {
    pub fn new(reader: R) -> Self {
        Self { member: Some(GzDecoder::new(Cursor::new(Vec::new()).chain(reader))), lost: Cursor::new(b"") }
    }

    /// Begins the next member; whether there is one.
    fn next_member(&mut self, whole: bool) -> IoResult<bool> {
        let Some(member) = self.member.take() else { return Ok(false) };
        let (front, mut rest) = member.into_inner().into_inner();
        let from = front.position() as usize;
        let mut front = front.into_inner().split_off(from);
        // the end of a broken member may hold the beginning of the next one
        let Some(skipped) = seek(&mut front, &mut rest)? else { return Ok(false) };
        if skipped > 0 || !whole {
            self.lost = Cursor::new(LOST);
        }
        self.member = Some(GzDecoder::new(Cursor::new(front).chain(rest)));
        Ok(true)
    }
}

/// Reads up to the next beginning, which is left in `front`; how many bytes stood before it.
fn seek(front: &mut Vec<u8>, rest: &mut impl BufRead) -> IoResult<Option<u64>> {
    let mut skipped = 0;
    loop {
        while front.len() < MAGIC.len() {
            let Some(byte) = rest.fill_buf()?.first().copied() else { return Ok(None) };
            rest.consume(1);
            front.push(byte);
        }
        if front.starts_with(&MAGIC) {
            return Ok(Some(skipped));
        }
        front.remove(0);
        skipped += 1;
    }
}

impl<R: BufRead> Read for Members<R> {
    fn read(&mut self, buffer: &mut [u8]) -> IoResult<usize> {
        loop {
            let lost = self.lost.read(buffer)?;
            if lost > 0 || buffer.is_empty() {
                return Ok(lost);
            }
            let Some(member) = &mut self.member else { return Ok(0) };
            match member.read(buffer) {
                Ok(0) => {
                    if !self.next_member(true)? {
                        return Ok(0);
                    }
                }
                Ok(n) => return Ok(n),
                Err(e) => {
                    if !self.next_member(false)? {
                        return Err(e);
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    fn packed(words: &str) -> Vec<u8> {
        let mut out = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        out.write_all(words.as_bytes()).unwrap();
        out.finish().unwrap()
    }

    fn unpacked(bytes: &[u8]) -> (String, bool) {
        let mut out = Vec::new();
        let ended = Members::new(bytes).read_to_end(&mut out).is_ok();
        (String::from_utf8_lossy(&out).into_owned(), ended)
    }

    #[test]
    fn members_are_joined_over_what_stands_between() {
        let whole = [packed("one "), packed("two")].concat();
        assert_eq!(unpacked(&whole), ("one two".to_owned(), true));
        let between = [packed("one "), vec![0; 300], packed("two")].concat();
        assert_eq!(unpacked(&between), ("one \n?\ntwo".to_owned(), true));
    }

    #[test]
    fn a_broken_member_costs_no_other() {
        let mut first = packed(&"one ".repeat(50));
        let end = first.len() - 6;
        first[end] ^= 0xff; // its checksum
        let (words, ended) = unpacked(&[first, packed("two")].concat());
        assert!(words.starts_with("one ") && words.ends_with("two") && ended, "{words}");
        assert!(!unpacked(&packed("one")[..12]).1);
        assert_eq!(unpacked(b""), (String::new(), false));
    }
}
