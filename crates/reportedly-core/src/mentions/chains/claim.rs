//! What a claim tells about the pronoun that is its source: where it stands, what it says, what came before.

use crate::text::Span;

/// A claim, as far as it tells whom the pronoun means that is its source.
#[derive(Clone, Copy)]
pub struct Told<'a> {
    /// The pronoun.
    pub source: Span,
    pub cue: Option<Span>,
    pub content: &'a [Span],
    /// Whether some of the content is in quotation marks.
    pub quoted: bool,
    /// The row of the one in whose turn of a transcript it stands.
    pub turn: Option<usize>,
    /// The claim before it.
    pub before: Option<Earlier>,
}

/// A claim before, as far as it is looked at.
#[derive(Clone, Copy)]
pub struct Earlier {
    pub cue: Option<Span>,
    pub content: Option<Span>,
}

impl Told<'_> {
    /// After a quotation, a pronoun looks back from where the quotation begins.
    pub(super) fn looks_from(&self) -> u32 {
        let content = self.content.first().filter(|_| self.quoted);
        content.map_or(self.source.start(), |c| c.start().min(self.source.start()))
    }
}
