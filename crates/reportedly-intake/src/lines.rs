use std::collections::HashMap;
use std::io::{BufRead, Read};

use serde::Deserialize;

use reportedly::Unreadable;

use crate::archive::skip_line;

use crate::failure::{Failure, MAX_BYTES, Problem};

/// One line of `--from jsonl`; further fields are passed over.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct Line {
    #[serde(default, deserialize_with = "id")]
    /// The caller's id.
    pub id: Option<String>,
    /// The words, kept character for character.
    pub text: String,
    #[serde(default)]
    /// When it was published, in one of the ways that pages state it.
    pub date: Option<String>,
    #[serde(default)]
    /// Its headline.
    pub title: Option<String>,
    #[serde(default)]
    /// Its medium.
    pub outlet: Option<String>,
    #[serde(default)]
    /// Its address.
    pub url: Option<String>,
}

/// An id may be a number: corpora are written that way. A blank one is none.
fn id<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    Ok(match Option::<serde_json::Value>::deserialize(deserializer)? {
        None | Some(serde_json::Value::Null) => None,
        Some(serde_json::Value::String(s)) => Some(s).filter(|s| !s.trim().is_empty()),
        Some(other) => Some(other.to_string()),
    })
}

/// The lines of a file, one after the other, so that a large corpus is never held at once.
pub(crate) struct JsonLines<R> {
    reader: R,
    file: String,
    number: usize,
    /// Where each id stood; `None` where the same one may come again.
    ids: Option<HashMap<String, usize>>,
    ended: bool,
}

impl<R: BufRead> JsonLines<R> {
    pub(crate) fn new(reader: R, file: String, same_id: bool) -> Self {
        let ids = (!same_id).then(HashMap::new);
        Self { reader, file, number: 0, ids, ended: false }
    }

    /// The bytes of the next line, at most one more than a file may have; `None` at the end.
    fn bytes(&mut self) -> std::io::Result<Option<Vec<u8>>> {
        let mut line = Vec::new();
        self.reader.by_ref().take(MAX_BYTES + 1).read_until(b'\n', &mut line)?;
        if line.len() as u64 > MAX_BYTES && line.last() != Some(&b'\n') {
            skip_line(&mut self.reader)?;
        }
        Ok((!line.is_empty()).then_some(line))
    }

    fn parse(&mut self, bytes: &[u8]) -> Result<Line, Problem> {
        if bytes.len() as u64 > MAX_BYTES {
            return Err(Problem::TooLarge);
        }
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").filter(|_| self.number == 1).unwrap_or(bytes);
        let line: Line = serde_json::from_slice(bytes).map_err(|e| Problem::BadLine(of_line(&e)))?;
        if let (Some(id), Some(ids)) = (&line.id, &mut self.ids)
            && let Some(first) = ids.insert(id.clone(), self.number)
        {
            ids.insert(id.clone(), first);
            return Err(Problem::SameId { id: id.clone(), first });
        }
        Ok(line)
    }
}

/// What is wrong, and in which column: the line is told elsewhere.
fn of_line(error: &serde_json::Error) -> String {
    let words = error.to_string();
    let what = words.rsplit_once(" at line ").map_or(words.as_str(), |(what, _)| what);
    format!("{what}, column {}", error.column())
}

impl<R: BufRead> Iterator for JsonLines<R> {
    type Item = Result<(String, Line), Failure>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.ended {
            let bytes = match self.bytes() {
                Ok(Some(bytes)) => bytes,
                Ok(None) if self.number == 0 => {
                    self.ended = true;
                    return Some(Err(Failure::new(&self.file, Problem::Bytes(Unreadable::Empty))));
                }
                Ok(None) => return None,
                Err(e) => {
                    self.ended = true;
                    return Some(Err(Failure::io(&self.file, e)));
                }
            };
            self.number += 1;
            if !bytes.trim_ascii().is_empty() {
                let place = format!("{}, line {}", self.file, self.number);
                return Some(match self.parse(&bytes) {
                    Ok(line) => Ok((place, line)),
                    Err(problem) => Err(Failure::new(place, problem)),
                });
            }
        }
        None
    }
}
