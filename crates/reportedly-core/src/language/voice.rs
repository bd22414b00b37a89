use crate::tokens::{Lexicon, List, Token};

theme! {
    /// Whose view follows, and words that judge.
    Voice {
        /// Nouns that a frame is made of: "perspective".
        frames: Lexicon,
        /// The last word of the phrase by which a sentence begins a frame, if it does.
        opens: fn(&[Token]) -> Option<usize> = |_| None,
        /// Ends of a cue without a source whose view goes on behind it.
        goes_on: List,
        /// What a sentence begins with that turns against the frame before it.
        turns: List,
        /// Figures in words.
        figures: List,
        /// What a part before a claim begins with where it depends on it.
        hangs: List,
        /// What a part behind a claim begins with where it is the writer's again.
        resumes: List,
        /// What ends the main clause before a claim about its object.
        about_object: List,
        /// What a claim begins with that asserts neither of two.
        either: List,
        /// Words by which a writer judges; `weak` where one alone is not enough.
        judging: Lexicon,
        /// What makes a word with one of `judging_endings` a judgement.
        intensifiers: List,
        /// Endings of adjectives that judge.
        judging_endings: List,
        /// Whether a judging word belongs to a fixed phrase that does not judge.
        is_plain: fn(&[Token], usize) -> bool = |_, _| false,
        /// What tells the reader to do something, unless an article follows.
        calls_on_reader: List,
        /// Whether the word says what will or may be.
        is_future: fn(&[Token], usize) -> bool = |_, _| false,
        /// Whether it does so as of the moment of speaking: a view of the speaker, not a report.
        predicts: fn(&[Token], usize) -> bool = |_, _| false,
        /// What a content begins with that is wanted, not held.
        no_view: List,
        /// What begins a clause told by the way, or asked: no view of the speaker.
        asides: List,
    }
}
