//! What a person decided of stories, from the log: a correction of an article that holds the ids of others, with which it is in one
//! story (`story_with`) or not (`story_without`).

use std::collections::{BTreeMap, BTreeSet};

use reportedly_core::story::Ties;
use rusqlite::{Connection, OptionalExtension, ToSql, params};
use serde_json::Value;

use crate::rows::Object;
use crate::tables::CORRECTIONS;

pub(super) const WITH: &str = "story_with";
pub(super) const WITHOUT: &str = "story_without";

/// Rows of the log that tell of stories.
const OF_STORIES: &str =
    "doc_id IS NOT NULL AND (coalesce(new, '') || coalesce(old, '')) LIKE '%\"story_with%'";

/// Whether a row of the log tells of stories.
pub(super) fn is_tie(row: &Object) -> bool {
    ["old", "new"].iter().any(|side| {
        let fields = row.get(*side).and_then(Value::as_object);
        fields.is_some_and(|fields| fields.contains_key(WITH) || fields.contains_key(WITHOUT))
    })
}

/// The ids in a field of one side of a row.
fn ids<'r>(row: &'r Object, side: &str, field: &str) -> Vec<&'r str> {
    let ids = row.get(side).and_then(|fields| fields.get(field)).and_then(Value::as_array);
    ids.into_iter().flatten().filter_map(Value::as_str).collect()
}

/// What holds today between articles, as pairs of ids: together, apart.
pub(super) fn decided(from: &Connection) -> rusqlite::Result<[BTreeSet<(String, String)>; 2]> {
    let mut holds = [BTreeSet::new(), BTreeSet::new()];
    for row in CORRECTIONS.select(from, OF_STORIES, [])? {
        let own = row.get("doc_id").and_then(Value::as_str).unwrap_or_default();
        let pair = |other: &str| (own.to_owned(), other.to_owned());
        for (set, field) in holds.iter_mut().zip([WITH, WITHOUT]) {
            ids(&row, "old", field).into_iter().for_each(|other| {
                set.remove(&pair(other));
            });
        }
        // the later decision holds
        for (n, field) in [WITH, WITHOUT].into_iter().enumerate() {
            for other in ids(&row, "new", field) {
                let [a, b] = [pair(other), (other.to_owned(), own.to_owned())];
                if let Some(opposite) = holds.get_mut(1 - n) {
                    opposite.remove(&a);
                    opposite.remove(&b);
                }
                if let Some(same) = holds.get_mut(n) {
                    same.insert(a);
                }
            }
        }
    }
    Ok(holds)
}

/// The same for articles by row: as positions among them.
pub(super) fn ties(from: &Connection, rows: &[i64]) -> rusqlite::Result<Ties> {
    let [together, apart] = decided(from)?;
    if together.is_empty() && apart.is_empty() {
        return Ok(Ties::default());
    }
    // of several copies any one stands for the text
    let text = |which: &str, value: &dyn ToSql| -> rusqlite::Result<Option<String>> {
        let sql = format!("SELECT text_sha256 FROM documents WHERE {which} = ?1");
        from.prepare_cached(&sql)?.query_row([value], |row| row.get(0)).optional()
    };
    let mut at: BTreeMap<String, usize> = BTreeMap::new();
    for (position, row) in rows.iter().enumerate() {
        at.extend(text("doc_row", row)?.map(|sha| (sha, position)));
    }
    let position = |id: &str| -> rusqlite::Result<Option<usize>> {
        Ok(text("doc_id", &id)?.and_then(|sha| at.get(&sha).copied()))
    };
    let mut out = Ties::default();
    for (is_apart, (a, b)) in together.iter().map(|p| (false, p)).chain(apart.iter().map(|p| (true, p))) {
        if let (Some(a), Some(b)) = (position(a)?, position(b)?) {
            match is_apart {
                true => out.apart.push((a, b)),
                false => out.together.push(vec![a, b]),
            }
        }
    }
    Ok(out)
}

/// Takes an article that is removed out of what was decided of others.
pub(crate) fn forget(to: &Connection, doc_id: &str) -> rusqlite::Result<()> {
    let sql = format!(
        "UPDATE corrections SET old = NULL, new = NULL, why = NULL WHERE {OF_STORIES} AND EXISTS (SELECT 1 FROM \
        json_tree(json_array(json(coalesce(old, 'null')), json(coalesce(new, 'null')))) WHERE atom = ?1)"
    );
    to.prepare_cached(&sql)?.execute(params![doc_id]).map(drop)
}
