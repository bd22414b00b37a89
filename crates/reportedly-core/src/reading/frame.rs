//! Frames: "from this perspective", "in this view", "seen through that lens"; and figures that continue after
//! "according to the poll".

use crate::article::Prose;
use crate::attribution::Attribution;
use crate::source::{Identity, Kind};
use crate::text::Span;
use crate::time::is_dated;
use crate::tokens::{Token, any_of, stands};

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
pub fn opens(sentence: Span, prose: &Prose, speaker: Option<usize>) -> Option<Frame> {
    let all = prose.within(sentence);
    let last = all.get((prose.language.voice.opens)(all)?)?;
    Some(Frame { words: all.first()?.span.cover(last.span), source: speaker, figures: false })
}

/// The frame that a claim leaves open after it: "the argument goes", or figures of a poll.
pub fn left_by(a: &Attribution, identity: &Identity, prose: &Prose) -> Option<Frame> {
    let cue = a.cue?;
    let goes_on = prose.language.voice.goes_on.end_of(&prose.get(cue).to_lowercase()).is_some();
    let figures = identity.kind == Kind::Document;
    let open = goes_on && identity.kind == Kind::Unstated || figures;
    open.then_some(Frame { words: cue, source: identity.source, figures })
}

/// Whether a sentence ends an open frame: by a dated fact, an objection, the writer in person, or no more figures.
pub fn breaks(sentence: Span, prose: &Prose, open: Option<&Frame>) -> bool {
    let Some(frame) = open.filter(|frame| !sentence.contains(frame.words)) else { return false };
    let (all, voice) = (prose.within(sentence), &prose.language.voice);
    let figures = || any_of(all, voice.figures) || all.iter().any(is_figure);
    match frame.figures {
        _ if stands(all, 0, voice.turns) => true,
        true => !figures(),
        false => is_dated(all, &prose.language.calendar),
    }
}

/// A number that is no year.
fn is_figure(word: &Token) -> bool {
    let is_year = word.form.len() == 4 && word.form.parse().is_ok_and(|y: u32| (1500..2200).contains(&y));
    word.form.contains(|c: char| c.is_ascii_digit()) && !is_year
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Text;
    use crate::language::en::ENGLISH;
    use crate::tokens::Tokens;

    fn asked(words: &str, ask: impl Fn(Span, &Prose) -> bool) -> bool {
        let text = Text::new(words);
        let tokens = Tokens::new(&text, &ENGLISH.division);
        let whole = text.span(0, words.len()).unwrap();
        ask(whole, &Prose { text: &text, tokens: &tokens, language: &ENGLISH })
    }

    #[test]
    fn frames_are_opened_by_a_phrase() {
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
            assert_eq!(asked(words, |all, prose| opens(all, prose, None).is_some()), expected, "{words}");
        }
    }
}
