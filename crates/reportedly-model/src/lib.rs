//! The trained reader, one [`Proposer`] among others: a MiniLM encoder (Wang et al. 2020) that tags source,
//! cue and content word by word, and two pointers (as in Dozat & Manning 2017) that lead each content to
//! its cue and each cue to its source or to nobody.
//!
//! Weights and vocabulary are part of the program; nothing is fetched. `weights/CARD.md` says where they
//! come from, how good they are, and under which notice they stand.

mod attention;
mod decode;
mod encoder;
mod features;
mod linear;
mod pieces;
mod weights;
mod windows;

pub use weights::BadWeights;

use reportedly::article::Article;
use reportedly::attribution::{Proposal, Proposer};
use reportedly::tokens::Tokens;

use encoder::Encoder;
use pieces::WordPieces;

/// Name of the model in the output; changes whenever the weights do.
pub const NAME: &str = "minilm-polnear-1";

/// The trained reader. Making one unpacks the weights, about 30 ms; it is then shared by all threads.
pub struct Reader {
    pieces: WordPieces,
    encoder: Encoder,
}

impl Reader {
    /// The reader with the weights that the program carries.
    ///
    /// # Errors
    /// [`BadWeights`] names the tensor that is missing or has the wrong shape.
    pub fn new() -> Result<Self, BadWeights> {
        Self::from_bytes(
            include_bytes!("../weights/reader.safetensors"),
            include_str!("../weights/vocabulary.txt"),
        )
    }

    /// A reader with weights of one's own, as `training/export.py` writes them.
    ///
    /// # Errors
    /// [`BadWeights`] names the tensor that is missing or has the wrong shape.
    pub fn from_bytes(weights: &'static [u8], vocabulary: &'static str) -> Result<Self, BadWeights> {
        Ok(Self { pieces: WordPieces::new(vocabulary), encoder: Encoder::new(weights)? })
    }
}

impl Proposer for Reader {
    fn name(&self) -> &'static str {
        NAME
    }

    fn propose(&self, article: &Article, tokens: &Tokens) -> Vec<Proposal> {
        let words = features::words(article, tokens, &self.pieces);
        let scores = windows::score(&words, &self.encoder);
        decode::decode(&scores, &tokens.words)
    }
}
