use rusqlite::{Connection, params};
use serde_json::{Value, json};

use super::place::place_again;
use super::rebuild::rebuild;
use super::ties::{WITH, WITHOUT, is_tie};
use super::{called, members};
use crate::correct::{By, Corrected};
use crate::error::{Error, Result};
use crate::file::Library;
use crate::rows::{Object, now, object};
use crate::tables::CORRECTIONS;

/// So many others of a story an article is told apart from; those that come later follow by what they tell.
const MOST_APART: usize = 100;

impl Library {
    /// The id of a story, from its first characters, or from the id of one of its articles.
    ///
    /// # Errors
    /// Where there is no such story, or the file cannot be read.
    pub fn story_id(&self, id: &str) -> Result<String> {
        const STORY_IDS: &str = "SELECT DISTINCT story_id FROM documents";
        match self.one_of(STORY_IDS, "story_id", id) {
            Err(Error::Unknown(_)) => {
                let doc_id = self.record(id).map_err(|_| Error::NoStory(id.to_owned()))?.doc_id;
                let sql = "SELECT story_id FROM documents WHERE doc_id = ?1";
                let found = self.connection.query_row(sql, [doc_id], |row| row.get::<_, Option<String>>(0));
                found.map_err(|e| self.error(e))?.ok_or_else(|| Error::NoStory(id.to_owned()))
            }
            found => found,
        }
    }

    /// The articles of a story, in the order in which they were added.
    ///
    /// # Errors
    /// Where there is no such story, or the file cannot be read.
    pub fn story_articles(&self, id: &str) -> Result<Vec<String>> {
        let story = self.story_id(id)?;
        members(&self.connection, &story).map_err(|e| self.error(e))
    }

    /// Finds all stories anew: the same articles give the same stories, in whatever order they came. Gives how many there are.
    ///
    /// # Errors
    /// Where the file cannot be written.
    ///
    /// ```
    /// # use reportedly::{Article, Engine, ReadOptions};
    /// # use reportedly_library::{Access, Incoming, Library};
    /// # let folder = tempfile::tempdir()?;
    /// # let mut library = Library::open(&folder.path().join("news.db"), Access::Create)?;
    /// # let engine = Engine::new(ReadOptions::default());
    /// # let record = |id: &str, text: &str| {
    /// #     let article = Article { id: Some(id.to_owned()), ..Article::from_text(text) };
    /// #     reportedly_records::Record::new(&article, &engine.read(&article), false)
    /// # };
    /// # let hale = "\u{201c}The tide waits for nobody,\u{201d} said Mara Hale.";
    /// # library.add(vec![Incoming::new(record("pier", hale), "notes.txt")])?;
    /// assert_eq!(library.rebuild_stories()?, 1);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn rebuild_stories(&mut self) -> Result<u64> {
        self.change(rebuild)
    }

    /// Makes two stories one. Later articles and [`Library::rebuild_stories`] respect it.
    ///
    /// # Errors
    /// Where there is no such story, or both are the same.
    pub fn merge_stories<'b>(&mut self, a: &str, b: &str, by: impl Into<By<'b>>) -> Result<Corrected> {
        let (a, b) = (self.story_id(a)?, self.story_id(b)?);
        if a == b {
            return Err(Error::Unchanged);
        }
        let (into, from) = (self.story_articles(&a)?, self.story_articles(&b)?);
        let (Some(first), Some(other)) = (into.first(), from.first()) else { return Err(Error::NoStory(b)) };
        let (first, other, by) = (first.clone(), other.clone(), by.into());
        self.change(|to| {
            log(to, &other, &json!({}), &json!({ WITH: [first] }), by)?;
            let sql = "UPDATE documents SET story_id = ?2 WHERE story_id = ?1";
            to.prepare_cached(sql)?.execute(params![b, a]).map(drop)
        })?;
        Ok(Corrected { doc_ids: from, claim: None, claim_id: None })
    }

    /// Takes articles out of their story; together they are a story of their own. Later articles and
    /// [`Library::rebuild_stories`] respect it.
    ///
    /// # Errors
    /// Where there is no such article, they are of several stories, or all of one.
    pub fn split_story<'b>(&mut self, ids: &[&str], by: impl Into<By<'b>>) -> Result<Corrected> {
        let doc_ids = ids.iter().map(|id| Ok(self.record(id)?.doc_id)).collect::<Result<Vec<_>>>()?;
        let Some(first) = doc_ids.first() else { return Err(Error::Unchanged) };
        let story = self.story_id(first)?;
        let all = self.story_articles(&story)?;
        if let Some(other) = doc_ids.iter().find(|id| !all.contains(id)) {
            return Err(Error::OtherStory(other.clone()));
        }
        let rest: Vec<&String> = all.iter().filter(|id| !doc_ids.contains(id)).take(MOST_APART).collect();
        if rest.is_empty() {
            return Err(Error::Unchanged);
        }
        let by = by.into();
        // a name that the story itself does not have
        let own = if called(first) == story { format!("{first}\0{story}") } else { first.clone() };
        let own = called(&own);
        self.change(|to| {
            for doc_id in &doc_ids {
                let with: Vec<&String> = doc_ids.iter().take(1).filter(|id| *id != doc_id).collect();
                let new = match with.is_empty() {
                    true => json!({ WITHOUT: rest }),
                    false => json!({ WITHOUT: rest, WITH: with }),
                };
                log(to, doc_id, &json!({}), &new, by)?;
                let sql = "UPDATE documents SET story_id = ?2 WHERE doc_id = ?1";
                to.prepare_cached(sql)?.execute(params![doc_id, own])?;
            }
            Ok(())
        })?;
        Ok(Corrected { doc_ids, claim: None, claim_id: None })
    }
}

fn log(to: &Connection, doc_id: &str, old: &Value, new: &Value, by: By) -> rusqlite::Result<()> {
    let sql = "SELECT text_sha256 FROM documents WHERE doc_id = ?1";
    let sha: String = to.query_row(sql, [doc_id], |row| row.get(0))?;
    let row = json!({
        "text_sha256": sha, "doc_id": doc_id, "who": by.who, "why": by.why, "made_at": now(to)?, "old": old, "new": new,
    });
    CORRECTIONS.insert(to, &object(&row)).map(drop)
}

/// Reverses a correction of stories; `None` where the row tells of something else. The article and all that it was tied to
/// find their stories anew.
pub(crate) fn undo_tie(to: &Connection, row: &Object, by: By) -> rusqlite::Result<Option<Corrected>> {
    if !is_tie(row) {
        return Ok(None);
    }
    let doc_id = row.get("doc_id").and_then(Value::as_str).unwrap_or_default().to_owned();
    let side = |name: &str| row.get(name).cloned().filter(Value::is_object).unwrap_or_else(|| json!({}));
    log(to, &doc_id, &side("new"), &side("old"), by)?;
    let story = "SELECT story_id FROM documents WHERE doc_id = ?1";
    let story: Option<String> = to.query_row(story, [&doc_id], |row| row.get(0))?;
    let mut moved = match story {
        Some(story) => members(to, &story)?,
        None => Vec::new(),
    };
    // the article itself last, when the others stand where they belong
    moved.retain(|id| *id != doc_id);
    moved.push(doc_id);
    moved.iter().try_for_each(|id| super::displace(to, id))?;
    moved.iter().try_for_each(|id| place_again(to, id))?;
    Ok(Some(Corrected { doc_ids: moved, claim: None, claim_id: None }))
}
