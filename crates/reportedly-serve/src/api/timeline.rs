use reportedly_library::Wanted;
use serde_json::json;

use crate::answer::{Answer, Answered};
use crate::app::App;
use crate::problem::Problem;
use crate::request::Asked;

/// Incidents of all documents, by day.
pub(crate) fn timeline(app: &App, asked: &Asked) -> Answered {
    let day = |name: &str| match asked.value(name).filter(|value| !value.is_empty()) {
        Some(value) if !is_a_date(value) => Err(Problem::bad(format!(
            "{name} must be a year, a month or a day, such as 2031-04, not {value:?}"
        ))),
        value => Ok(value.map(str::to_owned)),
    };
    let wanted = Wanted {
        from: day("from")?,
        to: day("to")?,
        outlet: asked.value("outlet").map(str::to_owned),
        kind: asked.value("kind").filter(|kind| !kind.is_empty()).map(str::to_owned),
        main: asked.flag("main")?,
    };
    let (skip, limit) = (usize::try_from(asked.cursor()?).unwrap_or(usize::MAX), asked.limit()?);
    let told = app.read(|library| Ok(library.timeline(&wanted, skip, limit)?))?;
    if asked.lines {
        let lines = told.items.iter().filter_map(|item| serde_json::to_string(item).ok());
        return Ok(Answer::bytes("application/x-ndjson", lines.map(|line| line + "\n").collect::<String>()));
    }
    let behind = skip.saturating_add(limit);
    let next = (u64::try_from(behind).is_ok_and(|n| n < told.total)).then(|| behind.to_string());
    Ok(Answer::json(&json!({
        "complete": next.is_none() && skip == 0, "next": next, "items": told.items, "total": told.total,
        "undated": told.undated, "months": told.months, "outlets": told.outlets, "kinds": told.kinds,
    })))
}

/// "2031", "2031-04", "2031-04-05"
fn is_a_date(words: &str) -> bool {
    let mut parts = words.split('-');
    let digits = |part: Option<&str>, n: usize| {
        part.is_some_and(|p| p.len() == n && p.bytes().all(|b| b.is_ascii_digit()))
    };
    let year = digits(parts.next(), 4);
    let rest: Vec<&str> = parts.collect();
    year && rest.len() <= 2 && rest.iter().all(|part| digits(Some(part), 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_a_year_a_month_or_a_day() {
        let dates = ["2031", "2031-04", "2031-04-05"];
        assert!(dates.into_iter().all(is_a_date));
        let others = ["31", "2031-4", "2031-04-05-06", "yesterday", "2031-04-05T01", "'; DROP"];
        assert!(!others.into_iter().any(is_a_date));
    }
}
