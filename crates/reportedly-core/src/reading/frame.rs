//! Frames: "from this perspective", "in this view", "seen through that lens"; and figures that continue after
//! "according to the poll".

use crate::article::Prose;
use crate::attribution::Attribution;
use crate::certainty::words;
use crate::source::{Identity, Kind};
use crate::text::{Span, Text};
use crate::time::is_dated;
use crate::tokens::Lexicon;

/// Nouns for a point of view.
static NOUNS: Lexicon = crate::language::en::ENGLISH.voice.frames;

/// A frame that is still open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// The words that set it.
    pub words: Span,
    /// The row of the source whose view it is.
    pub source: Option<usize>,
    /// Whether it covers only figures.
    pub figures: bool,
}

/// The frame that a sentence opens with; its source is the latest speaker.
pub fn opens(sentence: Span, text: &Text, speaker: Option<usize>) -> Option<Frame> {
    let all = words(sentence, text);
    let low = |i: usize| all.get(i).map_or("", |w| w.low.as_str());
    let mut at = usize::from(matches!(low(0), "and" | "so" | "but"));
    let seen = matches!(
        low(at),
        "seen" | "viewed" | "read" | "considered" | "understood" | "looked" | "judged" | "taken"
    );
    at += usize::from(seen);
    at += usize::from(low(at) == "at" && seen);
    let whole = |end: usize| {
        Some(Frame { words: all.first()?.span.cover(all.get(end)?.span), source: speaker, figures: false })
    };
    if seen && low(at) == "like" && matches!(low(at + 1), "this" | "that") {
        return whole(at + 1);
    }
    if seen && low(at) == "in" && matches!(low(at + 1), "this" | "that") && low(at + 2) == "way" {
        return whole(at + 2);
    }
    // "seen from the quay"
    if seen && low(at) == "from" && !matches!(low(at + 1), "this" | "that") {
        return whole((at + 1..at + 7).find(|&i| all.get(i).is_some_and(|w| w.pause))?);
    }
    if seen && matches!(low(at), "this" | "that") && low(at + 1) == "way" || seen && low(at) == "thus" {
        return Some(Frame {
            words: all.first()?.span.cover(all.get(at + 1)?.span),
            source: speaker,
            figures: false,
        });
    }
    if !matches!(
        low(at),
        "from" | "in" | "through" | "by" | "on" | "under" | "to" | "with" | "within" | "according"
    ) {
        return None;
    }
    at += 1 + usize::from(low(at) == "according");
    if !matches!(
        low(at),
        "this" | "that" | "such" | "the" | "their" | "his" | "her" | "these" | "those" | "its"
    ) {
        return where_they_stand(&all, at, speaker);
    }
    let shared = matches!(
        low(at),
        "this" | "that" | "such" | "their" | "his" | "her" | "same" | "these" | "those" | "its"
    );
    let noun = (at + 1..at + 4).find(|&i| {
        NOUNS.form_of(low(i)).is_some()
            || i + 1 < all.len() && NOUNS.has(&format!("{} {}", low(i), low(i + 1)))
    })?;
    let the_same = shared || low(at + 1) == "same";
    let alone = !matches!(low(noun + 1), "of" | "that" | "for" | "from");
    (the_same && alone).then_some(Frame {
        words: all.first()?.span.cover(all[noun].span),
        source: speaker,
        figures: false,
    })
}

/// "from where they stand", "to them", "to her mind".
fn where_they_stand(all: &[crate::certainty::Word], at: usize, speaker: Option<usize>) -> Option<Frame> {
    let low = |i: usize| all.get(i).map_or("", |w| w.low.as_str());
    let stand = low(at) == "where"
        && matches!(low(at + 1), "they" | "he" | "she")
        && matches!(low(at + 2), "stand" | "stands" | "sit" | "sits");
    let them = at == 1
        && low(0) == "to"
        && matches!(low(1), "them" | "him" | "her")
        && all.get(1).is_some_and(|w| w.pause);
    let end = if stand { at + 2 } else { at };
    (stand || them).then_some(Frame {
        words: all.first()?.span.cover(all.get(end)?.span),
        source: speaker,
        figures: false,
    })
}

/// The frame that a claim leaves open after it: "the argument goes", or figures of a poll.
pub fn left_by(a: &Attribution, identity: &Identity, text: &Text) -> Option<Frame> {
    let cue = a.cue?;
    let low = text.get(cue).to_lowercase();
    let goes = identity.kind == Kind::Unstated
        && (low.ends_with("goes") || low.ends_with("runs") || low.ends_with("goes that"));
    let figures = identity.kind == Kind::Document;
    (goes || figures).then_some(Frame { words: cue, source: identity.source, figures })
}

/// Whether a sentence ends an open frame: by a dated fact, an objection, the writer in person, or no more figures.
pub fn breaks(sentence: Span, prose: &Prose, open: Option<&Frame>) -> bool {
    let Some(frame) = open else { return false };
    let all = words(sentence, prose.text);
    let first = all.first().map_or("", |w| w.low.as_str());
    let turns = matches!(
        first,
        "but" | "yet" | "however" | "still" | "nonetheless" | "nevertheless" | "none" | "nothing" | "i"
    ) || first == "in"
        && all.get(1).is_some_and(|w| matches!(w.low.as_str(), "fact" | "reality" | "truth"));
    let opens_here = sentence.contains(frame.words);
    let is_year = |w: &str| w.len() == 4 && w.parse::<u32>().is_ok_and(|y| (1500..2200).contains(&y));
    let figure = all.iter().any(|w| {
        w.low.contains(|c: char| c.is_ascii_digit()) && !is_year(&w.low)
            || matches!(w.low.as_str(), "percent" | "half" | "third" | "quarter" | "majority")
    });
    turns && !opens_here
        || is_dated(prose.within(sentence), &prose.language.calendar) && !opens_here && !frame.figures
        || frame.figures && !opens_here && !figure
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_are_opened_by_a_phrase() {
        assert!(NOUNS.is_sorted());
        for (words, expected) in [
            ("From this perspective, the dam is a threat.", true),
            ("In this view, nobody is to blame.", true),
            ("Seen through that lens, the offer looks like a trap.", true),
            ("By that logic, every bridge is a border.", true),
            ("From where they stand, the dam is a threat.", true),
            ("Seen in this light, it is no railway.", true),
            ("In the view of many, it is late.", false),
            ("From this window, the sea is far.", false),
            ("In this town, nobody is to blame.", false),
        ] {
            let text = Text::new(words);
            let whole = text.span(0, words.len()).unwrap();
            assert_eq!(opens(whole, &text, None).is_some(), expected, "{words}");
        }
    }
}
