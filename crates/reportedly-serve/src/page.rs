//! The page: every file of it is part of the program.

use crate::answer::{Answer, Answered};
use crate::app::App;
use crate::problem::Problem;
use crate::request::Asked;

const SCRIPT: &str = "text/javascript";

macro_rules! assets {
    ($($name:literal: $kind:expr),* $(,)?) => {
        &[$(($name, $kind, include_str!(concat!("page/", $name)))),*]
    };
}

/// The files by name, with what they are.
const ASSETS: &[(&str, &str, &str)] = assets![
    "style.css": "text/css",
    "icon.svg": "image/svg+xml",
    "main.js": SCRIPT,
    "dom.js": SCRIPT,
    "api.js": SCRIPT,
    "article.js": SCRIPT,
    "claim.js": SCRIPT,
    "correct.js": SCRIPT,
    "desk.js": SCRIPT,
    "keys.js": SCRIPT,
    "library.js": SCRIPT,
    "search.js": SCRIPT,
    "copies.js": SCRIPT,
    "trace.js": SCRIPT,
    "drop.js": SCRIPT,
    "drawn.js": SCRIPT,
    "happened.js": SCRIPT,
    "timelines.js": SCRIPT,
];

pub(crate) fn index(_: &App, _: &Asked) -> Answered {
    Ok(Answer::bytes("text/html; charset=utf-8", include_str!("page/index.html")))
}

pub(crate) fn asset(_: &App, asked: &Asked) -> Answered {
    let found = ASSETS.iter().find(|(name, ..)| *name == asked.place("name"));
    let (_, kind, body) = found.ok_or_else(|| {
        Problem::new(hyper::StatusCode::NOT_FOUND, "not-found", "the page has no such file")
    })?;
    Ok(Answer::bytes(kind, *body))
}
