use reportedly_core::text::offsets::Offsets;
use reportedly_core::text::{Spans, Text};

use crate::case::{Case, Marked, write};
use crate::{Place, Record};

/// The record as a case, to be corrected by hand and kept.
///
/// ```
/// use reportedly::{Engine, ReadOptions};
/// use reportedly_records::{Record, render::case};
///
/// let read = Engine::new(ReadOptions::default()).read_text("\u{201c}It held,\u{201d} said Mara Hale.");
/// let written = case(&Record::new(&read.article, &read.reading, false));
/// assert!(written.contains("[cue 1: said] [source 1: Mara Hale]"), "{written}");
/// ```
pub fn case(record: &Record) -> String {
    let text = Text::new(record.text.as_str());
    let offsets = Offsets::new(&text);
    let span = |p: &Place| offsets.from_code_points(p.start, p.end);
    let spans = |places: &[Place]| places.iter().filter_map(span).collect::<Spans>();
    let marks = record.claims.iter().map(|c| Marked {
        source: spans(&c.source),
        cue: c.cue.as_ref().and_then(span),
        content: spans(&c.content),
    });
    let name = record.title.as_deref().unwrap_or(&record.doc_id);
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    write(&[Case {
        name,
        line: 0,
        marks: marks.collect(),
        expected: Vec::new(),
        known_wrong: None,
        text: text.clone(),
    }])
}
