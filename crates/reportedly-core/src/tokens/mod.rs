//! Words, sentences and quotations of a text, and how words are looked up in lists.

mod division;
mod forms;
mod lexicon;
mod quotes;
mod sentences;
mod token;
mod words;

pub use division::Division;
pub(crate) use forms::{any_begins, any_of, form, form_before, stands};
pub(crate) use lexicon::before;
pub use lexicon::{Bases, Lexicon, List};
pub(crate) use quotes::has_mark;
pub use quotes::{Quotation, quotations};
pub use sentences::sentences;
pub use token::Token;
pub(crate) use token::is_cut_short;
pub use words::{Word, words};

use crate::text::{Span, Text};

/// What the text is made of, found once and shared by all that reads it.
///
/// ```
/// use reportedly::Text;
/// use reportedly::language::en::ENGLISH;
/// use reportedly::tokens::Tokens;
///
/// let text = Text::new("It rained. \u{201c}We stayed,\u{201d} said Mara Hale.");
/// let tokens = Tokens::new(&text, &ENGLISH.division);
/// assert_eq!((tokens.sentences.len(), tokens.quotations.len()), (2, 1));
/// assert_eq!(tokens.words_in(tokens.sentences[0]).len(), 3); // the full stop counts
/// assert_eq!(tokens.quoted(15), Some(tokens.quotations[0].pieces[0]));
/// ```
#[derive(Clone, Debug, Default)]
pub struct Tokens {
    /// The words as a reader sees them, in text order.
    pub all: Vec<Token>,
    /// Every run of letters and every other visible character, in text order: the division that the trained
    /// reader was trained on.
    pub words: Vec<Word>,
    /// Words between double quotation marks, in text order.
    pub quotations: Vec<Quotation>,
    /// Sentences, in text order.
    pub sentences: Vec<Span>,
}

impl Tokens {
    /// Reads the text once.
    pub fn new(text: &Text, division: &Division) -> Self {
        let (quotations, sentences) = (quotations(text), sentences(text, division));
        let all = token::tokens(text, &sentences, &quotations, division);
        Self { all, words: words(text), quotations, sentences }
    }

    /// The positions of the tokens that a span touches.
    pub fn range(&self, span: Span) -> std::ops::Range<usize> {
        let start = self.all.partition_point(|t| t.span.end() <= span.start());
        let end = self.all.partition_point(|t| t.span.start() < span.end());
        start..end.max(start)
    }

    /// The tokens that a span touches.
    pub fn within(&self, span: Span) -> &[Token] {
        &self.all[self.range(span)]
    }

    /// The word at a position in small letters, without its possessive ending; empty beyond the end.
    pub fn low(&self, at: usize) -> &str {
        self.all.get(at).map_or("", Token::low)
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
