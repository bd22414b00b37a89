//! Which articles share text, kept up as articles come in.
//!
//! The core's [`Index`] would hold every word in memory. Here a table of sampled shingles finds the few
//! articles that an incoming one can share something with, and an index of those few gives its links: to
//! add one article costs what its words and its matches cost.

use std::collections::{BTreeMap, BTreeSet};

use reportedly_core::reuse::{Entry, Fold, Index, Keys, Link, Number, Run, keys};
use reportedly_core::text::{Span, Text};
use rusqlite::{Connection, OptionalExtension, Row, params};

/// How many words in a row are a shingle.
const SHINGLE: usize = 5;
/// Of so many shingles in a row the smallest is in the sample (winnowing: Schleimer et al. 2003), so that
/// two articles with twelve words in common have one of it in common.
const WINDOW: usize = 8;

/// So many links of other articles are enough to see what is boilerplate.
const MOST_NEAR: usize = 2_000;

/// The article where a shingle stood first.
const FIRST: &str = "SELECT rowid FROM shingles WHERE shingles MATCH ?1";

/// Links an article that was just added to those before it.
pub(crate) fn link(to: &Connection, doc_row: i64, text: &str) -> rusqlite::Result<()> {
    let keys = keys(&Text::new(text));
    to.prepare_cached("INSERT INTO entries (doc_row, words) VALUES (?1, ?2)")?
        .execute(params![doc_row, keys.words().len() as i64])?;
    let roots = candidates(to, doc_row, &keys)?;
    let mut index = Index::default();
    for &root in &roots {
        let mut statement = to.prepare_cached("SELECT text FROM documents WHERE doc_row = ?1")?;
        let text: String = statement.query_row([root], |row| row.get(0))?;
        index.add(&reportedly_core::reuse::keys(&Text::new(text)));
    }
    let sql = "INSERT INTO links (doc_row, root_row, runs, span_start, span_end, quoted, whole_lines) \
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    for link in index.links(&keys) {
        let Some(root) = roots.get(link.root as usize) else { continue };
        let runs: Vec<[u32; 3]> = link.runs.iter().map(|r| [r.a, r.b, r.len]).collect();
        let runs = serde_json::to_string(&runs).unwrap_or_default();
        let (start, end) = (link.span.start(), link.span.end());
        to.prepare_cached(sql)?.execute(params![
            doc_row,
            root,
            runs,
            start,
            end,
            link.quoted,
            link.whole_lines
        ])?;
    }
    Ok(())
}

