//! The word lists of this folder; each is a data file beside it.

use crate::language::en::ENGLISH;
use crate::tokens::Lexicon;

pub static GIVEN: Lexicon = ENGLISH.names.given;
pub static NOUNS: Lexicon = ENGLISH.nouns.all;
pub static TITLES: Lexicon = ENGLISH.names.titles;
pub static PARTS: Lexicon = ENGLISH.names.parts;
pub static OUTLETS: Lexicon = ENGLISH.names.outlets;
pub static ORGANIZATIONS: Lexicon = ENGLISH.names.organizations;
pub static PLACES: Lexicon = ENGLISH.names.places;
pub static GROUPS: Lexicon = ENGLISH.names.groups;
pub static FUNCTION_WORDS: Lexicon = ENGLISH.names.function_words;
pub static ANYBODY: Lexicon = ENGLISH.nouns.anybody;
pub static BODIES: Lexicon = ENGLISH.nouns.bodies;
