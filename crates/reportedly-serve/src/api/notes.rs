use serde::Deserialize;
use serde_json::json;

use super::corrections::signed;
use crate::answer::{Answer, Answered};
use crate::app::App;
use crate::problem::Problem;
use crate::request::Asked;

/// A note to be written or deleted.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Note {
    id: Option<String>,
    words: Option<String>,
    delete: Option<i64>,
    who: Option<String>,
}

/// Tags to be given and taken off.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Tags {
    doc_id: String,
    add: Vec<String>,
    remove: Vec<String>,
    who: Option<String>,
}

/// Writes a note, or deletes one.
pub(crate) fn note(app: &App, asked: &Asked) -> Answered {
    let wanted: Note = asked.json()?;
    app.write(|library| match (&wanted.id, &wanted.words, wanted.delete) {
        (Some(id), Some(words), None) => {
            let who = signed(app, library, wanted.who.as_deref())?;
            let noted = library.note(id, words, &who)?;
            let told =
                json!({ "note_id": noted.note_id, "doc_id": noted.doc_id, "claim_id": noted.claim_id });
            Ok(Answer::json(&told))
        }
        (None, None, Some(note_id)) => {
            library.delete_note(note_id)?;
            Ok(Answer::json(&json!({ "note_id": note_id })))
        }
        _ => Err(Problem::bad("send either id with words, or delete")),
    })
}

/// Gives an article tags and takes others off.
pub(crate) fn tag(app: &App, asked: &Asked) -> Answered {
    let wanted: Tags = asked.json()?;
    let [add, remove] =
        [&wanted.add, &wanted.remove].map(|tags| tags.iter().map(String::as_str).collect::<Vec<_>>());
    let tags = app.write(|library| {
        let who = signed(app, library, wanted.who.as_deref())?;
        library.untag(&wanted.doc_id, &remove)?;
        Ok(library.tag(&wanted.doc_id, &add, &who)?)
    })?;
    Ok(Answer::json(&json!({ "tags": tags })))
}
