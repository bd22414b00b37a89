//! What the routes under /api/v1 answer: the records of the public shape.

pub(crate) mod corrections;
pub(crate) mod documents;
pub(crate) mod exports;
pub(crate) mod lists;
pub(crate) mod notes;
pub(crate) mod read;
pub(crate) mod relations;
pub(crate) mod search;
pub(crate) mod timeline;
