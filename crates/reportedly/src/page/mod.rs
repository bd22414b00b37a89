//! From a saved page to an [`Article`](crate::article::Article).
