//! Stories: which articles tell of one incident, kept up as articles come in.
//!
//! A new article is compared with the few that share rare words, names or a place and days with it, and joins the story that
//! fits best; it may join two. [`Library::rebuild_stories`] finds all stories anew, the same ones in whatever order the articles
//! came. What a person decided ([`Library::merge_stories`], [`Library::split_story`]) holds in both.

mod dossier;
mod hand;
mod place;
mod rebuild;
mod ties;

pub(crate) use hand::undo_tie;
pub(crate) use place::{displace, place, place_again};
pub(crate) use rebuild::rebuild;
pub(crate) use ties::forget;

use rusqlite::Connection;

use crate::digest::digest;

/// What a story is called after the first of its articles.
fn called(doc_id: &str) -> String {
    digest(format!("story\0{doc_id}").as_bytes()).chars().take(16).collect()
}

/// The articles of a story, in the order in which they were added.
fn members(from: &Connection, story: &str) -> rusqlite::Result<Vec<String>> {
    let sql = "SELECT doc_id FROM documents WHERE story_id = ?1 ORDER BY doc_row";
    from.prepare_cached(sql)?.query_map([story], |row| row.get(0))?.collect()
}
