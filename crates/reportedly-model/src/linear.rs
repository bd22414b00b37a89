//! A linear layer in 8-bit integers: one scale per output for the weights, one per row for what comes in.
//!
//! Rows are made unsigned around 128, the form that VNNI multiplies, and the 128 is taken out again
//! with the sum of each output's weights. Weights have 7 bits: no 16-bit sum can then overflow on
//! processors without VNNI, and all processors agree.

use rten_gemm::{GemmExecutor, GemmInputA, GemmInputB, GemmOptions, PackedBMatrix};
use rten_simd::ops::{BitOps, NumOps, ToFloat};
use rten_simd::{Isa, SimdOp, SimdUnaryOp};
use rten_tensor::NdTensorView;
use rten_vecmath::{ExtendInit, Gelu, Quantize};

use crate::exact::magnitude;
use crate::weights::{BadWeights, Weights};

const MIDDLE: i32 = 128;

/// Weights ready to be multiplied.
pub struct Linear {
    packed: PackedBMatrix<i8>,
    scale: Vec<f32>,
    bias: Vec<f32>,
    /// 128 times the sum of each output's weights.
    middle: Vec<i32>,
}

/// Multiplies, and keeps its memory from one call to the next.
#[derive(Default)]
pub struct Multiplier {
    gemm: GemmExecutor<u8, i8, i32>,
    rows: Vec<u8>,
    scales: Vec<f32>,
    sums: Vec<i32>,
}

impl Linear {
    pub fn new(w: &Weights, name: &str, inputs: usize, outputs: usize) -> Result<Self, BadWeights> {
        let q = w.integers(&format!("{name}.q"), inputs * outputs)?;
        let middle = q
            .chunks_exact(inputs)
            .map(|row| MIDDLE * row.iter().map(|&x| i32::from(x)).sum::<i32>())
            .collect();
        let view = NdTensorView::from_data([outputs, inputs], &q[..]);
        Ok(Self {
            packed: GemmExecutor::<u8, i8, i32>::default().prepack_b(view.transposed()),
            scale: w.floats(&format!("{name}.scale"), outputs)?,
            bias: w.floats(&format!("{name}.bias"), outputs)?,
            middle,
        })
    }

    /// Number of outputs.
    pub fn outputs(&self) -> usize {
        self.bias.len()
    }
}

/// What is done to each number that comes out.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Then {
    Nothing,
    Gelu,
}

impl Multiplier {
    /// `x`, rows of `inputs` numbers, through the layer into `out`.
    pub fn apply(&mut self, layer: &Linear, x: &[f32], inputs: usize, then: Then, out: &mut Vec<f32>) {
        let (rows, n) = (x.len() / inputs, layer.outputs());
        self.quantize(x, inputs);
        self.sums.resize(rows * n, 0);
        let a = GemmInputA::Unpacked(NdTensorView::from_data([rows, inputs], &self.rows[..]));
        let b = GemmInputB::Packed(&layer.packed);
        let done = self.gemm.gemm(&mut self.sums[..rows * n], a, b, GemmOptions::default());
        debug_assert!(done.is_ok(), "shapes are fixed when the weights are read");
        out.resize(rows * n, 0.0);
        for ((sums, out), &scale) in self.sums.chunks_exact(n).zip(out.chunks_exact_mut(n)).zip(&self.scales)
        {
            Scaled { sums, scale, layer, then, out }.dispatch();
        }
    }

    fn quantize(&mut self, x: &[f32], inputs: usize) {
        self.rows.clear();
        self.rows.reserve(x.len());
        self.scales.clear();
        for row in x.chunks_exact(inputs) {
            let top = magnitude(row).max(1e-8);
            self.scales.push(top / 127.0);
            self.rows.extend_init(|rest| {
                let (rest, _) = rest.split_at_mut(inputs);
                &*Quantize::new(row, rest, 127.0 / top, MIDDLE as u8).dispatch()
            });
        }
    }
}

/// A row of sums back to real numbers: times both scales, plus the bias.
struct Scaled<'a> {
    sums: &'a [i32],
    scale: f32,
    layer: &'a Linear,
    then: Then,
    out: &'a mut [f32],
}

