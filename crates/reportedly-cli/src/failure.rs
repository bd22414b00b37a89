use std::fmt;

/// Files beyond this are not read.
pub(crate) const MAX_BYTES: u64 = 50 << 20;

/// An input that could not be read: where, why and what to do.
#[derive(Debug)]
pub(crate) struct Failure {
    /// The file, with the line where there is one.
    pub place: String,
    /// Why.
    pub problem: Problem,
}

/// Why an input could not be read.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Problem {
    #[error("there is no such file or folder: check the spelling")]
    Missing,
    #[error("cannot be opened ({0}): check who may read it")]
    Unreadable(std::io::Error),
    #[error("is empty: save the page again, or leave it out")]
    Empty,
    #[error("{0}")]
    Binary(reportedly::page::Binary),
    #[error("is larger than {} MB: cut it into smaller files", MAX_BYTES >> 20)]
    TooLarge,
    #[error("no article: {0} (use --force to read it anyway)")]
    NoArticle(&'static str),
    #[error("holds no .html, .htm, .xhtml, .txt or .jsonl file: name the files themselves")]
    NothingInFolder,
    #[error("this is not a JSON object with a \"text\": {0}")]
    BadLine(String),
    #[error("the id {id:?} stands already in line {first}: give each line an id of its own")]
    SameId { id: String, first: usize },
    #[error("the spans do not fit the text ({0}): please report this as a bug")]
    Mismatch(#[from] reportedly_records::Mismatch),
    #[error("is no pack of rules: {0} (there are also all, ap, reuters, bbc, guardian)")]
    BadPack(String),
    #[error("the reader stopped unexpectedly: please report this as a bug, with the file")]
    Stopped,
}

impl Failure {
    pub(crate) fn new(place: impl Into<String>, problem: Problem) -> Self {
        Self { place: place.into(), problem }
    }

    pub(crate) fn io(place: impl Into<String>, error: std::io::Error) -> Self {
        let problem = match error.kind() {
            std::io::ErrorKind::NotFound => Problem::Missing,
            _ => Problem::Unreadable(error),
        };
        Self::new(place, problem)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.problem)
    }
}
