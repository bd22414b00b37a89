//! Any words as a search: what is understood is a statement that the database understands, too.
#![no_main]

use std::sync::{LazyLock, Mutex};

use libfuzzer_sys::fuzz_target;
use reportedly::article::Article;
use reportedly::attribution::rules::Rules;
use reportedly::reading::{Options, read};
use reportedly_library::{Access, In, Incoming, Library, Query};
use reportedly_records::Record;

static LIBRARY: LazyLock<Mutex<Library>> = LazyLock::new(|| {
    let path = std::env::temp_dir().join(format!("reportedly-fuzz-{}.db", std::process::id()));
    let mut library = Library::open(&path, Access::Create).unwrap();
    let article = Article::from_text("“The tide waits for nobody,” said Mara Hale.");
    let record = Record::new(&article, &read(&article, &[&Rules], &Options::default()), None, false);
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
