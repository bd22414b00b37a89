//! Sentences: a line end ends one, and so does a full stop that is none of an abbreviation.

use super::Division;
use crate::text::{Span, Text};

/// The most letters in an abbreviated title.
const SHORT: usize = 5;

/// The most bytes of titles before another one.
const AHEAD: usize = 30;

/// All sentences in text order, without the white space between them.
///
/// ```
/// use reportedly::Text;
/// use reportedly::language::en::ENGLISH;
/// use reportedly::tokens::sentences;
///
/// let text = Text::new("Dr. Hale left at 3 p.m. Monday. It rained.\nThe pier held");
/// let found: Vec<&str> = sentences(&text, &ENGLISH.division).into_iter().map(|s| text.get(s)).collect();
/// assert_eq!(found, ["Dr. Hale left at 3 p.m. Monday.", "It rained.", "The pier held"]);
/// ```
pub fn sentences(text: &Text, division: &Division) -> Vec<Span> {
    let mut out = Vec::new();
    let wrapped = is_wrapped(text);
    let mut open: Option<Span> = None;
    let mut at = 0u32;
    for line in text.as_str().split_inclusive('\n') {
        let span = text.trim(Span::new(at, at + line.len() as u32));
        at += line.len() as u32;
        if let Some(before) = open.take() {
            if wrapped && !span.is_empty() {
                open = Some(before.cover(span));
                continue;
            }
            line_sentences(text, division, before, &mut out);
        }
        open = (!span.is_empty()).then_some(span);
    }
    if let Some(last) = open {
        line_sentences(text, division, last, &mut out);
    }
    out
}

/// Whether the lines of a paragraph are cut at a width, as in a mail: most lines that another one follows at
/// once stop in the middle of a sentence.
fn is_wrapped(text: &Text) -> bool {
    let lines: Vec<&str> = text.as_str().lines().map(str::trim).collect();
    let (mut all, mut cut, mut small) = (0, 0, 0);
    for pair in lines.windows(2).filter(|p| !p[0].is_empty() && !p[1].is_empty()) {
        all += 1;
        cut += usize::from(!pair[0].ends_with(['.', '!', '?', ':', '"', '\u{201d}', '\u{2026}']));
        small += usize::from(pair[1].starts_with(char::is_lowercase));
    }
    all >= 4 && cut * 5 >= all * 3 && small * 3 >= all
}

fn line_sentences(text: &Text, division: &Division, line: Span, out: &mut Vec<Span>) {
    let words = text.get(line);
    let mut start = 0;
    let mut chars = words.char_indices().peekable();
    while let Some((i, c)) = chars.next() {
        if !matches!(c, '.' | '!' | '?' | '\u{2026}') {
            continue;
        }
        let mut end = i + c.len_utf8();
        while let Some(&(j, next)) = chars.peek()
            && matches!(next, '.' | '!' | '?' | '"' | '\'' | '\u{201d}' | '\u{2019}' | ')' | ']' | '\u{bb}')
        {
            end = j + next.len_utf8();
            chars.next();
        }
        let rest = &words[end..];
        let spaced = rest.starts_with(char::is_whitespace);
        let next = rest.trim_start().chars().next();
        let begins = next.is_some_and(|n| {
            n.is_uppercase()
                || n.is_numeric()
                || matches!(n, '"' | '\u{201c}' | '\'' | '\u{2018}' | '(' | '[' | '\u{ab}')
        });
        let number = next.is_some_and(char::is_numeric) && words[start..i].ends_with(division.number)
            || is_clock(division, &words[start..i], rest);
        if (spaced || is_glued(&words[start..i], &words[end..]))
            && begins
            && !(c == '.'
                && (number
                    || is_abbreviation(division, &words[start..i])
                    || is_title(division, &words[start..i], rest)))
        {
            out.push(text.trim(Span::new(line.start() + start as u32, line.start() + end as u32)));
            start = end;
        }
    }
    let last = text.trim(Span::new(line.start() + start as u32, line.end()));
    if !last.is_empty() {
        out.push(last);
    }
}

/// "said Daniel.Investigators found": a page lost the space between two sentences.
fn is_glued(before: &str, after: &str) -> bool {
    let ends = before.chars().rev().take(3).filter(|c| c.is_lowercase()).count() == 3;
    let word = after.find(|c: char| !c.is_alphanumeric()).unwrap_or(after.len());
    ends && after.starts_with(char::is_uppercase)
        && after.chars().nth(1).is_some_and(char::is_lowercase)
        && !before.rsplit(char::is_whitespace).next().is_some_and(|w| w.contains(['.', '/', '@', ':']))
        && !after[word..].starts_with(['.', '/'])
}

