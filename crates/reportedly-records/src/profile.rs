use reportedly_core::article::Article;
use reportedly_core::profile::{self, Level, Pack};
use reportedly_core::reading::Reading;
use reportedly_core::text::offsets::Offsets;
use serde::{Deserialize, Serialize};

use crate::place::{Place, place};

/// One thing counted, and the published rule that it is checked against.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Observation {
    /// "SP01" and so on: the same in every pack.
    pub measure: String,
    /// How many.
    pub count: usize,
    /// The total, if it is a part of something.
    pub of: Option<usize>,
    /// One plain sentence.
    pub sentence: String,
    /// Where.
    pub spans: Vec<Place>,
    /// observe or ask.
    pub level: String,
    /// Whether the rule flags this.
    pub asks: bool,
    /// Who published the rule.
    pub publisher: String,
    /// The rule, in a few of its own words.
    pub rule: String,
    /// Where it can be read.
    pub link: Option<String>,
    /// When it was read, as year and month.
    pub read: Option<String>,
}

/// What a pack of rules says about a reading.
///
/// ```
/// use reportedly::{Engine, Pack, ReadOptions};
/// use reportedly_records::profile;
///
/// let read = Engine::new(ReadOptions::default()).read_text("\u{201c}It held,\u{201d} said Mara Hale.");
/// let rows = profile(&read.article, &read.reading, &Pack::built_in("all").unwrap());
/// let named = rows.iter().find(|row| row.measure == "SP01").unwrap();
/// assert_eq!((named.count, named.of), (1, Some(1)));
/// ```
pub fn profile(article: &Article, reading: &Reading, pack: &Pack) -> Vec<Observation> {
    let offsets = Offsets::new(&article.text);
    let row = |o: profile::Observation| Observation {
        measure: o.measurement.id.to_owned(),
        count: o.measurement.count,
        of: o.measurement.of,
        sentence: o.measurement.sentence,
        spans: o.measurement.spans.iter().map(|&s| place(&article.text, &offsets, s)).collect(),
        level: if o.rule.level == Level::Ask { "ask" } else { "observe" }.to_owned(),
        asks: o.asks,
        publisher: o.rule.publisher,
        rule: o.rule.words,
        link: o.rule.link,
        read: o.rule.read,
    };
    profile::observe(pack, &profile::measure(article, reading)).into_iter().map(row).collect()
}
