//! Sources known from earlier claims: a quotation that goes on or was introduced, and the "I" of a quotation.

use super::{Before, Identity, Kind, Reason};
use crate::attribution::{Attribution, Mode};
use crate::mentions::Context;
use crate::mentions::chains::Found;
use crate::mentions::names::Class;
use crate::text::Span;

/// How many claims back a speaker is looked for.
const BACK: usize = 8;

/// No source: the quotation continues, or none is given.
pub(super) fn nobody(cx: &Context, before: &Before, i: usize) -> Found {
    goes_on(cx, before, i)
        .or_else(|| introduced(cx, before, i))
        .unwrap_or_else(|| Found::new(Kind::Unstated, Reason::Nobody))
}

/// The one who speaks in a claim before.
fn speaker(before: &Before, j: usize, reason: Reason) -> Option<Found> {
    match before.identities.get(j)? {
        Identity { kind, source: Some(row), .. } => Some(Found::row(*row, *kind, reason)),
        _ => None,
    }
}

/// A quotation without a cue close behind another one.
fn goes_on(cx: &Context, before: &Before, i: usize) -> Option<Found> {
    let a = &before.attributions[i];
    let start = a.content.cover()?.start();
    let quoted = |a: &Attribution| a.mode != Mode::Indirect;
    let j = i.checked_sub(1).filter(|_| a.cue.is_none() && quoted(a))?;
    let last = Some(&before.attributions[j]).filter(|a| quoted(a))?;
    let parts = last.content.cover().into_iter().chain(last.cue).chain(last.source.cover());
    let end = parts.map(|s| s.end()).max().unwrap_or(0);
    let gap = cx.get(Span::new(end.min(start), start));
    let close = !gap.contains('\n') && gap.split_whitespace().count() <= 3;
    speaker(before, j, Reason::QuotationGoesOn).filter(|_| close)
}

/// "Vale declared the strike over in a statement:" before a quotation: the one who speaks there, or is named first.
fn introduced(cx: &Context, before: &Before, i: usize) -> Option<Found> {
    let a = &before.attributions[i];
    let start = a.content.cover().filter(|_| a.cue.is_none() && a.mode == Mode::Direct)?.start();
    let at = cx.tokens().sentence_at(start).checked_sub(1)?;
    let sentence = *cx.tokens().sentences.get(at)?;
    let words = cx.get(sentence);
    if !words.ends_with(':') || sentence.end() > start || words.len() > 400 {
        return None;
    }
    let said = |j: &usize| before.attributions[*j].cue.is_some_and(|c| sentence.contains(c));
    let spoken = (0..i).rev().take(BACK).find(said);
    if let Some(found) = spoken.and_then(|j| speaker(before, j, Reason::BroughtIn)) {
        return Some(found);
    }
    let first = cx.entities.within(sentence).first()?;
    let ahead = cx.range(Span::new(sentence.start(), first.titled.start())).len();
    let entity = first.entity.filter(|_| ahead <= 4 && !first.possessive)?;
    let class = cx.entities.all[entity].class;
    let fits = matches!(class, Class::Person | Class::Organization | Class::Outlet)
        && cx.language().sources.texts.is_in(words);
    fits.then(|| Found::entity(entity, Reason::BroughtIn, cx))
}

/// "I": the writer, or the one who is being quoted.
pub(super) fn first_person(cx: &Context, before: &Before, i: usize, span: Span) -> Found {
    let quoted = cx.tokens().quoted(span.start()).is_some();
    // a turn of a transcript, an answer in an interview
    let turn = |a: &Attribution| a.cue.is_none_or(|c| cx.get(c) == ":");
    let inside = |a: &Attribution| a.content.pieces().iter().any(|p| p.contains(span));
    let holds = |j: &usize| inside(&before.attributions[*j]) && (quoted || turn(&before.attributions[*j]));
    match (0..i).rev().take(BACK).find(holds) {
        None if !quoted => Found::new(Kind::Author, Reason::Writer),
        outer => outer
            .and_then(|j| speaker(before, j, Reason::Quoted))
            .unwrap_or_else(|| Found::new(Kind::Person, Reason::QuotedBySomebody)),
    }
}
