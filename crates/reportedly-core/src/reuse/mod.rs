//! Text re-use: which passages two articles share, in which direction they went, and what is boilerplate.
//!
//! Divided into three steps, so that one core serves memory, a database and a cluster:
//! - [`keys`] of one article, from its text alone: its words as numbers;
//! - [`compare`] of one article with those before it: an [`Index`] links its passages to where they first
//!   appeared, by sampled shingles (Broder 1997) that are extended over small edits;
//! - [`Fold`] of all links: boilerplate, families, and what any two articles share, composed from their
//!   links on demand. A family of 5,000 copies is 4,999 links, never 12 million pairs.

mod boilerplate;
mod compare;
mod direction;
mod extend;
mod fold;
mod index;
mod keys;
mod pair;
mod passage;
mod shared;
mod table;

#[cfg(test)]
mod tests;

pub use boilerplate::{Boilerplate, Entry};
pub use compare::compare;
pub use direction::{Direction, Witness, direction};
pub use extend::Run;
pub(crate) use extend::extend;
pub use fold::{Fold, LEAST_SHARED_WORDS};
pub(crate) use fold::{join, top};
pub use index::{Index, Link, Number};
pub use keys::{Keys, keys};
pub use pair::{Kind, Pair, Side, boilerplate_of, pair};
pub use passage::{Passage, passages};
pub use shared::shared;
