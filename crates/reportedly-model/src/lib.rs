//! reportedly-model
