use crate::tokens::Lexicon;

theme! {
    /// Nouns for sources.
    Nouns {
        /// Nouns with their sort: role, group, mass, org, document, medium; then `m` or `f` where the noun says so.
        all: Lexicon,
        /// Nouns that bring somebody new into a story as often as they go back to one.
        anybody: Lexicon,
        /// Nouns for bodies that say little: the one spoken of is meant.
        bodies: Lexicon,
    }
}
