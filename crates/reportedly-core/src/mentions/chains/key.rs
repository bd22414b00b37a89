//! What the row of a source without a name is found by.

use super::candidate::Who;
use super::office::{qualified, rank};
use crate::mentions::phrase::Phrase;
use crate::mentions::{Context, Kind};
use crate::text::Span;

/// What a row is found by, other than the entity.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    /// The writer.
    Author,
    /// A letter for who speaks in an interview.
    Turn(String),
    /// Several names together.
    Joint(String),
    /// A name or a noun with the words that tell it from others, in small letters.
    Called(Kind, String),
    /// A body that is called by whose it is: "the mayor's office".
    Owned(String),
    /// A noun for those who belong to somebody.
    Of(Kind, String, Who),
}

/// What "Vale's lawyers" and "her attorneys" have in common.
pub fn belongs(cx: &Context, p: &Phrase, owner: Who) -> Key {
    let noun = p.noun.as_deref().unwrap_or_default();
    let noun = cx.language().nouns.same.get(noun).unwrap_or(noun);
    Key::Of(p.kind, noun.to_owned(), owner)
}

/// What the row of a noun is found by: the noun with all the words that tell it from others, and with its rank alone.
pub fn noun_keys(cx: &Context, noun: &str, kind: Kind, span: Span) -> [Key; 2] {
    let whole = qualified(cx, noun, kind, span);
    [whole.as_deref().unwrap_or(noun), noun].map(|noun| Key::Called(kind, rank(cx, noun, span)))
}
