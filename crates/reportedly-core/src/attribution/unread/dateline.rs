//! "NORPORT: The council said": where a report was written, before its first sentence.

use crate::attribution::lines::{first_person, has_finite, plain_words};
use crate::text::{Span, Text};

/// A longer head is a clause.
const HEAD: usize = 6;
/// A shorter sentence is a turn.
const LEAST: usize = 4;

/// The head of a line and its colon, where it can be a place: a whole sentence in the third person follows, and the text
/// knows nobody and nothing of that name.
pub(super) fn dateline(line: Span, text: &Text) -> Option<Span> {
    let (head, rest) = text.get(line).split_once(": ")?;
    let sentence = rest.trim();
    let words = plain_words(sentence);
    let whole = sentence.starts_with(char::is_uppercase)
        && sentence.ends_with(['.', '!', '\u{201d}', '"'])
        && words.len() >= LEAST
        && has_finite(&words)
        && !first_person(sentence);
    let end = line.start() + head.len() as u32 + 1;
    let after = &text.as_str()[end as usize..];
    (is_head(head) && whole && !is_known(head, after)).then(|| Span::new(line.start(), end))
}

/// "Norport", "NEW HALDEN", "Port Amsel, June 3", "ORSK BAY/TALLOW".
fn is_head(head: &str) -> bool {
    let words: Vec<&str> = head.split([' ', '/', ',']).filter(|w| !w.is_empty()).collect();
    let place = |w: &&str| {
        w.starts_with(|c: char| c.is_uppercase() || c == '(')
            || matches!(*w, "de" | "al" | "el" | "la" | "of")
    };
    let day = |w: &&str| w.chars().all(|c| c.is_ascii_digit());
    let first = words.first().is_some_and(|w| w.chars().filter(|c| c.is_alphabetic()).count() > 2);
    let title = words.first().is_some_and(|w| w.ends_with('.'));
    first && !title && words.len() <= HEAD && words.iter().all(|w| place(w) || day(w))
}

/// Whether the text goes on to speak of somebody or something of that name: "Hale said", "Mara Hale", "police".
fn is_known(head: &str, after: &str) -> bool {
    let name = head.split([',', '/', '(']).next().unwrap_or(head).trim();
    let last = name.rsplit(' ').next().unwrap_or(name);
    let small = last.to_lowercase();
    let words: Vec<&str> = after.split_whitespace().collect();
    words.iter().enumerate().any(|(i, word)| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let (bare, owned) = match bare.strip_suffix("'s").or(bare.strip_suffix("\u{2019}s")) {
            Some(stem) => (stem, true),
            None => (bare, false),
        };
        let before = i.checked_sub(1).map_or("", |j| words[j]);
        let named = before.starts_with(char::is_uppercase) && before.ends_with(char::is_alphabetic)
            || before.ends_with('.') && before.len() < 6;
        let speaks =
            words.get(i + 1).is_some_and(|w| has_finite(&["", w.trim_matches(|c: char| !c.is_alphabetic())]));
        // the name of a place is never written small
        bare == small || bare == last && (speaks && !owned || named && !name.contains(' '))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(words: &str) -> Option<String> {
        let text = Text::new(words);
        let line = Span::new(0, words.lines().next().unwrap_or_default().len() as u32);
        dateline(line, &text).map(|s| text.get(s).to_owned())
    }

    #[test]
    fn a_place_comes_before_a_whole_sentence() {
        for words in [
            "NORPORT: The council on Friday decided to raise a tax.",
            "Mumbrel: The council said that schools would stay shut.",
            "Port Amsel, June 3: Farmers blocked the road to the port.",
        ] {
            assert!(head(words).is_some(), "{words}");
        }
        for words in [
            "Hale: I would do it again if I could.",
            "Police: Man shot on Elm Street, police said.",
            "Hale: The council was wrong about the tax.\n\nHale said it on Monday.",
            "Hale: The council was wrong about the tax.\n\nOn Monday Mara Hale had left.",
            "Note that this is late: The council met on Monday evening.",
        ] {
            assert_eq!(head(words), None, "{words}");
        }
    }
}
