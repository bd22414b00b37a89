use std::fmt;

use reportedly::Unreadable;

/// Files, lines and feeds beyond this are not read.
pub const MAX_BYTES: u64 = 50 << 20;

/// Of a page in a web archive or at an address no more than this is taken.
pub const MAX_PAGE: u64 = 8 << 20;

/// An input that could not be read: where, why and what to do.
#[derive(Debug)]
pub struct Failure {
    /// The file, with the line or record where there is one, or the address.
    pub place: String,
    /// Why.
    pub problem: Problem,
}

/// Why an input could not be read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
#[allow(missing_docs)] // each says what it is
pub enum Problem {
    #[error("there is no such file or folder: check the spelling")]
    Missing,
    #[error("cannot be opened ({0}): check who may read it")]
    Unreadable(std::io::Error),
    #[error("is no text in UTF-8: see that it is the file that was meant")]
    NotText,
    #[error("{0}")]
    Bytes(#[from] Unreadable),
    #[error("is larger than {} MB: cut it into smaller files", MAX_BYTES >> 20)]
    TooLarge,
    #[error("holds no file that is read ({0}): name the files themselves", crate::folder::ENDINGS.join(" "))]
    NothingInFolder,
    #[error(
        "this is no JSON object with a \"text\" and, in words, \"title\", \"date\", \"outlet\" and \"url\": {0}"
    )]
    BadLine(String),
    #[error("the id {id:?} stands already in line {first}: give each line an id of its own")]
    SameId { id: String, first: usize },
    #[error("the web archive is damaged here: {0}; the rest was read as far as it goes")]
    Damaged(String),
    #[error("this is no web archive: it begins neither as a WARC nor as an ARC file")]
    NoArchive,
    #[error("the web archive holds no page ({0})")]
    NoPage(String),
    #[error("the page is packed by {0:?}, which is not read: save it again without")]
    Packed(String),
    #[error("this is no feed: {0}")]
    BadFeed(String),
    #[error("the feed holds only a summary; the page is at {0}")]
    OnlySummary(String),
    #[error("the feed's item holds neither a text nor a link")]
    EmptyItem,
    #[error("the feed has no items")]
    EmptyFeed,
    #[error("this is an address, and no connection is opened here")]
    NoNetwork,
    #[error("only http and https addresses are fetched")]
    OtherScheme,
    #[error("leads to an address of this machine or a private network")]
    LocalAddress,
    #[error("cannot be fetched: {0}")]
    NotFetched(String),
    #[error("was answered with {0} instead of a page")]
    Refused(u16),
    #[error("is {0}, which is no page")]
    OtherType(String),
}

impl Failure {
    /// What went wrong at a place.
    pub fn new(place: impl Into<String>, problem: Problem) -> Self {
        Self { place: place.into(), problem }
    }

    /// A file that could not be opened or read.
    pub fn io(place: impl Into<String>, error: std::io::Error) -> Self {
        Self::new(place, error.into())
    }
}

impl From<std::io::Error> for Problem {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::NotFound => Self::Missing,
            std::io::ErrorKind::InvalidData => Self::NotText,
            _ => Self::Unreadable(error),
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.problem)
    }
}
