use reportedly_records::Claim;
use rusqlite::{Connection, Row, params_from_iter};
use serde::Serialize;

use super::conditions::{Conditions, expression};
use super::{Filter, In, Query, Sort};
use crate::error::Result;
use crate::file::Library;
use crate::reading::claim_of;
use crate::tables::CLAIMS;

/// Of more matches than this the newest come first, not the best: to weigh all would take too long.
const WEIGHED: i64 = 3_000;

/// BM25 prefers the shortest, but "the incident" says less than the sentence that names it: a content of two words
/// counts a tenth, one of a line three fifths. Its length is that of its JSON, which has some 40 bytes besides.
const STATEMENTS_FIRST: &str = "w.rank * (1.0 - 60.0 / (20 + max(length(c.content), 45))), w.rowid";

/// What a search found.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Hits {
    /// The claims, where claims were searched.
    pub claims: Vec<ClaimHit>,
    /// The articles, where articles were searched.
    pub articles: Vec<ArticleHit>,
    /// Whether there are more than were asked for.
    pub more: bool,
}

/// A claim that was found, and the document that contains it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ClaimHit {
    /// The document.
    #[serde(flatten)]
    pub article: ArticleHit,
    /// The claim.
    pub claim: Claim,
}

/// A document that was found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ArticleHit {
    /// Its id.
    pub doc_id: String,
    /// The headline.
    pub title: Option<String>,
    /// The medium.
    pub outlet: Option<String>,
    /// When it was published, as stated.
    pub published_at: Option<String>,
    /// Where it came from.
    pub url: Option<String>,
}

const DOCUMENT: &str = "d.doc_id, d.title, d.outlet, d.published_at, coalesce(d.url, d.canonical_url)";

impl Library {
    /// Looks up at most `limit` claims or articles. The best matches come first; of very many the last
    /// that were added.
    ///
    /// # Errors
    /// Where the file cannot be read.
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
    /// let hits = library.search(&"tide source:hale".parse()?, 10)?;
    /// assert_eq!((hits.claims[0].article.doc_id.as_str(), hits.more), ("pier", false));
    /// assert!(library.search(&"ferry".parse()?, 10)?.claims.is_empty());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn search(&self, query: &Query, limit: usize) -> Result<Hits> {
        self.search_from(query, 0, limit)
    }

    /// As [`Library::search`], without the first `skip` of what is found.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn search_from(&self, query: &Query, skip: usize, limit: usize) -> Result<Hits> {
        let part = Part { skip, limit };
        let found = match query.within {
            In::Claims => claims(&self.connection, query, part),
            In::Articles => articles(&self.connection, query, part),
        };
        found.map_err(|e| self.error(e))
    }
}

/// Which of the matches are wanted.
#[derive(Clone, Copy)]
struct Part {
    skip: usize,
    limit: usize,
}

/// What a query is looked for in: the table `w` with what must be joined to it, and the conditions.
pub(crate) fn matching(query: &Query) -> (String, Conditions) {
    let mut conditions = Conditions::default();
    let (of_incidents, fields): (Vec<&Filter>, Vec<&Filter>) =
        query.fields.iter().partition(|f| f.field.is_of_an_incident());
    conditions.incidents(&of_incidents);
    let (table, words) = match query.within {
        In::Claims => {
            fields.iter().for_each(|filter| conditions.claim_or_document(filter));
            ("claims", expression(query, &query.source))
        }
        In::Articles => {
            let (of_claims, own): (Vec<&Filter>, Vec<&Filter>) =
                fields.into_iter().partition(|f| f.field.is_of_a_claim());
            own.iter().for_each(|filter| conditions.claim_or_document(filter));
            if !query.source.is_empty() || !of_claims.is_empty() {
                conditions.some_claim(&query.source, &of_claims);
            }
            ("documents", expression(query, &[]))
        }
    };
    let searched = searched(table, words, &mut conditions);
    (format!("{searched} w{}", joined(query)), conditions)
}

/// The tables that conditions and order need beside the words.
fn joined(query: &Query) -> &'static str {
    let by_document = matches!(query.sort, Sort::Date | Sort::Outlet | Sort::Source);
    let of_documents = by_document || query.fields.iter().any(|f| !f.field.is_of_a_claim());
    match query.within {
        In::Claims if of_documents => {
            " JOIN claims c ON c.claim_row = w.rowid JOIN documents d ON d.doc_id = c.doc_id"
        }
        In::Claims => " JOIN claims c ON c.claim_row = w.rowid",
        In::Articles => " JOIN documents d ON d.doc_row = w.rowid",
    }
}

