//! Rules: one proposer among others.
