use hyper::StatusCode;
use hyper::body::Bytes;
use reportedly_library::Error as LibraryError;
use serde::Serialize;
use serde_json::{Value, json};

use crate::app::App;

/// What is written, a piece at a time; `false` where nobody listens any more.
pub(crate) type Sink<'s> = &'s mut dyn FnMut(Vec<u8>) -> bool;
/// Writes a long answer.
pub(crate) type Writing = Box<dyn FnOnce(&App, Sink) + Send>;

/// What goes back.
pub(crate) struct Answer {
    pub status: StatusCode,
    pub content_type: &'static str,
    /// Further headers.
    pub headers: Vec<(&'static str, String)>,
    /// What tells this body from others, where that is known.
    pub etag: Option<String>,
    pub body: Body,
}

pub(crate) enum Body {
    Whole(Bytes),
    Long(Writing),
}

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

pub(crate) type Answered = Result<Answer, Problem>;

impl Answer {
    pub fn json(value: &impl Serialize) -> Self {
        Self::bytes("application/json", serde_json::to_vec(value).unwrap_or_default())
    }

    pub fn bytes(content_type: &'static str, body: impl Into<Bytes>) -> Self {
        let body = Body::Whole(body.into());
        Self { status: StatusCode::OK, content_type, headers: Vec::new(), etag: None, body }
    }

    pub fn lines(writing: Writing) -> Self {
        Self { body: Body::Long(writing), ..Self::bytes("application/x-ndjson", Bytes::new()) }
    }

    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    pub fn status(mut self, status: StatusCode) -> Self {
        self.status = status;
        self
    }
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

    pub fn answer(&self) -> Answer {
        let body: Value = json!({
            "type": format!("/problems#{}", self.kind),
            "title": self.kind.replace('-', " "),
            "status": self.status.as_u16(),
            "detail": self.detail,
        });
        let mut answer = Answer::json(&body).status(self.status);
        answer.content_type = "application/problem+json";
        answer.headers.extend(self.allow.iter().map(|methods| ("allow", methods.clone())));
        answer
    }
}

impl From<LibraryError> for Problem {
    fn from(error: LibraryError) -> Self {
        let (status, kind) = match &error {
            LibraryError::Unknown(_)
            | LibraryError::NoClaim(_)
            | LibraryError::NoArticle(_)
            | LibraryError::NoCorrection(_) => (StatusCode::NOT_FOUND, "not-found"),
            LibraryError::Ambiguous(_) => (StatusCode::CONFLICT, "ambiguous"),
            LibraryError::NotLast(_) => (StatusCode::CONFLICT, "not-the-last"),
            LibraryError::Unchanged => (StatusCode::CONFLICT, "unchanged"),
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
