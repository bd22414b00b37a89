use std::fmt;

use reportedly::Unreadable;

/// Files, lines and feeds beyond this are not read.
pub const MAX_BYTES: u64 = 50 << 20;

/// The most that is taken of a page in a web archive or at an address.
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
    #[error("no such file or folder: check the spelling")]
    Missing,
    #[error("cannot be opened ({0}): check its permissions")]
    Unreadable(std::io::Error),
    #[error("is not UTF-8 text: check that it is the right file")]
    NotText,
    #[error("{0}")]
    Bytes(#[from] Unreadable),
    #[error("is larger than {} MB: split it into smaller files", MAX_BYTES >> 20)]
    TooLarge,
    #[error("contains no file of a known type ({0}): name the files themselves", crate::ENDINGS.join(" "))]
    NothingInFolder,
    #[error(
        "is not a JSON object with a \"text\" and, as strings, \"title\", \"date\", \"outlet\" and \"url\": {0}"
    )]
    BadLine(String),
    #[error("the id {id:?} is already used in line {first}: give each line its own id")]
    SameId { id: String, first: usize },
    #[error("the web archive is damaged here: {0}; the rest was read as far as possible")]
    Damaged(String),
    #[error("is not a web archive: it does not begin like a WARC or ARC file")]
    NoArchive,
    #[error("the web archive contains no page ({0})")]
    NoPage(String),
    #[error("lists {pages} that the web archives in it do not hold, {first} first: the rest was read")]
    NotInArchive { pages: String, first: String },
    #[error("the page is compressed with {0:?}, which is not supported: save it again uncompressed")]
    Packed(String),
    #[error("holds no main part that can be read: save the page again, as a single file or as HTML")]
    NoMail,
    #[error("is a damaged or unusual ZIP file ({0}): download or save it again")]
    BadZip(String),
    #[error(
        "holds a file whose name leads out of it ({0:?}): it was tampered with; get it again from its source"
    )]
    LeadsOut(String),
    #[error("{0} in it unpacks to more than {max} MB: save the text by itself", max = MAX_BYTES >> 20)]
    TooMuchInside(String),
    #[error("is another archive within an archive: unpack the outer one and name this file")]
    Nested,
    #[error(
        "is a ZIP file that holds neither a document (DOCX, ODT) nor web archives (WACZ): unpack it and name the files in it"
    )]
    OtherZip,
    #[error("is no DOCX, ODT or PDF inside: save it again as one of these")]
    NoDocument,
    #[error(
        "is an Office file of the old kind, or encrypted: open it and save it as DOCX or PDF, without a password"
    )]
    OldOffice,
    #[error("the document is damaged ({0}): open it where it was written and save it again")]
    BadDocument(String),
    #[error("the PDF is damaged or refers to what it does not hold: open it and print it to a new PDF")]
    BadPdf,
    #[error(
        "the PDF unpacks to far more than a text needs: open it and print the pages that matter to a new PDF"
    )]
    HugePdf,
    #[error("there is no text in it: if it shows scanned pages, run text recognition (OCR) over it first")]
    NoWords,
    #[error("is encrypted: open it with its password and save it without one")]
    Encrypted,
    #[error("is not a feed: {0}")]
    BadFeed(String),
    #[error("the feed holds only a summary; the page is at {0}")]
    OnlySummary(String),
    #[error("the feed item has neither text nor link")]
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
    #[error("the site asks programs not to fetch this (robots.txt): open it in a browser and save the page")]
    Robots,
    #[error("the server answered {0} instead of sending a page")]
    Refused(u16),
    #[error("is {0}, not a web page")]
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
