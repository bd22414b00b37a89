use serde_json::{Value, json};

use super::citation::{Author, authors, key, stated};
use super::{address, known};
use crate::Record;

/// The article as one item of CSL-JSON (Citation Style Language 1.0.2), as Zotero and pandoc read it. A date that is
/// a guess is `circa`; the id is the key of [`bibtex`](super::bibtex()); `accessed` is the day on which the page was fetched, if it was.
///
/// ```
/// use reportedly::{Article, Engine, ReadOptions};
/// use reportedly_records::{Record, export::csl_json};
///
/// let read = Engine::new(ReadOptions::default()).read_text("\u{201c}It held,\u{201d} said Mara Hale.");
/// let mut record = Record::new(&read.article, &read.reading, false);
/// record.byline = Some(vec!["Tom de Vries".to_owned()]);
/// record.published_at = Some("2031-03".to_owned());
/// let item = csl_json(&record);
/// assert_eq!(item["issued"]["date-parts"][0].as_array().map(Vec::len), Some(2));
/// assert_eq!(item["author"][0]["family"], "Vries");
/// ```
pub fn csl_json(record: &Record) -> Value {
    known([
        ("id", json!(key(record))),
        ("type", json!("article-newspaper")),
        ("title", json!(record.title)),
        ("author", authors(record).into_iter().map(name).collect()),
        ("container-title", json!(record.outlet)),
        ("issued", date(record.published_at.as_deref(), record.published_at_guess == Some(true))),
        ("URL", json!(address(record))),
        ("accessed", date(record.fetched_at.as_deref(), false)),
        ("language", json!(record.lang)),
    ])
}

fn name(author: Author) -> Value {
    match author {
        Author::Whole(name) => json!({ "literal": name }),
        Author::Parts(given, particle, family) => known([
            ("given", json!(given)),
            ("non-dropping-particle", json!(Some(particle).filter(|p| !p.is_empty()))),
            ("family", json!(family)),
        ]),
    }
}

fn date(stated_as: Option<&str>, guess: bool) -> Value {
    let Some(parts) = stated(stated_as) else { return Value::Null };
    known([("date-parts", json!([parts])), ("circa", json!(guess.then_some(true)))])
}
