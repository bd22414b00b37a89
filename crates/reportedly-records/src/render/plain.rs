use crate::Record;

/// One line a claim, its fields separated by tabs: doc_id, mode, source, cue, content, confidence, name, kind,
/// stance, status (why it is no assertion, or the hedge), polarity. Unknown is an empty field.
///
/// ```
/// use reportedly::{Engine, ReadOptions};
/// use reportedly_records::{Record, render::plain};
///
/// let read = Engine::new(ReadOptions::default()).read_text("\u{201c}It held,\u{201d} said Mara Hale.");
/// let lines = plain(&Record::new(&read.article, &read.reading, false));
/// let fields: Vec<&str> = lines.trim_end_matches('\n').split('\t').collect();
/// assert_eq!((fields.len(), fields[1], fields[2], fields[3]), (11, "direct", "Mara Hale", "said"));
/// ```
pub fn plain(record: &Record) -> String {
    let mut out = String::new();
    for claim in &record.claims {
        let fields = [
            record.doc_id.clone(),
            claim.mode.clone(),
            claim.source_words().unwrap_or_default(),
            claim.cue.as_ref().map_or(String::new(), |c| c.text.clone()),
            claim.content_words(),
            format!("{:.2}", claim.confidence),
            claim.sourcing.source_name.clone().unwrap_or_default(),
            claim.sourcing.source_kind.clone().unwrap_or_default(),
            claim.sourcing.stance.clone().unwrap_or_default(),
            claim.status().unwrap_or_default(),
            claim.sourcing.polarity.clone().unwrap_or_default(),
        ];
        out.push_str(&fields.map(|f| line(&f)).join("\t"));
        out.push('\n');
    }
    out
}

/// Without characters that would break the line or affect the terminal.
fn line(field: &str) -> String {
    let visible: String = field.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}
