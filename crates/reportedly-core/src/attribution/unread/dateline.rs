//! "NORPORT: The council said": where a report was written, before its first sentence.

use crate::article::Prose;
use crate::attribution::lines::{first_person, has_finite, is_finite_verb};
use crate::text::Span;
use crate::tokens::Token;

/// A longer head is a clause.
const HEAD: usize = 6;
/// A shorter sentence is a turn.
const LEAST: usize = 4;

/// The head of a line and its colon, where it can be a place: a whole sentence in the third person follows, and the text
/// knows nobody and nothing of that name.
pub(super) fn dateline(line: Span, prose: Prose) -> Option<Span> {
    let (head, rest) = prose.get(line).split_once(": ")?;
    let end = line.start() + head.len() as u32 + 1;
    let (sentence, words) = (rest.trim(), prose.within(Span::new(end, line.end())));
    let whole = sentence.starts_with(char::is_uppercase)
        && sentence.ends_with(['.', '!', '\u{201d}', '"'])
        && words.len() >= LEAST
        && has_finite(words, prose.language)
        && !first_person(words, prose);
    (whole && is_head(head, prose) && !is_known(head, end, prose)).then(|| Span::new(line.start(), end))
}

/// "Norport", "NEW HALDEN", "Port Amsel, June 3", "ORSK BAY/TALLOW".
fn is_head(head: &str, prose: Prose) -> bool {
    let words: Vec<&str> = head.split([' ', '/', ',']).filter(|w| !w.is_empty()).collect();
    let particle = |w: &str| prose.language.layout.particles.has(w);
    let place = |w: &&str| w.starts_with(|c: char| c.is_uppercase() || c == '(') || particle(w);
    let day = |w: &&str| w.chars().all(|c| c.is_ascii_digit());
    let first = words.first().is_some_and(|w| w.chars().filter(|c| c.is_alphabetic()).count() > 2);
    let title = words.first().is_some_and(|w| w.ends_with('.'));
    first && !title && words.len() <= HEAD && words.iter().all(|w| place(w) || day(w))
}

/// Whether the text goes on to speak of somebody or something of that name: "Hale said", "Mara Hale", "police".
fn is_known(head: &str, end: u32, prose: Prose) -> bool {
    let name = head.split([',', '/', '(']).next().unwrap_or(head).trim();
    let last = name.rsplit(' ').next().unwrap_or(name);
    let small = last.to_lowercase();
    let words = prose.within(Span::new(end, prose.text.len() as u32));
    words.iter().enumerate().filter(|(_, word)| word.low() == small).any(|(i, word)| {
        let before = i.checked_sub(1).and_then(|j| words.get(j)).filter(|_| word.joined);
        let named = before.is_some_and(|w: &Token| w.capital);
        let speaks = words.get(i + 1).is_some_and(|w| is_finite_verb(w, prose.language));
        let written = prose.get(word.span);
        // the name of a place is never written small
        written == small || written == last && (speaks && !word.possessive || named && !name.contains(' '))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;

    fn head(words: &str) -> Option<String> {
        let article = Article::from_text(words);
        let line = Span::new(0, words.lines().next().unwrap_or_default().len() as u32);
        let found = dateline(line, Prose::of(&article, &article.tokens()));
        found.map(|s| article.text.get(s).to_owned())
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
