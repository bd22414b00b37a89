use std::path::PathBuf;

use rusqlite::ErrorCode;

/// What a library can refuse. Each says which file, and what to do.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
#[allow(missing_docs)] // each says what it is
pub enum Error {
    #[error("{0}: there is no library here")]
    Missing(PathBuf),
    #[error("{0}: this is not a library of reportedly")]
    Foreign(PathBuf),
    #[error("{0}: this is a folder: name the file of a library in it")]
    Folder(PathBuf),
    #[error("{0}: the name is not in UTF-8: name another file")]
    Name(PathBuf),
    #[error("there is no correction {0} in the library")]
    NoCorrection(i64),
    #[error(
        "{path}: this library has format {format}, made by a newer reportedly; this one knows {known}: update it"
    )]
    Newer { path: PathBuf, format: i64, known: i64 },
    #[error("{0}: another program has been writing to this library for long: try again when it is done")]
    Busy(PathBuf),
    #[error("{0}: the disk is full; what was kept is kept: make room and run the same command again")]
    Full(PathBuf),
    #[error("{0}: this library must not be written to: check who may, or copy it")]
    ReadOnly(PathBuf),
    #[error("{0}: the library is damaged ({1}): go back to a backup")]
    Damaged(PathBuf, String),
    #[error("{0}: cannot be opened ({1}): check the folder and who may read it")]
    Unopened(PathBuf, String),
    #[error(
        "{0}: the disk did not do its work ({1}); what was kept is kept: see that it is there, sound and has room"
    )]
    Disk(PathBuf, String),
    #[error("{0}: {1}")]
    Io(PathBuf, std::io::Error),
    #[error("{0}: {1}; please report this as a bug")]
    Sql(PathBuf, rusqlite::Error),
    #[error("there is no article or claim {0:?} in the library")]
    Unknown(String),
    #[error("{0:?} is an article, not a claim")]
    NoClaim(String),
    #[error("{0:?} is a claim, not an article")]
    NoArticle(String),
    #[error("{0:?} is the beginning of more than one id: give more of it")]
    Ambiguous(String),
    #[error("the words {0:?} do not stand in the text of the article: copy them from it exactly")]
    NotInText(String),
    #[error("a claim needs some content: name its words")]
    NoContent,
    #[error("nothing to correct: the claim is already so")]
    Unchanged,
    #[error("correction {0} is not the last one of its claim: take the later one back first")]
    NotLast(i64),
    #[error("{0}: exists already: name another file")]
    Exists(PathBuf),
    #[error(
        "this reportedly was built without Parquet: take jsonl or csv, or build it again with `--features parquet`"
    )]
    NoParquet,
    #[error("{0}: {1}")]
    BadImport(PathBuf, String),
    #[error("{0}: holds articles already; an export goes into a new library")]
    NotEmpty(PathBuf),
}

impl Error {
    /// What SQLite says, in the words of a user.
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
