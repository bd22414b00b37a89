//! Articles of libraries that were made before what happened was kept.

use reportedly_records::Note;
use rusqlite::{Connection, params};
use serde_json::json;

use crate::happened::{WITHOUT_INCIDENTS, write_dates};
use crate::reading::sourcing;

/// For articles that were added before what happened was kept: works out their dates, and notes that their incidents have not
/// been read.
pub(crate) fn date_all(to: &Connection) -> rusqlite::Result<()> {
    let ids = "SELECT doc_id FROM documents ORDER BY doc_row";
    let ids = to.prepare(ids)?.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<Vec<String>>>()?;
    for id in ids {
        let Some(mut record) = sourcing(to, &id)?.map(|record| record.dated_again()) else { continue };
        write_dates(to, &id, &record.dates)?;
        record.notes.push(Note {
            kind: WITHOUT_INCIDENTS.to_owned(),
            start: None,
            end: None,
            message:
                "what happened was not read when this article was added: reading it again finds its incidents"
                    .to_owned(),
        });
        to.prepare_cached("UPDATE documents SET notes = ?2 WHERE doc_id = ?1")?
            .execute(params![id, json!(record.notes).to_string()])?;
    }
    Ok(())
}