impl SimdOp for Scaled<'_> {
    type Output = ();

    #[inline(always)]
    fn eval<I: Isa>(self, isa: I) {
        let (int, real) = (isa.i32(), isa.f32());
        let (width, Linear { scale, bias, middle, .. }) = (real.len(), self.layer);
        let row_scale = real.splat(self.scale);
        let whole = self.out.len() / width * width;
        for at in (0..whole).step_by(width) {
            let sums = int.sub(int.load(&self.sums[at..]), int.load(&middle[at..]));
            let scale = real.mul(row_scale, real.load(&scale[at..]));
            // not fused: all processors round alike
            let x = real.add(real.mul(int.to_float(sums), scale), real.load(&bias[at..]));
            let x = if self.then == Then::Gelu { Gelu {}.eval(isa, x) } else { x };
            real.store(x, &mut self.out[at..at + width]);
        }
        let rest = &mut self.out[whole..];
        for (j, out) in (whole..).zip(rest.iter_mut()) {
            *out = (self.sums[j] - middle[j]) as f32 * (self.scale * scale[j]) + bias[j];
        }
        if self.then == Then::Gelu {
            Gelu {}.map_mut(rest);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file of weights with one layer `l`.
    fn weights(q: &[i8], outputs: usize) -> Vec<u8> {
        let floats = |x: &[f32]| x.iter().flat_map(|x| x.to_le_bytes()).collect::<Vec<u8>>();
        let bytes: Vec<u8> = q.iter().map(|&x| x as u8).collect();
        let scale = floats(&(0..outputs).map(|i| 0.001 + i as f32 * 1e-5).collect::<Vec<_>>());
        let bias = floats(&(0..outputs).map(|i| i as f32 * 0.1).collect::<Vec<_>>());
        let view = |dtype, shape: &[usize], data| {
            safetensors::tensor::TensorView::new(dtype, shape.to_vec(), data).unwrap()
        };
        let tensors = [
            ("l.q", view(safetensors::Dtype::I8, &[outputs, q.len() / outputs], &bytes)),
            ("l.scale", view(safetensors::Dtype::F32, &[outputs], &scale)),
            ("l.bias", view(safetensors::Dtype::F32, &[outputs], &bias)),
        ];
        safetensors::serialize(tensors, None).unwrap()
    }

    /// The layer without a single vector instruction of our own or of a library.
    fn plain(q: &[i8], outputs: usize, x: &[f32]) -> Vec<f32> {
        let inputs = q.len() / outputs;
        let mut out = Vec::new();
        for row in x.chunks_exact(inputs) {
            let top = row.iter().fold(1e-8f32, |a, x| a.max(x.abs()));
            let rounded: Vec<i32> =
                row.iter().map(|x| (x * (127.0 / top)).round_ties_even() as i32).collect();
            for (o, weights) in q.chunks_exact(inputs).enumerate() {
                let sum: i32 = weights.iter().zip(&rounded).map(|(&w, x)| i32::from(w) * x).sum();
                out.push(sum as f32 * (top / 127.0 * (0.001 + o as f32 * 1e-5)) + o as f32 * 0.1);
            }
        }
        out
    }

    /// Whatever instructions this processor has: sums of integers are exact, and no 7-bit weight saturates.
    #[test]
    fn every_processor_gives_the_plain_answer() {
        for (rows, inputs, outputs) in [(1, 384, 384), (7, 1536, 384), (65, 384, 519)] {
            // the largest values there are, too: they are what saturates
            let q: Vec<i8> = (0..inputs * outputs)
                .map(|i| if i % 5 == 0 { 63 } else { ((i * 7919) % 127) as i8 - 63 })
                .collect();
            let x: Vec<f32> = (0..rows * inputs)
                .map(|i| if i % 3 == 0 { 2.0 } else { ((i * 104_729) % 997) as f32 / 300.0 - 1.5 })
                .collect();
            let file = weights(&q, outputs);
            let layer = Linear::new(&Weights::new(&file).unwrap(), "l", inputs, outputs).unwrap();
            let mut out = Vec::new();
            Multiplier::default().apply(&layer, &x, inputs, Then::Nothing, &mut out);
            assert_eq!(out, plain(&q, outputs, &x));
        }
    }
}
