//! `happened:` and `in:`, which ask for articles by the incidents that they tell of.

use reportedly_core::time::Date;
use rusqlite::types::Value as Sql;

use super::{Field, Filter};
use crate::happened::day_number;

/// The first and the last day of a year, month or day, or of a range of them: `2031-04`, `2031-01..2031-04-05`.
pub(super) fn days(words: &str) -> Option<(String, String)> {
    let (from, to) = words.split_once("..").unwrap_or((words, words));
    let days = |words: &str| Some(day(words)?.days());
    Some((days(from)?.0.to_string(), days(to)?.1.to_string()))
}

/// 2031, 2031-04 or 2031-04-05.
pub(super) fn day(words: &str) -> Option<Date> {
    let parts: Vec<&str> = words.split('-').collect();
    let digits = |part: &&str, n| part.len() == n && part.bytes().all(|b| b.is_ascii_digit());
    let shaped = parts.len() <= 3
        && parts.iter().enumerate().all(|(i, part)| digits(part, if i == 0 { 4 } else { 2 }));
    if shaped { Date::parse(words) } else { None }
}

/// The documents that tell of one incident for which all of these hold: the statement, and the values bound to it.
pub(super) fn tell_of<'f>(filters: impl IntoIterator<Item = &'f Filter>) -> (String, Vec<Sql>) {
    let (mut sql, mut values) = (String::new(), Vec::new());
    for filter in filters {
        match (filter.field, days(&filter.value)) {
            (Field::Happened, Some((first, last))) => {
                let day = day_number("?");
                sql += &format!(
                    " AND incident_row IN (SELECT incident_row FROM incidents_days WHERE first <= {day} AND last >= {day})"
                );
                values.extend([Sql::from(last), Sql::from(first)]);
            }
            _ => {
                sql += " AND incident_row IN (SELECT rowid FROM incidents_places WHERE incidents_places MATCH ?)";
                values.push(super::conditions::quoted(&filter.value).into());
            }
        }
    }
    (format!("SELECT doc_id FROM incidents WHERE true{sql}"), values)
}
