//! The word lists of this folder; each is a data file beside it.

use crate::tokens::Lexicon;

/// Given names, with `m`, `f` or `e` (either): the US census of 1990 (in the public domain) and the names of other
/// languages, and later English ones, in Faker 40.63 (MIT, Daniele Faraglia and contributors).
pub const GIVEN: Lexicon = Lexicon::new(include_str!("lexicons/given.txt"));
/// Nouns for sources: role, group, mass, org, document, medium; then `m` or `f` where the noun says so.
pub const NOUNS: Lexicon = Lexicon::new(include_str!("lexicons/nouns.txt"));
/// Words before a name: `x` only modifies another title; `m` and `f` tell the gender.
pub const TITLES: Lexicon = Lexicon::new(include_str!("lexicons/titles.txt"));
/// Words that make a name one of an organization, a medium or a document; of a trade behind another word only.
pub const PARTS: Lexicon = Lexicon::new(include_str!("lexicons/words_of_names.txt"));
/// News media.
pub const OUTLETS: Lexicon = Lexicon::new(include_str!("lexicons/outlets.txt"));
/// Organizations, and buildings that stand for one.
pub const ORGANIZATIONS: Lexicon = Lexicon::new(include_str!("lexicons/organizations.txt"));
/// States, capitals, US states and large towns; as a source they stand for their government.
pub const PLACES: Lexicon = Lexicon::new(include_str!("lexicons/places.txt"));
/// Peoples, parties' followers, faiths, in the plural.
pub const GROUPS: Lexicon = Lexicon::new(include_str!("lexicons/groups.txt"));
/// Verbs and nouns that attribute, with their class.
pub const CUES: Lexicon = Lexicon::new(include_str!("lexicons/cues.txt"));
/// Words that begin a sentence with a capital and are no name.
pub const FUNCTION_WORDS: Lexicon = Lexicon::new(include_str!("lexicons/function_words.txt"));
/// Nouns that bring somebody new into a story as often as they go back to one.
pub const ANYBODY: Lexicon = Lexicon::new(include_str!("lexicons/anybody.txt"));
/// Nouns for bodies that say little: the one spoken of is meant.
pub const BODIES: Lexicon = Lexicon::new(include_str!("lexicons/bodies.txt"));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_is_sorted() {
        let names = [GIVEN, TITLES, PARTS, OUTLETS, ORGANIZATIONS, PLACES, GROUPS];
        let words = [NOUNS, CUES, FUNCTION_WORDS, ANYBODY, BODIES];
        assert!(names.iter().chain(&words).all(|list| list.is_sorted()));
        assert_eq!(NOUNS.get("spokeswoman"), Some("role f"));
        assert_eq!(TITLES.get("police"), Some("x"));
    }
}
