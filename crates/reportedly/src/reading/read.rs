use super::{Options, Reading};
use crate::article::Article;
use crate::attribution::{Proposer, settle};
use crate::tokens::Tokens;

/// Reads one article. The same article with the same proposers gives the same reading.
pub fn read(article: &Article, proposers: &[&dyn Proposer], options: &Options) -> Reading {
    let tokens = Tokens::new(&article.text);
    let proposed =
        proposers.iter().flat_map(|p| p.propose(article, &tokens).into_iter().map(|x| (p.name(), x)));
    let mut attributions = settle(proposed.collect(), article, &tokens);
    attributions.retain(|a| a.confidence >= options.min_confidence);
    Reading { attributions, notes: article.notes.clone() }
}
