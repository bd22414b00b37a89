//! Whom a pronoun or a noun may mean: somebody named, or an earlier source without a name.

/// A candidate: someone named or quoted before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Who {
    /// A position in the entities.
    Entity(usize),
    /// A row of the sources without a name.
    Row(usize),
}
