//! Decides which words say why a source is not named.

use crate::mentions::Context;
use crate::text::Span;

/// The part of a sentence that says why the source is not named.
pub(super) fn anonymity(cx: &Context, sentence: Span) -> Option<Span> {
    let words = &cx.language().sources;
    let text = cx.get(sentence);
    let (at, found) = words.anonymity.iter().filter_map(|r| text.find(r).map(|at| (at, r))).min()?;
    let rest = &text[at + found.len()..];
    let cue = words.anonymity_ends.iter().filter_map(|c| rest.find(c));
    let mark = rest.find([',', '.', ';', '"', '\u{201d}', '\u{2014}', ')']);
    let end = cue.chain(mark).min().unwrap_or(rest.len());
    let (from, to) = (at as u32, (at + found.len() + end) as u32);
    Some(cx.prose.text.trim(Span::new(sentence.start() + from, sentence.start() + to)))
}
