//! One answer of what the proposers see, with the reasons.
//!
//! Proposers come in the order of trust: what a later one sees counts where no earlier one saw a content.
//! Where both did, one that agrees is kept as a reason, and one that contradicts is dropped.

use super::{Attribution, Mode, Proposal, tidy};
use crate::article::Article;
use crate::text::Span;
use crate::tokens::Tokens;

/// Makes one answer of what the proposers see, in the order of the text.
pub fn settle(
    proposed: Vec<(&'static str, Vec<Proposal>)>,
    article: &Article,
    tokens: &Tokens,
) -> Vec<Attribution> {
    let mut taken = Taken::default();
    for (method, mut proposals) in proposed {
        proposals.sort_by(|a, b| {
            b.score.total_cmp(&a.score).then_with(|| a.content.pieces().cmp(b.content.pieces()))
        });
        for mut p in proposals {
            tidy::tidy(&mut p, &article.text, tokens);
            match taken.rival(&p) {
                _ if p.content.is_empty() => {}
                None => taken.add(attribution(method, p, tokens)),
                Some(i) => agree(&mut taken.attributions[i], method, &p),
            }
        }
    }
    let mut out = taken.attributions;
    out.sort_by_key(|a| (a.content.cover(), a.cue));
    nest(&mut out);
    out
}

fn attribution(method: &'static str, p: Proposal, tokens: &Tokens) -> Attribution {
    let mode = mode(p.content.pieces(), tokens);
    let reasons = vec![format!("{method}: {}", p.why)];
    Attribution {
        source: p.source,
        cue: p.cue,
        content: p.content,
        mode,
        within: None,
        confidence: p.score,
        method,
        reasons,
    }
}

/// What another proposer adds to a claim that stands.
fn agree(a: &mut Attribution, method: &'static str, p: &Proposal) {
    if a.method == method || a.content.shared(&p.content) * 2 < a.content.len().max(p.content.len()) {
        return;
    }
    if a.source.shared(&p.source) > 0 {
        a.reasons.push(format!("{method} agrees: {}", p.why));
    }
}

/// Claims that stand, and the bytes of their contents in order, so that a rival is found by bisection.
#[derive(Default)]
struct Taken {
    attributions: Vec<Attribution>,
    pieces: std::collections::BTreeMap<u32, (u32, usize)>,
}

impl Taken {
    fn add(&mut self, a: Attribution) {
        for piece in a.content.pieces() {
            self.pieces.insert(piece.start(), (piece.end(), self.attributions.len()));
        }
        self.attributions.push(a);
    }

    /// The claim whose content shares a byte with the proposal's.
    fn rival(&self, p: &Proposal) -> Option<usize> {
        let holds = |piece: &Span| {
            let (_, &(end, i)) = self.pieces.range(..piece.end()).next_back()?;
            (end > piece.start()).then_some(i)
        };
        p.content.pieces().iter().find_map(holds)
    }
}

/// How much of the words stands in quotation marks: the bounds are those of PolNeAR's scorers.
fn mode(content: &[Span], tokens: &Tokens) -> Mode {
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

/// A claim whose cue and content stand in the content of another is within it.
fn nest(attributions: &mut [Attribution]) {
    let covers: Vec<_> = attributions.iter().map(|a| a.content.cover().unwrap_or_default()).collect();
    let mut open: Vec<usize> = Vec::new();
    for i in 0..attributions.len() {
        open.retain(|&o| covers[o].end() > covers[i].start());
        let inner = attributions[i].cue.map_or(covers[i], |cue| cue.cover(covers[i]));
        let outer =
            |&&o: &&usize| attributions[o].content.pieces().iter().any(|p| p.contains(inner) && *p != inner);
        attributions[i].within = open.iter().rev().find(outer).copied();
        open.push(i);
    }
}
