//! Decides what can agree with a pronoun: a man, a woman, a body or several.

use crate::language::{Gender, Pronouns};
use crate::text::Span;

/// What a pronoun can refer to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Asks {
    /// He, she.
    One(Gender),
    /// A person called by a noun without gender: "the businessperson".
    Anyone,
    /// It.
    Body,
    /// They.
    Many,
}

/// What a pronoun of the third person asks for.
pub fn asks(word: &str, pronouns: &Pronouns) -> Option<Asks> {
    match () {
        () if pronouns.male.has(word) => Some(Asks::One(Gender::Male)),
        () if pronouns.female.has(word) => Some(Asks::One(Gender::Female)),
        () if pronouns.thing.has(word) => Some(Asks::Body),
        () if pronouns.many.has(word) => Some(Asks::Many),
        () => None,
    }
}

/// A pronoun, or a noun used like one, and the place from which it looks back: after a quotation, from where
/// the quotation begins.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    pub asks: Asks,
    pub at: Span,
    pub from: u32,
}

impl Place {
    /// One that looks back from where it stands.
    pub fn here(asks: Asks, at: Span) -> Self {
        Self { asks, at, from: at.start() }
    }
}
