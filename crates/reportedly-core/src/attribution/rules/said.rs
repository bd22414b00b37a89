//! `"...," said Hale.` and `"...," Hale said.`: the cue stands beside the quotation.

use super::{line_after, proposal, speaker};
use crate::article::Article;
use crate::attribution::Proposal;
use crate::text::{Span, Spans, Text};
use crate::tokens::Quotation;

/// Verbs that attribute a quotation beside them and little else.
const VERBS: &[&str] = &[
    "said",
    "says",
    "added",
    "adds",
    "told",
    "asked",
    "asks",
    "wrote",
    "writes",
    "explained",
    "explains",
    "replied",
    "argued",
    "argues",
    "insisted",
    "insists",
    "warned",
    "warns",
    "noted",
    "notes",
    "recalled",
    "recalls",
    "tweeted",
    "concluded",
    "continued",
    "declared",
    "announced",
    "stated",
    "sighed",
    "joked",
    "shouted",
    "claimed",
    "claims",
];

/// The speaker whom the words after a quotation name.
pub fn beside(quotation: &Quotation, article: &Article) -> Option<Proposal> {
    let text = &article.text;
    let after = after(quotation.cover(), text);
    let mut words = speaker::words(after, text);
    let first = words.next()?;
    if is_verb(first, text) {
        let who = speaker::leading(Span::new(first.end(), after.end()), text)?;
        let cue = trimmed(first, text);
        return Some(proposal(Spans::from(who), Some(cue), quotation, 0.85, "\"...\" said X"));
    }
    let who = speaker::leading(after, text)?;
    let cue = speaker::words(Span::new(who.end(), after.end()), text).next().filter(|w| is_verb(*w, text))?;
    let gap = text.get(Span::new(who.end(), cue.start()));
    gap.trim()
        .is_empty()
        .then(|| proposal(Spans::from(who), Some(trimmed(cue, text)), quotation, 0.85, "\"...\" X said"))
}

/// What follows in the same line, a comma aside.
fn after(quotation: Span, text: &Text) -> Span {
    let line = line_after(quotation.end(), text);
    let words = text.get(line);
    let skip = words.len() - words.trim_start_matches([',', ' ', '\u{a0}']).len();
    Span::new(line.start() + skip as u32, line.end())
}

fn trimmed(word: Span, text: &Text) -> Span {
    Span::new(
        word.start(),
        word.start() + text.get(word).trim_end_matches(|c: char| !c.is_alphabetic()).len() as u32,
    )
}

fn is_verb(word: Span, text: &Text) -> bool {
    VERBS.contains(&text.get(trimmed(word, text)))
}
