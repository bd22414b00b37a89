//! One line a claim, fields between tabs: for grep, cut and awk.

use crate::record::Record;
use crate::sources::joined;

/// doc_id, mode, confidence, source, cue, content. No tab or line end stands inside a field.
pub fn plain(record: &Record) -> String {
    let mut out = String::new();
    for c in &record.claims {
        let source = joined(c.source.iter().map(|p| p.text.as_str()));
        let cue = joined(c.cue.iter().map(|p| p.text.as_str()));
        let content = joined(c.content.iter().map(|p| p.text.as_str()));
        let id = record.doc_id.replace(['\t', '\n', '\r'], " ");
        out += &format!("{id}\t{}\t{:.3}\t{source}\t{cue}\t{content}\n", c.mode, c.confidence);
    }
    out
}
