use hyper::StatusCode;
use reportedly_library::Error as LibraryError;

/// Why a request is not done, as RFC 9457 writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Problem {
    pub status: StatusCode,
    /// What sort of problem, in a word.
    pub kind: &'static str,
    /// What is wrong and what to do.
    pub detail: String,
    /// The methods that would be taken.
    pub allow: Option<String>,
}

impl Problem {
    pub fn new(status: StatusCode, kind: &'static str, detail: impl Into<String>) -> Self {
        Self { status, kind, detail: detail.into(), allow: None }
    }

    pub fn bad(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "bad-request", detail)
    }

    pub fn allow(self, methods: String) -> Self {
        Self { allow: Some(methods), ..self }
    }
}

impl From<LibraryError> for Problem {
    fn from(error: LibraryError) -> Self {
        let (status, kind) = match &error {
            LibraryError::Unknown(_)
            | LibraryError::NoClaim(_)
            | LibraryError::NoArticle(_)
            | LibraryError::NoCorrection(_)
            | LibraryError::NoNote(_)
            | LibraryError::NoTag(_) => (StatusCode::NOT_FOUND, "not-found"),
            LibraryError::Ambiguous(_) => (StatusCode::CONFLICT, "ambiguous"),
            LibraryError::NotLast(_) => (StatusCode::CONFLICT, "not-the-last"),
            LibraryError::Unchanged => (StatusCode::CONFLICT, "unchanged"),
            LibraryError::BadDate(_) | LibraryError::BadTag(_) | LibraryError::EmptyNote => {
                (StatusCode::UNPROCESSABLE_ENTITY, "not-possible")
            }
            LibraryError::Unscrubbed(_) => (StatusCode::SERVICE_UNAVAILABLE, "not-finished"),
            LibraryError::NotInText(_) | LibraryError::NoContent => {
                (StatusCode::UNPROCESSABLE_ENTITY, "not-in-text")
            }
            LibraryError::ReadOnly(_) => (StatusCode::FORBIDDEN, "read-only"),
            LibraryError::Busy(_) => (StatusCode::SERVICE_UNAVAILABLE, "busy"),
            _ => {
                // the message names files of this machine: it is for the one who started the server
                eprintln!("reportedly: {error}");
                let detail = "the library could not be used; see the message in the terminal of the server";
                return Self::new(StatusCode::INTERNAL_SERVER_ERROR, "library", detail);
            }
        };
        Self::new(status, kind, error.to_string())
    }
}
