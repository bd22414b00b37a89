//! Any bytes as a document, by what they begin with: DOCX, ODT, a self-extracting page, PDF. No panic, and an end.
#![no_main]

use libfuzzer_sys::fuzz_target;
use reportedly_intake::{Input, Kind};

fuzz_target!(|bytes: &[u8]| {
    let stream = Box::new(std::io::Cursor::new(bytes.to_vec()));
    let _ = Input::Stream("document".to_owned(), Kind::Document, stream).open(true);
});
