//! The weights as bytes -> tensors, with every name and shape checked.

use safetensors::{Dtype, SafeTensors};
use std::fmt;

/// A tensor that is missing or not as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadWeights(pub String);

impl fmt::Display for BadWeights {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the weights of the reader are unfit: {}", self.0)
    }
}

impl std::error::Error for BadWeights {}

/// Tensors by name.
pub struct Weights<'a>(SafeTensors<'a>);

impl<'a> Weights<'a> {
    pub fn new(bytes: &'a [u8]) -> Result<Self, BadWeights> {
        SafeTensors::deserialize(bytes).map(Self).map_err(|e| BadWeights(e.to_string()))
    }

    /// A tensor of floats, row by row.
    pub fn floats(&self, name: &str, len: usize) -> Result<Vec<f32>, BadWeights> {
        let bytes = self.data(name, Dtype::F32, len * 4)?;
        Ok(bytes.chunks_exact(4).map(|b| f32::from_le_bytes([b[0], b[1], b[2], b[3]])).collect())
    }

    /// A tensor of floats of any shape.
    pub fn all_floats(&self, name: &str) -> Result<Vec<f32>, BadWeights> {
        let view = self.0.tensor(name).map_err(|e| BadWeights(e.to_string()))?;
        self.floats(name, view.shape().iter().product())
    }

    /// A tensor of 8-bit integers.
    pub fn integers(&self, name: &str, len: usize) -> Result<Vec<i8>, BadWeights> {
        Ok(self.data(name, Dtype::I8, len)?.iter().map(|&b| b as i8).collect())
    }

    /// Length of the first dimension.
    pub fn rows(&self, name: &str) -> Result<usize, BadWeights> {
        let view = self.0.tensor(name).map_err(|e| BadWeights(e.to_string()))?;
        view.shape().first().copied().ok_or_else(|| BadWeights(format!("{name} is a single number")))
    }

    fn data(&self, name: &str, dtype: Dtype, len: usize) -> Result<&'a [u8], BadWeights> {
        let view = self.0.tensor(name).map_err(|e| BadWeights(e.to_string()))?;
        let bytes = view.data();
        match view.dtype() == dtype && bytes.len() == len {
            true => Ok(bytes),
            false => Err(BadWeights(format!(
                "{name} is {:?} with {} bytes, not {dtype:?} with {len}",
                view.dtype(),
                bytes.len()
            ))),
        }
    }
}
