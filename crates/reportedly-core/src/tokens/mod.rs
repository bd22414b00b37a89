//! Words, sentences and quotations of a text, and how words are looked up in lists.

mod lexicon;
mod quotes;
mod sentences;
mod words;

pub(crate) use lexicon::is_irregular;
pub use lexicon::{Lexicon, bases};
pub(crate) use quotes::has_mark;
pub use quotes::{Quotation, quotations};
pub use sentences::sentences;
pub use words::{Word, words};

use crate::text::{Span, Text};

/// What the text is made of, found once and shared by all that reads it.
///
/// ```
/// use reportedly_core::Text;
/// use reportedly_core::tokens::Tokens;
///
/// let text = Text::new("It rained. \u{201c}We stayed,\u{201d} said Mara Hale.");
/// let tokens = Tokens::new(&text);
/// assert_eq!((tokens.sentences.len(), tokens.quotations.len()), (2, 1));
/// assert_eq!(tokens.words_in(tokens.sentences[0]).len(), 3); // the full stop counts
/// assert_eq!(tokens.quoted(15), Some(tokens.quotations[0].pieces[0]));
/// ```
#[derive(Clone, Debug, Default)]
pub struct Tokens {
    /// Every word and every other visible character, in text order.
    pub words: Vec<Word>,
    /// Words between double quotation marks, in text order.
    pub quotations: Vec<Quotation>,
    /// Sentences, in text order.
    pub sentences: Vec<Span>,
}

impl Tokens {
    /// Reads the text once.
    pub fn new(text: &Text) -> Self {
        Self { words: words(text), quotations: quotations(text), sentences: sentences(text) }
    }

    /// The words that overlap a span.
    pub fn words_in(&self, span: Span) -> &[Word] {
        let start = self.words.partition_point(|w| w.span.end() <= span.start());
        let end = self.words.partition_point(|w| w.span.start() < span.end());
        &self.words[start..end.max(start)]
    }

    /// The position of the sentence that holds a byte, or of the one before it.
    pub fn sentence_at(&self, byte: u32) -> usize {
        self.sentences.partition_point(|s| s.start() <= byte).saturating_sub(1)
    }

    /// From the beginning of the sentence that a span begins in to the end of the one that it ends in.
    pub fn sentences_of(&self, span: Span) -> Span {
        let at = |byte| self.sentences.get(self.sentence_at(byte)).copied().unwrap_or(span);
        at(span.start()).cover(at(span.end().saturating_sub(1))).cover(span)
    }

    /// The piece of a quotation that holds a byte.
    pub fn quoted(&self, byte: u32) -> Option<Span> {
        let i = self.quotations.partition_point(|q| q.cover().end() <= byte);
        let pieces = &self.quotations.get(i)?.pieces;
        pieces.iter().copied().find(|p| p.start() <= byte && byte < p.end())
    }
}
