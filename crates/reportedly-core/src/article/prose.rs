use super::Article;
use crate::language::Language;
use crate::text::{Span, Text};
use crate::tokens::{Token, Tokens};

/// A text with its words and its language: what is asked wherever words are judged.
#[derive(Clone, Copy)]
pub struct Prose<'a> {
    /// The text that all spans point into.
    pub text: &'a Text,
    /// Its words, sentences and quotations.
    pub tokens: &'a Tokens,
    /// The language that it is read in.
    pub language: &'a Language,
}

impl<'a> Prose<'a> {
    /// An article's own.
    pub fn of(article: &'a Article, tokens: &'a Tokens) -> Self {
        Self { text: &article.text, tokens, language: article.language() }
    }

    /// The words of a span, as written.
    pub fn get(&self, span: Span) -> &'a str {
        self.text.get(span)
    }

    /// The tokens that a span touches.
    pub fn within(&self, span: Span) -> &'a [Token] {
        self.tokens.within(span)
    }
}
