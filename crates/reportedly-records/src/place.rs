use reportedly_core::text::offsets::Offsets;
use reportedly_core::text::{Span, Text};
use serde::{Deserialize, Serialize};

/// A half-open range of Unicode code points `[start, end)` of the text, with the words under it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// First code point.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// The words.
    pub text: String,
}

pub(crate) fn place(text: &Text, offsets: &Offsets, span: Span) -> Place {
    let (start, end) = offsets.code_points(span);
    Place { start, end, text: text.get(span).to_owned() }
}
