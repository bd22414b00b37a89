//! The sourcing profile: what newsrooms' published rules ask for, counted in one article.
//!
//! Each [`Measurement`] is an observation with its places, in one plain sentence; a [`Pack`] says which of
//! them a desk uses, by whose [`Rule`], and which should be flagged. There is no score and no
//! verdict. What a page cannot show is left out: that an editor knows the source, that the source is reliable,
//! that anonymity was the last resort.

mod allegations;
mod measure;
mod pack;
#[cfg(test)]
mod tests;

pub use measure::measure;
pub use pack::{BadPack, Level, PACKS, Pack, Rule};

use crate::text::Span;

/// One thing counted in an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measurement {
    /// "SP01" and so on: the same in every pack.
    pub id: &'static str,
    /// How many.
    pub count: usize,
    /// The total, if it is a part of something.
    pub of: Option<usize>,
    /// Where, in text order.
    pub spans: Vec<Span>,
    /// One plain sentence.
    pub sentence: String,
}

/// A measurement and the rule that it is checked against.
#[derive(Clone, Debug, PartialEq)]
pub struct Observation {
    /// What was counted.
    pub measurement: Measurement,
    /// The rule.
    pub rule: Rule,
    /// Whether the rule flags this measurement.
    pub asks: bool,
}

/// What a pack says about the measurements, in the order of its rules.
///
/// Measurements for which the pack has no rule are left out.
///
/// ```
/// use reportedly::profile::{Measurement, Pack, observe};
///
/// let pack = Pack::parse(
///     r#"{"name": "desk", "rules": [
///         {"measure": "SP03", "level": "ask", "most": 0, "publisher": "Harbour Post", "words": "name your sources"}
///     ]}"#,
/// )?;
/// let counted =
///     Measurement { id: "SP03", count: 2, of: None, spans: Vec::new(), sentence: "Two are unnamed.".to_owned() };
/// let seen = observe(&pack, &[counted]);
/// assert!(seen[0].asks && seen[0].rule.publisher == "Harbour Post");
/// # Ok::<(), reportedly::profile::BadPack>(())
/// ```
pub fn observe(pack: &Pack, measurements: &[Measurement]) -> Vec<Observation> {
    let found = |rule: &Rule| measurements.iter().find(|m| m.id == rule.measure);
    pack.rules
        .iter()
        .filter_map(|rule| {
            let measurement = found(rule)?.clone();
            let asks = rule.asks(&measurement);
            Some(Observation { measurement, rule: rule.clone(), asks })
        })
        .collect()
}
