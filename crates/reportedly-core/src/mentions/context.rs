use super::entities::{Entities, Entity, Mention};
use super::spelling::Spelling;
use crate::article::Prose;
use crate::language::{Language, Noun};
use crate::text::Span;
use crate::tokens::{Token, Tokens};

/// What the words of a source are read in.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    pub prose: Prose<'a>,
    /// Who is named.
    pub entities: &'a Entities,
    /// How the words are written elsewhere.
    pub spelling: &'a Spelling<'a>,
    /// Where the headline ends, in bytes.
    pub body_start: u32,
}

impl<'a> Context<'a> {
    pub fn tokens(&self) -> &'a Tokens {
        self.prose.tokens
    }

    pub fn all(&self) -> &'a [Token] {
        &self.prose.tokens.all
    }

    pub fn language(&self) -> &'a Language {
        self.prose.language
    }

    /// The word at a position in small letters; empty beyond the end.
    pub fn low(&self, at: usize) -> &'a str {
        self.prose.tokens.low(at)
    }

    /// The same, some words back; empty before the beginning.
    pub fn low_before(&self, at: usize, back: usize) -> &'a str {
        at.checked_sub(back).map_or("", |i| self.low(i))
    }

    pub fn get(&self, span: Span) -> &'a str {
        self.prose.text.get(span)
    }

    pub fn range(&self, span: Span) -> std::ops::Range<usize> {
        self.prose.tokens.range(span)
    }

    /// What stands between two places, without the spaces round it; empty where the second is not behind the first.
    pub fn gap(&self, end: u32, start: u32) -> &'a str {
        self.get(Span::new(end, start.max(end))).trim()
    }

    /// The noun at a position, in any of its forms.
    pub fn noun(&self, at: usize) -> Option<Noun> {
        self.language().nouns.form_of(self.low(at))
    }

    /// The sentence that holds a byte.
    pub fn sentence(&self, byte: u32) -> Option<Span> {
        self.tokens().sentences.get(self.tokens().sentence_at(byte)).copied()
    }

    /// The one who is mentioned.
    pub fn entity(&self, mention: &Mention) -> Option<&'a Entity> {
        mention.entity.map(|e| &self.entities.all[e])
    }

    /// Whether a word is one for a people or the followers of a party, given in the singular.
    pub fn is_of_group(&self, word: &str) -> bool {
        self.language().is_of_a_people(word)
    }
}
