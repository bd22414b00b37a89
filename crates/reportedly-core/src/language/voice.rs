use crate::tokens::{Lexicon, List, Token};

theme! {
    /// Whose view follows, and words that judge.
    Voice {
        /// Nouns that a frame is made of: "from this perspective".
        frames: Lexicon,
        /// Given a sentence: the last word of the phrase by which it begins a frame, if it does.
        opens: fn(&[Token]) -> Option<usize> = |_| None,
        /// Ends of a cue without a source whose view goes on behind it: "the argument goes".
        goes_on: List,
        /// Beginnings of a sentence that turns against the frame before it: "but".
        turns: List,
        /// Words for parts of a whole, as polls have them: "majority". `phrases.partitives` has them among others.
        figures: List,
        /// Beginnings of a part before a claim that depends on it: "because".
        hangs: List,
        /// Beginnings of a part behind a claim where the writer speaks again: "but".
        resumes: List,
        /// Pronouns at the end of a main clause before a claim about its object: "a plan that".
        about_object: List,
        /// Beginnings of a claim that asserts neither of two: "whether or not".
        either: List,
        /// Words by which a writer judges; `weak` where one alone is not enough.
        judging: Lexicon,
        /// Words of degree that make a word with one of `judging_endings` a judgement: "most".
        intensifiers: List,
        /// Endings of adjectives that judge: "-ous".
        judging_endings: List,
        /// Given words and a position: whether a judging word there belongs to a phrase that does not judge, "best
        /// friends".
        is_plain: fn(&[Token], usize) -> bool = |_, _| false,
        /// Verbs that tell the reader to do something, unless an article follows: "consider". `moods.commands` has
        /// those that people say.
        calls_on_reader: List,
        /// Given words and a position: whether the word there says what will or may be.
        is_future: fn(&[Token], usize) -> bool = |_, _| false,
        /// Given words and a position: whether the word there says what will or may be as of the moment of speaking, so
        /// that it is a view and no report.
        predicts: fn(&[Token], usize) -> bool = |_, _| false,
        /// Beginnings of a content that is wanted, not held: "to".
        no_view: List,
        /// Words that begin a clause told by the way, or a question: no view of the speaker.
        asides: List,
    }
}
