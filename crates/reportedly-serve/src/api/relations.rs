use serde::Serialize;
use serde_json::json;

use super::exports::page;
use crate::answer::{Answer, Answered};
use crate::app::App;
use crate::request::Asked;

pub(crate) fn reuse(app: &App, asked: &Asked) -> Answered {
    let doc_id = asked.needed("doc_id")?;
    if let Some(page) = page(app, asked, |library| Ok(library.copies_view(doc_id)?))? {
        return Ok(page);
    }
    let compared = asked.flag("compared")?;
    let (rows, comparisons) = app.read(|library| {
        let rows = library.copies(doc_id)?;
        let comparisons = if compared { Some(library.comparisons(&rows)?) } else { None };
        Ok((rows, comparisons))
    })?;
    match comparisons {
        Some(comparisons) if !asked.lines => Ok(Answer::json(&json!({
            "items": rows, "total": rows.len(), "next": null, "complete": true, "comparisons": comparisons,
        }))),
        _ => Ok(whole(asked, &rows)),
    }
}

pub(crate) fn claim_groups(app: &App, asked: &Asked) -> Answered {
    let claim_id = asked.needed("claim_id")?;
    if let Some(page) = page(app, asked, |library| Ok(library.trace_view(claim_id, app.publishers())?))? {
        return Ok(page);
    }
    let group = app.read(|library| Ok(library.trace(claim_id, app.publishers())?))?;
    Ok(whole(asked, &group.into_iter().collect::<Vec<_>>()))
}

/// A list that is never cut.
fn whole<T: Serialize>(asked: &Asked, items: &[T]) -> Answer {
    if asked.lines {
        let line = |item| serde_json::to_string(item).unwrap_or_default() + "\n";
        return Answer::bytes("application/x-ndjson", items.iter().map(line).collect::<String>());
    }
    Answer::json(&json!({ "items": items, "total": items.len(), "next": null, "complete": true }))
}
