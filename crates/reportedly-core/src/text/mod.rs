//! The text of an article, which never changes, and the spans that point into it.
//!
//! A [`Text`] never changes once it is made. A [`Span`] is a half-open range of **bytes** on character
//! borders; code points and UTF-16 units exist only in [`offsets`].

pub mod offsets;
mod span;

pub use span::{Span, Spans};

/// A text that never changes. At most 4 GiB, so that a span fits in eight bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(String);

impl Text {
    /// Freezes a text. What lies beyond `u32::MAX` bytes is cut off at a character border.
    ///
    /// ```
    /// use reportedly::Text;
    ///
    /// let text = Text::new("Café");
    /// assert_eq!((text.as_str(), text.len()), ("Café", 5));
    /// ```
    pub fn new(text: impl Into<String>) -> Self {
        let mut text = text.into();
        if text.len() > u32::MAX as usize {
            let end = (0..=u32::MAX as usize).rev().find(|&i| text.is_char_boundary(i)).unwrap_or(0);
            text.truncate(end);
        }
        Self(text)
    }

    /// The whole text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Length in bytes.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is no character at all.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// A span of this text, or `None` if the boundaries are out of range, reversed or inside a character.
    ///
    /// Positions are bytes.
    ///
    /// ```
    /// use reportedly::Text;
    ///
    /// let text = Text::new("The café is shut.");
    /// let cafe = text.span(4, 9).unwrap();
    /// assert_eq!(text.get(cafe), "café");
    /// assert_eq!(text.span(4, 8), None); // inside the é
    /// ```
    pub fn span(&self, start: usize, end: usize) -> Option<Span> {
        self.0.get(start..end)?;
        Some(Span::new(start as u32, end as u32))
    }

    /// The words of a span; empty if the span belongs to another text and does not fit.
    pub fn get(&self, span: Span) -> &str {
        self.0.get(span.range()).unwrap_or("")
    }

    /// The span without white space at either end.
    ///
    /// ```
    /// use reportedly::{Span, Text};
    ///
    /// let text = Text::new("  It rained. ");
    /// assert_eq!(text.trim(Span::new(0, 13)), Span::new(2, 12));
    /// ```
    pub fn trim(&self, span: Span) -> Span {
        let s = self.get(span);
        let start = span.start() + (s.len() - s.trim_start().len()) as u32;
        Span::new(start, start + s.trim().len() as u32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_lie_on_character_borders() {
        let text = Text::new("né 🙂");
        assert!(text.span(0, 3).is_some());
        assert_eq!(text.span(0, 2), None);
        assert_eq!(text.span(3, 99), None);
        assert_eq!(text.get(text.span(4, 8).unwrap()), "🙂");
        assert_eq!(text.trim(text.span(3, 8).unwrap()), text.span(4, 8).unwrap());
    }
}
