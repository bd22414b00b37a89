//! Any bytes as the body of a stored answer that is packed by Brotli, Zstandard, gzip or deflate: no panic, a bounded page.
#![no_main]

use libfuzzer_sys::fuzz_target;
use reportedly_intake::{Input, Record, RecordKind};

fuzz_target!(|bytes: &[u8]| {
    for coding in ["br", "zstd", "gzip", "deflate"] {
        let mut block =
            format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: {coding}\r\n\r\n")
                .into_bytes();
        block.extend_from_slice(bytes);
        let record = Record {
            kind: RecordKind::Response,
            number: 1,
            url: None,
            date: None,
            mime: None,
            digest: None,
            refers_to: None,
            block,
        };
        let _ = Input::Record("record".to_owned(), Box::new(record)).open(true);
    }
});
