//! Any bytes as a web archive, packed or not: no panic, an end, and no record beyond its bound.
#![no_main]

use std::io::{BufReader, Read};

use flate2::read::MultiGzDecoder;
use libfuzzer_sys::fuzz_target;
use reportedly_intake::{Archive, Input, MAX_PAGE};

fuzz_target!(|bytes: &[u8]| {
    let packed = bytes.starts_with(b"\x1f\x8b");
    let reader: Box<dyn Read> = if packed { Box::new(MultiGzDecoder::new(bytes)) } else { Box::new(bytes) };
    for (n, record) in Archive::new(BufReader::new(reader)).enumerate() {
        assert!(n <= 2 * bytes.len().max(1) * if packed { 1032 } else { 1 });
        let Ok(record) = record else { continue };
        assert!(record.block.len() as u64 <= MAX_PAGE + (64 << 10));
        let _ = Input::Record("record".to_owned(), Box::new(record)).open(true);
    }
});
