use std::collections::BTreeMap;

use reportedly_library::{ArticleHit, ClaimHit, FacetValue, In, Query, Sort};
use serde::Serialize;

use super::exports::page;
use crate::MAX_FOUND;
use crate::answer::{Answer, Answered};
use crate::app::App;
use crate::problem::Problem;
use crate::request::Asked;

pub(crate) fn search(app: &App, asked: &Asked) -> Answered {
    let within = match asked.value("in").unwrap_or("claims") {
        "claims" => In::Claims,
        "articles" => In::Articles,
        other => return Err(Problem::bad(format!("in must be claims or articles, not {other:?}"))),
    };
    let words = asked.value("q").unwrap_or_default();
    let query: Query = words.parse().map_err(|e| Problem::bad(format!("{e}")))?;
    let sort = match asked.value("sort").unwrap_or("relevance") {
        "relevance" => Sort::Relevance,
        "date" => Sort::Date,
        "outlet" => Sort::Outlet,
        "source" => Sort::Source,
        other => {
            return Err(Problem::bad(format!(
                "sort must be relevance, date, outlet or source, not {other:?}"
            )));
        }
    };
    let query = query.within(within).sorted(sort);
    if let Some(page) = page(app, asked, |library| Ok(library.search_view(words, &query)?))? {
        return Ok(page);
    }
    let skip = usize::try_from(asked.cursor()?).unwrap_or(usize::MAX);
    if skip >= MAX_FOUND {
        return Err(Problem::bad(format!("a search returns at most {MAX_FOUND} results: narrow it")));
    }
    let limit = asked.limit()?.min(MAX_FOUND - skip);
    let facets = asked.flag("facets")? && within == In::Claims;
    let (hits, total, facets, without_incidents) = app.read(|library| {
        let facets = if facets { Some(library.facets(&query)?) } else { None };
        let total = match &facets {
            Some(facets) => (facets.counted, facets.complete),
            None => library.count(&query)?,
        };
        let unread = if query.asks_what_happened() { Some(library.without_incidents()?) } else { None };
        Ok((library.search_from(&query, skip, limit)?, total, facets, unread))
    })?;
    if asked.lines {
        return Ok(Answer::bytes("application/x-ndjson", lines(&hits.claims) + &lines(&hits.articles)));
    }
    let next = (hits.more && skip + limit < MAX_FOUND).then(|| (skip + limit).to_string());
    let (total, total_complete) = total;
    Ok(Answer::json(&Found {
        complete: !hits.more && skip == 0 && total_complete,
        items: match within {
            In::Claims => Items::Claims(hits.claims),
            In::Articles => Items::Articles(hits.articles),
        },
        total,
        total_complete,
        next,
        without_incidents,
        facets: facets.map(|f| f.fields),
    }))
}

/// What is answered, written as it stands: to build it as a JSON value first would double the work.
#[derive(Serialize)]
struct Found {
    items: Items,
    total: u64,
    total_complete: bool,
    complete: bool,
    next: Option<String>,
    /// How many articles cannot be found by when and where something happened, where that was asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    without_incidents: Option<u64>,
    facets: Option<BTreeMap<&'static str, Vec<FacetValue>>>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Items {
    Claims(Vec<ClaimHit>),
    Articles(Vec<ArticleHit>),
}

fn lines(items: &[impl Serialize]) -> String {
    items.iter().map(|item| serde_json::to_string(item).unwrap_or_default() + "\n").collect()
}
