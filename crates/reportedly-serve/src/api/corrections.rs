use reportedly_library::{Change, Library};
use serde::Deserialize;
use serde_json::json;

use crate::answer::{Answer, Answered};
use crate::app::App;
use crate::problem::Problem;
use crate::request::Asked;

/// What is to be corrected.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Correction {
    claim_id: Option<String>,
    doc_id: Option<String>,
    content: Option<String>,
    cue: Option<String>,
    source: Option<String>,
    remove: bool,
    undo: Option<i64>,
    who: Option<String>,
}

/// One correction, on the disk before it is answered.
pub(crate) fn correct(app: &App, asked: &Asked) -> Answered {
    let wanted: Correction = asked.json()?;
    let who = wanted.who.clone().filter(|w| !w.trim().is_empty()).unwrap_or_else(|| app.config.who.clone());
    if who.chars().count() > 100 {
        return Err(Problem::bad("who may have at most 100 characters"));
    }
    let done = app.write(|library| done(library, &wanted, &who))?;
    Ok(Answer::json(&json!({ "claim_id": done.claim_id, "claim": done.claim, "doc_ids": done.doc_ids })))
}

fn done(
    library: &mut Library,
    wanted: &Correction,
    who: &str,
) -> Result<reportedly_library::Corrected, Problem> {
    let change = Change::Set {
        content: wanted.content.clone(),
        cue: wanted.cue.clone(),
        source: wanted.source.clone(),
    };
    let says_something = wanted.content.is_some() || wanted.cue.is_some() || wanted.source.is_some();
    match (wanted.undo, &wanted.claim_id, &wanted.doc_id) {
        (Some(id), None, None) => Ok(library.undo(id, who)?),
        (None, Some(id), None) if wanted.remove && !says_something => {
            Ok(library.correct(id, &Change::Remove, who)?)
        }
        (None, Some(id), None) if says_something && !wanted.remove => Ok(library.correct(id, &change, who)?),
        (None, None, Some(id)) if wanted.content.is_some() => Ok(library.add_claim(id, &change, who)?),
        _ => Err(Problem::bad(
            "send exactly one of: claim_id with content, cue or source; claim_id with remove; doc_id with content; undo",
        )),
    }
}
