//! Any words as a search: what is understood is a statement that the database understands, too.
#![no_main]

use std::sync::{LazyLock, Mutex};

use libfuzzer_sys::fuzz_target;
use reportedly::{Engine, ReadOptions};
use reportedly_library::{Access, In, Incoming, Library, Query};
use reportedly_records::Record;

static LIBRARY: LazyLock<Mutex<Library>> = LazyLock::new(|| {
    let path = std::env::temp_dir().join(format!("reportedly-fuzz-{}.db", std::process::id()));
    let mut library = Library::open(&path, Access::Create).unwrap();
    let engine = Engine::new(ReadOptions::default());
    let read = engine.read_text("“The tide waits for nobody,” said Mara Hale.");
    let record = Record::new(&read.article, &read.reading, false);
    library.add(vec![Incoming::new(record, "a text")]).unwrap();
    Mutex::new(library)
});

fuzz_target!(|words: &str| {
    if let Ok(query) = words.parse::<Query>() {
        let library = LIBRARY.lock().unwrap();
        for within in [In::Claims, In::Articles] {
            library.search(&query.clone().within(within), 3).unwrap();
        }
    }
});
