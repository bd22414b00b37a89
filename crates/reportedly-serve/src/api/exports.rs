use hyper::StatusCode;
use reportedly_library::Library;
use reportedly_records::form::{FORMS, Form, SoFar, Together, stem, title};
use reportedly_records::render::view::View;
use reportedly_records::{Mismatch, Record};
use serde_json::json;

use crate::answer::{Answer, Answered, Sink};
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
    let file = write(form.whole(record))?;
    let answer = Answer::bytes(form.media_type, file);
    // ours, and escaped; a file to keep, never a page of this server
    Ok(if form.name == "html" { answer.with("content-disposition", "attachment") } else { answer })
}

fn write(written: Result<String, Mismatch>) -> Result<String, Problem> {
    written.map_err(|e| {
        eprintln!("reportedly: {e}");
        Problem::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "damaged",
            "the spans of this document do not match its text",
        )
    })
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

/// All documents in one form, as one file.
pub(crate) fn all(app: &App, asked: &Asked) -> Answered {
    let form = found(asked.value("as").unwrap_or("json"))?;
    let one_a_line = match form.together {
        Together::After(between) => between.is_empty() && form.media_type.contains("json"),
        Together::Apart(_) => {
            let name = form.name;
            return Err(Problem::bad(format!(
                "{name} is written as files: use `reportedly export --as {name}`"
            )));
        }
        Together::Within { .. } | Together::Page => false,
    };
    let ids = app.read(|library| Ok(library.list()?))?.into_iter().map(|document| document.doc_id);
    let ids: Vec<String> = ids.collect();
    let mut answer = Answer::lines(Box::new(move |app, to| every(app, form, &ids, to)));
    if !one_a_line {
        answer.content_type = form.media_type;
    }
    Ok(answer.with("content-disposition", format!("attachment; filename=\"library.{}\"", form.ending)))
}

/// One document after the other, so that memory stays flat and no other waits.
fn every(app: &App, form: &Form, ids: &[String], to: Sink) {
    let mut so_far = SoFar::default();
    for id in ids {
        let shown = app.read(|library| {
            let record = library.record(id)?;
            Ok((write(form.write(&record))?, title(&record)))
        });
        match shown {
            Ok((shown, title)) => {
                if !to(form.add(&mut so_far, shown, id, &title).into_bytes()) {
                    return;
                }
            }
            Err(problem) => {
                // a line of another shape, so that nobody takes the part for the whole
                let line = json!({ "problem": problem.kind, "detail": problem.detail });
                to(format!("\n{line}\n").into_bytes());
                return;
            }
        }
    }
    to(form.end(&so_far).into_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_offers_every_form() {
        let page = include_str!("../page/article.js");
        for form in FORMS {
            let entry = format!("[\"{}\", \"{}\"]", form.name, form.title);
            assert!(page.contains(&entry), "article.js has no {entry}");
        }
    }
}
