//! Rules that look at quotation marks and layout: sure of little, and right where they are.
//!
//! They find what a trained reader of news prose tends to miss: quotations that run over paragraphs,
//! interview transcripts, quotations signed with a dash, and quotations that nobody is named for.

mod layout;
pub(crate) use layout::{transcript, turns};
mod said;
mod speaker;
mod talk;
pub(crate) use talk::answers;
#[cfg(test)]
mod tests;

use super::reason::Reason;
use super::{Proposal, Proposer};
use crate::article::{Article, Prose};
use crate::language::Form;
use crate::text::{Span, Spans, Text};
use crate::tokens::{Quotation, Tokens, Word};

/// How far a rule looks beside a quotation, in bytes: farther would cost the square of a long line.
const REACH: usize = 240;

/// Fewer words between marks are a title or a scare quote as often as speech.
const SPEECH: usize = 5;

/// The rules, one proposer among others.
///
/// ```
/// use reportedly::tokens::Tokens;
/// use reportedly::{Article, Proposer, Rules};
///
/// let article = Article::from_text("\u{201c}The pier is safe,\u{201d} said Mara Hale.");
/// let proposals = Rules.propose(&article, &article.tokens());
/// assert_eq!(article.text.get(proposals[0].source.cover().unwrap()), "Mara Hale");
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct Rules;

impl Proposer for Rules {
    fn name(&self) -> &'static str {
        "rules"
    }

    fn propose(&self, article: &Article, tokens: &Tokens) -> Vec<Proposal> {
        let prose = Prose::of(article, tokens);
        let mut out = layout::transcript(article);
        for quotation in &tokens.quotations {
            let found = said::beside(quotation, prose)
                .or_else(|| layout::introduced(quotation, prose))
                .or_else(|| layout::signed(quotation, prose))
                .or_else(|| unattributed(quotation, prose));
            out.extend(found);
        }
        out
    }
}

/// A quotation that sounds like speech, though nobody is named.
fn unattributed(quotation: &Quotation, prose: Prose) -> Option<Proposal> {
    let words = || quotation.pieces.iter().flat_map(|&p| prose.tokens.words_in(p)).filter(|w| w.is_word);
    let capital = |w: &&Word| prose.get(w.span).starts_with(char::is_uppercase);
    // "Vale left, saying, 'Of course'": somebody is named, farther off than a rule sees
    let told = quotation.pieces.first().is_some_and(|p| {
        let ahead = before(p.start(), prose.text);
        let paused = prose.get(ahead).trim_end().ends_with([',', ':']);
        let last = prose.within(ahead).last();
        paused && last.is_some_and(|w| (prose.language.verbs.form)(&w.form) == Form::Going)
    });
    let title = words().filter(|w| w.span.len() > 3).all(|w| capital(&w));
    let speech = words().count() >= SPEECH && words().next().as_ref().is_some_and(capital) && !title;
    (speech && quotation.closed && !told)
        .then(|| proposal(Spans::default(), None, quotation, 0.4, Reason::NoCue))
}

fn proposal(source: Spans, cue: Option<Span>, quotation: &Quotation, score: f32, why: Reason) -> Proposal {
    let content = quotation.pieces.iter().copied().collect();
    Proposal { source, cue, content, score, why: why.message().to_owned() }
}

/// What follows in the same line, as far as a rule looks.
fn line_after(at: u32, text: &Text) -> Span {
    let rest = text.get(Span::new(at, text.len() as u32));
    let end = (0..=rest.len().min(REACH)).rev().find(|&i| rest.is_char_boundary(i)).unwrap_or(0);
    let line = rest[..end].split('\n').next().unwrap_or("");
    Span::new(at, at + line.len() as u32)
}

/// What stands before, as far as a rule looks.
fn before(at: u32, text: &Text) -> Span {
    let least = (at as usize).saturating_sub(REACH);
    let start = (least..=at as usize).find(|&i| text.as_str().is_char_boundary(i)).unwrap_or(at as usize);
    Span::new(start as u32, at)
}
