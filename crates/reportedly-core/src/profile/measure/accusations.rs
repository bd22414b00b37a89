//! Whom the claims accuse, and whether the text has an answer.

use super::sentence::Sentence;
use super::{Claims, Measure};
use crate::profile::Measurement;
use crate::profile::allegations::allegations;

/// Accusations to which the text has no answer.
pub(super) fn accusations(all: &Claims) -> Measurement {
    let a = allegations(all.reading, all.prose);
    let of = a.claims.len();
    let sentence = Sentence::Accusations { count: of, answered: a.answered, unconfirmed: a.said_unconfirmed };
    let count = if a.answered { 0 } else { of };
    let (id, spans) = (Measure::Accusations.name(), all.places(&a.claims));
    Measurement { id, count, of: Some(of), spans, sentence: sentence.message() }
}
