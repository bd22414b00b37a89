//! What an article tells of time, on two rails: when it happened, and when it was said or published. Everything here is
//! worked out once; terminal, saved report and web page only show it.

mod around;
mod axis;
pub(super) mod html;
pub(super) mod words;

use serde::Serialize;

use self::around::Around;
use super::shortened;
use crate::{Date, Incident, Place, Record};

/// A passage is cut here.
const PASSAGE: u32 = 240;

/// The line on which a row stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Rail {
    /// When something happened, or is to happen.
    Happened,
    /// When something was said or published.
    Said,
}

/// One date of an article, with what happened or was said on it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Row {
    /// The line on which it stands.
    pub rail: Rail,
    /// The first day that may be meant (ISO 8601); `null` where the article gives none.
    pub earliest: Option<String>,
    /// The last one.
    pub latest: Option<String>,
    /// When, as it is read: "2031-03-13, night"; "no date".
    pub when: String,
    /// What keeps the line from being read as a plain statement: "denied", "alleged", "left open", ...
    pub mark: Option<String>,
    /// The sentence that holds the date, shortened.
    pub passage: String,
    /// Which incident it dates: "main incident", "earlier incident".
    pub about: Option<&'static str>,
    /// Whose word it rests on.
    pub word: String,
    /// Why this date.
    pub why: String,
    /// Where the words of the date stand, in code points of the text; `null` for the days of publication and change.
    pub start: Option<u32>,
    /// One past the last.
    pub end: Option<u32>,
    /// The claim that carries it, if one does.
    pub claim_id: Option<String>,
    /// The incident that it dates.
    pub incident_id: Option<String>,
    /// Where it is drawn.
    pub drawn: Option<axis::Drawn>,
}

/// The dates of an article in the order of time.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Timeline {
    /// What has a date, by the first day that may be meant.
    pub rows: Vec<Row>,
    /// What has none, in text order.
    pub undated: Vec<Row>,
    /// Lengths of time and what repeats ("twenty minutes", "every Monday"): they have no place in time.
    pub left_out: usize,
    /// The same in words; `null` where there are none.
    pub left_out_words: Option<String>,
    /// Where days are marked.
    pub ticks: Vec<axis::Tick>,
    /// How many lines of marks each rail takes.
    pub lines: [usize; 2],
}

/// The timeline of an article.
///
/// ```
/// use reportedly::{Engine, ReadOptions, page::read_date};
/// use reportedly_records::{Record, render::timeline};
///
/// let mut article = reportedly::Article::from_text("The pier of Velmouth fell on Tuesday. It was built in 1998.");
/// article.metadata.published = read_date("2031-04-04").map(|day| reportedly::article::Found::stated(day, "caller"));
/// let reading = Engine::new(ReadOptions::default()).read(&article);
/// let rows = timeline(&Record::new(&article, &reading, false)).rows;
/// let days: Vec<&str> = rows.iter().map(|row| row.when.as_str()).collect();
/// assert_eq!(days, ["1998", "2031-04-01", "2031-04-04"]);
/// assert_eq!(rows[1].why, "\u{201c}Tuesday\u{201d}, counted from the day of publication");
/// ```
pub fn timeline(record: &Record) -> Timeline {
    let around = Around::new(record);
    let is_moment = |date: &&Date| matches!(date.kind.as_str(), "DATE" | "TIME");
    // "now" is the day of publication, which has a row of its own
    let is_now = |date: &&Date| date.value.as_deref() == Some("PRESENT_REF");
    let told =
        record.dates.iter().filter(is_moment).filter(|date| !is_now(date)).map(|date| around.row(date));
    let stated = [published(record), changed(record)].into_iter().flatten();
    let nowhere =
        record.incidents.iter().filter(|i| i.when.is_none()).filter_map(|i| without_day(i, &around));
    let (mut rows, undated): (Vec<Row>, Vec<Row>) =
        told.chain(stated).chain(nowhere).partition(|row| row.earliest.is_some());
    rows.sort_by(|a, b| {
        (&a.earliest, &a.latest, a.rail, a.start).cmp(&(&b.earliest, &b.latest, b.rail, b.start))
    });
    let left_out = record.dates.iter().filter(|date| !is_moment(date)).count();
    let published = day_of(record.published_at.as_deref());
    let (ticks, lines) = axis::draw(&mut rows, published);
    Timeline { rows, undated, left_out, left_out_words: words::left_out(left_out), ticks, lines }
}

