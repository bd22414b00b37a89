use super::{Options, Reading};
use crate::article::{Article, Note, NoteKind};
use crate::attribution::rules::Rules;
use crate::attribution::{Proposer, settle};
use crate::text::Text;
use crate::tokens::{Quotation, Tokens};

/// Reads one article; the proposers stand in the order of trust. The same article with the same proposers gives the same reading.
///
/// In a language that the proposers were not made for only [`Rules`] look, for quotations in their marks.
pub fn read(article: &Article, proposers: &[&dyn Proposer], options: &Options) -> Reading {
    let tokens = Tokens::new(&article.text);
    let mut notes = article.notes.clone();
    notes.extend(tokens.quotations.iter().filter_map(unclosed));
    let foreign = foreign_language(&article.text);
    notes.extend(foreign.map(language_note));
    let rules: &[&dyn Proposer] = &[&Rules];
    let proposers = if foreign.is_some() { rules } else { proposers };
    let proposed = proposers.iter().map(|p| (p.name(), p.propose(article, &tokens)));
    let mut attributions = settle(proposed.collect(), article, &tokens);
    attributions.retain(|a| a.confidence >= options.min_confidence);
    Reading { attributions, notes }
}

/// Letters that a language can be told from, and no more than needed.
const ENOUGH: std::ops::RangeInclusive<usize> = 200..=20_000;

/// The English name of the language where it is surely not English.
fn foreign_language(text: &Text) -> Option<&'static str> {
    let text = text.as_str();
    let end = (0..=text.len().min(*ENOUGH.end())).rev().find(|&i| text.is_char_boundary(i))?;
    let found = whatlang::detect(&text[..end]).filter(|_| end >= *ENOUGH.start())?;
    (found.is_reliable() && found.lang() != whatlang::Lang::Eng).then(|| found.lang().eng_name())
}

fn language_note(language: &str) -> Note {
    let message = format!(
        "The text seems to be in {language}; only quotations in their marks are given, nothing is guessed."
    );
    Note { kind: NoteKind::Language, span: None, message }
}

fn unclosed(quotation: &Quotation) -> Option<Note> {
    let message = "A quotation mark is opened here and never closed.".to_owned();
    (!quotation.closed).then(|| Note { kind: NoteKind::Quotation, span: Some(quotation.cover()), message })
}
