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
        /// Hedges in words that no claim covers.
        open: List,
        /// What makes a claim possible, in cue and content.
        possible: List,
        /// What makes a claim likely, in cue and content.
        probable: List,
        /// Whether a word of these lists weakens nothing where it stands.
        is_plain: fn(&[Token], usize) -> bool = |_, _| false,
        /// What a word makes of its clause by the words around it, and how many words the hedge has.
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
