//! Any bytes as Markdown, and as a text that may begin with a block of keys: no panic.
#![no_main]

use libfuzzer_sys::fuzz_target;
use reportedly_intake::{Input, Kind};

fuzz_target!(|bytes: &[u8]| {
    for kind in [Kind::Markdown, Kind::Text] {
        let stream = Box::new(std::io::Cursor::new(bytes.to_vec()));
        let _ = Input::Stream("note".to_owned(), kind, stream).open(true);
    }
});
