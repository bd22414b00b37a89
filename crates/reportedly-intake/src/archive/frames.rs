//! The frames of what is packed by Zstandard (RFC 8878), one after the other.

use std::io::{BufRead, Cursor, Error, Read, Result as IoResult};

use ruzstd::decoding::{Dictionary, FrameDecoder, StreamingDecoder};

/// How a frame begins.
pub const ZSTD: [u8; 4] = [0x28, 0xb5, 0x2f, 0xfd];
/// How a frame begins that holds a dictionary for the others, as archivers of the web write it first.
const DICTIONARY: [u8; 4] = [0x5d, 0x2a, 0x4d, 0x18];
/// A window beyond this is refused: it is what a decoder holds in memory.
const MAX_WINDOW: u64 = 32 << 20;
/// A dictionary beyond this is refused.
const MAX_DICTIONARY: u64 = 16 << 20;

type Begun<R> = std::io::Chain<Cursor<[u8; 4]>, R>;

/// Whether bytes begin as something that is packed by Zstandard.
pub fn is_zstd(head: &[u8]) -> bool {
    head.starts_with(&ZSTD) || head.starts_with(&DICTIONARY)
}

/// Unpacks a file of frames. What follows a broken frame cannot be found.
pub struct Frames<R: BufRead> {
    frame: Option<StreamingDecoder<Begun<R>, FrameDecoder>>,
    /// Before the first frame.
    rest: Option<R>,
    dictionary: Option<Vec<u8>>,
}

impl<R: BufRead> Frames<R> {
    pub fn new(reader: R) -> Self {
        Self { frame: None, rest: Some(reader), dictionary: None }
    }

    /// Begins the next frame; whether there is one.
    fn next_frame(&mut self) -> IoResult<bool> {
        let done = self.frame.take().map(|frame| frame.into_inner().into_inner().1);
        let Some(mut rest) = done.or(self.rest.take()) else { return Ok(false) };
        while !rest.fill_buf()?.is_empty() {
            let magic = word(&mut rest)?;
            if magic[1..] != DICTIONARY[1..] || magic[0] & 0xf0 != 0x50 {
                self.frame = Some(self.begun(Cursor::new(magic).chain(rest))?);
                return Ok(true);
            }
            let length = u64::from(u32::from_le_bytes(word(&mut rest)?));
            let mut skipped = rest.by_ref().take(length);
            if magic == DICTIONARY && length <= MAX_DICTIONARY {
                self.dictionary = Some(dictionary(&mut skipped)?);
            }
            std::io::copy(&mut skipped, &mut std::io::sink())?;
        }
        Ok(false)
    }

    fn begun(&self, reader: Begun<R>) -> IoResult<StreamingDecoder<Begun<R>, FrameDecoder>> {
        let mut decoder = FrameDecoder::new();
        decoder.set_max_window_size(MAX_WINDOW);
        if let Some(bytes) = &self.dictionary {
            decoder.add_dict(Dictionary::decode_dict(bytes).map_err(Error::other)?).map_err(Error::other)?;
        }
        StreamingDecoder::new_with_decoder(reader, decoder).map_err(Error::other)
    }
}

/// A dictionary, which may be packed itself.
fn dictionary(reader: &mut impl Read) -> IoResult<Vec<u8>> {
    let mut bytes = Vec::new();
    reader.read_to_end(&mut bytes)?;
    if !bytes.starts_with(&ZSTD) {
        return Ok(bytes);
    }
    let mut out = Vec::new();
    Frames::new(bytes.as_slice()).take(MAX_DICTIONARY).read_to_end(&mut out)?;
    Ok(out)
}

fn word(reader: &mut impl Read) -> IoResult<[u8; 4]> {
    let mut word = [0; 4];
    reader.read_exact(&mut word)?;
    Ok(word)
}

impl<R: BufRead> Read for Frames<R> {
    fn read(&mut self, buffer: &mut [u8]) -> IoResult<usize> {
        while !buffer.is_empty() {
            if let Some(frame) = &mut self.frame
                && let n @ 1.. = frame.read(buffer)?
            {
                return Ok(n);
            }
            if !self.next_frame()? {
                return Ok(0);
            }
        }
        Ok(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ruzstd::encoding::{CompressionLevel, compress_to_vec};

    fn unpacked(bytes: &[u8]) -> IoResult<String> {
        let mut out = String::new();
        Frames::new(bytes).read_to_string(&mut out).map(|_| out)
    }

    #[test]
    fn frames_are_joined_and_others_skipped() {
        let packed = |words: &str| compress_to_vec(words.as_bytes(), CompressionLevel::Fastest);
        let note = [&[0x51, 0x2a, 0x4d, 0x18, 3, 0, 0, 0][..], b"abc"].concat();
        let whole = [packed("one "), note, packed("two")].concat();
        assert_eq!(unpacked(&whole).unwrap(), "one two");
        assert_eq!(unpacked(b"").unwrap(), "");
        assert!(unpacked(&packed("one")[..5]).is_err() && unpacked(b"no frame").is_err());
    }

    #[test]
    fn a_window_that_is_too_wide_is_refused() {
        // a frame header with a window of 64 GB: descriptor, then window exponent
        let wide = [&ZSTD[..], &[0, 0b1101_0000, 1, 0, 0]].concat();
        assert!(unpacked(&wide).is_err());
    }
}
