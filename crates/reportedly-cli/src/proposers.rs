use reportedly::attribution::Proposer;
use reportedly::attribution::rules::Rules;
use reportedly_model::{BadWeights, Depth, Reader};

/// Everything that finds attributions, made once and shared by all threads.
pub struct Proposers {
    reader: Reader,
    rules: Rules,
    name: &'static str,
}

/// The trained reader and the rules.
///
/// # Errors
/// Where the program was built with weights that do not fit.
pub fn proposers(depth: Depth) -> Result<Proposers, BadWeights> {
    Ok(Proposers { reader: Reader::new(depth)?, rules: Rules, name: depth.name() })
}

impl Proposers {
    /// As [`reportedly::reading::read`] takes them.
    pub fn list(&self) -> [&dyn Proposer; 2] {
        [&self.reader, &self.rules]
    }

    /// What stands as `model` in a record.
    pub fn name(&self) -> &'static str {
        self.name
    }
}
