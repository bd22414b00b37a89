//! What the letters of one word tell.

use crate::language::Names;
use crate::tokens::Token;

/// "OUSD", "FBI": two to six capitals.
pub fn is_acronym(word: &str) -> bool {
    let letters = word.chars().filter(|c| *c != '.').count();
    (2..=6).contains(&letters) && word.chars().all(|c| c.is_uppercase() || c == '.' || c == '&')
}

/// "SoCalRail": a capital inside, but for surnames such as "McVale".
pub(super) fn is_camel(names: &Names, word: &str) -> bool {
    let begins = |rest: &str| rest.trim_start_matches(['\'', '\u{2019}']).starts_with(char::is_uppercase);
    let surname = names.camel_surnames.iter().any(|p| word.strip_prefix(p).is_some_and(begins));
    let inside = word.chars().zip(word.chars().skip(1)).any(|(a, b)| a.is_lowercase() && b.is_uppercase());
    inside && !surname
}

/// Whether a word with a capital makes its name one of a body or a text.
pub(super) fn is_part(names: &Names, token: &Token) -> bool {
    token.capital && names.parts.has(token.low())
}

/// A word that has no capital; for one with a capital nothing, which is on no list.
pub fn small(token: &Token) -> &str {
    if token.capital { "" } else { token.low() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::en::ENGLISH;

    #[test]
    fn acronyms() {
        assert!(["FBI", "U.S.", "AT&T"].into_iter().all(is_acronym));
        assert!(!["F", "Fbi", "ABCDEFG"].into_iter().any(is_acronym));
    }

    #[test]
    fn capitals_inside() {
        let found = ["SoCalRail", "McVale", "O\u{2019}Hara", "Vale"].map(|w| is_camel(&ENGLISH.names, w));
        assert_eq!(found, [true, false, false, false]);
    }
}
