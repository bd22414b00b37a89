//! Who and what an article mentions: names, the entities that they belong to, what a noun phrase says by itself, and
//! whom a pronoun may mean.

mod kind;

pub(crate) mod antecedent;
pub(crate) mod entities;
pub(crate) mod lexicons;
pub(crate) mod names;
pub(crate) mod phrase;
pub(crate) mod spelling;
pub(crate) mod terms;

pub use kind::Kind;

/// Whether a lower-case word is a third-person pronoun.
pub(crate) fn is_pronoun(word: &str) -> bool {
    antecedent::asks(word).is_some()
}
