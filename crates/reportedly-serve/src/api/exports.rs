use hyper::StatusCode;
use reportedly_library::Library;
use reportedly_records::Record;
use reportedly_records::form::{FORMS, Form, stem};
use reportedly_records::render::view::View;

use crate::answer::{Answer, Answered};
use crate::app::App;
use crate::problem::Problem;
use crate::request::Asked;

/// The names of all forms of a document, for people.
pub(crate) fn names() -> String {
    let names = FORMS.map(|form| form.name);
    names.split_last().map_or(String::new(), |(last, rest)| format!("{} or {last}", rest.join(", ")))
}

/// A record in the form asked for.
pub(crate) fn exported(record: &Record, form: &str) -> Answered {
    let form = found(form)?;
    let file = form.whole(record).map_err(|e| {
        eprintln!("reportedly: {e}");
        Problem::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "damaged",
            "the spans of this document do not match its text",
        )
    })?;
    let answer = Answer::bytes(form.media_type, file);
    // ours, and escaped; a file to keep, never a page of this server
    Ok(if form.name == "html" { answer.with("content-disposition", "attachment") } else { answer })
}

fn found(name: &str) -> Result<&'static Form, Problem> {
    Form::named(name).ok_or_else(|| Problem::bad(format!("as must be {}, not {name:?}", names())))
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

/// A document as a download with a name.
pub(crate) fn file(app: &App, asked: &Asked) -> Answered {
    let record = app.read(|library| Ok(library.record(asked.place("id"))?))?;
    let form = found(asked.value("as").unwrap_or("json"))?;
    let mut answer = exported(&record, form.name)?;
    answer.headers.retain(|(header, _)| *header != "content-disposition");
    let name = format!("attachment; filename=\"{}.{}\"", stem(&record.doc_id), form.ending);
    Ok(answer.with("content-disposition", name))
}
