use std::fmt;

use reportedly::Unreadable;
use reportedly_intake as intake;

/// Something that the command could not do: where, why and what to do about it.
#[derive(Debug)]
pub(crate) struct Failure {
    /// The file, with the line or record where there is one, the address, or the document.
    pub place: String,
    /// Why.
    pub problem: Problem,
}

/// Why the command could not do it.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Problem {
    #[error("{0}")]
    Intake(#[from] intake::Problem),
    #[error("names no file and no address: write one on each line")]
    EmptyList,
    #[error("the output would overwrite an input: name another file with --output")]
    IsOutput,
    #[error("this record repeats a page that was captured elsewhere ({0}): add the archive that contains it")]
    RevisitOfUnknown(String),
    #[error("a document with the id {0:?} was already read: give each its own id, or leave one out")]
    Repeated(String),
    #[error("{0}: the settings are library, model, min-confidence, as and delay")]
    BadConfig(String),
    #[error("is not a list of owners ({0}): write lines \"Owner\" = [\"Outlet\", \"host.example\"]")]
    BadPublishers(String),
    #[error("is not a pack of rules: {0} (built in: all, ap, reuters, bbc, guardian)")]
    BadPack(String),
    #[error("the spans do not match the text ({0}): please report this as a bug")]
    Mismatch(#[from] reportedly_records::Mismatch),
    #[error("the reader stopped unexpectedly: please report this as a bug, with the file")]
    Stopped,
}

impl Failure {
    pub fn new(place: impl Into<String>, problem: impl Into<Problem>) -> Self {
        Self { place: place.into(), problem: problem.into() }
    }

    /// A file that could not be opened or read.
    pub fn io(place: impl Into<String>, error: std::io::Error) -> Self {
        intake::Failure::io(place, error).into()
    }
}

impl From<intake::Failure> for Failure {
    fn from(failure: intake::Failure) -> Self {
        Self::new(failure.place, failure.problem)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}{}", self.place, self.problem, hint(&self.problem))
    }
}

/// The command that helps with what a library refuses, where one does.
pub(crate) fn hint_of_library(error: &reportedly_library::Error) -> String {
    use reportedly_library::Error;

    match error {
        Error::Missing(_) => "; `reportedly add` creates one".to_owned(),
        Error::NoCorrection(_) => ": `reportedly correct --log` lists them".to_owned(),
        Error::Unscrubbed(_) => {
            ": stop it (`reportedly serve`, another reader), then run `reportedly remove --finish`".to_owned()
        }
        Error::NoNote(_) => ": `reportedly note ID` lists those of an article".to_owned(),
        Error::NoTag(_) => ": `reportedly tag ID` lists those that it has".to_owned(),
        Error::Damaged(..) => ", or `reportedly export` what can still be read".to_owned(),
        Error::Unknown(_) => ": `reportedly list` shows the articles".to_owned(),
        Error::NoClaim(id) => format!(": `reportedly show {id}` shows its claims"),
        Error::NoArticle(id) => format!(": `reportedly show {id}` names its article"),
        _ => String::new(),
    }
}

/// The option of the command that helps, where one does.
fn hint(problem: &Problem) -> &'static str {
    let Problem::Intake(problem) = problem else { return "" };
    match problem {
        intake::Problem::Bytes(Unreadable::NoArticle(_)) => {
            " (--force of `reportedly read` and `add` reads it anyway)"
        }
        intake::Problem::OnlySummary(_) => ": --fetch takes it from there",
        intake::Problem::NoNetwork => ": `reportedly add` fetches it",
        intake::Problem::LocalAddress => ": --allow-local fetches it all the same",
        _ => "",
    }
}
