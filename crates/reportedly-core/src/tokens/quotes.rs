//! Quotation marks, paired across paragraphs.
//!
//! News opens a quotation anew at each of its paragraphs and closes it once, at the end; a mark that is
//! never closed ends with its paragraph and gives a doubt. Single marks are left alone: they are
//! apostrophes far too often; two of them, as typewriters had it, are a double one.

use crate::text::{Span, Text};

/// Words between double quotation marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// One piece per paragraph, marks included.
    pub pieces: Vec<Span>,
    /// Whether a closing mark was found.
    pub closed: bool,
}

impl Quotation {
    /// From its first mark to its end.
    pub fn cover(&self) -> Span {
        let first = self.pieces.first().copied().unwrap_or_default();
        self.pieces.last().map_or(first, |last| first.cover(*last))
    }
}

/// All quotations in text order; none overlaps another.
///
/// Spans are bytes and take in the marks.
///
/// ```
/// use reportedly::Text;
/// use reportedly::tokens::quotations;
///
/// let text = Text::new("\u{201c}It held.\n\n\u{201c}It will hold again,\u{201d} she said. \"No");
/// let found = quotations(&text);
/// assert_eq!(found[0].pieces.len(), 2); // one a paragraph
/// assert_eq!(text.get(found[0].pieces[0]), "\u{201c}It held.");
/// assert!(found[0].closed && !found[1].closed);
/// ```
pub fn quotations(text: &Text) -> Vec<Quotation> {
    let (mut out, mut open) = (Vec::new(), None::<Quotation>);
    for line in lines(text) {
        let mut start = line.start();
        let mut inside = None;
        if let Some(quotation) = &open {
            match first_mark(text, line) {
                Some(mark) => (inside, start) = (Some(mark.start()), mark.end()),
                None => out.push(Quotation { closed: false, ..quotation.clone() }),
            }
            if inside.is_none() {
                open = None;
            }
        }
        let before = inside.and_then(|at| text.as_str()[at as usize..].chars().next());
        for (at, mark) in marks(text, Span::new(start, line.end()), before) {
            match (inside, mark) {
                (None, Mark::Opens) => inside = Some(at),
                (Some(from), Mark::Closes) => {
                    let piece = Span::new(from, at + width(text, at));
                    let mut quotation =
                        open.take().unwrap_or(Quotation { pieces: Vec::new(), closed: false });
                    quotation.pieces.push(piece);
                    out.push(Quotation { closed: true, ..quotation });
                    inside = None;
                }
                _ => {}
            }
        }
        if let Some(from) = inside {
            let quotation = open.get_or_insert(Quotation { pieces: Vec::new(), closed: false });
            quotation.pieces.push(text.trim(Span::new(from, line.end())));
        }
    }
    out.extend(open);
    out
}

/// Whether a quotation mark stands in some words.
pub fn has_mark(words: &str) -> bool {
    const MARKS: [char; 8] = ['"', '\u{201c}', '\u{201d}', '\u{201e}', '\u{ab}', '\u{bb}', '「', '\u{ff02}'];
    words.contains(MARKS) || DOUBLED.iter().any(|d| words.contains(d))
}

/// Two single marks for a double one: ``so'' or ''so''.
const DOUBLED: [&str; 2] = ["''", "``"];

#[derive(Clone, Copy, PartialEq)]
enum Mark {
    Opens,
    Closes,
}

/// Lines that are not blank.
fn lines(text: &Text) -> impl Iterator<Item = Span> {
    let mut at = 0;
    text.as_str().split_inclusive('\n').filter_map(move |line| {
        let start = at;
        at += line.len() as u32;
        (!line.trim().is_empty()).then_some(Span::new(start, at))
    })
}

/// The opening mark that a line begins with, if it begins with one.
fn first_mark(text: &Text, line: Span) -> Option<Span> {
    let line = text.trim(line);
    let c = text.get(line).chars().next()?;
    let opens = matches!(c, '"' | '\u{201c}' | '\u{201e}' | '\u{ab}')
        || DOUBLED.iter().any(|d| text.get(line).starts_with(d));
    opens.then(|| Span::new(line.start(), line.start() + width(text, line.start())))
}

fn width(text: &Text, at: u32) -> u32 {
    let rest = &text.as_str()[at as usize..];
    let doubled = DOUBLED.iter().find(|d| rest.starts_with(**d)).map(|d| d.len());
    doubled.or(rest.chars().next().map(char::len_utf8)).unwrap_or(0) as u32
}

