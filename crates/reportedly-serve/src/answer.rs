use hyper::StatusCode;
use hyper::body::Bytes;
use serde::Serialize;
use serde_json::{Value, json};

use crate::app::App;
use crate::kept::Kept;
use crate::problem::Problem;

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

    /// What there is to keep of it, if it is whole.
    pub fn kept(&self) -> Option<Kept> {
        let (Body::Whole(body), Some(etag)) = (&self.body, &self.etag) else { return None };
        let (content_type, headers) = (self.content_type, self.headers.clone());
        Some(Kept { content_type, headers, body: body.clone(), etag: etag.clone() })
    }
}

impl From<Kept> for Answer {
    fn from(kept: Kept) -> Self {
        let answer = Self::bytes(kept.content_type, kept.body);
        Self { headers: kept.headers, etag: Some(kept.etag), ..answer }
    }
}

impl Problem {
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
