use super::lexicon;
use crate::language::Nouns;

pub const NOUNS: Nouns = Nouns {
    all: lexicon(include_str!("nouns.txt")),
    anybody: lexicon(include_str!("anybody.txt")),
    bodies: lexicon(include_str!("bodies.txt")),
};
