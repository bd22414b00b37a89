use crate::tokens::Lexicon;

theme! {
    /// Whose view follows, and words that judge.
    Voice {
        /// Nouns that a frame is made of: "perspective".
        frames: Lexicon,
        /// Words by which a writer judges; `weak` where one alone is not enough.
        judging: Lexicon,
    }
}
