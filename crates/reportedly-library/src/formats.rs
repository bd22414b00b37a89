use reportedly_core::article::address_key;
use rusqlite::{Connection, params};

use crate::before_incidents::date_all;
use crate::links::link_all;
use crate::reading::sourcing;
use crate::stories::rebuild;

/// The format that this program writes.
pub const FORMAT: i64 = FORMATS.len() as i64;

/// What makes each format of the one before; the first makes it of nothing. They are never changed once
/// released.
const FORMATS: [(&str, Step); 6] = [
    (include_str!("formats/1.sql"), |_| Ok(())),
    (include_str!("formats/2.sql"), link_all),
    (include_str!("formats/3.sql"), resolve_all),
    (include_str!("formats/4.sql"), key_all),
    (include_str!("formats/5.sql"), |_| Ok(())),
    (include_str!("formats/6.sql"), happened_all),
];

/// What a format needs that SQL cannot do.
type Step = fn(&Connection) -> rusqlite::Result<()>;

/// All that a library of today's format has, in an empty one.
pub(crate) fn make(of: &Connection) -> rusqlite::Result<()> {
    make_from(of, 0)
}

pub(crate) fn make_from(of: &Connection, format: usize) -> rusqlite::Result<()> {
    // the tables first: what a step reads has the columns of today
    let newer = || FORMATS.iter().skip(format);
    newer().try_for_each(|(sql, _)| of.execute_batch(sql))?;
    newer().try_for_each(|(_, step)| step(of))
}

/// Gives every article the key of its address.
pub(crate) fn key_all(to: &Connection) -> rusqlite::Result<()> {
    let sql = "SELECT doc_row, coalesce(canonical_url, url) FROM documents WHERE coalesce(canonical_url, url) IS NOT NULL";
    let mut addresses = to.prepare(sql)?;
    let rows = addresses.query_map([], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)))?;
    let mut update = to.prepare("UPDATE documents SET address_key = ?2 WHERE doc_row = ?1")?;
    for row in rows.collect::<rusqlite::Result<Vec<_>>>()? {
        update.execute(params![row.0, address_key(&row.1)])?;
    }
    Ok(())
}

/// What happened in each article, and which tell of one incident.
fn happened_all(to: &Connection) -> rusqlite::Result<()> {
    date_all(to)?;
    rebuild(to).map(drop)
}

/// Works out again what follows from the claims of every article, and keeps what a former format had no column for.
fn resolve_all(to: &Connection) -> rusqlite::Result<()> {
    let ids = "SELECT doc_id FROM documents ORDER BY doc_row";
    let ids = to.prepare(ids)?.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<Vec<String>>>()?;
    for id in ids {
        let Some(record) = sourcing(to, &id)?.map(|r| r.resolved_again()) else { continue };
        to.prepare_cached("UPDATE documents SET support = ?2 WHERE doc_id = ?1")?
            .execute(params![id, record.support])?;
        let sql = "UPDATE claims SET stance = ?3, unasserted = ?4 WHERE doc_id = ?1 AND claim_id = ?2";
        for claim in &record.claims {
            let (stance, unasserted) = (&claim.sourcing.stance, &claim.sourcing.unasserted);
            to.prepare_cached(sql)?.execute(params![id, claim.claim_id, stance, unasserted])?;
        }
    }
    Ok(())
}
