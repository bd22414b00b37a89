use reportedly_library::{In, Query};
use serde_json::{Value, json};

use crate::MAX_FOUND;
use crate::answer::{Answer, Answered, Problem};
use crate::app::App;
use crate::request::Asked;

pub(crate) fn search(app: &App, asked: &Asked) -> Answered {
    let within = match asked.value("in").unwrap_or("claims") {
        "claims" => In::Claims,
        "articles" => In::Articles,
        other => return Err(Problem::bad(format!("{other:?}: in is claims or articles"))),
    };
    let query: Query =
        asked.value("q").unwrap_or_default().parse().map_err(|e| Problem::bad(format!("{e}")))?;
    let query = query.within(within);
    let skip = usize::try_from(asked.cursor()?).unwrap_or(usize::MAX);
    if skip >= MAX_FOUND {
        return Err(Problem::bad(format!("a search goes to {MAX_FOUND} finds: narrow it")));
    }
    let limit = asked.limit()?.min(MAX_FOUND - skip);
    let (hits, facets) = app.read(|library| {
        let facets = match within {
            In::Claims => Some(library.facets(&query)?),
            In::Articles => None,
        };
        Ok((library.search_from(&query, skip, limit)?, facets))
    })?;
    let items: Vec<Value> =
        hits.claims.iter().map(|hit| json!(hit)).chain(hits.articles.iter().map(|hit| json!(hit))).collect();
    if asked.lines {
        return Ok(Answer::bytes(
            "application/x-ndjson",
            items.iter().map(|i| format!("{i}\n")).collect::<String>(),
        ));
    }
    let next = hits.more.then(|| (skip + limit).to_string());
    let counted = facets.as_ref().is_none_or(|f| f.complete);
    let mut out = json!({
        "items": items,
        "total": facets.as_ref().map(|f| f.counted),
        "total_complete": facets.as_ref().map(|f| f.complete),
        "complete": next.is_none() && skip == 0 && counted,
        "next": next,
    });
    if asked.value("facets") == Some("true") {
        out["facets"] = json!(facets.map(|f| f.fields));
    }
    Ok(Answer::json(&out))
}
