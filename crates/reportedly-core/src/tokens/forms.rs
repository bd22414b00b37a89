//! Looking at some words by their forms.

use super::{List, Token};

/// The form of the word at a position; empty beyond the end.
pub fn form(words: &[Token], at: usize) -> &str {
    words.get(at).map_or("", |w| w.form.as_str())
}

/// The form of the word that stands `n` before a position; empty before the beginning.
pub fn form_before(words: &[Token], at: usize, n: usize) -> &str {
    at.checked_sub(n).map_or("", |i| form(words, i))
}

/// Whether one of some words is listed.
pub fn any_of(words: &[Token], list: List) -> bool {
    words.iter().any(|w| list.has(&w.form))
}

/// Whether one of some words begins with an entry: "den" finds "denies", "denied", "denial".
pub fn any_begins(words: &[Token], stems: List) -> bool {
    words.iter().any(|w| stems.start_of(&w.form).is_some())
}

/// Whether an entry stands at a position, word for word; entries may have several words.
pub fn stands(words: &[Token], at: usize, phrases: List) -> bool {
    let is_here = |phrase: &str| phrase.split(' ').enumerate().all(|(n, word)| form(words, at + n) == word);
    phrases.iter().any(is_here)
}
