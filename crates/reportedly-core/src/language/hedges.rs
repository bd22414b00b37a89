use crate::tokens::{List, Token};

/// How much a hedge leaves of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Degree {
    /// It is likely.
    Probable,
    /// It is possible.
    Possible,
}

theme! {
    /// Words that make a claim less than certain.
    Hedges {
        /// Hedges that stand in a text itself, outside any claim: "allegedly". They are kept or dropped when it is
        /// copied.
        open: List,
        /// Words that make a claim possible: "perhaps".
        possible: List,
        /// Words that make a claim likely: "probably".
        probable: List,
        /// Given words and a position: whether a hedge there weakens nothing, "the likely winner".
        is_plain: fn(&[Token], usize) -> bool = |_, _| false,
        /// Given words and a position: what the word there makes of its clause by the words around it, and how many
        /// words the hedge has.
        near: fn(&[Token], usize) -> Option<(Degree, usize)> = |_, _| None,
    }
}

impl Hedges {
    /// What a word makes of its clause by itself.
    pub fn degree(&self, form: &str) -> Option<Degree> {
        let probable = self.probable.has(form).then_some(Degree::Probable);
        self.possible.has(form).then_some(Degree::Possible).or(probable)
    }
}
