//! Any bytes as a plain text, read to the end by the rules.
#![no_main]

use libfuzzer_sys::fuzz_target;
use reportedly::{Engine, Format, PageOptions, ReadOptions};

fuzz_target!(|bytes: &[u8]| {
    let options = PageOptions { format: Format::Text, ..PageOptions::default() };
    if let Ok(read) = Engine::new(ReadOptions::default()).read_bytes(bytes, &options) {
        let article = read.article;
        assert!(article.text.span(article.body_start as usize, article.text.len()).is_some());
    }
});
