//! Words that the text attributes to nobody, or only in another paragraph.

use super::{Claims, counted, unless_none, verb};
use crate::attribution::{Attribution, Mode};
use crate::certainty::{is_finite, words};
use crate::profile::Measurement;
use crate::reading::{AuthorMode, Voice};
use crate::text::Span;
use crate::tokens::has_mark;

impl Claims<'_> {
    /// Paragraphs with a quotation whose cue and source are both in other paragraphs.
    pub(super) fn paragraphs_without_cue(&self) -> Measurement {
        let mut spans = Vec::new();
        let breaks: Vec<u32> = self.text.as_str().match_indices('\n').map(|(i, _)| i as u32).collect();
        let paragraph = |at: u32| breaks.partition_point(|&b| b < at);
        let quoted = |a: &&Attribution| a.within.is_none() && a.mode != Mode::Indirect;
        for a in self.reading.claims.iter().map(|c| &c.attribution).filter(quoted) {
            let anchors = a.cue.iter().chain(a.source.pieces()).map(|s| paragraph(s.start()));
            let anchored: Vec<usize> = anchors.collect();
            for piece in a.content.pieces().iter().filter(|p| has_mark(self.text.get(**p))) {
                if !anchored.contains(&paragraph(piece.start())) {
                    spans.push(*piece);
                }
            }
        }
        let attributed = self
            .reading
            .segments
            .iter()
            .filter(|s| s.voice == Voice::Attributed)
            .map(|s| paragraph(s.span.start()));
        let mut paragraphs: Vec<usize> = attributed.collect();
        paragraphs.dedup();
        let mut found: Vec<usize> = spans.iter().map(|s: &Span| paragraph(s.start())).collect();
        found.dedup();
        let sentence = format!(
            "{} of {} with quoted or reported words {} a quotation that is not attributed within the paragraph.",
            found.len(),
            counted(paragraphs.len(), "paragraph"),
            verb(found.len(), "contains", "contain")
        );
        let sentence = unless_none(
            paragraphs.len().max(found.len()),
            "paragraphs with quoted or reported words",
            sentence,
        );
        Measurement {
            id: "SP09",
            count: found.len(),
            of: Some(paragraphs.len().max(found.len())),
            spans,
            sentence,
        }
    }

    /// Statements with a figure, a date or a name in the writer's own voice.
    pub(super) fn unsourced(&self) -> Measurement {
        let author: Vec<_> = self.reading.segments.iter().filter(|s| s.voice == Voice::Author).collect();
        let checkable = |s: &Span| {
            let words = self.text.get(*s);
            let name =
                words.split_whitespace().skip(1).any(|w| w.starts_with(char::is_uppercase) && w.len() > 1);
            let laid = words.to_lowercase().contains("according to");
            (name || words.contains(|c: char| c.is_ascii_digit())) && !laid
        };
        let states = |s: &Span| {
            let all = words(*s, self.text);
            let ends = self.text.get(*s).ends_with(['.', '!', '"', '\u{201d}']);
            // no byline, time or heading
            all.len() >= 4 && (is_finite(&all) || ends && all[0].low != "by") && !is_notice(self.text.get(*s))
        };
        let reports = author.iter().filter(|s| s.author_mode == Some(AuthorMode::Report));
        let found = reports.filter(|s| checkable(&s.span) && states(&s.span));
        let spans: Vec<Span> = found.map(|s| s.span).collect();
        let sentence = format!(
            "{} in the writer's own voice {} a name, figure or date but no source (a page cannot show whether the writer witnessed it).",
            counted(spans.len(), "passage"),
            verb(spans.len(), "has", "have")
        );
        Measurement { id: "SP10", count: spans.len(), of: Some(author.len()), spans, sentence }
    }
}

/// "Contact Ada Vale at ...", "Follow @vale", "Copyright 2031": about the page, not the news.
fn is_notice(words: &str) -> bool {
    const BEGIN: &[&str] = &[
        "contact ",
        "you can call ",
        "stay with ",
        "go to ",
        "visit ",
        "follow ",
        "subscribe ",
        "sign up ",
        "email ",
        "reach ",
    ];
    const HOLD: &[&str] = &[
        "contributed to this",
        "contributed reporting",
        "all rights reserved",
        "may not be published, broadcast",
    ];
    let low = words.trim().to_lowercase();
    let short = low.split_whitespace().count() <= 14;
    let address = || low.split_whitespace().any(|w| w.contains('@') || short && w.contains(".com"));
    let begins = |all: &[&str]| all.iter().any(|b| low.starts_with(b));
    begins(&["copyright ", "\u{a9} ", "(copyright "])
        || begins(BEGIN) && address()
        || HOLD.iter().any(|h| low.contains(h))
}
