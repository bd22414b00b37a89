//! Words, sentences and quotations of a text.

mod words;

pub use words::{Word, words};

use crate::text::Text;

/// What the text is made of, found once and shared by all that reads it.
#[derive(Clone, Debug, Default)]
pub struct Tokens {
    /// Every word and every other visible character, in text order.
    pub words: Vec<Word>,
}

impl Tokens {
    /// Reads the text once.
    pub fn new(text: &Text) -> Self {
        Self { words: words(text) }
    }
}
