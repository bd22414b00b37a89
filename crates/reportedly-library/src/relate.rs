//! Copies of an article, and how far a claim has travelled, from the links that are kept.

use std::collections::{BTreeMap, BTreeSet};

use reportedly_core::article::Article;
use reportedly_core::article::{Credit, credit};
use reportedly_core::relations::{Document, Related, Relations, SharedLines};
use reportedly_core::reuse::{Number, Side, boilerplate_of, keys, pair};
use reportedly_core::trace::{Carrier, Carriers, Group, Publishers, Statement, groups_of, locate, several};
use reportedly_records::{Claim, ClaimGroup, Record, Reuse, claim_groups, reuse_rows};
use rusqlite::Connection;

use crate::error::{Error, Result};
use crate::file::Library;
use crate::links::Folded;
use crate::reading::sourcing;

/// Words that must follow one another in another claim for it to be compared.
const PHRASE: usize = 4;
/// The same in an article that makes no claim of them.
const BARE_PHRASE: usize = 6;
/// No more articles are compared with a claim for either reason.
const MOST: usize = 2_000;

impl Library {
    /// The passages that a document shares with others, in code points; the document is `doc_a`.
    ///
    /// # Errors
    /// Where there is no such document, or the file cannot be read.
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
    /// # let news = "The pier of Velmouth is open again after a winter of repairs that cost the town far less \
    /// #     than it had feared in the autumn";
    /// # library.add(vec![Incoming::new(record("pier", news), "a.txt"), Incoming::new(record("quay", news), "b.txt")])?;
    /// let shared = library.copies("pier")?; // "quay" has the same words
    /// assert_eq!((shared[0].doc_a.as_str(), shared[0].doc_b.as_str()), ("pier", "quay"));
    /// assert_eq!((shared[0].begin_a, shared[0].kind.as_str()), (0, "copy"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn copies(&self, id: &str) -> Result<Vec<Reuse>> {
        let doc_id = self.record(id)?.doc_id;
        copies(&self.connection, &doc_id).map_err(|e| self.error(e))
    }

    /// How far the content of a claim has travelled, also where no other document carries it; `None` where it
    /// has no word.
    ///
    /// # Errors
    /// Where there is no such claim, or the file cannot be read.
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
    /// let id = library.record("pier")?.claims.remove(0).claim_id;
    /// let group = library.trace(&id, &Publishers::default())?.unwrap();
    /// assert_eq!((group.pages, group.went_back_to[0].name.as_deref()), (1, Some("Mara Hale")));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn trace(&self, id: &str, publishers: &Publishers) -> Result<Option<ClaimGroup>> {
        let (record, claim_id) = self.claim(id)?;
        let at = record.claims.iter().position(|c| c.claim_id == claim_id);
        let at = at.ok_or_else(|| Error::Unknown(id.to_owned()))?;
        trace(&self.connection, &record, at, publishers).map_err(|e| self.error(e))
    }
}

/// Documents with their claims, as the core takes them.
#[derive(Default)]
struct Shelf {
    /// By number, in order.
    all: BTreeMap<Number, (Record, Article, Vec<Statement>)>,
}

impl Shelf {
    fn take(
        from: &Connection,
        folded: &Folded,
        numbers: impl IntoIterator<Item = Number>,
    ) -> rusqlite::Result<Self> {
        let mut shelf = Self::default();
        for number in numbers {
            let Some(id) = folded.ids.get(number as usize) else { continue };
            if let Some(record) = sourcing(from, id)? {
                let article = record.article();
                let statements = record.statements(&article);
                shelf.all.insert(number, (record, article, statements));
            }
        }
        Ok(shelf)
    }

    fn documents(&self) -> Vec<Document<'_>> {
        let all = self.all.values();
        all.map(|(record, article, statements)| Document { id: &record.doc_id, article, statements })
            .collect()
    }

    /// The position of a number in `documents`.
    fn position(&self, number: Number) -> usize {
        self.all.range(..number).count()
    }

    fn side(&self, number: Number) -> Option<Side<'_>> {
        self.all.get(&number).map(|(_, article, _)| Side::new(number, article))
    }
}

fn copies(from: &Connection, doc_id: &str) -> rusqlite::Result<Vec<Reuse>> {
    let folded = Folded::new(from)?;
    let Some(number) = folded.number(doc_id) else { return Ok(Vec::new()) };
    let related = folded.related(number);
    let shelf = Shelf::take(from, &folded, related.iter().copied().chain([number]))?;
    let own = shelf.side(number);
    let mut found = Relations::default();
    let (a, position) = (shelf.position(number), |n| shelf.position(n));
    for &other in &related {
        let pair = own.as_ref().zip(shelf.side(other)).and_then(|(a, b)| pair(&folded.fold, a, &b));
        found.pairs.extend(pair.map(|pair| Related { a, b: position(other), pair }));
    }
    Ok(reuse_rows(&shelf.documents(), &found))
}

