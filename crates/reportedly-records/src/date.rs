//! When: the expressions of time of an article, in the terms of TIMEX3 (TimeML 1.2.1).

use reportedly_core::text::Text;
use reportedly_core::text::offsets::Offsets;
use reportedly_core::time::TimeExpression;
use serde::{Deserialize, Serialize};

use crate::place::{Place, place};

/// One expression of time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Date {
    /// Its words.
    #[serde(flatten)]
    pub place: Place,
    /// DATE, TIME, DURATION or SET.
    #[serde(rename = "type")]
    pub kind: String,
    /// What it means: a date of ISO 8601, or as TIMEX3 writes what has none ("1998-SU", "P3M"); `null` where it is not known.
    pub value: Option<String>,
    /// The first day that may be meant.
    pub earliest: Option<String>,
    /// The last one.
    pub latest: Option<String>,
    /// What it was counted from: stated, publication, text, event or missing.
    pub anchor: String,
    /// How much is known of a date: year, month, week, day, minute, ...
    pub precision: Option<String>,
    /// How its words narrow or blur it: START, MID, END, APPROX, ...
    #[serde(rename = "mod")]
    pub modifier: Option<String>,
}

pub(crate) fn dates(text: &Text, offsets: &Offsets, found: &[TimeExpression]) -> Vec<Date> {
    let row = |e: &TimeExpression| Date {
        place: place(text, offsets, e.span),
        kind: e.kind.name().to_owned(),
        value: e.value.map(|value| value.to_string()),
        earliest: e.earliest.map(|day| day.to_string()),
        latest: e.latest.map(|day| day.to_string()),
        anchor: e.anchor.name().to_owned(),
        precision: e.date().map(|date| date.precision().name().to_owned()),
        modifier: e.bound.map(|bound| bound.name().to_owned()),
    };
    found.iter().map(row).collect()
}
