//! Borders that a reader would draw: quotation marks belong to a quotation, a trailing comma does not
//! belong to what was said without them.

use super::Proposal;
use crate::text::{Span, Spans, Text};
use crate::tokens::Tokens;

/// Draws the borders of source and content anew.
pub fn tidy(p: &mut Proposal, text: &Text, tokens: &Tokens) {
    let content = p.content.pieces().iter().map(|&piece| trimmed(marked(piece, text, tokens), text));
    p.content = content.filter(|piece| has_word(*piece, text)).collect::<Spans>();
    p.source = p
        .source
        .pieces()
        .iter()
        .map(|&piece| trimmed(piece, text))
        .filter(|piece| has_word(*piece, text))
        .collect();
}

/// A piece that fills a quotation but for its marks takes them in.
fn marked(piece: Span, text: &Text, tokens: &Tokens) -> Span {
    let piece = text.trim(piece);
    let mut out = piece;
    if let Some(q) = tokens.quoted(piece.start())
        && !has_word(Span::new(q.start(), piece.start()), text)
    {
        out = out.cover(Span::new(q.start(), piece.start()));
    }
    if let Some(q) = tokens.quoted(piece.end().saturating_sub(1))
        && !has_word(Span::new(piece.end(), q.end().max(piece.end())), text)
    {
        out = out.cover(Span::new(piece.end(), q.end().max(piece.end())));
    }
    out
}

/// Without white space, and without commas, colons and dashes at its borders.
fn trimmed(piece: Span, text: &Text) -> Span {
    let loose = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '\u{2013}' | '\u{2014}');
    let words = text.get(piece);
    let start = piece.start() + (words.len() - words.trim_start_matches(loose).len()) as u32;
    Span::new(start, start + words.trim_matches(loose).len() as u32)
}

fn has_word(span: Span, text: &Text) -> bool {
    text.get(span).contains(char::is_alphanumeric)
}
