use reportedly_library::{Library, Listing, Rows};
use serde_json::{Value, json};

use super::exports;
use crate::MAX_ITEMS;
use crate::answer::{Answer, Answered, Sink};
use crate::app::App;
use crate::problem::Problem;
use crate::request::Asked;

pub(crate) fn documents(app: &App, asked: &Asked) -> Answered {
    list(app, asked, Listing::Documents)
}

/// Claims; as a page only what one source said.
pub(crate) fn claims(app: &App, asked: &Asked) -> Answered {
    let named = || asked.needed("source_name");
    if let Some(page) = exports::page(app, asked, |library| Ok(library.source_view(named()?)?))? {
        return Ok(page);
    }
    list(app, asked, Listing::Claims)
}

pub(crate) fn sources(app: &App, asked: &Asked) -> Answered {
    list(app, asked, Listing::Sources)
}

pub(crate) fn entities(app: &App, asked: &Asked) -> Answered {
    list(app, asked, Listing::Entities)
}

pub(crate) fn dates(app: &App, asked: &Asked) -> Answered {
    list(app, asked, Listing::Dates)
}

pub(crate) fn incidents(app: &App, asked: &Asked) -> Answered {
    list(app, asked, Listing::Incidents)
}

pub(crate) fn participants(app: &App, asked: &Asked) -> Answered {
    list(app, asked, Listing::Participants)
}

pub(crate) fn facts(app: &App, asked: &Asked) -> Answered {
    list(app, asked, Listing::Facts)
}

pub(crate) fn corrections(app: &App, asked: &Asked) -> Answered {
    list(app, asked, Listing::Corrections)
}

pub(crate) fn notes(app: &App, asked: &Asked) -> Answered {
    list(app, asked, Listing::Notes)
}

pub(crate) fn tags(app: &App, asked: &Asked) -> Answered {
    list(app, asked, Listing::Tags)
}

/// What is listed, from what is asked.
#[derive(Clone)]
struct Wanted {
    listing: Listing,
    only: Vec<(String, String)>,
    full: bool,
}

fn list(app: &App, asked: &Asked, listing: Listing) -> Answered {
    let known = |name: &str| listing.filters().any(|f| f == name);
    let only = asked.query.iter().filter(|(name, _)| known(name)).map(|pair| whole(app, listing, pair));
    let only = only.collect::<Result<_, _>>()?;
    let wanted = Wanted { listing, only, full: asked.flag("full")? };
    let (after, limit) = (asked.cursor()?, asked.limit()?);
    if asked.lines {
        return Ok(Answer::lines(Box::new(move |app, to| all(app, &wanted, after, to))));
    }
    let found = page(app, &wanted, after, limit)?;
    let complete = found.next.is_none() && after == 0;
    Ok(Answer::json(&json!({
        "items": found.items, "total": found.total, "next": found.next.map(|n| n.to_string()), "complete": complete,
    })))
}

/// The whole of an id that is given by its beginning.
fn whole(app: &App, listing: Listing, pair: &(String, String)) -> Result<(String, String), Problem> {
    let (name, value) = pair.clone();
    let value = match (listing, name.as_str()) {
        // of what was removed the log of corrections may still be asked for
        (Listing::Documents | Listing::Corrections, _) => value,
        (_, "doc_id") => app.read(|library| Ok(library.record(&value)?.doc_id))?,
        (Listing::Claims, "claim_id") => app.read(|library| Ok(library.claim(&value)?.1))?,
        _ => value,
    };
    Ok((name, value))
}

fn page(app: &App, wanted: &Wanted, after: i64, limit: usize) -> Result<Rows, Problem> {
    let only: Vec<(&str, &str)> = wanted.only.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    app.read(|library| {
        let mut found = library.page(wanted.listing, &only, after, limit)?;
        if wanted.full && wanted.listing == Listing::Documents {
            let items = found.items.iter().map(|row| full(library, row));
            found.items = items.collect::<Result<_, Problem>>()?;
        }
        Ok(found)
    })
}

fn full(library: &Library, row: &Value) -> Result<Value, Problem> {
    let record = library.record(row["doc_id"].as_str().unwrap_or_default())?;
    Ok(serde_json::to_value(record).unwrap_or_default())
}

/// One row a line, some hundred at a time, so that memory stays flat and no other waits.
fn all(app: &App, wanted: &Wanted, mut after: i64, to: Sink) {
    let limit = if wanted.full { 50 } else { MAX_ITEMS };
    loop {
        let found = match page(app, wanted, after, limit) {
            Ok(found) => found,
            Err(problem) => {
                // a line of another shape, so that nobody takes the part for the whole
                let line = json!({ "problem": problem.kind, "detail": problem.detail });
                to(format!("{line}\n").into_bytes());
                return;
            }
        };
        let lines: String = found.items.iter().map(|item| format!("{item}\n")).collect();
        if !to(lines.into_bytes()) {
            return;
        }
        match found.next {
            Some(next) => after = next,
            None => return,
        }
    }
}
