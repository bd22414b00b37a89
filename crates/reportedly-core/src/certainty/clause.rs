//! The statement that is judged, and whether words assert.

use std::borrow::Cow;

use crate::article::Prose;
use crate::language::Language;
use crate::text::Span;
use crate::tokens::{Token, any_of, form, form_before};

/// Sentences of a piece that are looked at.
const MOST: usize = 40;

/// The first statement of a content: its first sentence that neither asks nor commands. Empty where there is none.
pub(super) fn statement<'a>(pieces: &[Span], prose: &Prose<'a>) -> Cow<'a, [Token]> {
    let parts: Vec<(usize, Span)> = pieces.iter().flat_map(|&piece| by_sentence(piece, prose)).collect();
    for parts in parts.chunk_by(|a, b| a.0 == b.0) {
        let words = words_of(parts, prose);
        let asks = parts.last().is_some_and(|p| is_question(prose.get(p.1)));
        if !words.is_empty() && !asks && !is_command(&words, prose.language) {
            return words;
        }
    }
    Cow::default()
}

/// A stretch, cut where its sentences end, with their positions.
fn by_sentence(piece: Span, prose: &Prose) -> Vec<(usize, Span)> {
    let tokens = prose.tokens;
    let from = tokens.sentence_at(piece.start());
    let to = tokens.sentence_at(piece.end().saturating_sub(1)).min(from + MOST);
    let cut = |i: usize| {
        let sentence = tokens.sentences.get(i)?;
        let (start, end) = (sentence.start().max(piece.start()), sentence.end().min(piece.end()));
        (start < end).then(|| (i, Span::new(start, end)))
    };
    (from..=to).filter_map(cut).collect()
}

fn words_of<'a>(parts: &[(usize, Span)], prose: &Prose<'a>) -> Cow<'a, [Token]> {
    match parts {
        [one] => Cow::Borrowed(prose.within(one.1)),
        all => all.iter().flat_map(|p| prose.within(p.1).iter().cloned()).collect(),
    }
}

/// Whether words end with a question mark, within or before their quotation mark.
pub(super) fn is_question(words: &str) -> bool {
    words.trim_end_matches(['"', '\u{201d}', '\u{2019}', '\'', ' ']).ends_with('?')
}

/// A sentence that begins with a verb that commands: "Look at it", but not "Look, it is late".
fn is_command(words: &[Token], language: &Language) -> bool {
    let moods = &language.moods;
    let first = form(words, 0);
    let aside = words.first().is_some_and(|w| w.pause) && moods.calls.has(first);
    moods.commands.has(first) && !aside && !moods.no_command.has(form(words, 1))
}

/// Whether a stretch has a verb that asserts, as far as forms show: an auxiliary, a verb in the past behind its first
/// word, one in the present behind a word that has no other sort behind it; or a pronoun that must have one.
pub(crate) fn is_finite(words: &[Token], language: &Language) -> bool {
    let clauses = &language.clauses;
    let present = |i: usize| {
        clauses.before_present.has(form_before(words, i, 1)) && (clauses.is_present)(form(words, i))
    };
    clauses.complement.has(form(words, 0))
        || any_of(words, clauses.subjects)
        || words.iter().any(|w| clauses.is_auxiliary(&w.form))
        || words.iter().skip(1).any(|w| (clauses.is_past)(&w.form))
        || (2..words.len()).any(present)
}