fn claims(from: &Connection, query: &Query, part: Part) -> rusqlite::Result<Hits> {
    let rows = rows(from, query, part)?;
    let columns =
        CLAIMS.columns.iter().map(|(name, _)| format!("c.\"{name}\"")).collect::<Vec<_>>().join(", ");
    let sql = format!(
        "SELECT {DOCUMENT}, {columns} FROM claims c JOIN documents d ON d.doc_id = c.doc_id WHERE c.claim_row = ?1"
    );
    let mut hits = Hits { more: rows.len() > part.limit, ..Hits::default() };
    for row in rows.into_iter().take(part.limit) {
        let hit = |row: &Row| Ok((article(row)?, claim_of(CLAIMS.object(row, 5)?)));
        let (article, claim) = from.prepare_cached(&sql)?.query_row([row], hit)?;
        hits.claims.extend(claim.map(|claim| ClaimHit { article, claim }));
    }
    Ok(hits)
}

fn articles(from: &Connection, query: &Query, part: Part) -> rusqlite::Result<Hits> {
    let rows = rows(from, query, part)?;
    let sql = format!("SELECT {DOCUMENT} FROM documents d WHERE d.doc_row = ?1");
    let mut hits = Hits { more: rows.len() > part.limit, ..Hits::default() };
    for row in rows.into_iter().take(part.limit) {
        hits.articles.push(from.prepare_cached(&sql)?.query_row([row], article)?);
    }
    Ok(hits)
}

/// The numbers of the matching rows, one more than the limit if there are more. What they hold is fetched
/// afterwards: to sort whole rows would cost more than to find them.
fn rows(from: &Connection, query: &Query, part: Part) -> rusqlite::Result<Vec<i64>> {
    let (tables, conditions) = matching(query);
    let sql = format!(
        "SELECT w.rowid FROM {tables} {} ORDER BY {} LIMIT {} OFFSET {}",
        conditions.sql(),
        order(from, query)?,
        part.limit.saturating_add(1),
        part.skip
    );
    from.prepare_cached(&sql)?.query_map(params_from_iter(conditions.values), |row| row.get(0))?.collect()
}

fn order(from: &Connection, query: &Query) -> rusqlite::Result<&'static str> {
    Ok(match query.sort {
        Sort::Relevance => best(from, query)?,
        Sort::Source if query.within == In::Claims => {
            "c.source_name IS NULL, c.source_name COLLATE NOCASE, d.published_at DESC, w.rowid"
        }
        Sort::Date | Sort::Source => "d.published_at IS NULL, d.published_at DESC, w.rowid",
        Sort::Outlet => "d.outlet IS NULL, d.outlet COLLATE NOCASE, d.published_at DESC, w.rowid",
    })
}

/// The best first, where there are words, and not too many rows with them.
fn best(from: &Connection, query: &Query) -> rusqlite::Result<&'static str> {
    let (table, source, weighed) = match query.within {
        In::Claims => ("claims_words", &query.source[..], STATEMENTS_FIRST),
        In::Articles => ("documents_words", &[][..], "w.rank, w.rowid"),
    };
    match expression(query, source) {
        Some(words) if !too_many(from, table, &words)? => Ok(weighed),
        _ => Ok("w.rowid DESC"),
    }
}

/// The index of the words where there are some, else the table itself.
fn searched(table: &str, words: Option<String>, conditions: &mut Conditions) -> String {
    match words {
        Some(words) => {
            conditions.insert_first(&format!("w.{table}_words MATCH ?"), words);
            format!("{table}_words")
        }
        None => table.to_owned(),
    }
}

fn article(row: &Row) -> rusqlite::Result<ArticleHit> {
    Ok(ArticleHit {
        doc_id: row.get(0)?,
        title: row.get(1)?,
        outlet: row.get(2)?,
        published_at: row.get(3)?,
        url: row.get(4)?,
    })
}

/// Whether more rows match than can be weighed.
fn too_many(from: &Connection, table: &str, words: &str) -> rusqlite::Result<bool> {
    let sql =
        format!("SELECT count(*) FROM (SELECT 1 FROM {table} WHERE {table} MATCH ?1 LIMIT {})", WEIGHED + 1);
    from.prepare_cached(&sql)?.query_row([words], |row| Ok(row.get::<_, i64>(0)? > WEIGHED))
}
