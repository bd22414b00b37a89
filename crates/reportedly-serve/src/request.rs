use std::collections::HashMap;

use percent_encoding::percent_decode_str;
use serde::de::DeserializeOwned;

use crate::problem::Problem;
use crate::{DEFAULT_ITEMS, MAX_ITEMS};

/// The values of a path's places in braces, by their names.
pub(crate) type Places = HashMap<&'static str, String>;

/// A request, taken apart.
#[derive(Clone, Debug, Default)]
pub(crate) struct Asked {
    /// The values of the path's places in braces.
    pub places: Places,
    /// The parameters after the question mark.
    pub query: Vec<(String, String)>,
    /// Whether lines of JSON are wanted.
    pub lines: bool,
    /// What was sent.
    pub body: Vec<u8>,
    /// What it is said to be, without its parameters.
    pub content_type: String,
}

impl Asked {
    pub fn place(&self, name: &str) -> &str {
        self.places.get(name).map_or("", String::as_str)
    }

    pub fn value(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str())
    }

    pub fn needed(&self, name: &str) -> Result<&str, Problem> {
        self.value(name)
            .filter(|v| !v.is_empty())
            .ok_or_else(|| Problem::bad(format!("the parameter {name} is missing")))
    }

    pub fn flag(&self, name: &str) -> Result<bool, Problem> {
        match self.value(name) {
            None | Some("false") => Ok(false),
            Some("true") => Ok(true),
            Some(_) => Err(Problem::bad(format!("{name} must be true or false"))),
        }
    }

    pub fn limit(&self) -> Result<usize, Problem> {
        let Some(words) = self.value("limit") else { return Ok(DEFAULT_ITEMS) };
        let limit = words.parse().ok().filter(|n| (1..=MAX_ITEMS).contains(n));
        limit.ok_or_else(|| Problem::bad(format!("limit must be a number from 1 to {MAX_ITEMS}")))
    }

    pub fn cursor(&self) -> Result<i64, Problem> {
        let Some(words) = self.value("cursor") else { return Ok(0) };
        let cursor = words.parse().ok().filter(|n| *n >= 0);
        cursor.ok_or_else(|| Problem::bad("cursor must be the value of `next` on the previous page"))
    }

    /// The body as JSON of a shape.
    pub fn json<T: DeserializeOwned>(&self) -> Result<T, Problem> {
        if self.content_type != "application/json" {
            return Err(Problem::new(
                hyper::StatusCode::UNSUPPORTED_MEDIA_TYPE,
                "unsupported-media-type",
                "send application/json",
            ));
        }
        serde_json::from_slice(&self.body)
            .map_err(|e| Problem::bad(format!("the JSON is not as expected: {e}")))
    }
}

/// `a=b&c=d`, decoded.
pub(crate) fn query(words: &str) -> Vec<(String, String)> {
    let pairs = words.split('&').filter(|p| !p.is_empty());
    pairs.map(|p| p.split_once('=').unwrap_or((p, ""))).map(|(n, v)| (form(n), form(v))).collect()
}

fn form(words: &str) -> String {
    decoded(&words.replace('+', " "))
}

/// Percent-decoded; what is no UTF-8 becomes U+FFFD.
pub(crate) fn decoded(words: &str) -> String {
    percent_decode_str(words).decode_utf8_lossy().into_owned()
}
