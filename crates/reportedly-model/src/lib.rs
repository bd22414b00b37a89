//! The trained reader, one [`Proposer`] among others: a MiniLM encoder (Wang et al. 2020) that tags source,
//! cue and content word by word, and two pointers (as in Dozat & Manning 2017) that lead each content to
//! its cue and each cue to its source or to nobody.
//!
//! ```
//! use reportedly::{Engine, ReadOptions};
//! use reportedly_model::{Depth, Reader};
//!
//! let engine = Engine::new(ReadOptions::default()).trusting(Reader::new(Depth::Fast)?);
//! let read = engine.read_text("The pier is safe, according to the harbour office.");
//! assert_eq!(read.reading.claims.len(), 1);
//! # Ok::<(), reportedly_model::BadWeights>(())
//! ```
//!
//! Weights and vocabulary are part of the program; nothing is fetched. `weights/CARD.md` says where they
//! come from, how good they are, and under which notice they stand.

mod attention;
mod decode;
mod encoder;
mod exact;
mod features;
mod happenings;
mod linear;
mod people;
mod pieces;
mod weights;
mod windows;

pub use weights::BadWeights;

use reportedly_core::article::Article;
use reportedly_core::attribution::{Proposal, Proposer};
use reportedly_core::insight::Insight;
use reportedly_core::tokens::Tokens;

use decode::Learned;
use encoder::Encoder;
use people::{Deciders, People};
use pieces::WordPieces;
use std::sync::Arc;
use weights::Weights;
use windows::Scores;

/// How deep the network is read: two speeds of one file of weights.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Depth {
    /// The lower four layers, which have heads of their own.
    #[default]
    Fast,
    /// All six; half as much work again.
    Accurate,
}

impl Depth {
    /// Name of the model in the output; changes whenever the weights do.
    pub fn name(self) -> &'static str {
        match self {
            Self::Accurate => "minilm-polnear-7",
            Self::Fast => "minilm-polnear-7-fast",
        }
    }

    fn layers(self) -> usize {
        match self {
            Self::Accurate => 6,
            Self::Fast => 4,
        }
    }
}

/// The trained reader. Making one unpacks the weights, about 30 ms; it is then shared by all threads.
pub struct Reader {
    depth: Depth,
    pieces: WordPieces,
    encoder: Encoder,
    learned: Learned,
    /// `None` where the weights were trained for claims alone.
    deciders: Option<Arc<Deciders>>,
}

impl Reader {
    /// The reader with the weights that the program carries.
    ///
    /// # Errors
    /// [`BadWeights`] names the tensor that is missing or has the wrong shape.
    ///
    /// ```
    /// use reportedly::tokens::Tokens;
    /// use reportedly::{Article, Proposer};
    /// use reportedly_model::{Depth, Reader};
    ///
    /// let article = Article::from_text("The pier is safe, according to the harbour office.");
    /// let proposals = Reader::new(Depth::Accurate)?.propose(&article, &article.tokens());
    /// assert_eq!(article.text.get(proposals[0].cue.unwrap()), "according to");
    /// # Ok::<(), reportedly_model::BadWeights>(())
    /// ```
    pub fn new(depth: Depth) -> Result<Self, BadWeights> {
        Self::from_bytes(
            depth,
            include_bytes!("../weights/reader.safetensors"),
            include_str!("../weights/vocabulary.txt"),
        )
    }

    /// A reader with weights of one's own, as `training/export.py` writes them: a safetensors file and a list of
    /// word pieces, one a line. Nothing of either is borrowed.
    ///
    /// # Errors
    /// [`BadWeights`] names the tensor that is missing or has the wrong shape.
    ///
    /// ```
    /// use reportedly_model::{Depth, Reader};
    ///
    /// assert!(Reader::from_bytes(Depth::Fast, b"no tensors", "pier\n##s\n").is_err());
    /// ```
    pub fn from_bytes(depth: Depth, weights: &[u8], vocabulary: &str) -> Result<Self, BadWeights> {
        let weights = Weights::new(weights)?;
        let encoder = Encoder::new(&weights, depth.layers())?;
        let learned = Learned::new(&weights, depth.layers())?;
        let people = encoder.people > 0;
        let deciders = people.then(|| Deciders::new(&weights, depth.layers()).map(Arc::new)).transpose()?;
        Ok(Self { depth, pieces: WordPieces::new(vocabulary), encoder, learned, deciders })
    }
}

impl Reader {
    fn score<T>(&self, article: &Article, tokens: &Tokens, with: impl FnOnce(Scores) -> T) -> T {
        let words = features::words(article, tokens, &self.pieces);
        with(windows::score(&words, &self.encoder))
    }
}

impl Proposer for Reader {
    fn name(&self) -> &'static str {
        self.depth.name()
    }

    fn propose(&self, article: &Article, tokens: &Tokens) -> Vec<Proposal> {
        self.score(article, tokens, |scores| decode::decode(&scores, &tokens.words, &self.learned))
    }

    fn look(&self, article: &Article, tokens: &Tokens) -> (Vec<Proposal>, Option<Box<dyn Insight>>) {
        self.score(article, tokens, |mut scores| {
            let rows = std::mem::take(&mut scores.people);
            let told = std::mem::take(&mut scores.happenings);
            let insight = self.deciders.as_ref().map(|deciders| {
                Box::new(People::new(rows, &told, &tokens.words, Arc::clone(deciders))) as Box<dyn Insight>
            });
            (decode::decode(&scores, &tokens.words, &self.learned), insight)
        })
    }
}
