use hyper::StatusCode;
use reportedly_library::Library;
use reportedly_records::render::view::View;
use reportedly_records::{Record, export, render};

use crate::answer::{Answer, Answered};
use crate::app::App;
use crate::problem::Problem;
use crate::request::Asked;

/// The shapes of a document.
pub(crate) const SHAPES: [&str; 5] = ["json", "annotation", "schema-org", "html", "plain"];

/// A record in the shape asked for.
pub(crate) fn exported(record: &Record, shape: &str) -> Answered {
    record.check().map_err(|e| {
        eprintln!("reportedly: {e}");
        Problem::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "damaged",
            "the spans of this document do not match its text",
        )
    })?;
    Ok(match shape {
        "json" => Answer::json(record),
        "annotation" => Answer::bytes("application/ld+json", export::annotation(record).to_string()),
        "schema-org" => Answer::bytes("application/ld+json", export::schema_org(record).to_string()),
        "plain" => Answer::bytes("text/plain; charset=utf-8", render::plain(record)),
        // ours, and escaped; a file to keep, never a page of this server
        "html" => {
            Answer::bytes("text/html; charset=utf-8", html(record)).with("content-disposition", "attachment")
        }
        other => {
            return Err(Problem::bad(format!(
                "as must be json, annotation, schema-org, html or plain, not {other:?}"
            )));
        }
    })
}

/// A view as one page to keep; `None` where the answer is to be JSON.
pub(crate) fn page(
    app: &App,
    asked: &Asked,
    view: impl FnOnce(&Library) -> Result<View, Problem>,
) -> Result<Option<Answer>, Problem> {
    match asked.value("as").unwrap_or("json") {
        "json" => Ok(None),
        "html" => {
            let answer = Answer::bytes("text/html; charset=utf-8", app.read(view)?.html());
            Ok(Some(answer.with("content-disposition", "attachment")))
        }
        other => Err(Problem::bad(format!("as must be json or html, not {other:?}"))),
    }
}

fn html(record: &Record) -> String {
    let title = record.title.as_ref().unwrap_or(&record.doc_id);
    [&render::html::head(title), render::html::article(record).as_str(), render::html::foot()].concat()
}

/// A document as a download with a name.
pub(crate) fn file(app: &App, asked: &Asked) -> Answered {
    let record = app.read(|library| Ok(library.record(asked.place("id"))?))?;
    let shape = asked.value("as").unwrap_or("json");
    let ending = match shape {
        "html" => "html",
        "plain" => "txt",
        "json" => "json",
        _ => "jsonld",
    };
    let name: String =
        record.doc_id.chars().take(60).map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let mut answer = exported(&record, shape)?;
    answer.headers.retain(|(header, _)| *header != "content-disposition");
    Ok(answer.with("content-disposition", format!("attachment; filename=\"{name}.{ending}\"")))
}
