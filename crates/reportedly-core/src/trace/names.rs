//! Names of sources as they are compared.

use crate::language::Language;

/// The capitalized words of a source without titles, in small letters: "harbour chief Mara Hale" is
/// `["mara", "hale"]`. Empty where nothing is capitalized.
pub(super) fn name_words(source: &str, language: &Language) -> Vec<String> {
    // what follows a comma explains the name: "Mara Hale, who runs the Harbour Office"
    let first = source.split(',').find(|part| part.chars().any(char::is_uppercase)).unwrap_or(source);
    let words = first.split(|c: char| !c.is_alphanumeric() && c != '-');
    let capital = words.filter(|w| w.starts_with(|c: char| c.is_uppercase()));
    let small = capital.map(str::to_lowercase);
    let part = |w: &str| {
        language.offices.left_out.has(w) || language.phrases.the.has(w) || w == language.division.possessive
    };
    small.filter(|w| !part(w)).collect()
}

/// Whether two names may be one person or body: the words of one are among those of the other.
pub(super) fn same_name(a: &[String], b: &[String]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    !short.is_empty() && short.iter().all(|w| long.contains(w))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::en::ENGLISH;

    #[test]
    fn a_later_mention_is_the_same_name() {
        let [full, short, other] = ["harbour chief Mara Hale, of the Port Office", "Ms. Hale", "Jonas Voss"]
            .map(|words| name_words(words, &ENGLISH));
        assert_eq!(full, ["mara", "hale"]);
        assert!(same_name(&full, &short) && !same_name(&full, &other) && !same_name(&[], &full));
    }
}
