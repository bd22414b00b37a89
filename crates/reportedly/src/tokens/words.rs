use unicode_normalization::char::is_combining_mark;

use crate::text::{Span, Text};

/// A run of letters, digits and combining marks, or one other visible character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// Where it stands.
    pub span: Span,
    /// Whether it is the first of its line.
    pub starts_line: bool,
}

/// The words of a text. The trained reader was trained on exactly this division.
pub fn words(text: &Text) -> Vec<Word> {
    let mut out = Vec::with_capacity(text.len() / 5);
    let (mut open, mut starts_line) = (None::<usize>, true);
    let mut push = |start: usize, end: usize, starts_line: &mut bool| {
        out.push(Word { span: Span::new(start as u32, end as u32), starts_line: *starts_line });
        *starts_line = false;
    };
    for (i, c) in text.as_str().char_indices() {
        if is_word_char(c) {
            open.get_or_insert(i);
            continue;
        }
        if let Some(start) = open.take() {
            push(start, i, &mut starts_line);
        }
        if c == '\n' {
            starts_line = true;
        } else if !is_invisible(c) {
            push(i, i + c.len_utf8(), &mut starts_line);
        }
    }
    if let Some(start) = open {
        push(start, text.len(), &mut starts_line);
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
