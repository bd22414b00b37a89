use super::exports::exported;
use crate::answer::Answered;
use crate::app::App;
use crate::request::Asked;

/// One document in one of its shapes.
pub(crate) fn one(app: &App, asked: &Asked) -> Answered {
    let record = app.read(|library| Ok(library.record(asked.place("id"))?))?;
    exported(&record, asked.value("as").unwrap_or("json"))
}
