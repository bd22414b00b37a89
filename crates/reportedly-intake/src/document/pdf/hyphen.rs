//! Hyphens at the ends of lines: some were set only to break a word, some belong to it.

use std::collections::HashSet;

/// A text breaks its words if more broken ones are known as whole than with a hyphen, else if one line in so many ends with one.
const BROKEN: usize = 40;

/// The words of a document as they stand within its lines.
pub struct Words {
    known: HashSet<String>,
    /// Whether the typographical hyphen stands only at the ends of lines: then it breaks words, and "-" does not.
    has_own: bool,
    /// Whether a word that is not known otherwise was broken, rather than written with a hyphen.
    breaks: bool,
}

impl Words {
    pub fn of<'t>(lines: impl Iterator<Item = &'t str> + Clone) -> Self {
        let mut known = HashSet::new();
        for line in lines.clone() {
            let last = line.split_whitespace().count().saturating_sub(usize::from(broken(line).is_some()));
            known.extend(line.split_whitespace().take(last).map(bare));
        }
        let ends_with =
            |wanted| lines.clone().any(|line| broken(line).is_some_and(|(hyphen, _)| hyphen == wanted));
        let within = |line: &str| line.trim_end().trim_end_matches('\u{2010}').contains('\u{2010}');
        let has_own = ends_with('\u{2010}') && !lines.clone().any(within);
        let (mut all, mut ends, mut whole, mut compound) = (0, 0, 0, 0);
        for (line, next) in lines.clone().zip(lines.clone().skip(1)) {
            all += 1;
            if let Some((first, second)) = halves(line, next) {
                ends += 1;
                whole += usize::from(known.contains(&format!("{first}{second}")));
                compound += usize::from(known.contains(&format!("{first}-{second}")));
            }
        }
        let breaks = whole > compound || (ends * BROKEN >= all && whole == compound);
        Self { known, has_own, breaks }
    }

    /// Adds a line to a paragraph, with what belongs between them.
    pub fn join(&self, text: &mut String, line: &str) {
        let line = line.trim_start();
        let Some((hyphen, at)) = broken(text) else {
            if !text.ends_with(char::is_whitespace) && !text.is_empty() {
                text.push(' ');
            }
            return text.push_str(line);
        };
        let (first, second) = halves(text, line).unwrap_or_default();
        let goes_on = line.starts_with(|c: char| c.is_lowercase());
        let breaks = match () {
            () if hyphen == '\u{ad}' => true,
            () if !goes_on => false,
            () if self.has_own => hyphen == '\u{2010}',
            () if self.known.contains(&format!("{first}{second}")) => true,
            () if self.known.contains(&format!("{first}-{second}")) => false,
            () => self.breaks,
        };
        text.truncate(if breaks { at } else { text.trim_end().len() });
        text.push_str(line);
    }
}

/// The hyphen that a line ends with behind a letter, and where it stands. Some programs write the mark of a possible break
/// before the hyphen that they draw.
fn broken(line: &str) -> Option<(char, usize)> {
    let line = line.trim_end();
    let before = line.trim_end_matches(['-', '\u{2010}', '\u{ad}']);
    let mut hyphens = line[before.len()..].chars();
    let hyphen = match (hyphens.next()?, hyphens.next()) {
        ('\u{ad}', _) => '\u{ad}',
        (one, None) => one,
        _ => return None,
    };
    before.ends_with(char::is_alphabetic).then_some((hyphen, before.len()))
}

/// The two halves of a word that may have been broken between two lines.
fn halves(line: &str, next: &str) -> Option<(String, String)> {
    let (_, at) = broken(line)?;
    let first = line[..at].split_whitespace().last().unwrap_or_default();
    let second = next.split_whitespace().next().unwrap_or_default();
    second.starts_with(char::is_lowercase).then(|| (bare(first), bare(second)))
}

fn bare(word: &str) -> String {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    word.replace('\u{2010}', "-").replace('\u{ad}', "")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(lines: &[&str]) -> String {
        let words = Words::of(lines.iter().copied());
        let mut text = String::new();
        lines.iter().for_each(|line| words.join(&mut text, line));
        text
    }

    #[test]
    fn a_broken_word_is_whole_again_and_a_compound_keeps_its_hyphen() {
        assert_eq!(joined(&["The offi-", "cial drawings."]), "The official drawings.");
        assert_eq!(
            joined(&["The well-known pier, well-", "known here."]),
            "The well-known pier, well-known here."
        );
        assert_eq!(
            joined(&["The Anglo-", "Saxon pier of 1990-", "2001."]),
            "The Anglo-Saxon pier of 1990- 2001."
        );
        assert_eq!(
            joined(&["The offi\u{ad}\u{2010} ", "cial drawings \u{2013}", "all of them."]),
            "The official drawings \u{2013} all of them."
        );
    }

    #[test]
    fn a_hyphen_of_its_own_breaks_words_and_no_other_does() {
        let lines = ["The offi\u{2010}", "cial drawings, the long-", "standing wish."];
        assert_eq!(joined(&lines), "The official drawings, the long-standing wish.");
    }

    #[test]
    fn where_words_are_not_broken_a_hyphen_belongs_to_the_word() {
        let mut lines = vec!["The pier held all night."; 60];
        lines.extend(["A long-", "standing wish."]);
        assert!(joined(&lines).ends_with("A long-standing wish."));
    }
}
