//! Words that the text attributes to nobody, or only in another paragraph.

use std::collections::BTreeSet;

use super::claims::Claims;
use super::id::Measure;
use super::sentence::Sentence;
use crate::article::Prose;
use crate::attribution::{Attribution, Mode, phrase};
use crate::certainty::is_finite;
use crate::profile::Measurement;
use crate::reading::{AuthorMode, Voice};
use crate::text::Span;
use crate::tokens::has_mark;

/// So many words are a sentence.
const SENTENCE: usize = 4;
/// A longer line with the address of a site may be news about it.
const NOTICE: usize = 14;

/// Paragraphs with a quotation whose cue and source are both in other paragraphs.
pub(super) fn far_off(all: &Claims) -> Measurement {
    let (mut spans, prose): (Vec<Span>, _) = (Vec::new(), all.prose);
    let breaks: Vec<u32> = prose.text.as_str().match_indices('\n').map(|(i, _)| i as u32).collect();
    let paragraph = |at: u32| breaks.partition_point(|&b| b < at);
    let quoted = |a: &&Attribution| a.within.is_none() && a.mode != Mode::Indirect;
    for a in all.reading.claims.iter().map(|c| &c.attribution).filter(quoted) {
        let anchors = a.cue.iter().chain(a.source.pieces()).map(|s| paragraph(s.start()));
        let anchored: Vec<usize> = anchors.collect();
        for piece in a.content.pieces().iter().filter(|p| has_mark(prose.get(**p))) {
            if !anchored.contains(&paragraph(piece.start())) {
                spans.push(*piece);
            }
        }
    }
    // claims interleave: what one says further down comes before what another says in between
    spans.sort_unstable();
    let segments = all.reading.segments.iter().filter(|s| s.voice == Voice::Attributed);
    let paragraphs: BTreeSet<usize> = segments.map(|s| paragraph(s.span.start())).collect();
    let found: BTreeSet<usize> = spans.iter().map(|s| paragraph(s.start())).collect();
    let (count, of) = (found.len(), paragraphs.len().max(found.len()));
    let sentence = Sentence::FarOff { count, of }.message();
    Measurement { id: Measure::FarOff.name(), count, of: Some(of), spans, sentence }
}

/// Statements with a figure, a date or a name in the writer's own voice.
pub(super) fn unsourced(all: &Claims) -> Measurement {
    let author: Vec<_> = all.reading.segments.iter().filter(|s| s.voice == Voice::Author).collect();
    let reports = author.iter().filter(|s| s.author_mode == Some(AuthorMode::Report));
    let found = reports.filter(|s| is_checkable(s.span, all.prose) && states(s.span, all.prose));
    let spans: Vec<Span> = found.map(|s| s.span).collect();
    let (id, count) = (Measure::Unsourced.name(), spans.len());
    Measurement {
        id,
        count,
        of: Some(author.len()),
        spans,
        sentence: Sentence::Unsourced { count }.message(),
    }
}

/// Whether it has a name or a figure and no "according to".
fn is_checkable(span: Span, prose: Prose) -> bool {
    let words = prose.within(span);
    let according = prose.language.nesting.according;
    let name = words.iter().skip(1).any(|w| w.capital && w.span.len() > 1);
    let laid = (0..words.len()).any(|i| phrase(according, &words[i..]).is_some());
    (name || prose.get(span).contains(|c: char| c.is_ascii_digit())) && !laid
}

/// Whether it is a sentence, and no byline, time, heading or notice.
fn states(span: Span, prose: Prose) -> bool {
    let written = prose.get(span);
    let by = prose.within(span).first().is_some_and(|w| prose.language.verbs.agent.has(&w.form));
    let ends = written.ends_with(['.', '!', '"', '\u{201d}']);
    let whole = is_finite(prose.within(span), prose.language) || ends && !by;
    written_words(written) >= SENTENCE && whole && !is_notice(span, prose)
}

/// "Contact Ada Vale at ...", "Follow @vale", "Copyright 2031": about the page, not the news.
fn is_notice(span: Span, prose: Prose) -> bool {
    let (layout, low) = (&prose.language.layout, prose.get(span).trim().to_lowercase());
    let short = written_words(&low) <= NOTICE;
    let address = || low.contains('@') || short && layout.sites.is_in(&low);
    layout.copyrights.start_of(&low).is_some()
        || layout.appeals.start_of(&low).is_some() && address()
        || layout.notices.is_in(&low)
}

/// Words between spaces: an address or a mark of the page is one, however many names it is made of.
fn written_words(written: &str) -> usize {
    written.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}
