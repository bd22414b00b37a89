/// A candidate: someone named or quoted before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Who {
    /// A position in the entities.
    Entity(usize),
    /// A row of the sources without a name.
    Row(usize),
}
