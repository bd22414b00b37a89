//! The effect of the log on what a reader finds.
//!
//! After every reading each correction is put, in the order in which they were made, on the claim whose content
//! overlaps most with the one that it corrected, by half at least, and which has its source or its cue: a claim
//! within a claim is another one. If there is none, it becomes a claim of its own.

use reportedly_records::{Claim, Place, Record};
use rusqlite::Connection;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::tables::CORRECTIONS;

/// Two contents that share less of what they cover are not the same.
const LEAST_OVERLAP: f64 = 0.5;

/// The record after all corrections of its text.
pub(crate) fn applied(from: &Connection, mut record: Record) -> rusqlite::Result<Record> {
    let log = CORRECTIONS.select(from, "text_sha256 = ?1 AND claim_id IS NOT NULL", [&record.text_sha256])?;
    if log.is_empty() {
        return Ok(record);
    }
    for row in log {
        let (old, new) = (part::<Claim>(row.get("old")), part::<Claim>(row.get("new")));
        record.claims = one(record.claims, old.as_ref(), new.as_ref());
    }
    Ok(record.carried_again())
}

pub(crate) fn part<T: DeserializeOwned>(value: Option<&Value>) -> Option<T> {
    value.and_then(|v| serde_json::from_value(v.clone()).ok())
}

/// The claims after one correction.
pub(crate) fn one(mut claims: Vec<Claim>, old: Option<&Claim>, new: Option<&Claim>) -> Vec<Claim> {
    let at = nearest(&claims, old, new);
    match (at, new) {
        (Some(at), Some(new)) => {
            if let Some(claim) = claims.get_mut(at) {
                // the claim keeps its id and its place in the text's order
                *claim =
                    Claim { claim_id: claim.claim_id.clone(), within: claim.within.clone(), ..new.clone() };
            }
        }
        (Some(at), None) => drop(claims.remove(at)),
        (None, Some(new)) => claims.push(new.clone()),
        (None, None) => {}
    }
    claims.sort_by_key(|c| c.content.first().map_or(0, |p| p.start));
    claims
}

/// The claim that is meant: its content covers most of what the corrected one's does, and it has the source or
/// the cue of what was there or is to be; of several the one that is most like what was there.
fn nearest(claims: &[Claim], old: Option<&Claim>, new: Option<&Claim>) -> Option<usize> {
    let anchor = old.or(new)?;
    let likeness = |c: &Claim| {
        let parts = [(&c.content, &anchor.content), (&c.source, &anchor.source)];
        let [content, source] = parts.map(|(a, b)| overlap(a, b));
        (content, source + overlap(c.cue.as_slice(), anchor.cue.as_slice()))
    };
    let meant = |c: &Claim| [old, new].into_iter().flatten().any(|other| is_of(c, other));
    let alike = claims.iter().enumerate().filter(|(_, c)| meant(c)).map(|(i, c)| (likeness(c), i));
    let order = |a: f64, b: f64| a.partial_cmp(&b).unwrap_or(std::cmp::Ordering::Equal);
    let best = alike.max_by(|(a, i), (b, j)| order(a.0, b.0).then(order(a.1, b.1)).then(j.cmp(i)));
    best.filter(|((content, _), _)| *content >= LEAST_OVERLAP).map(|(_, i)| i)
}

/// Whether both have the same source, or none, or the same cue.
fn is_of(a: &Claim, b: &Claim) -> bool {
    let same_cue = a.cue.is_some() && overlap(a.cue.as_slice(), b.cue.as_slice()) > 0.0;
    same_cue || overlap(&a.source, &b.source) > 0.0
}

/// Code points in both, of those in either; 1 where both are empty.
fn overlap(a: &[Place], b: &[Place]) -> f64 {
    let length = |places: &[Place]| places.iter().map(|p| p.end.saturating_sub(p.start)).sum::<u32>();
    let shared: u32 = a
        .iter()
        .flat_map(|p| b.iter().map(move |q| p.end.min(q.end).saturating_sub(p.start.max(q.start))))
        .sum();
    let all = (length(a) + length(b)).saturating_sub(shared);
    if all == 0 { 1.0 } else { f64::from(shared) / f64::from(all) }
}
