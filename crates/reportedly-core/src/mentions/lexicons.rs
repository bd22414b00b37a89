//! Word lists for what does not ask the language for them yet.

use crate::language::Gender;
use crate::language::en::ENGLISH;
use crate::tokens::Lexicon;

pub static NOUNS: Lexicon = ENGLISH.nouns.all;
pub static TITLES: Lexicon = ENGLISH.names.titles;
pub static OUTLETS: Lexicon = ENGLISH.names.outlets;
pub static ORGANIZATIONS: Lexicon = ENGLISH.names.organizations;
pub static PLACES: Lexicon = ENGLISH.names.places;
pub static GROUPS: Lexicon = ENGLISH.names.groups;
pub static FUNCTION_WORDS: Lexicon = ENGLISH.names.function_words;
pub static ANYBODY: Lexicon = ENGLISH.nouns.anybody;
pub static BODIES: Lexicon = ENGLISH.nouns.bodies;

/// Words before an office that make it another.
pub const SECOND: [&str; 4] = ["vice", "deputy", "assistant", "associate"];

/// `m` or `f` at the end of a value of a lexicon.
pub fn gender(value: &str) -> Option<Gender> {
    Gender::of(value)
}
