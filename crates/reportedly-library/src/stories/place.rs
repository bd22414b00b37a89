use std::collections::BTreeMap;

use reportedly_core::story::{Decision, Keys, MOST_OF_ONE, fold, likeliest};
use rusqlite::{Connection, OptionalExtension, params};

use super::called;
use super::ties::ties;
use crate::reading::record;

/// So many articles of a story stand for all of it.
const MOST_MEMBERS: usize = 40;

/// Finds the story of an article that has none.
pub(crate) fn place(to: &Connection, doc_id: &str, keys: &Keys) -> rusqlite::Result<()> {
    let sql = "SELECT doc_row, text_sha256 FROM documents WHERE doc_id = ?1";
    let (row, sha): (i64, String) =
        to.prepare_cached(sql)?.query_row([doc_id], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let near = candidates(to, keys)?;
    to.prepare_cached("INSERT OR REPLACE INTO story_keys (doc_row, keys) VALUES (?1, ?2)")?
        .execute(params![row, keys.bytes()])?;
    // a copy is where its text is; others find that one
    let copy = "SELECT story_id FROM documents WHERE text_sha256 = ?1 AND doc_row <> ?2 AND story_id IS NOT NULL \
        ORDER BY doc_row LIMIT 1";
    if let Some(story) =
        to.prepare_cached(copy)?.query_row(params![sha, row], |r| r.get::<_, String>(0)).optional()?
    {
        return tell(to, row, &story);
    }
    for handle in keys.handles() {
        to.prepare_cached("INSERT OR IGNORE INTO story_handles (handle, doc_row) VALUES (?1, ?2)")?
            .execute(params![handle.number.cast_signed(), row])?;
    }
    match join(to, row, keys, &near)? {
        Some(story) => tell(to, row, &story),
        None => tell(to, row, &called(doc_id)),
    }
}

/// Takes an article out of its story, and what others find it by.
pub(crate) fn displace(to: &Connection, doc_id: &str) -> rusqlite::Result<()> {
    let sql = "SELECT doc_row, keys FROM story_keys JOIN documents USING (doc_row) WHERE doc_id = ?1";
    let found =
        to.prepare_cached(sql)?.query_row([doc_id], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    let Some((row, bytes)): Option<(i64, Vec<u8>)> = found else { return Ok(()) };
    for handle in Keys::of_bytes(&bytes).unwrap_or_default().handles() {
        to.prepare_cached("DELETE FROM story_handles WHERE handle = ?1 AND doc_row = ?2")?
            .execute(params![handle.number.cast_signed(), row])?;
    }
    to.prepare_cached("DELETE FROM story_keys WHERE doc_row = ?1")?.execute([row])?;
    to.prepare_cached("UPDATE documents SET story_id = NULL WHERE doc_row = ?1")?.execute([row]).map(drop)
}

/// The same for an article of which something else is known now.
pub(crate) fn place_again(to: &Connection, doc_id: &str) -> rusqlite::Result<()> {
    displace(to, doc_id)?;
    match record(to, doc_id)? {
        Some(record) => place(to, doc_id, &record.story_keys()),
        None => Ok(()),
    }
}

fn tell(to: &Connection, row: i64, story: &str) -> rusqlite::Result<()> {
    let sql = "UPDATE documents SET story_id = ?2 WHERE doc_row = ?1";
    to.prepare_cached(sql)?.execute(params![row, story]).map(drop)
}

/// The articles that are worth comparing, by row.
fn candidates(from: &Connection, keys: &Keys) -> rusqlite::Result<Vec<i64>> {
    let sql =
        format!("SELECT doc_row FROM story_handles WHERE handle = ?1 ORDER BY doc_row LIMIT {MOST_OF_ONE}");
    let mut shared = Vec::new();
    for handle in keys.handles() {
        let mut find = from.prepare_cached(&sql)?;
        let rows = find.query_map([handle.number.cast_signed()], |row| row.get::<_, i64>(0))?;
        for row in rows {
            shared.push((row?, handle.weight));
        }
    }
    Ok(likeliest(shared))
}

/// The story that an article joins; where it joins several, they become the first of them.
fn join(to: &Connection, row: i64, keys: &Keys, near: &[i64]) -> rusqlite::Result<Option<String>> {
    let mut members: BTreeMap<i64, (String, Keys)> = BTreeMap::new();
    for &other in near {
        let sql = "SELECT story_id FROM documents WHERE doc_row = ?1";
        let story: Option<String> = to.prepare_cached(sql)?.query_row([other], |row| row.get(0))?;
        let Some(story) = story else { continue };
        if !members.contains_key(&other) {
            take(to, &story, Some(other), &mut members)?;
        }
    }
    let rows: Vec<i64> = members.keys().copied().chain([row]).collect();
    let own: Vec<&Keys> = members.values().map(|(_, keys)| keys).chain([keys]).collect();
    let mut by_hand = ties(to, &rows)?;
    let mut stories: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    members.values().enumerate().for_each(|(at, (story, _))| stories.entry(story).or_default().push(at));
    by_hand.together.extend(stories.values().cloned());
    let new = rows.len() - 1;
    let pairs = near.iter().filter_map(|other| rows.iter().position(|row| row == other)).map(|at| (at, new));
    let found = fold(&own, &pairs.collect::<Vec<_>>(), &by_hand, &Decision::default());
    let with = found.into_iter().find(|story| story.contains(&new)).unwrap_or_default();
    let mut joined: Vec<(i64, &str)> = with
        .iter()
        .filter_map(|&at| Some((*rows.get(at)?, members.get(rows.get(at)?)?.0.as_str())))
        .collect();
    joined.sort_unstable();
    let Some(&(_, first)) = joined.first() else { return Ok(None) };
    for (_, other) in joined.iter().filter(|(_, story)| *story != first) {
        let sql = "UPDATE documents SET story_id = ?2 WHERE story_id = ?1";
        to.prepare_cached(sql)?.execute(params![other, first])?;
    }
    Ok(Some(first.to_owned()))
}

/// Some of the articles of a story, one that is wanted among them.
fn take(
    from: &Connection,
    story: &str,
    wanted: Option<i64>,
    into: &mut BTreeMap<i64, (String, Keys)>,
) -> rusqlite::Result<()> {
    let sql = format!(
        "SELECT doc_row, keys FROM documents JOIN story_keys USING (doc_row) WHERE story_id = ?1 \
        ORDER BY doc_row = ?2 DESC, doc_row LIMIT {MOST_MEMBERS}"
    );
    let mut statement = from.prepare_cached(&sql)?;
    let rows = statement
        .query_map(params![story, wanted], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, Vec<u8>>(1)?)))?;
    for row in rows {
        let (row, bytes) = row?;
        into.insert(row, (story.to_owned(), Keys::of_bytes(&bytes).unwrap_or_default()));
    }
    Ok(())
}
