use std::collections::BTreeMap;

use reportedly_core::story::{Decision, Index, Keys, fold};
use rusqlite::{Connection, params};

use super::called;
use super::ties::ties;
use crate::reading::record;

/// Finds all stories anew. Gives how many there are.
pub(crate) fn rebuild(to: &Connection) -> rusqlite::Result<u64> {
    to.execute_batch(
        "DELETE FROM story_keys; DELETE FROM story_handles; UPDATE documents SET story_id = NULL",
    )?;
    let mut texts = texts(to)?;
    // of each text the first one stands for all, whatever the order in which they came
    texts.sort_by(|a, b| (&a.keys, &a.doc_id).cmp(&(&b.keys, &b.doc_id)));
    let own: Vec<&Keys> = texts.iter().map(|text| &text.keys).collect();
    let (mut index, mut pairs) = (Index::default(), Vec::new());
    for (number, keys) in own.iter().enumerate() {
        pairs.extend(index.add(keys).into_iter().map(|other| (other, number)));
    }
    let rows: Vec<i64> = texts.iter().map(|text| text.row).collect();
    let stories = fold(&own, &pairs, &ties(to, &rows)?, &Decision::default());
    for members in &stories {
        let of: Vec<&TextKeys> = members.iter().filter_map(|&at| texts.get(at)).collect();
        let Some(first) = of.first() else { continue };
        let story = called(&first.doc_id);
        for text in of {
            let sql = "UPDATE documents SET story_id = ?2 WHERE text_sha256 = ?1";
            to.prepare_cached(sql)?.execute(params![text.sha, story])?;
            for handle in text.keys.handles() {
                to.prepare_cached("INSERT OR IGNORE INTO story_handles (handle, doc_row) VALUES (?1, ?2)")?
                    .execute(params![handle.number.cast_signed(), text.row])?;
            }
        }
    }
    Ok(stories.len() as u64)
}

/// One text, by the article that stands for all that have it.
struct TextKeys {
    row: i64,
    doc_id: String,
    sha: String,
    keys: Keys,
}

/// All texts, and the keys of every article written down.
fn texts(to: &Connection) -> rusqlite::Result<Vec<TextKeys>> {
    let sql = "SELECT doc_row, doc_id, text_sha256 FROM documents ORDER BY doc_row";
    let rows = to
        .prepare(sql)?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
        .collect::<rusqlite::Result<Vec<(i64, String, String)>>>()?;
    let mut out: BTreeMap<String, TextKeys> = BTreeMap::new();
    for (row, doc_id, sha) in rows {
        let keys = record(to, &doc_id)?.map(|record| record.story_keys()).unwrap_or_default();
        to.prepare_cached("INSERT OR REPLACE INTO story_keys (doc_row, keys) VALUES (?1, ?2)")?
            .execute(params![row, keys.bytes()])?;
        let text = TextKeys { row, doc_id, sha: sha.clone(), keys };
        match out.get(&sha) {
            Some(first) if (&first.keys, &first.doc_id) <= (&text.keys, &text.doc_id) => {}
            _ => drop(out.insert(sha, text)),
        }
    }
    Ok(out.into_values().collect())
}
