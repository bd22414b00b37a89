use crate::text::Span;

/// A doubt that did not stop the reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The kind of doubt.
    pub kind: NoteKind,
    /// Where in the text, if at one place.
    pub span: Option<Span>,
    /// One plain sentence for the user.
    pub message: String,
}

/// The kinds of doubt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum NoteKind {
    /// Bytes that are not valid characters were replaced.
    BrokenEncoding,
    /// The declared character set is not the one in use.
    WrongCharset,
    /// Something was cut because it was too deep, too long or too many.
    Capped,
    /// The language is not one that the reader knows.
    Language,
    /// A page that may contain no article was read because the caller asked for it.
    Forced,
    /// Anything else about the page.
    Page,
    /// Quotation marks that do not pair.
    Quotation,
    /// A source that could be resolved to two names.
    Source,
}

impl NoteKind {
    /// The name in the output.
    pub fn name(self) -> &'static str {
        match self {
            Self::BrokenEncoding => "broken_encoding",
            Self::WrongCharset => "wrong_charset",
            Self::Capped => "capped",
            Self::Language => "language",
            Self::Forced => "forced",
            Self::Page => "page",
            Self::Quotation => "quotation",
            Self::Source => "source",
        }
    }
}
