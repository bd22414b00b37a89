//! To whom a later mention belongs: a pronoun, "who", "the mayor", "her lawyers".
//!
//! [`Known`] is all that the sources before it tell; each rule looks at it and gives a [`Found`]. Nothing here
//! changes what is known: whoever goes through the claims does.

mod agreement;
mod antecedent;
mod candidate;
mod claim;
mod description;
mod found;
mod group;
mod key;
mod known;
mod named;
mod office;
mod owner;
mod pronoun;
mod relative;
mod reply;
mod role;
mod salience;
mod unnamed;

pub(crate) use agreement::asks;
pub(crate) use candidate::Who;
pub(crate) use claim::{Earlier, Told};
pub(crate) use found::{Doubt, Found};
pub(crate) use key::{Key, belongs, noun_keys};
pub use known::Source;
pub(crate) use known::{Known, Open, Spoke};
pub(crate) use named::named;
pub(crate) use pronoun::pronoun;
pub(crate) use relative::relative;
