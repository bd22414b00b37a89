//! An article window by window: each word is scored once, with context on both sides, and lines are kept whole.

use rten_gemm::{GemmExecutor, GemmInputA, GemmInputB, GemmOptions};
use rten_tensor::NdTensorView;

use crate::encoder::{BUCKETS, Encoder, POINTER, POSITIONS, Pointer, Scratch, TAGS};
use crate::exact::softmax;
use crate::features::Words;

/// Pieces in a window, without the two at its borders.
const SIZE: usize = POSITIONS - 2;
/// Pieces of context that a word has on either side, unless the article ends.
const MARGIN: usize = 20;
/// Less is not worth keeping.
const LEAST: f32 = 0.01;

/// What the network says of every word.
#[derive(Debug, Default)]
pub struct Scores {
    /// Log probabilities of the tags.
    pub tags: Vec<[f32; TAGS]>,
    /// Where the cue of a content would start.
    pub to_cue: Vec<Targets>,
    /// Where the source of a cue would start.
    pub to_source: Vec<Targets>,
}

/// Words that a pointer leads to, in text order, with their probabilities.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Targets {
    /// (word, probability), only those that are not next to nothing.
    pub words: Vec<(u32, f32)>,
    /// Probability that there is none.
    pub nothing: f32,
}

/// Scores all words.
pub fn score(words: &Words, encoder: &Encoder) -> Scores {
    let (mut out, mut scratch) = (Scores::default(), Scratch::default());
    let gemm = GemmExecutor::<f32, f32, f32>::default();
    for w in plan(words) {
        let rows = encoder.window(words, w.start, w.end, &mut scratch);
        let width = rows.len() / (w.end - w.start);
        let owned = w.own_start - w.start..w.own_end - w.start;
        out.tags.extend(rows.chunks_exact(width).skip(owned.start).take(owned.len()).map(tags));
        let targets =
            |pointer: &Pointer, at: usize| point(&gemm, &rows, width, TAGS + at * POINTER, pointer, &w);
        out.to_cue.extend(targets(&encoder.to_cue, 0));
        out.to_source.extend(targets(&encoder.to_source, 2));
    }
    out
}

/// Words `start..end` are seen, `own_start..own_end` are scored.
#[derive(Debug, PartialEq)]
struct Window {
    start: usize,
    end: usize,
    own_start: usize,
    own_end: usize,
}

fn plan(words: &Words) -> Vec<Window> {
    let (n, mut out, mut own_start) = (words.len(), Vec::new(), 0);
    while own_start < n {
        let start = (0..own_start).rev().take_while(|&w| words.pieces_in(w, own_start) <= MARGIN).last();
        let start = start.unwrap_or(own_start);
        let end =
            (start + 1..=n).take_while(|&w| words.pieces_in(start, w) <= SIZE).last().unwrap_or(start + 1);
        let own_end = if end == n { n } else { cut(words, own_start, end) };
        out.push(Window { start, end, own_start, own_end });
        own_start = own_end;
    }
    out
}

/// Where the words that are scored in a window end: at the last line that starts in its later half, so that few
/// sentences are seen in two parts; else as far as there is context.
fn cut(words: &Words, start: usize, end: usize) -> usize {
    let seen = |w: &usize| words.pieces_in(*w, end) >= MARGIN;
    let late = |w: &usize| words.pieces_in(start, *w) >= SIZE / 2;
    let line = (start + 1..end).rev().take_while(late).find(|w| words.starts[*w] == 1 && seen(w));
    line.or_else(|| (start + 1..end).rev().find(seen)).unwrap_or(end)
}

fn tags(row: &[f32]) -> [f32; TAGS] {
    let mut out = [0.0; TAGS];
    out.copy_from_slice(&row[..TAGS]);
    let high = out.iter().fold(f32::MIN, |a, &b| a.max(b));
    let total = high + out.iter().map(|x| (x - high).exp()).sum::<f32>().ln();
    out.map(|x| x - total)
}