/// Takes the links of an article away, with those that lead to it and what is noted for later ones. Gives the
/// articles that led to it, in order: they must be linked again.
pub(crate) fn unlink(to: &Connection, doc_row: i64, text: &str) -> rusqlite::Result<Vec<i64>> {
    let sql = "SELECT DISTINCT doc_row FROM links WHERE root_row = ?1 ORDER BY doc_row";
    let linked = to.prepare(sql)?.query_map([doc_row], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    to.execute("DELETE FROM links WHERE doc_row = ?1 OR root_row = ?1", [doc_row])?;
    to.execute("DELETE FROM entries WHERE doc_row = ?1", [doc_row])?;
    let mut find = to.prepare_cached(FIRST)?;
    let mut own = String::new();
    for shingle in sample(keys(&Text::new(text)).words()) {
        let shingle = format!("{shingle:010x}");
        let row = find.query([&shingle])?.next()?.map(|row| row.get::<_, i64>(0)).transpose()?;
        if row == Some(doc_row) {
            own.extend([shingle.as_str(), " "]);
        }
    }
    // this index forgets only what it is told word for word
    let sql = "INSERT INTO shingles (shingles, rowid, shingle) VALUES ('delete', ?1, ?2)";
    to.execute(sql, params![doc_row, own])?;
    Ok(linked)
}

/// Links an article whose first text was taken away.
pub(crate) fn link_again(to: &Connection, doc_row: i64) -> rusqlite::Result<()> {
    let text = "SELECT text FROM documents WHERE doc_row = ?1";
    let Some(text) =
        to.prepare_cached(text)?.query_row([doc_row], |row| row.get::<_, String>(0)).optional()?
    else {
        return Ok(());
    };
    to.execute("DELETE FROM links WHERE doc_row = ?1", [doc_row])?;
    to.execute("DELETE FROM entries WHERE doc_row = ?1", [doc_row])?;
    link(to, doc_row, &text)
}

/// Links all articles that have none yet, in the order in which they were added.
pub(crate) fn link_all(to: &Connection) -> rusqlite::Result<()> {
    let sql =
        "SELECT doc_row FROM documents WHERE doc_row NOT IN (SELECT doc_row FROM entries) ORDER BY doc_row";
    let rows = to.prepare(sql)?.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<Vec<i64>>>()?;
    rows.into_iter().try_for_each(|row| {
        let text: String = to
            .prepare_cached("SELECT text FROM documents WHERE doc_row = ?1")?
            .query_row([row], |r| r.get(0))?;
        link(to, row, &text)
    })
}

/// The articles that may share a passage, in the order in which they were added. What nobody had before is
/// noted for those that come.
fn candidates(to: &Connection, doc_row: i64, keys: &Keys) -> rusqlite::Result<Vec<i64>> {
    let mut find = to.prepare_cached(FIRST)?;
    let (mut shared, mut new) = (BTreeSet::new(), String::new());
    for shingle in sample(keys.words()) {
        let shingle = format!("{shingle:010x}");
        match find.query([&shingle])?.next()? {
            Some(row) => {
                // its own, where it is linked again
                let first: i64 = row.get(0)?;
                shared.extend((first != doc_row).then_some(first));
            }
            None => new.extend([shingle.as_str(), " "]),
        }
    }
    to.prepare_cached("INSERT INTO shingles (rowid, shingle) VALUES (?1, ?2)")?
        .execute(params![doc_row, new])?;
    Ok(shared.into_iter().collect())
}

/// The sampled shingles as numbers of 40 bits, each once.
fn sample(words: &[u32]) -> BTreeSet<u64> {
    let mixed = |words: &[u32]| {
        let hash = words.iter().fold(0xcbf2_9ce4_8422_2325_u64, |h, &w| {
            (h ^ u64::from(w)).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(23)
        });
        hash >> 24
    };
    let all: Vec<u64> = words.windows(SHINGLE).map(mixed).collect();
    let window = WINDOW.min(all.len()).max(1);
    all.windows(window).filter_map(|w| w.iter().min().copied()).collect()
}

/// All links, folded, with the document at each number.
pub(crate) struct Folded {
    pub fold: Fold,
    /// The ids, by number.
    pub ids: Vec<String>,
}

impl Folded {
    pub(crate) fn new(from: &Connection) -> rusqlite::Result<Self> {
        Self::read(from, "?1 IS NULL", None)
    }

    /// The links of some documents, with those that share the places where their passages stood first: enough to tell what these
    /// have in common, and what is boilerplate.
    pub(crate) fn of(from: &Connection, doc_ids: &[String]) -> rusqlite::Result<Self> {
        let near = format!(
            "doc_row IN (WITH own AS (SELECT doc_row FROM documents WHERE doc_id IN (SELECT value FROM json_each(?1))), \
            roots AS (SELECT root_row FROM links WHERE doc_row IN own) SELECT doc_row FROM own UNION \
            SELECT root_row FROM roots UNION SELECT * FROM (SELECT doc_row FROM links WHERE root_row IN roots OR \
            root_row IN own LIMIT {MOST_NEAR}))"
        );
        Self::read(from, &near, Some(serde_json::to_string(doc_ids).unwrap_or_default()))
    }

    fn read(from: &Connection, which: &str, value: Option<String>) -> rusqlite::Result<Self> {
        let sql = format!(
            "SELECT doc_row, doc_id, outlet, words FROM documents JOIN entries USING (doc_row) WHERE {which} ORDER BY doc_row"
        );
        let mut statement = from.prepare(&sql)?;
        let mut rows = statement.query([&value])?;
        let (mut ids, mut numbers, mut entries) = (Vec::new(), BTreeMap::new(), Vec::new());
        while let Some(row) = rows.next()? {
            numbers.insert(row.get::<_, i64>(0)?, entries.len());
            ids.push(row.get(1)?);
            entries.push(Entry { words: row.get(3)?, outlet: row.get(2)?, links: Vec::new() });
        }
        let sql = format!(
            "SELECT doc_row, root_row, runs, span_start, span_end, quoted, whole_lines FROM links WHERE {which} ORDER BY rowid"
        );
        let mut statement = from.prepare(&sql)?;
        let mut rows = statement.query([&value])?;
        while let Some(row) = rows.next()? {
            let number = |i| Ok::<_, rusqlite::Error>(numbers.get(&row.get::<_, i64>(i)?).copied());
            if let (Some(document), Some(root)) = (number(0)?, number(1)?)
                && let Some(entry) = entries.get_mut(document)
            {
                entry.links.push(stored(row, root as Number)?);
            }
        }
        Ok(Self { fold: Fold::new(entries), ids })
    }

    pub(crate) fn number(&self, doc_id: &str) -> Option<Number> {
        self.ids.iter().position(|id| id == doc_id).map(|n| n as Number)
    }

    /// The articles that may share something with this one, itself not among them.
    pub(crate) fn related(&self, number: Number) -> Vec<Number> {
        let mut found = self.fold.sharers(number).to_vec();
        for link in self.fold.links(number) {
            found.push(link.root);
            found.extend(self.fold.sharers(link.root));
        }
        found.sort_unstable();
        found.dedup();
        found.retain(|&other| other != number);
        found
    }
}

fn stored(row: &Row, root: Number) -> rusqlite::Result<Link> {
    let runs: Vec<[u32; 3]> = serde_json::from_str(&row.get::<_, String>(2)?).unwrap_or_default();
    Ok(Link {
        root,
        runs: runs.into_iter().map(|[a, b, len]| Run { a, b, len }).collect(),
        span: Span::new(row.get(3)?, row.get(4)?),
        quoted: row.get(5)?,
        whole_lines: row.get(6)?,
    })
}
