use reportedly_core::article::{Article, Credit, credit};
use reportedly_core::reuse::Number;
use reportedly_core::trace::{Carriers, Publishers, Statement};
use reportedly_records::render::view::{View, dossier as shown};
use reportedly_records::{Dossier, Record, StoryCard, dossier};
use rusqlite::{Connection, params};

use crate::error::Result;
use crate::file::Library;
use crate::links::Folded;
use crate::reading::record;

/// Of a larger story the first articles are asked what they answer; copies add nothing to that.
const MOST: usize = 1_000;

impl Library {
    /// One story by sourcing: what its articles answer, and how each answer is sourced. It is found by its id, the first characters
    /// of it, or the id of one of its articles.
    ///
    /// # Errors
    /// Where there is no such story, or the file cannot be read.
    ///
    /// ```
    /// use reportedly::trace::Publishers;
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
    /// let found = library.dossier("pier", &Publishers::default())?;
    /// assert_eq!((found.card.pages, found.card.doc_ids), (1, vec!["pier".to_owned()]));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn dossier(&self, id: &str, publishers: &Publishers) -> Result<Dossier> {
        let story = self.story_id(id)?;
        let (found, _) = made(&self.connection, &story, publishers).map_err(|e| self.error(e))?;
        Ok(found)
    }

    /// The same as a page to keep.
    ///
    /// # Errors
    /// Where there is no such story, or the file cannot be read.
    pub fn dossier_view(&self, id: &str, publishers: &Publishers) -> Result<View> {
        let story = self.story_id(id)?;
        let (found, records) = made(&self.connection, &story, publishers).map_err(|e| self.error(e))?;
        Ok(shown(&found, &records))
    }

    /// Stories of at least so many articles, the one that was last added to first.
    ///
    /// # Errors
    /// Where the file cannot be read.
    ///
    /// ```
    /// use reportedly::trace::Publishers;
    /// # use reportedly_library::{Access, Library};
    /// # let folder = tempfile::tempdir()?;
    /// # let library = Library::open(&folder.path().join("news.db"), Access::Create)?;
    /// assert!(library.stories(2, 20, &Publishers::default())?.is_empty());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn stories(&self, least: usize, limit: usize, publishers: &Publishers) -> Result<Vec<StoryCard>> {
        let sql = "SELECT story_id FROM documents WHERE story_id IS NOT NULL GROUP BY story_id \
            HAVING count(*) >= ?1 ORDER BY max(doc_row) DESC LIMIT ?2";
        let cards = || -> rusqlite::Result<Vec<StoryCard>> {
            let limit = i64::try_from(limit).unwrap_or(i64::MAX);
            let mut statement = self.connection.prepare_cached(sql)?;
            let ids = statement.query_map(params![least as i64, limit], |row| row.get::<_, String>(0))?;
            ids.map(|id| Ok(made(&self.connection, &id?, publishers)?.0.card)).collect()
        };
        cards().map_err(|e| self.error(e))
    }
}

fn made(from: &Connection, story: &str, publishers: &Publishers) -> rusqlite::Result<(Dossier, Vec<Record>)> {
    let mut ids = super::members(from, story)?;
    ids.truncate(MOST);
    let folded = Folded::of(from, &ids)?;
    let mut records = Vec::new();
    for id in &ids {
        if let (Some(number), Some(record)) = (folded.number(id), record(from, id)?) {
            records.push((number, record.resolved_again()));
        }
    }
    let own: Vec<(Article, Vec<Statement>)> = records
        .iter()
        .map(|(_, record)| {
            let article = record.article();
            let statements = record.statements(&article);
            (article, statements)
        })
        .collect();
    let (nobody, many) = (Article::default(), folded.ids.len());
    let (mut articles, mut statements) = (vec![&nobody; many], vec![&[][..]; many]);
    let mut credits: Vec<Option<Credit>> = vec![None; many];
    for ((number, _), (article, said)) in records.iter().zip(&own) {
        let at = *number as usize;
        if let (Some(a), Some(s), Some(c)) =
            (articles.get_mut(at), statements.get_mut(at), credits.get_mut(at))
        {
            (*a, *s, *c) = (article, said, credit(article));
        }
    }
    let all = Carriers {
        fold: &folded.fold,
        articles: &articles,
        credits: &credits,
        statements: &statements,
        publishers,
    };
    let members: Vec<(Number, &Record)> = records.iter().map(|(number, record)| (*number, record)).collect();
    let found = dossier(story, &members, &all);
    Ok((found, records.into_iter().map(|(_, record)| record).collect()))
}
