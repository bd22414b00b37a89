//! Combines the proposals into one answer, with reasons.
//!
//! Proposers come in order of trust: a later one counts where no earlier one saw a content. Where both saw
//! one, a proposal that agrees is kept as a reason, one whose cue and content lie inside the other's content is
//! nested within it, and one that contradicts is dropped.

use super::lines::headline;
use super::order::{mode, nest, sort, stands_inside};
use super::parted::parted;
use super::reason::Note;
use super::rules::Rules;
use super::{Attribution, Proposal, Proposer, headlines, paragraphs, tidy};
use crate::article::{Article, Prose};
use crate::text::Span;
use crate::tokens::Tokens;

/// The share of the minimum confidence that a claim without a source needs: it cannot name a wrong speaker, and
/// trained people agree on only one in three of such claims (`evaluation/RESULTS.md`), so even a good one is unsure.
const NOBODY: f32 = 0.5;

/// Combines the proposals into one answer, in text order, without those less confident than `least`, or than
/// half of it for claims without a source.
///
/// `proposed` has the proposers' names with what they propose, in order of trust; `least` is 0 to 1.
///
/// ```
/// use reportedly::attribution::settle;
/// use reportedly::tokens::Tokens;
/// use reportedly::{Article, Proposer, Rules};
///
/// let article = Article::from_text("\u{201c}The pier is safe,\u{201d} said Mara Hale.");
/// let tokens = article.tokens();
/// let proposed = vec![("rules", Rules.propose(&article, &tokens))];
/// let settled = settle(proposed, &article, &tokens, 0.4);
/// assert_eq!((settled.len(), settled[0].method), (1, "rules"));
/// assert_eq!(article.text.get(settled[0].source.cover().unwrap()), "Mara Hale");
/// ```
pub fn settle(
    proposed: Vec<(&'static str, Vec<Proposal>)>,
    article: &Article,
    tokens: &Tokens,
    least: f32,
) -> Vec<Attribution> {
    let (mut taken, prose) = (Taken::default(), Prose::of(article, tokens));
    let title = headline(article).map_or(0, |line| line.end());
    for (method, mut proposals) in proposed {
        proposals.sort_by(|a, b| {
            b.score.total_cmp(&a.score).then_with(|| a.content.pieces().cmp(b.content.pieces()))
        });
        let drawn = |mut p: Proposal| {
            tidy::one_side(&mut p, title);
            tidy::tidy(&mut p, prose);
            parted(p, prose)
        };
        for p in proposals.into_iter().flat_map(drawn) {
            match taken.rival(&p) {
                _ if p.content.is_empty() => {}
                None => taken.add(attribution(method, p, tokens)),
                Some(i) if stands_inside(p.cue, &p.content, &taken.attributions[i]) => {
                    taken.attributions.push(attribution(method, p, tokens));
                }
                Some(i) => agree(&mut taken.attributions[i], method, &p),
            }
        }
    }
    let mut out = taken.attributions;
    // before positions are given out
    out.retain(|a| a.confidence >= if a.source.is_empty() { least * NOBODY } else { least });
    out.extend(headlines::spoken(article, &out, prose).map(|p| attribution(Rules.name(), p, tokens)));
    sort(&mut out);
    paragraphs::join(&mut out, &article.text, tokens);
    sort(&mut out);
    nest(&mut out);
    out
}

fn attribution(method: &'static str, p: Proposal, tokens: &Tokens) -> Attribution {
    let mode = mode(p.content.pieces(), tokens);
    let reasons = vec![Note::Found(method, &p.why).message()];
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

/// What another proposer adds to an accepted claim.
fn agree(a: &mut Attribution, method: &'static str, p: &Proposal) {
    if a.method == method || a.content.shared(&p.content) * 2 < a.content.len().max(p.content.len()) {
        return;
    }
    if a.source.shared(&p.source) > 0 {
        a.reasons.push(Note::Agrees(method, &p.why).message());
    }
}

/// Accepted claims, and the bytes of the outermost contents in order, so that a rival is found by bisection.
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Spans;

    #[test]
    fn a_claim_inside_another_is_kept_within_it() {
        let article = Article::from_text("Hale said that officials told her the pier was safe.");
        let span = |words: &str| {
            let at = article.text.as_str().find(words).unwrap();
            article.text.span(at, at + words.len()).unwrap()
        };
        let proposal = |source, cue, content, score| Proposal {
            source: Spans::from(span(source)),
            cue: Some(span(cue)),
            content: Spans::from(span(content)),
            score,
            why: String::new(),
        };
        let outer = proposal("Hale", "said", "that officials told her the pier was safe", 0.9);
        let inner = proposal("officials", "told", "the pier was safe", 0.8);
        let unsure = proposal("Hale", "was", "Hale", 0.1);
        let tokens = article.tokens();
        let all = settle(vec![("a", vec![unsure, inner, outer])], &article, &tokens, 0.4);
        assert_eq!(all.iter().map(|a| a.within).collect::<Vec<_>>(), [None, Some(0)]);
    }
}
