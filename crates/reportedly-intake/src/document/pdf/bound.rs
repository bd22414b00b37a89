//! How much a PDF unpacks to, measured before anything is unpacked into memory: the parser itself has no bound.

use std::io::Read;

use flate2::read::{DeflateDecoder, ZlibDecoder};
use hayro_syntax::Filter;
use hayro_syntax::object::Stream;

use crate::failure::Problem;

/// A stream that unpacks to more than this is refused.
const MAX_STREAM: u64 = 64 << 20;
/// All streams but pictures together.
const MAX_ALL: u64 = 256 << 20;
/// So many bytes are gone through at most, and so many streams.
const MAX_WORK: u64 = 4 << 30;
const MAX_STREAMS: usize = 300_000;
/// What a byte can become at most in the packings that are not tried here.
const WORST: u64 = 1400;

/// Unpacks every stream of a file into nothing. Pictures are never unpacked later, so their size does not matter.
pub fn check(bytes: &[u8]) -> Result<(), Problem> {
    const BEGIN: &[u8] = b"stream";
    let (mut all, mut from, mut work, mut streams) = (0, 0, 0, 0);
    while let Some(at) = bytes[from..].windows(BEGIN.len()).position(|w| w == BEGIN).map(|at| from + at) {
        let before = &bytes[at.saturating_sub(1024).max(from)..at];
        let data = &bytes[at + BEGIN.len()..];
        from = at + BEGIN.len();
        if before.ends_with(b"end") {
            continue;
        }
        let data = data.strip_prefix(b"\r\n").or_else(|| data.strip_prefix(b"\n")).unwrap_or(data);
        let has = |key: &[u8]| before.windows(key.len()).any(|w| w == key);
        // what looks like a picture may be used as a list of objects
        let is_picture = has(b"/Image") && !has(b"/First") && !has(b"/W[") && !has(b"/W [");
        let (read, size) = inflated(data);
        all += if is_picture { 0 } else { size };
        work += read + size;
        streams += 1;
        if (size > MAX_STREAM && !is_picture) || all > MAX_ALL || work > MAX_WORK || streams > MAX_STREAMS {
            return Err(Problem::HugePdf);
        }
    }
    Ok(())
}

/// How many bytes are read and how many come of them, in the way that the parser takes them; it stops a little beyond the bound.
fn inflated(data: &[u8]) -> (u64, u64) {
    let is_zlib =
        matches!(data, [a, b, ..] if a & 0x0f == 8 && (u16::from(*a) << 8 | u16::from(*b)) % 31 == 0);
    if is_zlib {
        let mut reader = ZlibDecoder::new(data);
        let size = size(&mut reader);
        return (reader.total_in(), size);
    }
    let mut reader = DeflateDecoder::new(data);
    let size = size(&mut reader);
    (reader.total_in(), size)
}

fn size(reader: &mut impl Read) -> u64 {
    let mut reader = reader.take(MAX_STREAM + 1);
    let _ = std::io::copy(&mut reader, &mut std::io::sink());
    MAX_STREAM + 1 - reader.limit()
}

/// The bytes of a stream, if they are not too many, whichever way it is packed.
pub fn unpacked(stream: &Stream) -> Result<Vec<u8>, Problem> {
    fits(stream)?;
    Ok(stream.decoded_data().unwrap_or_default().into_owned())
}

/// Whether a stream that the parser will unpack has a bearable size.
pub fn fits(stream: &Stream) -> Result<(), Problem> {
    let raw = stream.raw_data();
    let size = match stream.filters().as_slice() {
        [] | [Filter::AsciiHexDecode | Filter::Ascii85Decode] => raw.len() as u64,
        [Filter::FlateDecode] => inflated(&raw).1,
        _ => raw.len() as u64 * WORST,
    };
    if size > MAX_STREAM { Err(Problem::HugePdf) } else { Ok(()) }
}
