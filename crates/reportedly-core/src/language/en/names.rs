//! Given names come from the US census of 1990 (in the public domain) and, for other languages and later English ones,
//! from Faker 40.63 (MIT, Daniele Faraglia and contributors); all other lists are our own.

use super::lexicon;
use crate::language::Names;
use crate::tokens::Lexicon;

pub const TITLES: Lexicon = lexicon(include_str!("titles.txt"));

pub const NAMES: Names = Names {
    given: lexicon(include_str!("given.txt")),
    titles: TITLES,
    parts: lexicon(include_str!("words_of_names.txt")),
    outlets: lexicon(include_str!("outlets.txt")),
    organizations: lexicon(include_str!("organizations.txt")),
    places: lexicon(include_str!("places.txt")),
    groups: lexicon(include_str!("groups.txt")),
    function_words: lexicon(include_str!("function_words.txt")),
};
