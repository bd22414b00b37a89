//! Any bytes as a feed: no panic, and each item is an article or says why not.
#![no_main]

use libfuzzer_sys::fuzz_target;
use reportedly_intake::{Input, items};

fuzz_target!(|bytes: &[u8]| {
    for item in items(bytes, None).into_iter().flatten() {
        let _ = Input::Item("item".to_owned(), Box::new(item)).open(false);
    }
});
