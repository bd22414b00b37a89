use std::panic::{AssertUnwindSafe, catch_unwind};

use hyper::StatusCode;
use reportedly::{Format, PageOptions};
use reportedly_library::{Incoming, Placement};
use reportedly_records::Record;
use serde_json::json;

use super::exports::exported;
use crate::answer::{Answer, Answered};
use crate::app::App;
use crate::problem::Problem;
use crate::request::Asked;

/// Reads what was sent; nothing is kept.
pub(crate) fn read(app: &App, asked: &Asked) -> Answered {
    exported(&record(app, asked)?, asked.value("as").unwrap_or("json"))
}

/// Reads what was sent and keeps it.
pub(crate) fn keep(app: &App, asked: &Asked) -> Answered {
    let record = record(app, asked)?;
    let place = asked.value("url").unwrap_or("the web page of reportedly").to_owned();
    let readmit = asked.flag("readmit")?;
    let incoming = Incoming { readmit, ..Incoming::new(record, place) };
    let kept = app.write(|library| Ok(library.add(vec![incoming])?))?;
    let kept = kept.first().ok_or_else(|| refused("nothing was saved"))?;
    let (status, state) = match &kept.placement {
        Placement::Known(_) => (StatusCode::OK, "known"),
        Placement::New { version_of: None, .. } => (StatusCode::CREATED, "added"),
        Placement::New { .. } => (StatusCode::CREATED, "version"),
        Placement::Removed(_) => {
            let detail = "this was removed from the library; readmit=true adds it all the same";
            return Err(Problem::new(StatusCode::CONFLICT, "removed", detail));
        }
    };
    let told = json!({ "doc_id": kept.doc_id(), "state": state, "claims": kept.claims });
    Ok(Answer::json(&told).status(status))
}

fn record(app: &App, asked: &Asked) -> Result<Record, Problem> {
    let options = options(asked)?;
    // one odd page must not cost the server its thread
    let read = catch_unwind(AssertUnwindSafe(|| app.engine().read_bytes(&asked.body, &options)));
    match read {
        Ok(Ok(read)) => Ok(Record::new(&read.article, &read.reading, true)),
        Ok(Err(unreadable)) => Err(refused(unreadable.to_string())),
        Err(_) => Err(refused("the reader stopped unexpectedly: please report this as a bug, with the page")),
    }
}

fn options(asked: &Asked) -> Result<PageOptions, Problem> {
    let url = match asked.value("url") {
        Some(url) if url.starts_with("http://") || url.starts_with("https://") => Some(url.to_owned()),
        Some(_) => return Err(Problem::bad("url must begin with http:// or https://")),
        None => None,
    };
    let format = match asked.content_type.as_str() {
        "text/html" | "application/xhtml+xml" => Format::Html,
        "text/plain" => Format::Auto,
        _ => {
            return Err(Problem::new(
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                "unsupported-media-type",
                "send a page as text/html, or a text as text/plain",
            ));
        }
    };
    Ok(PageOptions { url, format, force: asked.flag("force")?, ..PageOptions::default() })
}

fn refused(detail: impl Into<String>) -> Problem {
    Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "not-readable", detail)
}
