use super::{Attribution, Mode, Proposal};
use crate::article::Article;
use crate::tokens::Tokens;

/// Makes one answer of what the proposers see.
pub fn settle(
    proposed: Vec<(&'static str, Proposal)>,
    _article: &Article,
    _tokens: &Tokens,
) -> Vec<Attribution> {
    proposed
        .into_iter()
        .map(|(method, p)| Attribution {
            source: p.source,
            cue: p.cue,
            content: p.content,
            mode: Mode::Indirect,
            within: None,
            confidence: p.score,
            method,
            reasons: vec![p.why],
        })
        .collect()
}
