//! Who and what an article mentions: names, the entities that they belong to, what a noun phrase says by itself, and
//! to whom a later mention goes back.

pub mod cast;
mod context;
mod kind;
mod reason;

pub(crate) mod chains;
pub(crate) mod entities;
pub(crate) mod names;
pub(crate) mod phrase;
pub(crate) mod spelling;

pub use chains::Source;
pub(crate) use context::Context;
pub use kind::Kind;
pub use reason::Reason;
