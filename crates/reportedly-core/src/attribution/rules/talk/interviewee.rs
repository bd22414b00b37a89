//! Who is interviewed: "Interview with the founder Hugh Maguire", "Tina Vale spoke to us".

use std::collections::BTreeSet;

use crate::attribution::lines::words;
use crate::text::{Span, Text};

/// Where the phrase for the one who is interviewed ends.
const ENDS: &[&str] = &["on", "about", "for", "after", "before", "who", "when", "by", "to", "this", "last"];
/// Words that a sentence or a headline begins with, and that no name begins with.
const NO_NAMES: &[&str] = &[
    "the",
    "a",
    "an",
    "in",
    "on",
    "at",
    "for",
    "when",
    "after",
    "but",
    "and",
    "we",
    "i",
    "it",
    "this",
    "that",
    "his",
    "her",
    "interview",
    "interviews",
    "q&a",
    "as",
    "to",
    "of",
    "by",
    "with",
    "how",
    "why",
    "what",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "photo",
    "image",
    "mr",
    "mrs",
    "ms",
    "dr",
    "prof",
    "professor",
];
/// A name has so many words at most.
const LONGEST: usize = 3;

/// Whether a word calls something an interview.
pub(super) fn is_interview(word: &str) -> bool {
    matches!(
        word.to_lowercase().as_str(),
        "interview" | "interviews" | "interviewed" | "q&a" | "conversation"
    )
}

/// Whether a word says that somebody spoke with somebody.
pub(super) fn is_call(word: &str) -> bool {
    is_interview(word) || matches!(word.to_lowercase().as_str(), "talk" | "talks" | "talked" | "spoke")
}

/// The one who is interviewed, where headline or introduction leave no doubt: the one whom the interview is said to be with,
/// or else the only full name there.
pub(super) fn interviewee(introduction: &[Span], text: &Text) -> Option<Span> {
    for &line in introduction {
        let words: Vec<Span> = words(line, text).collect();
        if let Some(at) = words.iter().position(|&w| is_call(bare(w, text))) {
            match called(&words, at, text) {
                Called::One(name) => return Some(name),
                Called::Several => return None,
                Called::Nobody => {}
            }
        }
    }
    let found: Vec<Span> = introduction
        .iter()
        .flat_map(|&line| full_names(&words(line, text).collect::<Vec<_>>(), text))
        .collect();
    let names: BTreeSet<&str> = found.iter().map(|&s| text.get(s)).collect();
    found.last().copied().filter(|_| names.len() == 1)
}

/// Whom the words round a call name.
enum Called {
    One(Span),
    Several,
    Nobody,
}

/// "interviews academic Ada Vale about", "Ada Vale: an interview".
fn called(words: &[Span], at: usize, text: &Text) -> Called {
    let behind = &words[at + 1..];
    let stops = |w: &Span| ENDS.contains(&text.get(*w)) || text.get(*w).ends_with([',', ';', '.', '?']);
    let skip = behind.iter().take_while(|w| matches!(text.get(**w), "with" | "to")).count();
    let end = behind.iter().skip(skip).position(stops).map_or(behind.len(), |i| {
        let i = i + skip;
        i + usize::from(!ENDS.contains(&text.get(behind[i])))
    });
    let phrase = &behind[skip..end];
    let head: Vec<Span> = words[..at].iter().copied().take_while(|&w| !text.get(w).ends_with(':')).collect();
    let head = words.get(..(head.len() + 1).min(at)).unwrap_or_default();
    for part in [phrase, head] {
        let names = full_names(part, text);
        let whole = names.last().zip(part.last()).is_some_and(|(name, last)| name.end() + 1 >= last.end());
        match names[..] {
            [] => {}
            [_] if part.iter().any(|&w| text.get(w) == "and") => return Called::Several,
            [name] if whole => return Called::One(name),
            [_] => {}
            _ => return Called::Several,
        }
    }
    Called::Nobody
}

/// Two or three words with capitals, one after another.
fn full_names(words: &[Span], text: &Text) -> Vec<Span> {
    let capital = |w: &Span| {
        bare(*w, text).starts_with(char::is_uppercase)
            && !NO_NAMES.contains(&bare(*w, text).to_lowercase().as_str())
    };
    let joined =
        |a: &Span, b: &Span| capital(a) && capital(b) && text.get(*a).ends_with(char::is_alphanumeric);
    let runs = words.chunk_by(|a, b| joined(a, b));
    let named = runs.filter(|run| (2..=LONGEST).contains(&run.len()));
    named.filter_map(|run| Some(inner(*run.first()?, text).cover(inner(*run.last()?, text)))).collect()
}

fn bare(word: Span, text: &Text) -> &str {
    text.get(inner(word, text))
}

/// A word without the marks round it and its possessive.
fn inner(word: Span, text: &Text) -> Span {
    let raw = text.get(word);
    let start = raw.len() - raw.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
    let kept = raw.trim_end_matches(|c: char| !c.is_alphanumeric());
    let kept = kept.strip_suffix("'s").or(kept.strip_suffix("\u{2019}s")).unwrap_or(kept);
    Span::new(word.start() + start as u32, word.start() + (kept.len().max(start)) as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn who(words: &str) -> Option<String> {
        let text = Text::new(words);
        let lines: Vec<Span> =
            crate::attribution::lines::lines(Span::new(0, words.len() as u32), &text).collect();
        interviewee(&lines, &text).map(|s| text.get(s).to_owned())
    }

    #[test]
    fn the_one_who_is_interviewed() {
        for (words, name) in [
            ("Interview with BookVoice founder Hugh Maguire", "Hugh Maguire"),
            ("Radio Nord interviews engineer Ada Vale about the bridge", "Ada Vale"),
            ("Ada Vale: An interview with the ferry poet", "Ada Vale"),
            ("'We counted': an interview with Dr Paulo Serrano", "Paulo Serrano"),
            ("The novelist Sefa Okonu wrote a book. She spoke to The Ridge about it.", "Sefa Okonu"),
        ] {
            assert_eq!(who(words).as_deref(), Some(name), "{words}");
        }
        for words in [
            "A talk with Ida Brook and Tom Reed",
            "Interview with the owners of a mill",
            "Ida Brook met Tom Reed.",
        ] {
            assert_eq!(who(words), None, "{words}");
        }
    }
}
