use std::path::PathBuf;

use rusqlite::ErrorCode;

/// Why a library refuses something: which file, and what to do.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
#[allow(missing_docs)] // each says what it is
pub enum Error {
    #[error("{0}: there is no library here")]
    Missing(PathBuf),
    #[error("{0}: this is not a reportedly library")]
    Foreign(PathBuf),
    #[error("{0}: this is a folder: name the library file in it")]
    Folder(PathBuf),
    #[error("{0}: the name is not UTF-8: choose another name")]
    Name(PathBuf),
    #[error("there is no correction {0} in the library")]
    NoCorrection(i64),
    #[error(
        "{path}: this library has format {format}, from a newer reportedly; this one reads up to {known}: update reportedly"
    )]
    Newer { path: PathBuf, format: i64, known: i64 },
    #[error("{0}: another program is writing to this library: try again when it has finished")]
    Busy(PathBuf),
    #[error(
        "{0}: the disk is full; what was already saved is safe: free some space and run the same command again"
    )]
    Full(PathBuf),
    #[error("{0}: this library is read-only: check its permissions, or copy it")]
    ReadOnly(PathBuf),
    #[error("{0}: the library is damaged ({1}): restore a backup")]
    Damaged(PathBuf, String),
    #[error("{0}: cannot be opened ({1}): check the folder and its permissions")]
    Unopened(PathBuf, String),
    #[error(
        "{0}: I/O error ({1}); what was already saved is safe: check that the disk is connected, healthy and not full"
    )]
    Disk(PathBuf, String),
    #[error("{0}: {1}")]
    Io(PathBuf, std::io::Error),
    #[error("{0}: {1}; please report this as a bug")]
    Sql(PathBuf, rusqlite::Error),
    #[error("{0}: the folder of this file does not exist: create it, or name another file")]
    NoFolder(PathBuf),
    #[error("there is no article or claim {0:?} in the library")]
    Unknown(String),
    #[error("there is no story {0:?} in the library")]
    NoStory(String),
    #[error("the article {0:?} is not in that story: split one story at a time")]
    OtherStory(String),
    #[error("{0:?} is an article, not a claim")]
    NoClaim(String),
    #[error("{0:?} is a claim, not an article")]
    NoArticle(String),
    #[error("{0:?} is the beginning of more than one id: type more characters")]
    Ambiguous(String),
    #[error("the words {0:?} are not in the text of the article: copy them exactly")]
    NotInText(String),
    #[error("a claim needs content: give its words")]
    NoContent,
    #[error("{0:?} is not a date: write it as 2031-04-05")]
    BadDate(String),
    #[error("a note needs words")]
    EmptyNote,
    #[error("there is no note {0} in the library")]
    NoNote(i64),
    #[error("{0:?} cannot be a tag: use up to 60 characters on one line, without quotation marks")]
    BadTag(String),
    #[error("the article does not have the tag {0:?}")]
    NoTag(String),
    #[error("{0}: the articles are removed, but another program still holds parts of them")]
    Unscrubbed(PathBuf),
    #[error("nothing to correct: it is already like this")]
    Unchanged,
    #[error("correction {0} is not the latest of its kind: undo the later one first")]
    NotLast(i64),
    #[error("{0}: already exists: choose another name")]
    Exists(PathBuf),
    #[error(
        "this reportedly was built without Parquet: use jsonl or csv, or rebuild it with `--features parquet`"
    )]
    NoParquet,
    #[error("{0}: {1}")]
    BadImport(PathBuf, String),
    #[error("{0}: already contains articles; import into a new library")]
    NotEmpty(PathBuf),
}

impl Error {
    /// An error of SQLite, in words for users.
    pub(crate) fn of(path: PathBuf, error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy(path),
            Some(ErrorCode::DiskFull) => Self::Full(path),
            Some(ErrorCode::ReadOnly) => Self::ReadOnly(path),
            Some(ErrorCode::NotADatabase) => Self::Foreign(path),
            Some(ErrorCode::DatabaseCorrupt) => Self::Damaged(path, error.to_string()),
            Some(ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
                Self::Unopened(path, error.to_string())
            }
            Some(ErrorCode::SystemIoFailure) => Self::Disk(path, error.to_string()),
            _ => Self::Sql(path, error),
        }
    }
}

pub(crate) type Result<T> = std::result::Result<T, Error>;
