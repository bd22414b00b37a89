//! Sums, greatest magnitude and softmax that come out alike whatever the width of the processor's vectors.
//!
//! Adding in another order rounds otherwise; 8-bit rounding then makes large differences of small ones. Here
//! sixteen sums run side by side on every processor: in one vector, in two or in four.

use rten_simd::ops::{BitOps, FloatOps, NumOps};
use rten_simd::{Isa, SimdOp, SimdUnaryOp};
use rten_vecmath::Exp;

const LANES: usize = 16;
/// Vectors that hold the lanes where vectors are narrowest.
const MOST: usize = 4;

/// Mean and variance of a row.
pub fn moments(row: &[f32]) -> (f32, f32) {
    let n = row.len() as f32;
    let mean = Deviation { row, from: 0.0, power: Power::One }.dispatch() / n;
    (mean, Deviation { row, from: mean, power: Power::Two }.dispatch() / n)
}

/// The greatest magnitude in a row.
pub fn magnitude(row: &[f32]) -> f32 {
    Magnitude(row).dispatch()
}

/// Exponentials of a row, as shares of their sum, in place.
pub fn softmax(row: &mut [f32]) {
    Softmax(row).dispatch();
}

#[derive(Clone, Copy, PartialEq)]
enum Power {
    One,
    Two,
}

/// Sum of what the numbers of a row differ from one number, as it is or squared.
struct Deviation<'a> {
    row: &'a [f32],
    from: f32,
    power: Power,
}

impl SimdOp for Deviation<'_> {
    type Output = f32;

    #[inline(always)]
    fn eval<I: Isa>(self, isa: I) -> f32 {
        let ops = isa.f32();
        let (width, from, squared) = (ops.len(), ops.splat(self.from), self.power == Power::Two);
        let mut sums = [ops.zero(); MOST];
        let chunks = self.row.chunks_exact(LANES);
        let rest = chunks.remainder();
        for chunk in chunks {
            for (sum, xs) in sums.iter_mut().zip(chunk.chunks_exact(width)) {
                let x = ops.sub(ops.load(xs), from);
                *sum = ops.add(*sum, if squared { ops.mul(x, x) } else { x });
            }
        }
        let mut lanes = [0.0; LANES];
        for (lanes, sum) in lanes.chunks_exact_mut(width).zip(sums) {
            ops.store(sum, lanes);
        }
        for (lane, x) in lanes.iter_mut().zip(rest) {
            let x = x - self.from;
            *lane += if squared { x * x } else { x };
        }
        lanes.iter().sum()
    }
}

struct Magnitude<'a>(&'a [f32]);

impl SimdOp for Magnitude<'_> {
    type Output = f32;

    #[inline(always)]
    fn eval<I: Isa>(self, isa: I) -> f32 {
        let ops = isa.f32();
        let (mut tops, mut top) = (ops.zero(), 0.0f32);
        let chunks = self.0.chunks_exact(ops.len());
        for x in chunks.remainder() {
            top = top.max(x.abs());
        }
        for xs in chunks {
            tops = ops.max(tops, ops.abs(ops.load(xs)));
        }
        let mut lanes = [0.0; LANES];
        ops.store(tops, &mut lanes);
        lanes.iter().fold(top, |a, &b| a.max(b))
    }
}

struct Softmax<'a>(&'a mut [f32]);

impl SimdOp for Softmax<'_> {
    type Output = ();

    #[inline(always)]
    fn eval<I: Isa>(self, isa: I) {
        let (ops, row) = (isa.f32(), self.0);
        let width = ops.len();
        let (mut highs, mut high) = (ops.splat(f32::MIN), f32::MIN);
        let chunks = row.chunks_exact(width);
        for &x in chunks.remainder() {
            high = high.max(x);
        }
        for xs in chunks {
            highs = ops.max(highs, ops.load(xs));
        }
        let mut lanes = [high; LANES];
        ops.store(highs, &mut lanes);
        let high = lanes.iter().fold(high, |a, &b| a.max(b));
        let shift = ops.splat(high);
        let mut chunks = row.chunks_exact_mut(width);
        for xs in chunks.by_ref() {
            ops.store(Exp {}.eval(isa, ops.sub(ops.load(xs), shift)), xs);
        }
        let rest = chunks.into_remainder();
        let mut padded = [high; LANES];
        padded[..rest.len()].copy_from_slice(rest);
        ops.store(Exp {}.eval(isa, ops.sub(ops.load(&padded), shift)), &mut padded);
        rest.copy_from_slice(&padded[..rest.len()]);

        let scale = 1.0 / Deviation { row, from: 0.0, power: Power::One }.eval(isa);
        let scales = ops.splat(scale);
        let mut chunks = row.chunks_exact_mut(width);
        for xs in chunks.by_ref() {
            ops.store(ops.mul(ops.load(xs), scales), xs);
        }
        for x in chunks.into_remainder() {
            *x *= scale;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sixteen sums side by side, without vectors.
    fn plain(row: &[f32]) -> f32 {
        let mut lanes = [0.0f32; LANES];
        row.iter().enumerate().for_each(|(i, x)| lanes[i % LANES] += x);
        lanes.iter().sum()
    }

    fn row(n: usize) -> Vec<f32> {
        (0..n).map(|i| ((i * 7919) % 1009) as f32 / 100.0 - 5.0).collect()
    }

    #[test]
    fn every_processor_adds_in_one_order() {
        for n in [1, 15, 16, 17, 100, 384] {
            let row = row(n);
            let mean = plain(&row) / n as f32;
            let squares: Vec<f32> = row.iter().map(|x| (x - mean) * (x - mean)).collect();
            assert_eq!(magnitude(&row), row.iter().fold(0.0, |a: f32, x| a.max(x.abs())));
            assert_eq!(moments(&row), (mean, plain(&squares) / n as f32));
        }
    }

    #[test]
    fn softmax_gives_shares() {
        for n in [1, 5, 16, 33, 255] {
            let (before, mut after) = (row(n), row(n));
            softmax(&mut after);
            let total: f32 = before.iter().map(|x| x.exp()).sum();
            let far = before.iter().zip(&after).map(|(b, a)| (b.exp() / total - a).abs()).fold(0.0, f32::max);
            assert!(far < 1e-6, "{n}: {far}");
        }
    }
}
