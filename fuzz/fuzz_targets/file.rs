//! Any bytes as a file that is looked into, such as a WACZ or a `.warc.zst`: no panic, and an end.
#![no_main]

use libfuzzer_sys::fuzz_target;
use reportedly_intake::{Kind, Options, named};

fuzz_target!(|bytes: &[u8]| {
    let path = std::env::temp_dir().join(format!("reportedly-fuzz-{}", std::process::id()));
    std::fs::write(&path, bytes).unwrap();
    for kind in [Kind::Auto, Kind::Archive] {
        for input in named(&[path.clone()]).inputs(&Options { kind, ..Options::default() }) {
            let _ = input.open(true);
        }
    }
});
