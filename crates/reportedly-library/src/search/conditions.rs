use rusqlite::types::Value as Sql;

use super::days::days;
use super::{Field, Filter, Query, Term};
use crate::happened::day_number;

/// The conditions of a statement with the values bound to them, in order.
#[derive(Default)]
pub(crate) struct Conditions {
    sql: Vec<String>,
    pub values: Vec<Sql>,
}

impl Conditions {
    fn push(&mut self, sql: impl Into<String>, value: impl Into<Sql>) {
        self.sql.push(sql.into());
        self.values.push(value.into());
    }

    pub(super) fn insert_first(&mut self, sql: &str, value: String) {
        self.sql.insert(0, sql.to_owned());
        self.values.insert(0, value.into());
    }

    pub(super) fn claim_or_document(&mut self, filter: &Filter) {
        let (is, has) = if filter.not { ("IS NOT", "= 0") } else { ("IS", "> 0") };
        let value = filter.value.clone();
        match filter.field {
            Field::Kind => self.push(format!("c.source_kind {is} ?"), value.to_lowercase()),
            Field::Certainty => self.push(format!("c.certainty {is} ?"), value.to_lowercase()),
            Field::Polarity => self.push(format!("c.polarity {is} ?"), value.to_lowercase()),
            Field::Stance => self.push(format!("c.stance {is} ?"), value.to_lowercase()),
            Field::Mode => self.push(format!("c.mode {is} ?"), value.to_lowercase()),
            Field::Outlet => self.push(holds("d.outlet", has), value),
            Field::Title => self.push(holds("d.title", has), value),
            Field::Url => {
                self.push(holds("coalesce(d.url, '') || ' ' || coalesce(d.canonical_url, '')", has), value)
            }
            Field::Byline => self.push(holds("d.byline", has), value),
            Field::Tag => {
                let not = if filter.not { "NOT " } else { "" };
                self.push(format!("d.doc_id {not}IN (SELECT doc_id FROM tags WHERE tag = ?)"), value);
            }
            // "en" is found in "en-GB", too
            Field::Lang => self.push(
                format!(
                    "instr(lower(coalesce(d.lang, '')) || '-', lower(?) || '-') {}",
                    if filter.not { "<> 1" } else { "= 1" }
                ),
                value,
            ),
            // days as the article states them
            Field::After => self.push("d.published_at >= ?", value),
            Field::Before => self.push("d.published_at < ?", value),
            Field::Happened | Field::In => self.incidents(&[filter]),
        }
    }

    /// That the document tells of one incident for which all of these hold, and of none that is excluded.
    pub(super) fn incidents(&mut self, filters: &[&Filter]) {
        let (none, all): (Vec<&Filter>, Vec<&Filter>) = filters.iter().partition(|filter| filter.not);
        let all = if all.is_empty() { Vec::new() } else { vec![("IN", all)] };
        for (is, filters) in all.into_iter().chain(none.into_iter().map(|filter| ("NOT IN", vec![filter]))) {
            let (sql, values) = tell_of(filters);
            self.sql.push(format!("d.doc_id {is} ({sql})"));
            self.values.extend(values);
        }
    }

    /// That one claim of the document has the source and the fields.
    pub(super) fn some_claim(&mut self, source: &[Term], fields: &[&Filter]) {
        let mut inner = Self::default();
        for filter in fields {
            inner.claim_or_document(filter);
        }
        let mut tables = "claims c";
        if let Some(words) = expression(&Query::default(), source) {
            tables = "claims_words w JOIN claims c ON c.claim_row = w.rowid";
            inner.insert_first("w.claims_words MATCH ?", words);
        }
        self.sql.push(format!("d.doc_id IN (SELECT c.doc_id FROM {tables} {})", inner.sql()));
        self.values.extend(inner.values);
    }

    pub fn sql(&self) -> String {
        match self.sql.is_empty() {
            true => String::new(),
            false => format!("WHERE {}", self.sql.join(" AND ")),
        }
    }
}

/// The documents that tell of one incident for which all of these hold: the statement, and the values bound to it.
fn tell_of<'f>(filters: impl IntoIterator<Item = &'f Filter>) -> (String, Vec<Sql>) {
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
                values.push(quoted(&filter.value).into());
            }
        }
    }
    (format!("SELECT doc_id FROM incidents WHERE true{sql}"), values)
}

/// The match expression of FTS5; `None` where there are no words. `source` must be found in that column.
pub(super) fn expression(query: &Query, source: &[Term]) -> Option<String> {
    let any = |terms: &Vec<Term>| format!("({})", terms.iter().map(matched).collect::<Vec<_>>().join(" OR "));
    let in_source = source.iter().map(|term| format!("source : {}", matched(term)));
    let all: Vec<String> = query.all.iter().map(any).chain(in_source).collect();
    if all.is_empty() {
        return None;
    }
    let none = query.none.iter().map(|term| format!(" NOT {}", matched(term)));
    Some(format!("({}){}", all.join(" AND "), none.collect::<String>()))
}

fn matched(term: &Term) -> String {
    match term {
        Term::Phrase { words, prefix } => quoted(words) + if *prefix { " *" } else { "" },
        Term::Near { phrases, distance } => {
            let phrases: Vec<String> = phrases.iter().map(|p| quoted(p)).collect();
            format!("NEAR({}, {distance})", phrases.join(" "))
        }
    }
}

/// A string of FTS5: nothing in it has a meaning.
fn quoted(words: &str) -> String {
    format!("\"{}\"", words.replace('\0', " ").replace('"', "\"\""))
}

/// Whether some words stand in a column, in any case of letters.
fn holds(column: &str, has: &str) -> String {
    format!("instr(lower(coalesce({column}, '')), lower(?)) {has}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_reach_the_database_only_as_quoted_strings() {
        let query: Query = "fire NEAR(a b, 2) tal* OR \"x y\" -no source:o'neil".parse().unwrap();
        let expected =
            r#"(("fire") AND (NEAR("a" "b", 2)) AND ("tal" * OR "x y") AND source : "o'neil") NOT "no""#;
        assert_eq!(expression(&query, &query.source).unwrap(), expected);
    }
}