/// Scaled dot product of query and key, a bias by distance, and a key for "nothing".
fn point(
    gemm: &GemmExecutor<f32, f32, f32>,
    rows: &[f32],
    width: usize,
    at: usize,
    pointer: &Pointer,
    w: &Window,
) -> Vec<Targets> {
    let n = w.end - w.start;
    let part = |at: usize| NdTensorView::from_slice_with_strides([n, POINTER], &rows[at..], [width, 1]).ok();
    let (Some(q), Some(k)) = (part(at), part(at + POINTER)) else { return Vec::new() };
    let scale = 1.0 / (POINTER as f32).sqrt();
    let mut scores = vec![0.0; n * n];
    let options = GemmOptions { alpha: scale, ..GemmOptions::default() };
    let done = gemm.gemm(&mut scores, GemmInputA::Unpacked(q), GemmInputB::Unpacked(k.transposed()), options);
    debug_assert!(done.is_ok());
    let mut row = vec![0.0; n + 1];
    let owned = w.own_start - w.start..w.own_end - w.start;
    owned
        .map(|i| {
            for j in 0..n {
                row[j] = scores[i * n + j] + pointer.bias[bucket(j as i32 - i as i32)];
            }
            let query = &rows[i * width + at..][..POINTER];
            row[n] = query.iter().zip(&pointer.nothing).map(|(a, b)| a * b).sum::<f32>() * scale;
            softmax(&mut row);
            let likely = row[..n].iter().enumerate().filter(|(_, p)| **p >= LEAST);
            Targets { words: likely.map(|(j, &p)| ((w.start + j) as u32, p)).collect(), nothing: row[n] }
        })
        .collect()
}

/// Relative position in words: exact to 8, then by powers of two.
fn bucket(distance: i32) -> usize {
    let d = distance.unsigned_abs();
    let steps = if d <= 8 { d } else { 9 + (d / 8).ilog2().min(4) } as i32;
    (BUCKETS as i32 / 2 + steps * distance.signum()) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_lengths(lengths: &[usize]) -> Words {
        let first = lengths.iter().scan(0, |at, l| Some(std::mem::replace(at, *at + l)));
        let total = lengths.iter().sum();
        let n = lengths.len();
        Words {
            pieces: vec![0; total],
            first: first.chain([total]).collect(),
            shapes: vec![0; n],
            quotes: vec![0; n],
            starts: vec![0; n],
            borders: (1, 2),
        }
    }

    #[test]
    fn every_word_is_scored_once_with_context() {
        for lengths in [
            vec![],
            vec![1],
            vec![1; 254],
            vec![2; 700],
            vec![100; 40],
            (0..999).map(|i| 1 + i % 4).collect(),
        ] {
            let words = of_lengths(&lengths);
            let windows = plan(&words);
            let mut next = 0;
            for w in &windows {
                assert_eq!(w.own_start, next);
                assert!(w.start <= w.own_start && w.own_start < w.own_end && w.own_end <= w.end);
                assert!(words.pieces_in(w.start, w.end) <= SIZE);
                next = w.own_end;
            }
            assert_eq!(next, lengths.len());
        }
        let mut lines = of_lengths(&[1; 600]);
        (100..600).step_by(100).for_each(|w| lines.starts[w] = 1);
        assert_eq!(plan(&lines).iter().map(|w| w.own_end).collect::<Vec<_>>(), [200, 400, 600]);
        let long = plan(&of_lengths(&[1; 2000]));
        assert_eq!((long[1].own_start - long[1].start, long[1].end - long[1].own_end), (MARGIN, MARGIN));
    }

    #[test]
    fn buckets_are_symmetric() {
        assert_eq!([0, 1, -1, 8, 9, 16, 200, -200].map(bucket), [13, 14, 12, 21, 22, 23, 26, 0]);
    }
}
