//! When: whether the main incident has a date, and how old the newest dated fact is.

use jiff::civil;

use super::claims::Claims;
use super::id::Measure;
use super::sentence::Sentence;
use crate::article::Article;
use crate::incident::{FactValue, Incident};
use crate::profile::Measurement;
use crate::text::Span;
use crate::time::Anchor;

/// Main incidents of which the article gives no date.
pub(super) fn undated(all: &Claims) -> Measurement {
    let main: Vec<&Incident> = all.reading.incidents.iter().filter(|incident| incident.main).collect();
    let undated: Vec<&Incident> = main.iter().copied().filter(|incident| incident.when.is_none()).collect();
    let unknown = all.reading.dates.iter().any(|date| date.anchor == Anchor::Missing);
    let spans = undated.iter().filter_map(|incident| place(incident)).collect();
    let (count, of) = (undated.len(), main.len());
    let sentence = Sentence::Undated { count, of, unknown }.message();
    Measurement { id: Measure::Undated.name(), count, of: Some(of), spans, sentence }
}

/// What shows an incident: the first words that name it, or else its first fact.
fn place(incident: &Incident) -> Option<Span> {
    incident.words.first().copied().or_else(|| incident.facts.first().map(|fact| fact.span))
}

/// How many days before publication the newest fact with a date lies.
pub(super) fn newest(all: &Claims, article: &Article) -> Measurement {
    let published = article.metadata.published.as_ref().and_then(|found| found.value.day());
    let facts = all.reading.incidents.iter().flat_map(|incident| &incident.facts);
    let dated = facts.filter_map(|fact| match fact.value {
        Some(FactValue::Date(date)) => Some((date.day()?, fact.span)),
        _ => None,
    });
    let past = dated.filter(|(day, _)| published.is_some_and(|published| *day <= published));
    let newest = past.max_by_key(|(day, _)| *day);
    let age = published.zip(newest).map(|(published, (day, _))| days(day, published));
    Measurement {
        id: Measure::Newest.name(),
        count: age.unwrap_or(0),
        of: None,
        spans: newest.map(|(_, span)| span).into_iter().collect(),
        sentence: Sentence::Newest { age, published: published.is_some() }.message(),
    }
}

fn days(from: civil::Date, to: civil::Date) -> usize {
    from.until(to).map_or(0, |span| usize::try_from(span.get_days()).unwrap_or(0))
}
