//! Any bytes as a saved page: no panic, and the body begins on a character border of the text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use reportedly::page::{PageOptions, is_html, read_page};

fuzz_target!(|bytes: &[u8]| {
    let _ = is_html(bytes);
    let article = read_page(bytes, &PageOptions::default()).unwrap_or_else(|r| r.force());
    assert!(article.text.span(article.body_start as usize, article.text.len()).is_some());
});
