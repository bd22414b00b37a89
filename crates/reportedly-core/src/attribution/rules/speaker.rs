//! Who a speaker can be, by the look of the words alone.

use crate::language::Language;
use crate::text::{Span, Text};

/// A longer run of words is a clause.
const LONGEST: usize = 8;

/// Words between white space: a mark behind one ends a name.
pub fn words(span: Span, text: &Text) -> impl Iterator<Item = Span> {
    let base = text.as_str().as_ptr() as usize;
    text.get(span).split_whitespace().map(move |w| {
        let start = (w.as_ptr() as usize - base) as u32;
        Span::new(start, start + w.len() as u32)
    })
}

/// The speaker that a span begins with: a pronoun, or a run of names and titles.
pub fn leading(span: Span, text: &Text, language: &Language) -> Option<Span> {
    let layout = &language.layout;
    let mut taken: Vec<Span> = Vec::new();
    for word in words(span, text).take(LONGEST) {
        let bare = text.get(word).trim_end_matches([',', '.', ':', ';']);
        let low = bare.to_lowercase();
        if taken.is_empty() && language.pronouns.speakers.has(&low) {
            return Some(Span::new(word.start(), word.start() + bare.len() as u32));
        }
        let article = taken.is_empty() && language.phrases.articles.has(&low);
        if !(is_name(bare) || article || !taken.is_empty() && layout.particles.has(bare)) {
            break;
        }
        taken.push(word);
        if text.get(word).ends_with([',', ';', ':', '.']) && !is_title(text.get(word), language) {
            break;
        }
    }
    let bare = |word: Span| bare(text.get(word), language);
    let last = taken.iter().rposition(|w| is_name(bare(*w)))?;
    let end = taken[last].start() + bare(taken[last]).len() as u32;
    Some(Span::new(taken[0].start(), end))
}

/// Whether the whole span is a speaker.
pub fn is_speaker(span: Span, text: &Text, language: &Language) -> bool {
    leading(span, text, language).is_some_and(|s| s == text.trim(span))
}

fn bare<'a>(word: &'a str, language: &Language) -> &'a str {
    if is_title(word, language) { word } else { word.trim_end_matches([',', '.', ':', ';']) }
}

/// "Mr.", "A.".
fn is_title(word: &str, language: &Language) -> bool {
    let initial = word.len() == 2 && word.starts_with(char::is_uppercase);
    word.ends_with('.') && (initial || is_name(word) && language.names.titles.has(&word.to_lowercase()))
}

fn is_name(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::en::ENGLISH;

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
            assert_eq!(leading(whole, &text, &ENGLISH).map(|s| text.get(s)), expected, "{words}");
        }
    }
}
