//! How the columns of a table look outside.

/// How a column's value looks outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    Text,
    Whole,
    Real,
    /// 0 and 1 inside, false and true outside.
    Flag,
    /// JSON as text inside, any value outside.
    Json,
    /// The same, and the values are of one shape.
    List(&'static Shape),
    /// The same, and there are these fields.
    Struct(&'static [(&'static str, Shape)]),
}

impl Shape {
    /// Whether it is kept as JSON.
    pub fn is_json(self) -> bool {
        matches!(self, Self::Json | Self::List(_) | Self::Struct(_))
    }
}

/// One table: its columns in their order, and the column that its rows are ordered by.
pub(crate) struct Table {
    pub name: &'static str,
    pub columns: &'static [(&'static str, Shape)],
    pub order: &'static str,
}
