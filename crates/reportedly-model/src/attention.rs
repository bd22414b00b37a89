//! Self-attention of one window, head by head.

use rten_gemm::{GemmExecutor, GemmInputA, GemmInputB, GemmOptions};
use rten_tensor::NdTensorView;

use crate::exact::softmax;

/// Numbers per head.
const HEAD: usize = 32;

/// Attends, and keeps its memory from one call to the next.
#[derive(Default)]
pub struct Attention {
    gemm: GemmExecutor<f32, f32, f32>,
    scores: Vec<f32>,
    head: Vec<f32>,
}

impl Attention {
    /// Rows of queries, keys and values side by side -> `out`, rows of `width`.
    pub fn apply(&mut self, qkv: &[f32], width: usize, out: &mut Vec<f32>) {
        let n = qkv.len() / (3 * width);
        self.scores.resize(n * n, 0.0);
        self.head.resize(n * HEAD, 0.0);
        out.resize(n * width, 0.0);
        for at in (0..width).step_by(HEAD) {
            self.attend(qkv, n, width, at);
            for (row, head) in out.chunks_exact_mut(width).zip(self.head.chunks_exact(HEAD)) {
                row[at..at + HEAD].copy_from_slice(head);
            }
        }
    }

    fn attend(&mut self, qkv: &[f32], n: usize, width: usize, at: usize) {
        let part = |offset: usize| {
            NdTensorView::from_slice_with_strides([n, HEAD], &qkv[offset + at..], [3 * width, 1]).ok()
        };
        let (Some(q), Some(k), Some(v)) = (part(0), part(width), part(2 * width)) else { return };
        let scaled = GemmOptions { alpha: 1.0 / (HEAD as f32).sqrt(), ..GemmOptions::default() };
        let done = self.gemm.gemm(
            &mut self.scores,
            GemmInputA::Unpacked(q),
            GemmInputB::Unpacked(k.transposed()),
            scaled,
        );
        debug_assert!(done.is_ok());
        self.scores.chunks_exact_mut(n).for_each(softmax);
        let weights = NdTensorView::from_data([n, n], &self.scores[..]);
        let done = self.gemm.gemm(
            &mut self.head,
            GemmInputA::Unpacked(weights),
            GemmInputB::Unpacked(v),
            GemmOptions::default(),
        );
        debug_assert!(done.is_ok());
    }
}
