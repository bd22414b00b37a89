use crate::tokens::List;

theme! {
    /// Words that make a claim less than certain.
    Hedges {
        /// Hedges in words that no claim covers, longest first where one begins another.
        open: List,
    }
}
