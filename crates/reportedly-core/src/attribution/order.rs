//! How claims stand to one another and to quotation marks.

use super::{Attribution, Mode};
use crate::text::{Span, Spans};
use crate::tokens::Tokens;

/// In the order of the text.
pub(super) fn sort(attributions: &mut [Attribution]) {
    attributions.sort_by_key(|a| (a.content.cover(), a.cue));
}

/// How much of the words is in quotation marks; the bounds are those of PolNeAR's scorers.
///
/// ```
/// use reportedly::attribution::{Mode, mode};
/// use reportedly::language::en::ENGLISH;
/// use reportedly::tokens::Tokens;
/// use reportedly::{Span, Text};
///
/// let text = Text::new("The pier is \"quite safe\" again");
/// let tokens = Tokens::new(&text, &ENGLISH.division);
/// assert_eq!(mode(&[Span::new(12, 24)], &tokens), Mode::Direct);
/// assert_eq!(mode(&[Span::new(0, 30)], &tokens), Mode::Mixed);
/// assert_eq!(mode(&[Span::new(0, 11)], &tokens), Mode::Indirect);
/// ```
pub fn mode(content: &[Span], tokens: &Tokens) -> Mode {
    let (mut words, mut quoted) = (0, 0);
    for word in content.iter().flat_map(|&piece| tokens.words_in(piece)).filter(|w| w.is_word) {
        words += 1;
        quoted += usize::from(tokens.quoted(word.span.start()).is_some());
    }
    match quoted {
        0 => Mode::Indirect,
        q if q * 10 >= words * 9 => Mode::Direct,
        _ => Mode::Mixed,
    }
}

/// Whether cue and content lie in the content of another claim. A quotation without a cue does not count: it
/// belongs to that claim.
pub(super) fn stands_inside(cue: Option<Span>, content: &Spans, outer: &Attribution) -> bool {
    let (Some(cue), Some(content)) = (cue, content.cover()) else { return false };
    outer.content.pieces().iter().any(|p| p.contains(cue.cover(content)))
}

/// Links each claim to the innermost claim that contains it.
pub(crate) fn nest(attributions: &mut [Attribution]) {
    let covers: Vec<_> = attributions.iter().map(|a| a.content.cover().unwrap_or_default()).collect();
    let mut order: Vec<usize> = (0..attributions.len()).collect();
    // of two that begin together, the longer one may hold the other
    order.sort_by_key(|&i| (covers[i].start(), std::cmp::Reverse(covers[i].end())));
    let mut open: Vec<usize> = Vec::new();
    for i in order {
        let a = &attributions[i];
        open.retain(|&o| covers[o].end() > covers[i].start());
        let outer = open.iter().rev().find(|&&o| stands_inside(a.cue, &a.content, &attributions[o]));
        attributions[i].within = outer.copied();
        open.push(i);
    }
}
