//! An article window by window: each word is scored once, with context on both sides.
//!
//! What a window sees follows from its own words, not from how far into the article it lies: a sentence more at the
//! top must not change what is read at the end. So the borders are chosen as in content-defined chunking (Muthitacharoen
//! et al. 2001, of files; here of words): of the places within reach the best one, a paragraph before a
//! sentence before any word, a quotation left whole, and of equals the one with the least hash of the shapes of the
//! words that follow. Two readings that are out of step meet at the first border that both prefer and stay together. And a
//! window's words are numbered from its end backwards, so that words before the first border shift nothing.

use rten_gemm::{GemmExecutor, GemmInputA, GemmInputB, GemmOptions};
use rten_tensor::NdTensorView;

use crate::encoder::{BUCKETS, Encoder, HAPPENINGS, POINTER, POSITIONS, Pointer, Scratch, TAGS};
use crate::exact::softmax;
use crate::features::Words;

/// Pieces in a window, without the two at its borders.
const SIZE: usize = POSITIONS - 2;
/// Pieces of context that a word has before and after it, unless the article ends.
const BEFORE: usize = 24;
const AFTER: usize = 24;
/// The most and the fewest pieces between two borders.
const REACH: std::ops::RangeInclusive<usize> = 16..=160;
/// Words by whose shapes a place is known again.
const KNOWN_BY: usize = 16;
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
    /// What [`crate::people`] looks at, a row of numbers for each word; empty where the weights were
    /// trained without.
    pub people: Vec<f32>,
    /// The same for events and facts: [`HAPPENINGS`] numbers for each word.
    pub happenings: Vec<f32>,
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
        let rows = encoder.window(words, w.start, w.end, w.shift, &mut scratch);
        let width = rows.len() / (w.end - w.start);
        let owned = w.own_start - w.start..w.own_end - w.start;
        out.tags.extend(rows.chunks_exact(width).skip(owned.start).take(owned.len()).map(tags));
        let targets =
            |pointer: &Pointer, at: usize| point(&gemm, &rows, width, TAGS + at * POINTER, pointer, &w);
        out.to_cue.extend(targets(&encoder.to_cue, 0));
        out.to_source.extend(targets(&encoder.to_source, 2));
        let people = |row: &[f32]| row[width - encoder.people..].to_vec();
        out.people.extend(rows.chunks_exact(width).skip(owned.start).take(owned.len()).flat_map(people));
        let told = encoder.happenings(words, w.start, w.end, &mut scratch);
        out.happenings.extend(told.iter().skip(owned.start * HAPPENINGS).take(owned.len() * HAPPENINGS));
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
    /// Positions that are left out before the first word.
    shift: usize,
}

fn plan(words: &Words) -> Vec<Window> {
    let (n, mut out, mut own_start) = (words.len(), Vec::new(), 0);
    while own_start < n {
        let own_end = border(words, own_start);
        let start = (0..own_start).rev().take_while(|&w| words.pieces_in(w, own_start) <= BEFORE).last();
        let start = start.unwrap_or(own_start);
        let fits = |&w: &usize| words.pieces_in(start, w) <= SIZE && words.pieces_in(own_end, w) <= AFTER;
        let end = (own_end..=n).take_while(fits).last().unwrap_or(own_end);
        // the last window ends nowhere in particular, so it is numbered from its beginning
        let full = if own_end < n { BEFORE + REACH.end() } else { 0 };
        let shift = full.saturating_sub(words.pieces_in(start, own_end));
        out.push(Window { start, end, own_start, own_end, shift });
        own_start = own_end;
    }
    out
}

/// Where the words that are scored in a window end: all that are left, or the best place within reach.
fn border(words: &Words, start: usize) -> usize {
    let n = words.len();
    if words.pieces_in(start, n) <= *REACH.end() {
        return n;
    }
    let near = (start + 1..n).take_while(|&w| words.pieces_in(start, w) <= *REACH.end());
    let far = near.filter(|&w| words.pieces_in(start, w) >= *REACH.start());
    // where words repeat without end, the farthest: few windows
    far.min_by_key(|&w| (harm(words, w), hash(words, w), std::cmp::Reverse(w))).unwrap_or(start + 1)
}

/// How much a border before a word parts: words of a sentence, sentences of a paragraph, a quotation.
fn harm(words: &Words, w: usize) -> u8 {
    let quoted = |w: usize| matches!(words.quotes[w], 1 | 2);
    match words.sentences[w] {
        true => u8::from(words.starts[w] == 0) + u8::from(quoted(w - 1) && quoted(w)),
        false => 3,
    }
}

/// A number for the shapes of the words from here on, so that another name or pronoun leaves the borders where they
/// were: FNV-1a, mixed as in MurmurHash3 so that its order is that of chance.
fn hash(words: &Words, w: usize) -> u32 {
    let shapes = words.shapes[w..].iter().take(KNOWN_BY);
    let h = shapes.fold(0x811c_9dc5_u32, |h, &shape| (h ^ u32::from(shape)).wrapping_mul(0x0100_0193));
    let h = (h ^ (h >> 16)).wrapping_mul(0x85eb_ca6b);
    let h = (h ^ (h >> 13)).wrapping_mul(0xc2b2_ae35);
    h ^ (h >> 16)
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
pub fn bucket(distance: i32) -> usize {
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
            sentences: vec![false; n],
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
        let long = plan(&of_lengths(&[1; 2000]));
        assert_eq!((long[1].own_start - long[1].start, long[0].end - long[0].own_end), (BEFORE, AFTER));
    }

    /// Words that begin a sentence every 9, a line every 36.
    fn prose(words: std::ops::Range<u32>) -> Words {
        let mut out = of_lengths(&vec![1; words.len()]);
        for (i, w) in words.enumerate() {
            out.shapes[i] = (w.wrapping_mul(0x9e37_79b9) >> 17) as u8 % 7;
            out.sentences[i] = w.is_multiple_of(9);
            out.starts[i] = u8::from(w.is_multiple_of(36));
        }
        out
    }

    #[test]
    fn words_at_the_top_move_no_later_border() {
        let borders = |from: u32| -> Vec<u32> {
            plan(&prose(from..5000)).iter().map(|w| from + w.own_end as u32).filter(|&w| w > 1400).collect()
        };
        let before = borders(1000);
        assert!((940..1000).rev().step_by(7).all(|from| borders(from) == before));
        assert!(before.iter().rev().skip(1).all(|w| w.is_multiple_of(36)));
    }

    #[test]
    fn the_words_before_a_border_keep_their_positions() {
        let last = |from: u32| {
            let windows = plan(&prose(from..5000));
            windows[0].shift + windows[0].own_end
        };
        assert_eq!([last(1000), last(990)], [BEFORE + REACH.end(); 2]);
        assert_eq!(plan(&of_lengths(&[1; 100]))[0].shift, 0);
    }

    #[test]
    fn a_quotation_stays_whole_where_it_can() {
        let mut words = of_lengths(&[1; 300]);
        for w in [50, 100] {
            (words.sentences[w], words.starts[w]) = (true, 1);
        }
        words.quotes[30..50].fill(1);
        words.quotes[50] = 2;
        assert_eq!(border(&words, 0), 100);
        words.quotes[30..=50].fill(0);
        words.quotes[90..100].fill(1);
        words.quotes[100] = 2;
        assert_eq!(border(&words, 0), 50);
    }

    #[test]
    fn buckets_are_symmetric() {
        assert_eq!([0, 1, -1, 8, 9, 16, 200, -200].map(bucket), [13, 14, 12, 21, 22, 23, 26, 0]);
    }
}