/// "3 p.m. Thursday", "at 3 p.m. EST": a time that goes on.
fn is_clock(division: &Division, before: &str, after: &str) -> bool {
    let hour = |b: &str| b.trim_end().ends_with(|c: char| c.is_ascii_digit());
    let clock = division.hours.iter().any(|m| before.strip_suffix(m).is_some_and(hour));
    let next = after.trim_start();
    let word = next.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    clock && (next.starts_with('(') || (division.after_hours)(word))
}

/// Whether the words before a full stop end with an abbreviation.
fn is_abbreviation(division: &Division, before: &str) -> bool {
    let cut = before.char_indices().rev().find(|(_, c)| !c.is_alphanumeric() && *c != '.');
    let word = cut.map_or(before, |(i, c)| &before[i + c.len_utf8()..]);
    let letters = word.rsplit('.').next().unwrap_or(word);
    let initial = letters.chars().count() == 1 && letters.starts_with(char::is_uppercase);
    // "wrote on X. The firm": a network, no initial
    let ahead = before.strip_suffix(word).and_then(|b| b.split_whitespace().next_back());
    let network = word == division.network && ahead.is_some_and(|w| division.on_a_network.has(w));
    initial && !network || division.abbreviations.has(word)
}

/// "Rt. Paul Mills", "Engr. Sola Bamide": a short word in a capital that no vowel is in, or that a sentence begins with and a
/// full name or a further title follows.
fn is_title(division: &Division, before: &str, after: &str) -> bool {
    let (ahead, word) = before.rsplit_once(char::is_whitespace).unwrap_or(("", before));
    let mut letters = word.chars();
    let shaped = letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase);
    if !shaped || !(2..=SHORT).contains(&word.chars().count()) {
        return false;
    }
    let capital = |w: Option<&str>| w.is_some_and(|w| w.starts_with(char::is_uppercase));
    let mut next = after.split_whitespace();
    let (first, second) = (next.next(), next.next());
    let free = ahead.len() <= AHEAD
        && ahead.split_whitespace().all(|w| w.ends_with('.') || division.articles.has(w));
    let whole = first.is_some_and(|w| w.ends_with(char::is_alphabetic));
    let further = first.is_some_and(|w| w.strip_suffix('.').is_some_and(|w| division.abbreviations.has(w)));
    !division.vowels.is_empty() && !word.contains(|c| division.vowels.contains(c)) && capital(first)
        || free && capital(first) && (whole && capital(second) || further)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        let frozen = Text::new(text);
        sentences(&frozen, &crate::language::en::ENGLISH.division).iter().map(|s| &text[s.range()]).collect()
    }

    #[test]
    fn titles_go_on() {
        for text in [
            "Hon. Bola Adeyinka left.",
            "Rt. Hon. Paul Mills left.",
            "It was Cllr. Vale who left.",
            "The Dsgn. Vale left.",
        ] {
            assert_eq!(found(text).len(), 1, "{text}");
        }
        for text in
            ["She was born in Rome. Mara Hale left.", "No. Hale left.", "They saw the BBC. Mara Hale left."]
        {
            assert_eq!(found(text).len(), 2, "{text}");
        }
    }

    #[test]
    fn a_network_is_no_initial() {
        assert_eq!(found("She wrote on X. Vale paid.").len(), 2);
        assert_eq!(found("Malcolm X. Vale paid.").len(), 1);
    }

    #[test]
    fn a_time_of_day_goes_on_with_its_day() {
        assert_eq!(found("It happened around 3 p.m. Thursday at 100 Elm Street. It rained.").len(), 2);
        assert_eq!(found("It happened around 3 p.m. Vale paid.").len(), 2);
        assert_eq!(found("It closed at 5 p.m. Mayors of three towns came.").len(), 2);
    }

    #[test]
    fn lines_cut_at_a_width_go_on() {
        let wrapped = "The tide came in and\nthe harbour board of\nNorport met at once.\nIt rained all\nday.\n\nIt was late\nand dark.";
        assert_eq!(found(wrapped).len(), 3);
        let list = "Bread\nMilk\nButter\nSalt\nOil\nEggs";
        assert_eq!(found(list).len(), 6);
    }

    #[test]
    fn abbreviations_do_not_end_a_sentence() {
        assert_eq!(
            found("Dr. A. Vale met U.S. President Lind. She left!\n\n\u{201c}No.\u{201d} He sat."),
            ["Dr. A. Vale met U.S. President Lind.", "She left!", "\u{201c}No.\u{201d}", "He sat."]
        );
        assert_eq!(
            found("It cost 3.5 million. Was it worth it? Yes"),
            ["It cost 3.5 million.", "Was it worth it?", "Yes"]
        );
        assert_eq!(found("... \n\n . ?! \u{201d}"), ["...", ". ?! \u{201d}"]);
    }
}
