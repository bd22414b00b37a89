//! Any bytes as a mail or a page saved as MHTML: no panic, and an article or why not.
#![no_main]

use libfuzzer_sys::fuzz_target;
use reportedly_intake::{Input, Kind};

fuzz_target!(|bytes: &[u8]| {
    let stream = Box::new(std::io::Cursor::new(bytes.to_vec()));
    let _ = Input::Stream("mail".to_owned(), Kind::Mail, stream).open(true);
});
