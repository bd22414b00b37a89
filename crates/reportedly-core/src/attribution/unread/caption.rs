//! Captions: a line that ends with whose picture it is, or begins with the word for one.

use crate::language::Layout;

/// A longer line is a paragraph.
const LONGEST: usize = 60;
/// The most words on either side of a slash.
const SIDE: usize = 4;
/// A longer end is a sentence.
const CREDIT: usize = 10;

/// Whether a line is a caption.
pub(super) fn is_caption(line: &str, layout: &Layout) -> bool {
    if line.len() > LONGEST * 10 || line.split_whitespace().count() > LONGEST {
        return false;
    }
    is_bracketed(line)
        || line.match_indices(':').any(|(colon, _)| {
            let before = &line[..colon];
            let word = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
            let ahead = before[..before.len() - word.len()].trim_end();
            let free = ahead.is_empty()
                || ahead.ends_with([
                    '.', '!', '?', '(', '[', '|', '/', ')', '"', '\u{201d}', '\u{2019}', '\u{2013}',
                    '\u{2014}',
                ]);
            layout.captions.has(&word.to_lowercase())
                && word.starts_with(char::is_uppercase)
                && free
                && (ahead.is_empty() || is_credit(&line[colon + 1..]))
        })
}

/// "... at the museum (Ada Lind/Northlight)", with no full stop before.
fn is_bracketed(line: &str) -> bool {
    let Some((before, names)) = line.strip_suffix(')').and_then(|l| l.rsplit_once('(')) else { return false };
    let sides = || names.split('/').map(str::trim);
    let named = sides().all(|side| side.starts_with(char::is_alphabetic) && side.split(' ').count() <= SIDE);
    sides().count() > 1
        && named
        && names.contains(char::is_uppercase)
        && before.trim_end().ends_with(char::is_alphanumeric)
}

/// "Ada Lind/Northlight": whom a picture is by, to the end of the line.
fn is_credit(words: &str) -> bool {
    let words = words.trim();
    let stops = words.trim_end_matches(['.', ')', ']']).contains(['.', '!', '?']);
    let first = words.chars().find(|c| c.is_alphanumeric());
    !stops && first.is_some_and(char::is_uppercase) && words.split_whitespace().count() <= CREDIT
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::en::ENGLISH;

    #[test]
    fn captions_end_with_a_credit() {
        for line in [
            "Mara Hale and Tom Reed at the quay. Photograph: Ada Lind/Northlight",
            "The hall burned down. (Photo: Radio Nord)",
            "Image: A ferry said to be the oldest passes the pier.",
            "Photo: Ada Lind, Norport Times",
            "A visitor looks at a painting said to be by Orsk (Ada Lind/Northlight)",
        ] {
            assert!(is_caption(line, &ENGLISH.layout), "{line}");
        }
        for line in [
            "He saw the photo: It was old.",
            "Hale said the photo was fake.",
            "She has a picture: \"It is late.\"",
        ] {
            assert!(!is_caption(line, &ENGLISH.layout), "{line}");
        }
    }
}
