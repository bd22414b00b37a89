//! Whom the claims accuse, and whether the text has an answer.

use super::{Claims, counted, verb};
use crate::profile::Measurement;
use crate::profile::allegations::allegations;

impl Claims<'_> {
    /// Accusations to which the text has no answer.
    pub(super) fn accusations(&self) -> Measurement {
        let a = allegations(self.reading, self.text);
        let n = a.claims.len();
        let answer = if a.answered {
            "the text has an answer, a denial or words from the accused"
        } else {
            "no answer from the accused was found in the text"
        };
        let unconfirmed = if a.said_unconfirmed {
            "it says that something is unconfirmed"
        } else {
            "it says nothing about confirmation"
        };
        let sentence = match n {
            0 => "No claim openly accuses anyone.".to_owned(),
            n => format!(
                "{} {} someone; {answer}; {unconfirmed}.",
                counted(n, "claim"),
                verb(n, "accuses", "accuse")
            ),
        };
        let count = if a.answered { 0 } else { n };
        Measurement { id: "SP12", count, of: Some(n), spans: self.places(&a.claims), sentence }
    }
}
