use crate::tokens::List;

theme! {
    /// Words that deny.
    Negation {
        /// "not", "never".
        words: List,
    }
}
