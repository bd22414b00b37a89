use std::ops::Range;

/// A half-open range of bytes `[start, end)` of a [`Text`](super::Text), on character borders.
///
/// ```
/// use reportedly::Span;
///
/// let (a, b) = (Span::new(0, 4), Span::new(2, 9));
/// assert!(a.overlaps(b) && !a.contains(b));
/// assert_eq!(a.cover(b), Span::new(0, 9));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// A span from borders that are known to be right; reversed borders are put in order.
    pub fn new(start: u32, end: u32) -> Self {
        Self { start: start.min(end), end: start.max(end) }
    }

    /// First byte.
    pub fn start(self) -> u32 {
        self.start
    }

    /// One past the last byte.
    pub fn end(self) -> u32 {
        self.end
    }

    /// Length in bytes.
    pub fn len(self) -> u32 {
        self.end - self.start
    }

    /// Whether it covers nothing.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// As a range for slicing.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Whether `other` lies inside.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether they share a byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    pub fn cover(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// One or more pieces in text order that do not overlap, or none: a content interrupted by its cue has two.
///
/// ```
/// use reportedly::{Span, Spans, Text};
///
/// let text = Text::new("\u{201c}It held,\u{201d} she said, \u{201c}all night.\u{201d}");
/// let pieces = Spans::new(vec![Span::new(25, 41), Span::new(0, 14)]);
/// let words: Vec<&str> = pieces.pieces().iter().map(|&p| text.get(p)).collect();
/// assert_eq!(words, ["\u{201c}It held,\u{201d}", "\u{201c}all night.\u{201d}"]);
/// assert_eq!(pieces.cover(), Some(Span::new(0, 41)));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Spans(Vec<Span>);

impl Spans {
    /// Sorts the pieces, joins those that overlap and drops the empty.
    pub fn new(mut pieces: Vec<Span>) -> Self {
        pieces.retain(|p| !p.is_empty());
        pieces.sort();
        let mut out: Vec<Span> = Vec::with_capacity(pieces.len());
        for p in pieces {
            match out.last_mut() {
                Some(last) if p.start < last.end => *last = last.cover(p),
                _ => out.push(p),
            }
        }
        Self(out)
    }

    /// The pieces in text order.
    pub fn pieces(&self) -> &[Span] {
        &self.0
    }

    /// Whether there is no piece.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// From the first piece's start to the last one's end.
    pub fn cover(&self) -> Option<Span> {
        Some(self.0.first()?.cover(*self.0.last()?))
    }

    /// Bytes under all pieces.
    pub fn len(&self) -> u32 {
        self.0.iter().map(|p| p.len()).sum()
    }

    /// Bytes under both.
    ///
    /// ```
    /// use reportedly::{Span, Spans};
    ///
    /// let a = Spans::new(vec![Span::new(0, 10), Span::new(20, 30)]);
    /// assert_eq!(a.shared(&Spans::from(Span::new(5, 25))), 10);
    /// ```
    pub fn shared(&self, other: &Spans) -> u32 {
        let common = |a: Span, b: Span| a.end.min(b.end).saturating_sub(a.start.max(b.start));
        self.0.iter().flat_map(|&a| other.0.iter().map(move |&b| common(a, b))).sum()
    }
}

impl From<Span> for Spans {
    fn from(span: Span) -> Self {
        Self::new(vec![span])
    }
}

impl FromIterator<Span> for Spans {
    fn from_iter<I: IntoIterator<Item = Span>>(pieces: I) -> Self {
        Self::new(pieces.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_sorted_and_joined() {
        let s = Spans::new(vec![Span::new(5, 9), Span::new(0, 3), Span::new(2, 4), Span::new(7, 7)]);
        assert_eq!(s.pieces(), [Span::new(0, 4), Span::new(5, 9)]);
        assert_eq!((s.len(), s.cover()), (8, Some(Span::new(0, 9))));
        assert_eq!(s.shared(&Spans::from(Span::new(3, 6))), 2);
    }
}
