//! The notation of the cases: a text with its expected answer marked in it.
//!
//! ```text
//! ## A shared source
//! [source 1,2: The mayor] [cue 1: said] [content 1: it was safe] and [cue 2: promised] [content 2: a report].
//!
//! Known wrong: why the answer above is not what a person would say
//! ```
//!
//! Lines below the text tell what else is expected, each sort for all claims or not at all:
//!
//! ```text
//! Source 1: person Ada Vale
//! Title 1: mayor of Norport
//! Affiliation 1: none
//! Presented 1: possible affirmed “may”
//! Stance 1: asserts
//! Sources: “Ada Vale”, “she” / “the mayor”
//! Voices: author report / attributed / carried “in this view”
//! ```
//!
//! `Title` and `Affiliation` are what the source is and whom it belongs to; `Sources` puts the mentions of one
//! source together.
//!
//! A number is one attribution; a repeated number is another piece of it. Marks nest. A blank line parts
//! paragraphs, a single line end is a space. `\[`, `\]` and `\\` are literal, `\n` and `\r` are a line end
//! and a carriage return, and a backslash before anything else (a space at the edge of a paragraph, a `#`
//! at its start) keeps it as it is.

mod expected;
mod parse;
mod write;

use reportedly_core::attribution::{Attribution, mode};
use reportedly_core::text::{Span, Spans, Text};
use reportedly_core::tokens::Tokens;

pub use expected::expected;
pub use parse::parse;
pub use write::write;

/// One case: a text and the attributions expected in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Case {
    /// The heading.
    pub name: String,
    /// The line of the heading, from 1; 0 for a case that was not parsed.
    pub line: usize,
    /// The text without its marks.
    pub text: Text,
    /// The attributions; number 1 comes first.
    pub marks: Vec<Marked>,
    /// What is expected of sources, certainty and voice: whole lines, as written.
    pub expected: Vec<String>,
    /// Why the expected answer is not what a person would say.
    pub known_wrong: Option<String>,
}

/// The places of one attribution.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marked {
    /// As in [`Attribution`].
    pub source: Spans,
    /// As in [`Attribution`].
    pub cue: Option<Span>,
    /// As in [`Attribution`].
    pub content: Spans,
}

/// What is wrong with a case file, and in which line.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {message}")]
pub struct Error {
    /// From 1.
    pub line: usize,
    /// What is wrong and how it is written.
    pub message: String,
}

impl From<&Attribution> for Marked {
    fn from(a: &Attribution) -> Self {
        Self { source: joined(&a.source), cue: a.cue, content: joined(&a.content) }
    }
}

impl Marked {
    /// The attribution that a person has marked here, in no other.
    ///
    /// ```
    /// use reportedly::{Article, resolve};
    /// use reportedly_records::case::parse;
    ///
    /// let case = parse("## Rain\n[source 1: Ada Vale] [cue 1: denied] [content 1: that it rained].\n")?.remove(0);
    /// let article = Article { text: case.text.clone(), ..Article::default() };
    /// let marked = case.marks[0].attribution(&article.tokens());
    /// let reading = resolve(&article, vec![marked], Vec::new());
    /// assert_eq!(reading.claims[0].identity().unwrap().name.as_deref(), Some("Ada Vale"));
    /// # Ok::<(), reportedly_records::case::Error>(())
    /// ```
    pub fn attribution(&self, tokens: &Tokens) -> Attribution {
        let Self { source, cue, content } = self.clone();
        let mode = mode(content.pieces(), tokens);
        Attribution {
            source,
            cue,
            content,
            mode,
            within: None,
            confidence: 1.0,
            method: "hand",
            reasons: Vec::new(),
        }
    }
}

/// Joins pieces that touch: the notation cannot tell them from one piece.
fn joined(spans: &Spans) -> Spans {
    let mut out: Vec<Span> = Vec::new();
    for &piece in spans.pieces() {
        match out.last_mut() {
            Some(last) if last.end() == piece.start() => *last = last.cover(piece),
            _ => out.push(piece),
        }
    }
    Spans::new(out)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Role {
    Content,
    Source,
    Cue,
}

impl Role {
    const ALL: [(Role, &'static str); 3] =
        [(Role::Content, "content"), (Role::Source, "source"), (Role::Cue, "cue")];

    fn name(self) -> &'static str {
        Self::ALL[self as usize].1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NESTED: &str = "## Nested and shared\n\n[source 1,3: Ms. Hale] [cue 1: said] [content 1: that [source 2: officials] had [cue 2: told] him [content 2: the bridge was unsafe]] and [cue 3: asked] [content 3: why].\n\nA second paragraph with \\[brackets\\].\n\nKnown wrong: nobody asked\n";

    #[test]
    fn marks_are_read() {
        let case = &parse(NESTED).unwrap()[0];
        let words = |spans: &Spans| spans.pieces().iter().map(|&p| case.text.get(p)).collect::<Vec<_>>();
        assert_eq!(words(&case.marks[0].content), ["that officials had told him the bridge was unsafe"]);
        assert_eq!(words(&case.marks[1].source), ["officials"]);
        assert_eq!(words(&case.marks[2].source), ["Ms. Hale"]);
        assert!(case.text.as_str().ends_with("why.\n\nA second paragraph with [brackets]."));
        assert_eq!(case.known_wrong.as_deref(), Some("nobody asked"));
        assert_eq!(write(&parse(NESTED).unwrap()), NESTED);
    }

    #[test]
    fn errors_name_the_line() {
        for (text, line) in [
            ("## a\n\n[content 1: x", 3),
            ("## a\n\nx\n\ny ] z", 5),
            ("## a\n\n[claim 1: x]", 3),
            ("## a\n[content 2: x]", 2),
            ("no heading [", 1),
        ] {
            assert_eq!(parse(text).unwrap_err().line, line, "{text}");
        }
    }

    /// A small generator of its own, so that the test needs no library and always sees the same cases.
    #[test]
    fn whatever_is_written_is_read_back() {
        let mut seed = 7u64;
        let mut next = move |n: usize| {
            seed = seed.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            (seed >> 33) as usize % n
        };
        let bits = [
            "a",
            " ",
            "\n",
            "\n\n",
            "\r\n",
            "[",
            "]",
            "\\",
            "# ",
            "é",
            "🙂",
            "Known wrong: ",
            "Source 1: ",
            "Voices: ",
            "Title 2: ",
            "Sources: ",
            "e\u{301}",
            "\t",
            "ب",
            "x: ",
        ];
        for _ in 0..3000 {
            let text = Text::new((0..next(20)).map(|_| bits[next(bits.len())]).collect::<String>());
            let borders: Vec<usize> =
                text.as_str().char_indices().map(|(i, _)| i).chain([text.len()]).collect();
            let mut span = || {
                let (a, b) = (borders[next(borders.len())], borders[next(borders.len())]);
                Span::new(a as u32, b as u32)
            };
            let marks = (0..3)
                .map(|_| Marked {
                    source: joined(&Spans::new(vec![span()])),
                    cue: Some(span()).filter(|s| !s.is_empty()),
                    content: joined(&Spans::new(vec![span(), span()])),
                })
                .filter(|m| !m.content.is_empty())
                .collect();
            let expected = vec!["Voices: author".to_owned()];
            let case = Case { name: "n".into(), line: 1, text, marks, expected, known_wrong: None };
            let written = write(std::slice::from_ref(&case));
            assert_eq!(parse(&written).as_deref(), Ok([case].as_slice()), "{written}");
        }
    }
}
