//! Who a speaker can be, by the look of the words alone.

pub use crate::attribution::lines::words;
use crate::text::{Span, Text};

/// Lower-case words that a name may have inside.
const PARTICLES: &[&str] =
    &["of", "the", "for", "de", "van", "von", "der", "da", "al", "bin", "la", "le", "and", "ibn"];
const PRONOUNS: &[&str] = &["he", "she", "they", "He", "She", "They"];
/// A longer run of words is a clause.
const LONGEST: usize = 8;

/// The speaker that a span begins with: a pronoun, or a run of names and titles.
pub fn leading(span: Span, text: &Text) -> Option<Span> {
    let mut taken: Vec<Span> = Vec::new();
    for word in words(span, text).take(LONGEST) {
        let bare = text.get(word).trim_end_matches([',', '.', ':', ';']);
        if taken.is_empty() && PRONOUNS.contains(&bare) {
            return Some(Span::new(word.start(), word.start() + bare.len() as u32));
        }
        let article = taken.is_empty() && matches!(bare, "the" | "The" | "a" | "A" | "one");
        if !(is_name(bare) || article || !taken.is_empty() && PARTICLES.contains(&bare)) {
            break;
        }
        taken.push(word);
        if text.get(word).ends_with([',', ';', ':', '.']) && !is_title(text.get(word)) {
            break;
        }
    }
    let last = taken.iter().rposition(|w| is_name(bare(text.get(*w))))?;
    let end = taken[last].start() + bare(text.get(taken[last])).len() as u32;
    Some(Span::new(taken[0].start(), end))
}

/// Whether the whole span is a speaker.
pub fn is_speaker(span: Span, text: &Text) -> bool {
    leading(span, text).is_some_and(|s| s == text.trim(span))
}

fn bare(word: &str) -> &str {
    if is_title(word) { word } else { word.trim_end_matches([',', '.', ':', ';']) }
}

fn is_title(word: &str) -> bool {
    matches!(
        word,
        "Mr." | "Mrs." | "Ms." | "Dr." | "Sen." | "Rep." | "Gov." | "Gen." | "Lt." | "Col." | "Sgt." | "St."
    ) || word.len() == 2 && word.ends_with('.') && word.starts_with(char::is_uppercase)
}

fn is_name(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_titles_and_pronouns() {
        for (words, expected) in [
            ("Commissioner Geoffrey Starr.", Some("Commissioner Geoffrey Starr")),
            ("Dr. A. Vale, who left", Some("Dr. A. Vale")),
            ("he added.", Some("he")),
            ("the Harbour Board of Norport said", Some("the Harbour Board of Norport")),
            ("and then left", None),
        ] {
            let text = Text::new(words);
            let whole = text.span(0, words.len()).unwrap();
            assert_eq!(leading(whole, &text).map(|s| text.get(s)), expected, "{words}");
        }
    }
}
