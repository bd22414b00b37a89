//! No source file is too long to be read in one sitting.

use crate::repo::{self, Result};

const LONGEST: usize = 350;

pub fn check() -> Result<Vec<String>> {
    let mut wrong = Vec::new();
    for file in repo::files("")?.iter().filter(|file| file.ends_with(".rs") || file.ends_with(".py")) {
        let lines = repo::read(&repo::root().join(file))?.lines().count();
        if lines > LONGEST {
            wrong.push(format!("{file} has {lines} lines; split it ({LONGEST} at most)"));
        }
    }
    Ok(wrong)
}
