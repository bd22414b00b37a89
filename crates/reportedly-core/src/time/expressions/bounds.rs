use jiff::{ToSpan, civil};

use super::meaning::{Found, Meaning, Resolved};
use super::resolve::away;
use crate::language::Bound;
use crate::time::value::TimeValue;

/// The first and the last day that an expression may mean.
pub(super) fn bounds(
    resolved: &Resolved,
    found: &Found,
    published: Option<civil::Date>,
) -> (Option<civil::Date>, Option<civil::Date>) {
    match (resolved.value, found.meaning) {
        _ if resolved.event.is_some() => {
            (resolved.event.map(|d| d.first()), resolved.event.map(|d| d.last()))
        }
        (Some(TimeValue::Date(date)), _) => {
            let (first, last) = narrowed(date.first(), date.last(), found.bound);
            (Some(first), Some(last))
        }
        (Some(TimeValue::Length(length)), Meaning::Length { toward, .. }) if toward != 0 => {
            let far = published
                .and_then(|day| away(day, length.unit, i64::from(length.tenths? / 10) * i64::from(toward)));
            if toward < 0 { (far, published) } else { (published, far) }
        }
        _ => (None, None),
    }
}

/// A third of a stretch where the words say "early", "mid" or "late".
fn narrowed(first: civil::Date, last: civil::Date, bound: Option<Bound>) -> (civil::Date, civil::Date) {
    let days = first.until(last).map_or(0, |span| span.get_days());
    let at = |n: i32| first.checked_add((days * n / 3).days()).unwrap_or(first);
    match bound {
        Some(Bound::Start) => (first, at(1)),
        Some(Bound::Mid) => (at(1), at(2)),
        Some(Bound::End) => (at(2), last),
        _ => (first, last),
    }
}
