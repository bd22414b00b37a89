//! What a library shows, each as one page to keep: what a search finds, a source, copies, a trace.

use std::collections::{BTreeMap, HashMap, HashSet};

use reportedly_core::trace::Publishers;
use reportedly_records::compare::{Comparison, compare};
use reportedly_records::render::view::{self, Said, View};
use reportedly_records::{Claim, Record, Reuse};
use serde_json::Value;

use crate::browse::Listing;
use crate::error::Result;
use crate::file::Library;
use crate::reading::claim_of;
use crate::search::{ArticleHit, Query};

/// The most claims on one page; the page says if there are more.
const MOST_CLAIMS: usize = 1_000;
/// The most articles shown beside one; those that share most come first.
const MOST_COPIES: usize = 50;

impl Library {
    /// What a search finds, of which `words` are the words.
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
    /// let view = library.search_view("tide", &"tide".parse()?)?;
    /// assert!(view.html().contains("The tide waits for nobody"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn search_view(&self, words: &str, query: &Query) -> Result<View> {
        let hits = self.search(query, MOST_CLAIMS)?;
        let found = hits.claims.len() + hits.articles.len();
        let more = if hits.more { "; there are more" } else { ", and no more" };
        let about = format!("A search of a library: {found} found{more}.");
        let title = format!("Search: {words}");
        if !hits.articles.is_empty() {
            return Ok(view::articles(&title, &about, hits.articles.iter().map(named)));
        }
        let said = hits.claims.iter().map(|hit| Said {
            claim: &hit.claim,
            article: named(&hit.article),
            doc_id: &hit.article.doc_id,
        });
        Ok(view::claims(&title, &about, &said.collect::<Vec<_>>()))
    }

    /// Everything that sources of one name are said to have said.
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
    /// assert!(library.source_view("Mara Hale")?.html().contains("The tide waits for nobody"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn source_view(&self, name: &str) -> Result<View> {
        let rows = self.page(Listing::Claims, &[("source_name", name)], 0, MOST_CLAIMS)?;
        let claims: Vec<(String, Claim)> = rows.items.into_iter().filter_map(of_document).collect();
        let mut articles = HashMap::new();
        for (doc_id, _) in &claims {
            if !articles.contains_key(doc_id) {
                articles.insert(doc_id.clone(), self.named(doc_id)?);
            }
        }
        let about = format!(
            "{} of the {} claims in a library that are attributed to a source of this name. Two people may share a name.",
            claims.len(),
            rows.total
        );
        let article = |doc_id| articles.get(doc_id).cloned().unwrap_or_default();
        let said = claims.iter().map(|(doc_id, claim)| Said { claim, article: article(doc_id), doc_id });
        Ok(view::claims(name, &about, &said.collect::<Vec<_>>()))
    }

    /// An article beside those that share most with it; `rows` are those of [`Library::copies`].
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn comparisons(&self, rows: &[Reuse]) -> Result<Vec<Comparison>> {
        let Some(first) = rows.first() else { return Ok(Vec::new()) };
        let record = self.record(&first.doc_a)?;
        let beside = |(id, own): &(&str, Vec<&Reuse>)| Ok(compare(&record, &self.record(id)?, own));
        others(rows).iter().take(MOST_COPIES).map(beside).collect()
    }

    /// An article beside those that share most with it.
    ///
    /// # Errors
    /// Where there is no such article, or the file cannot be read.
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
    /// let page = library.copies_view("pier")?.html();
    /// assert!(page.contains("No other article of this library shares text with it."));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn copies_view(&self, id: &str) -> Result<View> {
        let record = self.record(id)?;
        let rows = self.copies(&record.doc_id)?;
        Ok(view::copies(&record, &self.comparisons(&rows)?, others(&rows).len()))
    }

    /// How far a claim has travelled.
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
    /// assert!(library.trace_view(&id, &Publishers::default())?.html().contains("Mara Hale"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn trace_view(&self, id: &str, publishers: &Publishers) -> Result<View> {
        let group = self.trace(id, publishers)?.unwrap_or_default();
        let ids: HashSet<&str> = group.carriers.iter().map(|c| c.doc_id.as_str()).collect();
        let records = ids.into_iter().map(|id| self.record(id)).collect::<Result<Vec<Record>>>()?;
        Ok(view::trace(&group, &records))
    }

    fn named(&self, doc_id: &str) -> Result<String> {
        let row = self.page(Listing::Documents, &[("doc_id", doc_id)], 0, 1)?.items.pop().unwrap_or_default();
        let words = |name: &str| row.get(name).and_then(Value::as_str).map(str::to_owned);
        Ok(named(&ArticleHit {
            doc_id: doc_id.to_owned(),
            title: words("title"),
            outlet: words("outlet"),
            published_at: words("published_at"),
            url: words("url").or_else(|| words("canonical_url")),
        }))
    }
}

/// The other articles with what they share; those that share most come first.
fn others(rows: &[Reuse]) -> Vec<(&str, Vec<&Reuse>)> {
    let mut shared: BTreeMap<&str, Vec<&Reuse>> = BTreeMap::new();
    rows.iter().for_each(|row| shared.entry(&row.doc_b).or_default().push(row));
    let length = |rows: &[&Reuse]| -> u32 { rows.iter().map(|r| r.end_a.saturating_sub(r.begin_a)).sum() };
    let mut others: Vec<_> = shared.into_iter().collect();
    others.sort_by_key(|(_, rows)| std::cmp::Reverse(length(rows)));
    others
}

fn of_document(row: Value) -> Option<(String, Claim)> {
    let Value::Object(row) = row else { return None };
    Some((row.get("doc_id")?.as_str()?.to_owned(), claim_of(row)?))
}

fn named(article: &ArticleHit) -> String {
    let ArticleHit { title, outlet, published_at, url, .. } = article;
    view::named(outlet.as_deref(), published_at.as_deref(), title.as_deref(), url.as_deref())
}
