//! A quotation over several paragraphs is one claim's, wherever a proposer saw only a part of it.

use super::order::mode;
use super::reason::Note;
use super::rules::Rules;
use super::{Attribution, Mode, Proposer};
use crate::text::{Span, Spans, Text};
use crate::tokens::{Quotation, Tokens};

/// How many claims before the end of a quotation are looked at.
const REACH: usize = 40;
/// A cue that brings in a quotation on the next line is no farther from it, in bytes.
const NEAR: u32 = 8;

/// Gives every paragraph of a quotation to the claim that it belongs to, of claims in text order. Where two speakers are
/// named beside it, it stays.
pub fn join(attributions: &mut Vec<Attribution>, text: &Text, tokens: &Tokens) {
    for quotation in tokens.quotations.iter().filter(|q| q.pieces.len() > 1 && is_one(q, text)) {
        let end = quotation.cover().end();
        let to = attributions.partition_point(|a| a.content.cover().is_none_or(|c| c.start() < end));
        let near = to.saturating_sub(REACH)..to;
        let holders: Vec<usize> = near.clone().filter(|&i| holds(&attributions[i], quotation)).collect();
        let beside = |&&i: &&usize| is_beside(&attributions[i], quotation, text);
        let owners: Vec<usize> = holders.iter().filter(beside).copied().collect();
        let same = owners.windows(2).all(|o| attributions[o[0]].source == attributions[o[1]].source);
        let goes_on = || near.rev().find(|&i| goes_on(&attributions[i], quotation, text));
        let owner = owners.first().copied().or_else(goes_on).or_else(|| holders.first().copied());
        if let Some(owner) = owner.filter(|_| same) {
            give(attributions, owner, &holders, quotation, tokens);
        }
    }
    attributions.retain(|a| !a.content.is_empty());
}

/// Whether all paragraphs open with the same mark.
fn is_one(quotation: &Quotation, text: &Text) -> bool {
    let mark = |p: &Span| text.get(*p).chars().next();
    quotation.pieces.windows(2).all(|p| mark(&p[0]) == mark(&p[1]))
}

/// Gives a quotation to one claim and takes it from the others.
fn give(
    attributions: &mut [Attribution],
    owner: usize,
    holders: &[usize],
    quotation: &Quotation,
    tokens: &Tokens,
) {
    for &other in holders.iter().filter(|&&i| i != owner) {
        let a = &mut attributions[other];
        a.content = a.content.pieces().iter().filter(|p| !is_part(**p, quotation)).copied().collect();
    }
    let a = &mut attributions[owner];
    let (parts, mut kept): (Vec<Span>, Vec<Span>) =
        a.content.pieces().iter().partition(|p| is_part(**p, quotation));
    // `that it was not "safe. ...`: what stands before the mark is hers, too
    let begun = |q: &Span| overlapping(&parts, *q).map(|p| p.start());
    let whole = |q: &Span| Span::new(begun(q).unwrap_or(q.start()).min(q.start()), q.end());
    kept.extend(quotation.pieces.iter().map(whole));
    a.content = Spans::new(kept);
    a.mode = mode(a.content.pieces(), tokens);
    a.reasons.push(Note::Paragraphs(Rules.name(), quotation.pieces.len()).message());
}

fn is_part(piece: Span, quotation: &Quotation) -> bool {
    overlapping(&quotation.pieces, piece).is_some()
}

/// The first of some pieces in text order that shares a byte with a span.
fn overlapping(pieces: &[Span], span: Span) -> Option<Span> {
    let i = pieces.partition_point(|p| p.end() <= span.start());
    pieces.get(i).copied().filter(|p| p.overlaps(span))
}

/// Whether some of a quotation is a claim's content, and not what stands within it.
fn holds(a: &Attribution, quotation: &Quotation) -> bool {
    let inside = a.cue.is_some_and(|cue| is_part(cue, quotation));
    !inside && a.content.pieces().iter().any(|p| is_part(*p, quotation))
}

/// Whether the cue stands in a line of the quotation, or brings it in.
fn is_beside(a: &Attribution, quotation: &Quotation, text: &Text) -> bool {
    let Some(cue) = a.cue else { return false };
    let (before, after) = text.as_str().split_at(cue.end() as usize);
    let start = before.rfind('\n').map_or(0, |i| i + 1);
    let end = after.find('\n').map_or(text.len(), |i| before.len() + i);
    let line = Span::new(start as u32, end as u32);
    let first = quotation.cover().start();
    let gap = Span::new(cue.end(), first.clamp(cue.end(), cue.end() + NEAR));
    overlapping(&quotation.pieces, line).is_some()
        || first >= cue.end() && first < cue.end() + NEAR && text.get(gap).trim().is_empty()
}

/// `"...," said Hale. "..."`: the claim that ends right before the quotation.
fn goes_on(a: &Attribution, quotation: &Quotation, text: &Text) -> bool {
    let parts = a.content.pieces().iter().chain(a.source.pieces()).chain(&a.cue);
    let start = quotation.cover().start();
    let end = parts.map(|s| s.end()).filter(|&end| end <= start).max();
    let gap = end.map(|end| text.get(Span::new(end, start)));
    a.mode == Mode::Direct
        && a.cue.is_some()
        && gap.is_some_and(|gap| !gap.contains(char::is_alphanumeric) && !gap.contains('\n'))
}
