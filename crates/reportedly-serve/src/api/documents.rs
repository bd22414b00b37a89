use serde_json::json;

use super::exports::exported;
use crate::answer::{Answer, Answered};
use crate::app::App;
use crate::request::Asked;

/// One document in one of its shapes.
pub(crate) fn one(app: &App, asked: &Asked) -> Answered {
    let record = app.read(|library| Ok(library.record(asked.place("id"))?))?;
    exported(&record, asked.value("as").unwrap_or("json"))
}

/// Removes a document for good; nothing of it stays in the library file.
pub(crate) fn remove(app: &App, asked: &Asked) -> Answered {
    let removal = app.write(|library| Ok(library.remove(&[asked.place("id")])?))?;
    Ok(Answer::json(&json!({ "doc_ids": removal.doc_ids, "same_text": removal.same_text })))
}
