//! "'It was late,' Mr. Fell said, according to the report": the report only passes on what Mr. Fell said.

use super::lists::{BETWEEN, NEVER, QUOTING, SUBJECTS, TELLING, VERBS};
use super::{Found, LEAST, LONGEST, Word, is_adverb, words};
use crate::attribution::Attribution;
use crate::attribution::order::mode;
use crate::text::{Span, Text};
use crate::tokens::Tokens;

/// The most words behind the verb: "told the board on Monday".
const BEHIND: usize = 5;

/// Whether a claim says only through whom something came.
pub(super) fn by(outer: &Attribution, text: &Text) -> bool {
    outer.cue.is_some_and(|cue| matches!(text.get(cue).to_lowercase().as_str(), "according to" | "per"))
}

/// Takes "Mr. Fell said" into a content that was cut before it: "['It was late,'] Mr. Fell said, according to".
pub(super) fn take_in_speakers(attributions: &mut [Attribution], text: &Text, tokens: &Tokens) {
    let mut cues: Vec<u32> = attributions.iter().filter_map(|a| Some(a.cue?.start())).collect();
    cues.sort_unstable();
    for a in attributions.iter_mut().filter(|a| by(a, text)) {
        let (Some(&piece), Some(cue)) = (a.content.pieces().last(), a.cue) else { continue };
        let before = |at: u32| cues.partition_point(|&cue| cue < at);
        let near =
            piece.end() < cue.start() && tokens.sentence_at(piece.end()) == tokens.sentence_at(cue.start());
        if !near || before(piece.end()) != before(cue.start()) {
            continue;
        }
        let whole = text.trim(Span::new(piece.start(), cue.start()));
        let whole = Span::new(
            whole.start(),
            whole.start() + text.get(whole).trim_end_matches(|c: char| !c.is_alphanumeric()).len() as u32,
        );
        if whole.end() > piece.end() && quoted(whole, text).is_some() {
            a.content = a.content.pieces().iter().map(|&p| if p == piece { whole } else { p }).collect();
            a.mode = mode(a.content.pieces(), tokens);
        }
    }
}

/// "'It was late,' Mr. Fell said": a whole quotation, then who and a verb of saying, or the other way round.
pub(super) fn quoted(piece: Span, text: &Text) -> Option<Found> {
    let piece = text.trim(piece);
    let all = text.get(piece);
    let opens = all.starts_with(['"', '\u{201c}']);
    let (at, mark) =
        all.char_indices().rfind(|(_, c)| matches!(c, '"' | '\u{201d}')).filter(|(i, _)| opens && *i > 0)?;
    let end = piece.start() + (at + mark.len_utf8()) as u32;
    let content = Span::new(piece.start(), end);
    let behind = words(Span::new(end, piece.end()), text);
    let verb = behind.iter().position(is_saying)?;
    let (who, rest) = match verb {
        0 => (behind.get(1..)?, 0),
        _ => (&behind[..verb], behind.len() - verb - 1),
    };
    let adverb = |w: &&Word| BETWEEN.contains(&w.low.as_str()) || is_adverb(&w.low);
    let kept = if verb == 0 { who.len() } else { who.len() - who.iter().rev().take_while(adverb).count() };
    let who = who.get(..kept)?;
    let clean =
        !who.is_empty() && who.len() <= LONGEST && who.iter().all(|w| !NEVER.contains(&w.low.as_str()));
    let long = words(content, text).len() >= LEAST;
    (clean && long && rest <= BEHIND).then(|| Found {
        source: who[0].span.cover(who[who.len() - 1].span),
        cue: behind[verb].span,
        content,
        why: "\u{201c}...,\u{201d} X said, according to Y",
    })
}

fn is_saying(word: &Word) -> bool {
    [VERBS, TELLING, QUOTING].iter().any(|list| list.contains(&word.low.as_str()))
}

/// Whether a clause may begin here: "he", "the", a name.
pub(super) fn is_subject(word: &Word, text: &Text) -> bool {
    SUBJECTS.contains(&word.low.as_str()) || text.get(word.span).starts_with(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quotation_that_is_passed_on_has_its_own_speaker() {
        for (piece, expected) in [
            ("\u{201c}It was too late,\u{201d} Mr. Fell said", "Mr. Fell | said"),
            ("\u{201c}It was too late,\u{201d} he told the harbour board", "he | told"),
            ("\"Was it late?\" asked Ada Vale", "Ada Vale | asked"),
            ("\u{201c}It was too late\u{201d}", ""),
            ("\u{201c}Late\u{201d} he said", ""),
            ("He called it \u{201c}too late\u{201d} for all", ""),
        ] {
            let text = Text::new(piece);
            let found = quoted(text.span(0, piece.len()).unwrap_or_default(), &text);
            let words = found.map_or(String::new(), |f| [f.source, f.cue].map(|s| text.get(s)).join(" | "));
            assert_eq!(words, expected, "{piece}");
        }
    }
}
