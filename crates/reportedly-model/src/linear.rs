//! A linear layer in 8-bit integers: one scale per output for the weights, one per row for what comes in.
//!
//! Rows are made unsigned around 128, the form that VNNI multiplies, and the 128 is taken out again
//! with the sum of each output's weights. Weights have 7 bits: no 16-bit sum can then overflow on
//! processors without VNNI, and all processors agree.

use rten_gemm::{GemmExecutor, GemmInputA, GemmInputB, GemmOptions, PackedBMatrix};
use rten_simd::SimdOp;
use rten_tensor::NdTensorView;
use rten_vecmath::{ExtendInit, MinMax, Quantize};

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
        let q: Vec<i8> = w.bytes(&format!("{name}.q"), inputs * outputs)?.iter().map(|&b| b as i8).collect();
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

impl Multiplier {
    /// `x`, rows of `inputs` numbers, through the layer into `out`.
    pub fn apply(&mut self, layer: &Linear, x: &[f32], inputs: usize, out: &mut Vec<f32>) {
        let (rows, n) = (x.len() / inputs, layer.outputs());
        self.quantize(x, inputs);
        self.sums.resize(rows * n, 0);
        let a = GemmInputA::Unpacked(NdTensorView::from_data([rows, inputs], &self.rows[..]));
        let b = GemmInputB::Packed(&layer.packed);
        let done = self.gemm.gemm(&mut self.sums[..rows * n], a, b, GemmOptions::default());
        debug_assert!(done.is_ok(), "shapes are fixed when the weights are read");
        out.resize(rows * n, 0.0);
        for ((sums, out), &s) in self.sums.chunks_exact(n).zip(out.chunks_exact_mut(n)).zip(&self.scales) {
            for j in 0..n {
                out[j] = (sums[j] - layer.middle[j]) as f32 * (s * layer.scale[j]) + layer.bias[j];
            }
        }
    }

    fn quantize(&mut self, x: &[f32], inputs: usize) {
        self.rows.clear();
        self.rows.reserve(x.len());
        self.scales.clear();
        for row in x.chunks_exact(inputs) {
            let (low, high) = MinMax::new(row).dispatch();
            let top = high.max(-low).max(1e-8);
            self.scales.push(top / 127.0);
            self.rows.extend_init(|rest| {
                let (rest, _) = rest.split_at_mut(inputs);
                &*Quantize::new(row, rest, 127.0 / top, MIDDLE as u8).dispatch()
            });
        }
    }
}
