//! Names of sources as they are compared.

/// Words before or after a name that are no part of it.
const TITLES: [&str; 24] = [
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "prof",
    "professor",
    "sir",
    "dame",
    "lord",
    "lady",
    "mayor",
    "minister",
    "president",
    "senator",
    "sen",
    "rep",
    "gov",
    "governor",
    "chief",
    "captain",
    "capt",
    "judge",
    "the",
];

/// The capitalized words of a source without titles, in small letters: "harbour chief Mara Hale" is
/// `["mara", "hale"]`. Empty where nothing is capitalized.
pub(super) fn name_words(source: &str) -> Vec<String> {
    // what follows a comma explains the name: "Mara Hale, who runs the Harbour Office"
    let first = source.split(',').find(|part| part.chars().any(char::is_uppercase)).unwrap_or(source);
    let words = first.split(|c: char| !c.is_alphanumeric() && c != '-');
    let capital = words.filter(|w| w.starts_with(|c: char| c.is_uppercase()));
    let small = capital.map(str::to_lowercase);
    small.filter(|w| !TITLES.contains(&w.as_str()) && w != "s").collect()
}

/// Whether two names may be one person or body: the words of one are among those of the other.
pub(super) fn same_name(a: &[String], b: &[String]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    !short.is_empty() && short.iter().all(|w| long.contains(w))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_later_mention_is_the_same_name() {
        let [full, short, other] =
            ["harbour chief Mara Hale, of the Port Office", "Ms. Hale", "Jonas Voss"].map(name_words);
        assert_eq!(full, ["mara", "hale"]);
        assert!(same_name(&full, &short) && !same_name(&full, &other) && !same_name(&[], &full));
    }
}
