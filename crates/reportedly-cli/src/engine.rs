use std::panic::{AssertUnwindSafe, catch_unwind};

use reportedly::article::Article;
use reportedly::{Engine, ReadOptions, Reading};
use reportedly_model::{BadWeights, Depth, Reader};

use crate::failure::Problem;

/// The engine of the command, made once and shared by all threads: the trained reader, then the rules.
///
/// # Errors
/// Where the program was built with weights that do not fit.
pub fn engine(depth: Depth, options: ReadOptions) -> Result<Engine, BadWeights> {
    Ok(Engine::new(options).trusting(Reader::new(depth)?))
}

/// Reads one article; one that stops the reader costs no other.
pub(crate) fn read(engine: &Engine, article: &Article) -> Result<Reading, Problem> {
    safely(|| engine.read(article))
}

/// What some work gives, or that it stopped.
pub(crate) fn safely<T>(work: impl FnOnce() -> T) -> Result<T, Problem> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|_| Problem::Stopped)
}
