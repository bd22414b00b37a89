//! What is judged: a cue and the statement that it attributes.

use crate::article::Prose;
use crate::language::{Effect, Language};
use crate::text::{Span, Spans};
use crate::tokens::Token;

/// The words of a cue.
#[derive(Clone, Copy, Default)]
pub(super) struct Cue<'a> {
    pub words: &'a [Token],
    /// Whether an insertion parts a negation from it: "did not, however, say".
    pub negated_before: bool,
}

/// A cue with the first statement of its content.
#[derive(Clone, Copy)]
pub(super) struct Saying<'a> {
    pub cue: Cue<'a>,
    /// The words of the statement; never empty.
    pub content: &'a [Token],
    /// What the cue does to its content.
    pub effect: Option<Effect>,
    /// Whether the content is as it was spoken.
    pub quoted: bool,
    pub language: &'a Language,
}

impl<'a> Cue<'a> {
    /// The cue at a place, where there is one.
    pub fn of(cue: Option<Span>, content: &Spans, prose: &Prose<'a>) -> Self {
        let Some(span) = cue else { return Self::default() };
        let behind = content.cover().is_some_and(|c| c.start() < span.start());
        Self { words: prose.within(span), negated_before: !behind && is_negated_before(span, prose) }
    }
}

/// Whether a negation stands before a short insertion that stands before the cue.
fn is_negated_before(cue: Span, prose: &Prose) -> bool {
    const MOST: usize = 4;
    let tokens = prose.tokens;
    let start = tokens.sentences.get(tokens.sentence_at(cue.start())).map_or(0, |s| s.start());
    let before = tokens.within(Span::new(start, cue.start().max(start)));
    let Some((_, rest)) = before.split_last().filter(|(last, _)| last.pause) else { return false };
    let inserted = rest.iter().rev().take_while(|w| !w.pause).count();
    let negation = rest.iter().rev().nth(inserted).filter(|_| inserted < MOST);
    negation.is_some_and(|w| prose.language.negation.negates(&w.form))
}
