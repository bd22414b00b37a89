use unicode_normalization::char::{decompose_canonical, is_combining_mark};

use crate::text::{Span, Text};
use crate::tokens::quotations;

/// The words of one article as numbers, by which re-use is found. Made from the text alone.
///
/// Letters are compared without case; marks, quotation marks and white space do not count, so that a copy
/// with other typography has the same keys.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keys {
    words: Vec<u32>,
    spans: Vec<Span>,
    lines: Vec<u32>,
    quoted: Vec<(u32, u32)>,
}

impl Keys {
    /// One number per word; never 0.
    pub fn words(&self) -> &[u32] {
        &self.words
    }

    /// The places of the words.
    pub fn spans(&self) -> &[Span] {
        &self.spans
    }

    /// The words that begin inside a span, as a range of positions.
    pub fn within(&self, span: Span) -> std::ops::Range<u32> {
        let from = self.spans.partition_point(|s| s.start() < span.start());
        let to = self.spans.partition_point(|s| s.start() < span.end());
        from as u32..to as u32
    }

    /// Whether a line begins at most so many words before or after this word; the end of the text counts
    /// as the beginning of one.
    pub(super) fn line_near(&self, word: u32, most: u32) -> bool {
        let next = self.lines.partition_point(|&l| l + most < word);
        let end = self.words.len() as u32;
        self.lines.get(next).copied().unwrap_or(end).abs_diff(word) <= most || end.abs_diff(word) <= most
    }

    /// How many words of a range are in quotation marks.
    pub fn quoted(&self, from: u32, to: u32) -> u32 {
        let first = self.quoted.partition_point(|q| q.1 <= from);
        let inside = self.quoted.get(first..).unwrap_or_default().iter().take_while(|q| q.0 < to);
        inside.map(|q| q.1.min(to) - q.0.max(from)).sum()
    }

    /// The span from one word to another, the last one not included.
    pub fn cover(&self, from: u32, to: u32) -> Span {
        let words = self.spans.get(from as usize..to as usize).unwrap_or_default();
        match (words.first(), words.last()) {
            (Some(first), Some(last)) => first.cover(*last),
            _ => Span::default(),
        }
    }
}

/// The keys of a text: runs of letters, digits and combining marks, each as a number.
///
/// ```
/// use reportedly::Text;
/// use reportedly::reuse::keys;
///
/// let (a, b) = (Text::new("\u{201c}It held,\u{201d} she said."), Text::new("It HELD \u{2014} she said"));
/// assert_eq!(keys(&a).words(), keys(&b).words());
/// assert_eq!(a.get(keys(&a).spans()[1]), "held");
/// assert_eq!(keys(&a).quoted(0, 4), 2);
/// ```
pub fn keys(text: &Text) -> Keys {
    let s = text.as_str();
    let many = s.len() / 5;
    let mut out = Keys {
        words: Vec::with_capacity(many),
        spans: Vec::with_capacity(many),
        lines: vec![0],
        quoted: Vec::new(),
    };
    let (mut hash, mut start) = (SEED, None::<usize>);
    for (i, c) in s.char_indices() {
        if c.is_ascii_alphanumeric() {
            hash = step(hash, u32::from(c.to_ascii_lowercase()));
        } else if !c.is_ascii() && (c.is_alphanumeric() || is_combining_mark(c)) {
            // composed and decomposed accents are the same
            c.to_lowercase().for_each(|l| {
                decompose_canonical(l, |part| hash = step(hash, u32::from(part.to_ascii_lowercase())))
            });
        } else {
            out.close(&mut start, i, &mut hash);
            if c == '\n' {
                out.line();
            }
            continue;
        }
        start.get_or_insert(i);
    }
    out.close(&mut start, s.len(), &mut hash);
    let pieces = quotations(text).into_iter().flat_map(|q| q.pieces);
    out.quoted = pieces.map(|p| out.within(p)).map(|r| (r.start, r.end)).collect();
    out
}

impl Keys {
    fn line(&mut self) {
        let next = self.words.len() as u32;
        if self.lines.last() != Some(&next) {
            self.lines.push(next);
        }
    }

    fn close(&mut self, start: &mut Option<usize>, end: usize, hash: &mut u64) {
        if let Some(from) = start.take() {
            self.spans.push(Span::new(from as u32, end as u32));
            self.words.push(((*hash >> 32) as u32).max(1));
            *hash = SEED;
        }
    }
}

const SEED: u64 = 0x51_7c_c1_b7_27_22_0a_95;

fn step(hash: u64, letter: u32) -> u64 {
    (hash.rotate_left(5) ^ u64::from(letter)).wrapping_mul(SEED)
}

/// How many words in a row are a shingle (Broder 1997).
pub(super) const SHINGLE: usize = 5;

/// The hash of the shingle that begins at a word, or `None` at the end.
pub(super) fn shingle(words: &[u32], at: usize) -> Option<u64> {
    let words = words.get(at..at + SHINGLE)?;
    let mixed = words.iter().fold(SEED, |h, &w| (h ^ u64::from(w)).wrapping_mul(0x9e37_79b9_7f4a_7c15));
    Some((mixed ^ (mixed >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9))
}

/// Whether a shingle is in the sample that the index keeps: half of them, chosen by hash, so that both
/// texts choose the same.
pub(super) fn sampled(shingle: u64) -> bool {
    shingle >> 63 == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typography_and_case_do_not_count() {
        let a = keys(&Text::new("\u{201c}The tide,\u{201d} said O\u{2019}Hara \u{2014} ÉTÉ 42"));
        let b = keys(&Text::new("\"the   tide\" said o'hara, été 42."));
        assert_eq!(a.words(), b.words());
        assert_eq!(a.words().len(), 7);
        assert!(!a.words().contains(&0));
        let [composed, apart] =
            ["caf\u{e9} \u{c9}t\u{e9}", "cafe\u{301} E\u{301}te\u{301}"].map(|t| keys(&Text::new(t)));
        assert_eq!(composed.words(), apart.words());
    }
}
