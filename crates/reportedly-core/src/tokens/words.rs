use unicode_normalization::char::is_combining_mark;

use crate::text::{Span, Text};

/// A run of letters, digits and combining marks, or one other visible character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// Where it stands.
    pub span: Span,
    /// Whether it is the first of its line.
    pub starts_line: bool,
    /// Whether it has letters or digits.
    pub is_word: bool,
}

/// The words of a text. The trained reader was trained on exactly this division.
///
/// ```
/// use reportedly::Text;
/// use reportedly::tokens::words;
///
/// let text = Text::new("Hale's pier, 1931.");
/// let found: Vec<&str> = words(&text).iter().map(|w| text.get(w.span)).collect();
/// assert_eq!(found, ["Hale", "'", "s", "pier", ",", "1931", "."]);
/// ```
pub fn words(text: &Text) -> Vec<Word> {
    let mut out = Vec::with_capacity(text.len() / 5);
    let (mut open, mut starts_line) = (None::<usize>, true);
    let mut push = |start: usize, end: usize, is_word: bool, starts_line: &mut bool| {
        out.push(Word { span: Span::new(start as u32, end as u32), starts_line: *starts_line, is_word });
        *starts_line = false;
    };
    for (i, c) in text.as_str().char_indices() {
        if is_word_char(c) {
            open.get_or_insert(i);
            continue;
        }
        if let Some(start) = open.take() {
            push(start, i, true, &mut starts_line);
        }
        if c == '\n' {
            starts_line = true;
        } else if !is_invisible(c) {
            push(i, i + c.len_utf8(), false, &mut starts_line);
        }
    }
    if let Some(start) = open {
        push(start, text.len(), true, &mut starts_line);
    }
    out
}

fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c)
}

fn is_invisible(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_letters_and_single_marks() {
        let text = Text::new("O\u{2019}Hara, 42\u{200b}!\r\n\u{627}\u{644}\u{64e} e\u{301}t");
        let found: Vec<_> = words(&text).iter().map(|w| (text.get(w.span), w.starts_line)).collect();
        let expected =
            [("O", true), ("\u{2019}", false), ("Hara", false), (",", false), ("42", false), ("!", false)];
        assert_eq!(found[..6], expected);
        assert_eq!(found[6..], [("\u{627}\u{644}\u{64e}", true), ("e\u{301}t", false)]);
    }
}
