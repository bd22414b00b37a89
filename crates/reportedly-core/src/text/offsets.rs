//! Bytes <-> code points <-> UTF-16 units: the only place that knows units other than bytes.
//!
//! The outside counts **Unicode code points**, as the W3C Web Annotation model asks.

use super::{Span, Text};

/// A count is stored every so many bytes; a look-up reads at most this many.
const STRIDE: usize = 64;

/// Counts at intervals along one text, so that a span can be converted without reading from the start.
///
/// ```
/// use reportedly::Text;
/// use reportedly::text::offsets::Offsets;
///
/// let text = Text::new("\u{1f6a2} Mara");
/// let name = text.span(5, 9).unwrap(); // bytes
/// let offsets = Offsets::new(&text);
/// assert_eq!(offsets.code_points(name), (2, 6));
/// assert_eq!(offsets.utf16(name), (3, 7));
/// assert_eq!(offsets.from_code_points(2, 6), Some(name));
/// assert_eq!(offsets.from_code_points(2, 7), None);
/// ```
#[derive(Clone, Debug)]
pub struct Offsets<'t> {
    text: &'t str,
    code_points: Vec<u32>,
    utf16: Vec<u32>,
}

impl<'t> Offsets<'t> {
    /// Reads the text once.
    pub fn new(text: &'t Text) -> Self {
        let text = text.as_str();
        let (mut code_points, mut utf16) = (Vec::new(), Vec::new());
        let (mut cp, mut units) = (0u32, 0u32);
        for (i, c) in text.char_indices() {
            // a character that spans a mark belongs before it
            while code_points.len() * STRIDE <= i {
                code_points.push(cp);
                utf16.push(units);
            }
            cp += 1;
            units += c.len_utf16() as u32;
        }
        Self { text, code_points, utf16 }
    }

    /// A span in code points.
    pub fn code_points(&self, span: Span) -> (u32, u32) {
        (self.count(span.start(), &self.code_points, |_| 1), self.count(span.end(), &self.code_points, |_| 1))
    }

    /// A span in UTF-16 units, as JavaScript and Java count.
    pub fn utf16(&self, span: Span) -> (u32, u32) {
        let units = |c: char| c.len_utf16() as u32;
        (self.count(span.start(), &self.utf16, units), self.count(span.end(), &self.utf16, units))
    }

    /// The span of a range of code points; `None` if it is reversed or beyond the text.
    pub fn from_code_points(&self, start: u32, end: u32) -> Option<Span> {
        let (start, end) = (self.byte_of(start)?, self.byte_of(end)?);
        (start <= end).then(|| Span::new(start, end))
    }

    fn count(&self, byte: u32, marks: &[u32], width: impl Fn(char) -> u32) -> u32 {
        let byte = (byte as usize).min(self.text.len());
        let Some(mark) = marks.len().checked_sub(1).map(|last| last.min(byte / STRIDE)) else { return 0 };
        let from = self.border_after(mark * STRIDE);
        marks[mark] + self.text.get(from..byte).map_or(0, |s| s.chars().map(width).sum())
    }

    fn byte_of(&self, code_point: u32) -> Option<u32> {
        let Some(mark) = self.code_points.partition_point(|&c| c <= code_point).checked_sub(1) else {
            return (code_point == 0).then_some(0);
        };
        let from = self.border_after(mark * STRIDE);
        let rest = (code_point - self.code_points[mark]) as usize;
        let tail = &self.text[from..];
        let mut borders = tail.char_indices().map(|(i, _)| i).chain([tail.len()]);
        borders.nth(rest).map(|i| (from + i) as u32)
    }

    fn border_after(&self, byte: usize) -> usize {
        (byte..=self.text.len()).find(|&i| self.text.is_char_boundary(i)).unwrap_or(self.text.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_border_round_trips() {
        let odd = "a🙂\r\ne\u{301} العربية 👩\u{200d}👩\u{200d}👧 fin ".repeat(20);
        for text in ["", "x", "🙂", odd.as_str()].map(Text::new) {
            let offsets = Offsets::new(&text);
            let borders = text.as_str().char_indices().map(|(i, _)| i).chain([text.len()]);
            let mut units = 0;
            for (cp, byte) in borders.enumerate() {
                let span = text.span(byte, text.len()).unwrap();
                assert_eq!(offsets.code_points(span).0, cp as u32, "at byte {byte}");
                assert_eq!(offsets.utf16(span).0, units, "at byte {byte}");
                assert_eq!(offsets.from_code_points(cp as u32, cp as u32), text.span(byte, byte));
                units += text.as_str()[byte..].chars().next().map_or(0, |c| c.len_utf16() as u32);
            }
            let n = text.as_str().chars().count() as u32;
            assert_eq!(offsets.from_code_points(0, n + 1), None);
        }
    }
}