/// When each incident of an article happened: the rows that a library puts on one timeline.
pub fn happened(record: &Record) -> Vec<Row> {
    let around = Around::new(record);
    record.incidents.iter().filter_map(|incident| around.happened(incident)).collect()
}

/// Card and timeline of an article, for programs: one JSON object with `doc_id`, `title`, `outlet`, `published_at`, `card` (rows of
/// [`Line`](super::Line)) and `timeline` ([`Timeline`]).
pub(crate) fn json(record: &Record) -> serde_json::Value {
    serde_json::json!({
        "doc_id": record.doc_id, "title": record.title, "outlet": record.outlet, "published_at": record.published_at,
        "card": super::card(record), "timeline": timeline(record),
    })
}

fn day_of(moment: Option<&str>) -> Option<&str> {
    moment.and_then(|moment| moment.get(..10))
}

fn published(record: &Record) -> Option<Row> {
    let why = match (record.published_at_method.as_deref(), record.published_at_guess) {
        (Some("caller") | None, _) => "as given with the article".to_owned(),
        (Some(method), Some(true)) => format!("a guess, found in: {method}"),
        (Some(method), _) => format!("found in: {method}"),
    };
    stated("Published", record.published_at.as_deref()?, why, record)
}

fn changed(record: &Record) -> Option<Row> {
    let at = record.modified_at.as_deref().filter(|&at| Some(at) != record.published_at.as_deref())?;
    stated("Last changed", at, "as the page states it".to_owned(), record)
}

/// A row for what is known of the article itself.
fn stated(what: &str, at: &str, why: String, record: &Record) -> Option<Row> {
    let (earliest, latest) = axis::days_of(at)?;
    let title = record.title.as_deref().unwrap_or("This article");
    Some(Row {
        rail: Rail::Said,
        when: words::when(&earliest, &latest, at.get(..10).unwrap_or(at)),
        earliest: Some(earliest),
        latest: Some(latest),
        mark: None,
        passage: shortened(&format!("{what}: {title}"), PASSAGE as usize),
        about: None,
        word: record.outlet.clone().unwrap_or_else(|| "no outlet known".to_owned()),
        why,
        start: None,
        end: None,
        claim_id: None,
        incident_id: None,
        drawn: None,
    })
}

/// A row for an incident that the article gives no day, at the first of its facts.
fn without_day(incident: &Incident, around: &Around) -> Option<Row> {
    let fact = incident.facts.first();
    let place = fact.map(|fact| &fact.span).or(incident.words.first())?;
    let standing = fact.map_or_else(|| around.of_place(place), |fact| around.of_fact(fact));
    Some(Row {
        rail: Rail::Happened,
        earliest: None,
        latest: None,
        when: words::NO_DATE.to_owned(),
        mark: standing.mark,
        passage: around.passage(place),
        about: Some(words::incident(incident, around.main())),
        word: standing.word,
        why: "the article gives no day for it".to_owned(),
        start: Some(place.start),
        end: Some(place.end),
        claim_id: fact.and_then(|fact| fact.said_by.clone()),
        incident_id: Some(incident.incident_id.clone()),
        drawn: None,
    })
}

fn overlap(a: &Place, b: &Place) -> bool {
    a.start < b.end && b.start < a.end
}

#[cfg(test)]
mod tests;