/// The marks of a stretch; `open` is the one that stands open before it.
fn marks(text: &Text, span: Span, mut open: Option<char>) -> impl Iterator<Item = (u32, Mark)> {
    let (base, words) = (span.start(), text.get(span));
    let mut before = None;
    let mut rest = words.char_indices().peekable();
    std::iter::from_fn(move || {
        while let Some((i, c)) = rest.next() {
            let previous = before.replace(c);
            let doubled = matches!(c, '\'' | '`') && rest.next_if(|n| n.1 == c).is_some();
            let next = rest.peek().map(|n| n.1);
            // "He fell down.\"It is late,\" she said": a page lost the space
            let glued = open.is_none()
                && matches!(previous, Some('.' | '!' | '?'))
                && next.is_some_and(char::is_uppercase);
            let begins = opens(previous, next) || glued;
            let c = if doubled { '"' } else { c };
            let mark = match (c, open) {
                // German: „so“ and »so«
                ('\u{201c}', Some('\u{201e}')) | ('\u{ab}', Some('\u{bb}')) => Mark::Closes,
                ('\u{201c}' | '\u{201e}' | '\u{ab}', _) => Mark::Opens,
                // Swedish: ”så” and »så»
                ('\u{201d}' | '\u{bb}', None) if begins => Mark::Opens,
                ('\u{201d}' | '\u{bb}', _) => Mark::Closes,
                ('"' | '\u{ff02}', _) if begins => Mark::Opens,
                ('"' | '\u{ff02}', _) => Mark::Closes,
                // Japanese: 「so」, and 『so』 within
                ('「', _) | ('『', None) => Mark::Opens,
                ('」', _) | ('』', Some('『')) => Mark::Closes,
                _ => continue,
            };
            open = match mark {
                Mark::Opens => open.or(Some(c)),
                Mark::Closes => None,
            };
            return Some((base + i as u32, mark));
        }
        None
    })
}

/// A straight mark opens after white space, a bracket or a dash, before something visible.
fn opens(before: Option<char>, after: Option<char>) -> bool {
    let free = before.is_none_or(|c| {
        c.is_whitespace() || matches!(c, '(' | '[' | '\u{2014}' | '\u{2013}' | '-' | '\'' | '\u{2018}')
    });
    free && after.is_some_and(|c| !c.is_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(Vec<&str>, bool)> {
        let frozen = Text::new(text);
        quotations(&frozen)
            .iter()
            .map(|q| (q.pieces.iter().map(|p| &text[p.range()]).collect(), q.closed))
            .collect()
    }

    #[test]
    fn a_quotation_runs_over_paragraphs() {
        let text = "Hale said: \u{201c}We wait.\n\n\u{201c}We hope.\u{201d}\n\nShe left.";
        assert_eq!(found(text), [(vec!["\u{201c}We wait.", "\u{201c}We hope.\u{201d}"], true)]);
    }

    #[test]
    fn straight_marks_pair_by_what_stands_beside_them() {
        assert_eq!(
            found("\"No,\" he said. \"Not now.\""),
            [(vec!["\"No,\""], true), (vec!["\"Not now.\""], true)]
        );
        assert_eq!(found("a (\"b\") c"), [(vec!["\"b\""], true)]);
    }

    #[test]
    fn marks_of_other_languages_pair() {
        for text in [
            "\u{201e}So\u{201c} sagt er.",
            "\u{bb}So\u{ab} sagt er.",
            "\u{201d}S\u{e5}\u{201d} sa han.",
            "\u{bb}S\u{e5}\u{bb} sa han.",
            "「そう」と言った。",
        ] {
            let quoted = found(text);
            assert!(quoted.len() == 1 && quoted[0].1, "{text} {quoted:?}");
        }
        assert_eq!(found("\u{201e}So\u{201c}, sagt er, \u{201e}oder so\u{201c}.").len(), 2);
    }

    #[test]
    fn two_single_marks_are_a_double_one() {
        assert_eq!(
            found("''No,'' he said. She called it ''so.''"),
            [(vec!["''No,''"], true), (vec!["''so.''"], true)]
        );
        assert_eq!(found("``No,'' he said."), [(vec!["``No,''"], true)]);
        assert_eq!(found("He fell.\"Late,\" she said."), [(vec!["\"Late,\""], true)]);
        assert_eq!(found("''One.\n\n''Two.''"), [(vec!["''One.", "''Two.''"], true)]);
    }

    #[test]
    fn an_open_mark_ends_with_its_paragraph() {
        assert_eq!(found("He said \u{201c}no.\n\nThen he left."), [(vec!["\u{201c}no."], false)]);
    }

    #[test]
    fn odd_texts_do_no_harm() {
        for text in ["", "\"", "\"\"=", "\u{201d}\u{201d}", "\"Bob.\"\n\n\"What.\"", "\u{ab}\n\u{ab}\n\u{ab}"]
        {
            found(text);
        }
    }
}
