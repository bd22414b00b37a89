//! Hedges in words that no claim covers: what a copy keeps or drops.

use crate::language::Language;

/// The first hedge among some words, as written.
///
/// ```
/// use reportedly::Language;
/// use reportedly::certainty::hedge_in;
///
/// let english = Language::of("en");
/// assert_eq!(hedge_in("He Allegedly took the boat.", english), Some("Allegedly"));
/// assert_eq!(hedge_in("He took the boat.", english), None);
/// ```
pub fn hedge_in<'a>(words: &'a str, language: &Language) -> Option<&'a str> {
    let lower = words.to_lowercase();
    // a letter whose small form is longer would shift what follows
    let text = if lower.len() == words.len() { lower.as_str() } else { words };
    let found = language.hedges.open.iter().filter_map(|h| whole_words(text, h).map(|at| (at, h.len())));
    let (at, len) = found.min_by_key(|&(at, len)| (at, usize::MAX - len))?;
    words.get(at..at + len)
}

/// Where the words appear, not as part of longer ones.
fn whole_words(text: &str, words: &str) -> Option<usize> {
    let free = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    text.match_indices(words)
        .map(|(at, _)| at)
        .find(|&at| free(text[..at].chars().next_back()) && free(text[at + words.len()..].chars().next()))
}

#[cfg(test)]
mod tests {
    use crate::language::en::ENGLISH;

    #[test]
    fn a_hedge_is_kept_word_for_word() {
        let hedge_in = |words| super::hedge_in(words, &ENGLISH);
        assert_eq!(hedge_in("He Allegedly took it and may have left."), Some("Allegedly"));
        assert_eq!(hedge_in("The boat may have sunk."), Some("may have"));
        assert_eq!(hedge_in("She was alleged to have known."), Some("alleged to"));
        assert_eq!(hedge_in("An unsuspected reef."), None);
    }
}
