use reportedly::certainty::{Certainty, Polarity, Stance};
use reportedly::source::Kind;
use reportedly_library::{By, Change, Corrected, Facts, Given, Library};
use serde::Deserialize;
use serde_json::json;

use crate::answer::{Answer, Answered};
use crate::app::App;
use crate::problem::Problem;
use crate::request::Asked;
use crate::route::values;

/// What is to be corrected.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Correction {
    claim_id: Option<String>,
    doc_id: Option<String>,
    content: Option<String>,
    cue: Option<String>,
    source: Option<String>,
    kind: Option<String>,
    certainty: Option<String>,
    polarity: Option<String>,
    stance: Option<String>,
    date: Option<String>,
    outlet: Option<String>,
    title: Option<String>,
    byline: Option<Vec<String>>,
    remove: bool,
    undo: Option<i64>,
    why: Option<String>,
    who: Option<String>,
}

/// One correction, on the disk before it is answered.
pub(crate) fn correct(app: &App, asked: &Asked) -> Answered {
    let wanted: Correction = asked.json()?;
    let done = app.write(|library| {
        let who = signed(app, library, wanted.who.as_deref())?;
        done(library, &wanted, &who)
    })?;
    Ok(Answer::json(&json!({ "claim_id": done.claim_id, "claim": done.claim, "doc_ids": done.doc_ids })))
}

/// The name for the log: the one given, which is remembered, else the one remembered, else that of the one who
/// started the server.
pub(crate) fn signed(app: &App, library: &mut Library, given: Option<&str>) -> Result<String, Problem> {
    let user = &app.config.who;
    match given.map(str::trim).filter(|who| !who.is_empty()) {
        Some(who) if who.chars().count() > 100 => Err(Problem::bad("who may have at most 100 characters")),
        Some(who) => {
            library.remember_name(user, who)?;
            Ok(who.to_owned())
        }
        None => Ok(library.name_of(user)?.unwrap_or_else(|| user.clone())),
    }
}

fn done(library: &mut Library, wanted: &Correction, who: &str) -> Result<Corrected, Problem> {
    let (given, facts) = (given(wanted)?, facts(wanted));
    let by = By { who, why: wanted.why.as_deref().map(str::trim).filter(|why| !why.is_empty()) };
    let has = (!given.is_empty(), !facts.is_empty());
    match (wanted.undo, &wanted.claim_id, &wanted.doc_id) {
        (Some(id), None, None) if has == (false, false) => Ok(library.undo(id, by)?),
        (None, Some(id), None) if wanted.remove && has == (false, false) => {
            Ok(library.correct(id, &Change::Remove, by)?)
        }
        (None, Some(id), None) if has == (true, false) && !wanted.remove => {
            Ok(library.correct(id, &Change::Set(given), by)?)
        }
        (None, None, Some(id)) if has == (true, false) && given.content.is_some() => {
            Ok(library.add_claim(id, &given, by)?)
        }
        (None, None, Some(id)) if has == (false, true) => Ok(library.correct_article(id, &facts, by)?),
        _ => Err(Problem::bad(
            "send exactly one of: claim_id with content, cue, source, kind, certainty, polarity or stance; claim_id with \
             remove; doc_id with content; doc_id with date, outlet, title or byline; undo",
        )),
    }
}

fn given(wanted: &Correction) -> Result<Given, Problem> {
    let Correction { content, cue, source, kind, certainty, polarity, stance, .. } = wanted;
    Ok(Given {
        content: content.clone(),
        cue: cue.clone(),
        source: source.clone(),
        kind: one_of("kind", &Kind::ALL, Kind::name, kind)?,
        certainty: one_of("certainty", &Certainty::ALL, Certainty::name, certainty)?,
        polarity: one_of("polarity", &Polarity::ALL, Polarity::name, polarity)?,
        stance: one_of("stance", &Stance::ALL, Stance::name, stance)?,
    })
}

fn facts(wanted: &Correction) -> Facts {
    let Correction { date, outlet, title, byline, .. } = wanted;
    Facts { date: date.clone(), outlet: outlet.clone(), title: title.clone(), byline: byline.clone() }
}

fn one_of<T: Copy>(
    what: &str,
    all: &[T],
    name: fn(T) -> &'static str,
    word: &Option<String>,
) -> Result<Option<T>, Problem> {
    let Some(word) = word else { return Ok(None) };
    let found = all.iter().copied().find(|value| name(*value) == word);
    let refused = || Problem::bad(format!("{what} must be one of {}", values(what).join(", ")));
    found.map(Some).ok_or_else(refused)
}
