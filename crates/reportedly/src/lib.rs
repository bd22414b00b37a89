//! Reads news and keeps *what happened* apart from *who says so*.
//!
//! [`read`](reading::read) takes one [`Article`](article::Article) and gives one
//! [`Reading`](reading::Reading): every attribution with its source, cue and content, and the notes about
//! what was doubtful. [`relate`](relations::relate) takes many articles and says how they are related.
//! Nothing here touches a file, a clock, a thread or a network.
//!
//! The folders are in reading order; each uses only those above it.

pub mod text;

pub mod article;

pub mod page;

pub mod tokens;

pub mod attribution;

pub mod source;

pub mod certainty;

pub mod reading;

pub mod profile;

pub mod reuse;

pub mod claim;

pub mod relations;