fn trace(
    from: &Connection,
    record: &Record,
    at: usize,
    publishers: &Publishers,
) -> rusqlite::Result<Option<ClaimGroup>> {
    let folded = Folded::new(from)?;
    let (Some(number), Some(claim)) = (folded.number(&record.doc_id), record.claims.get(at)) else {
        return Ok(None);
    };
    let mut numbers: BTreeSet<Number> = folded.related(number).into_iter().chain([number]).collect();
    for id in alike(from, claim)?.into_iter().chain(bare(from, claim)?) {
        numbers.extend(folded.number(&id));
    }
    let shelf = Shelf::take(from, &folded, numbers)?;
    let carries =
        |carriers: &[Carrier]| carriers.iter().any(|c| c.number == number && c.statement == Some(at));
    let groups = travelled(&folded, &shelf, publishers, carries);
    let found = Relations { groups, ..Relations::default() };
    Ok(claim_groups(&shelf.documents(), &found).pop())
}

/// The wanted groups of the documents on the shelf, with positions for numbers.
fn travelled(
    folded: &Folded,
    shelf: &Shelf,
    publishers: &Publishers,
    wanted: impl Fn(&[Carrier]) -> bool,
) -> Vec<Group> {
    let empty = Article::default();
    let mut articles: Vec<&Article> = vec![&empty; folded.ids.len()];
    let mut credits: Vec<Option<Credit>> = vec![None; folded.ids.len()];
    let mut statements: Vec<&[Statement]> = vec![&[]; folded.ids.len()];
    let mut located = Vec::new();
    for (&number, (_, article, own)) in &shelf.all {
        let n = number as usize;
        if let (Some(a), Some(c), Some(s)) = (articles.get_mut(n), credits.get_mut(n), statements.get_mut(n))
        {
            (*a, *c, *s) = (article, credit(article), own);
        }
        located.extend(locate(number, &keys(&article.text), own));
    }
    let carriers = Carriers {
        fold: &folded.fold,
        articles: &articles,
        credits: &credits,
        statements: &statements,
        publishers,
    };
    let mut found = groups_of(&carriers, &located, wanted);
    for group in &mut found {
        group.carriers.iter_mut().for_each(|c| c.number = shelf.position(c.number) as Number);
        group.first_known = group.first_known.map(|n| shelf.position(n) as Number);
    }
    found
}

/// Documents with a claim that has some words in a row with this one.
fn alike(from: &Connection, claim: &Claim) -> rusqlite::Result<Vec<String>> {
    let sql = "SELECT DISTINCT c.doc_id FROM claims_words w JOIN claims c ON c.claim_row = w.rowid \
        WHERE w.claims_words MATCH ?1 LIMIT ?2";
    with_words(from, sql, "content", &claim.content_words(), PHRASE)
}

/// Documents that have more words in a row of it, whoever says them there.
fn bare(from: &Connection, claim: &Claim) -> rusqlite::Result<Vec<String>> {
    let sql = "SELECT DISTINCT d.doc_id FROM documents_words w JOIN documents d ON d.doc_row = w.rowid \
        WHERE w.documents_words MATCH ?1 LIMIT ?2";
    with_words(from, sql, "text", &claim.content_words(), BARE_PHRASE)
}

fn with_words(
    from: &Connection,
    sql: &str,
    column: &str,
    words: &str,
    in_a_row: usize,
) -> rusqlite::Result<Vec<String>> {
    let words: Vec<&str> = words.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    if words.len() < in_a_row {
        return Ok(Vec::new());
    }
    let phrases: Vec<String> = words.windows(in_a_row).map(|w| format!("\"{}\"", w.join(" "))).collect();
    let any = format!("{column} : ({})", phrases.join(" OR "));
    from.prepare_cached(sql)?.query_map(rusqlite::params![any, MOST as i64], |row| row.get(0))?.collect()
}

/// Every passage that two documents share, a row at a time. Of a passage that more than `most` have, only
/// the ties to where it stood first.
pub(crate) fn all_reuse(
    from: &Connection,
    most: usize,
    mut with: impl FnMut(Reuse) -> rusqlite::Result<()>,
) -> rusqlite::Result<()> {
    let folded = Folded::new(from)?;
    let fold = &folded.fold;
    for number in 0..folded.ids.len() as Number {
        let (others, lines) = (fold.others(number, most), fold.boilerplate_roots(number));
        if others.is_empty() && lines.is_empty() {
            continue;
        }
        let shelf = Shelf::take(from, &folded, others.iter().chain(&lines).copied().chain([number]))?;
        let Some(own) = shelf.side(number) else { continue };
        let (a, mut found) = (shelf.position(number), Relations::default());
        for (&m, is_lines) in others.iter().map(|m| (m, false)).chain(lines.iter().map(|m| (m, true))) {
            let (Some(side), b) = (shelf.side(m), shelf.position(m)) else { continue };
            match is_lines {
                true => {
                    found.boilerplate.push(SharedLines { a, b, passages: boilerplate_of(fold, &own, &side) })
                }
                false => found.pairs.extend(pair(fold, &own, &side).map(|pair| Related { a, b, pair })),
            }
        }
        reuse_rows(&shelf.documents(), &found).into_iter().try_for_each(&mut with)?;
    }
    Ok(())
}

/// Every content that several documents carry.
pub(crate) fn all_groups(from: &Connection, publishers: &Publishers) -> rusqlite::Result<Vec<ClaimGroup>> {
    let folded = Folded::new(from)?;
    let shelf = Shelf::take(from, &folded, 0..folded.ids.len() as Number)?;
    let groups = travelled(&folded, &shelf, publishers, several);
    let found = Relations { groups, ..Relations::default() };
    Ok(claim_groups(&shelf.documents(), &found))
}
