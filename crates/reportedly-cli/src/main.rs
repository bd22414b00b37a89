//! The `reportedly` command.
fn main() {}
