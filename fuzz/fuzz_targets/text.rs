//! Any bytes as a plain text, read to the end by the rules.
#![no_main]

use libfuzzer_sys::fuzz_target;
use reportedly::attribution::rules::Rules;
use reportedly::page::read_plain;
use reportedly::reading::{Options, read};

fuzz_target!(|bytes: &[u8]| {
    if let Ok(article) = read_plain(bytes) {
        assert!(article.text.span(article.body_start as usize, article.text.len()).is_some());
        let _ = read(&article, &[&Rules], &Options::default());
    }
});
