//! Resolves "he", "she", "it" and "they" to the most salient candidate that fits, or to none.
//!
//! Salience comes from distance, subject position and having spoken before, after Lappin and Leass (1994), as
//! far as it can be seen without a parse. If the best two are close, neither is taken.

use super::agreement::{Asks, Place};
use super::candidate::Who;
use super::known::{Known, MOST};
use super::salience::{Best, best, fits, scores};
use super::unnamed::unnamed;
use crate::mentions::Context;

/// How far back a pronoun can refer if only one candidate fits, in sentences.
const FAR: usize = 12;

/// The result of looking back.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Meant {
    Found(Who),
    /// Two fit.
    Two(Who, Who),
    Nobody,
}

/// Looks back from a pronoun.
pub fn meant(cx: &Context, known: &Known, place: Place) -> Meant {
    let scores = scores(cx, known, place);
    // somebody without a name, who has not spoken, may be meant
    let told = [0, 1].into_iter().filter_map(|back| unnamed(cx, known, place, back)).max_by(f32::total_cmp);
    match best(&scores, told, place.asks) {
        Best::One(who) => Meant::Found(who),
        Best::Two(a, b) => Meant::Two(a, b),
        Best::Nobody if told.is_none() => only_one(cx, place),
        Best::Nobody | Best::Unnamed => Meant::Nobody,
    }
}

/// Looks further back if only one named candidate fits the pronoun.
fn only_one(cx: &Context, place: Place) -> Meant {
    let Asks::One(_) = place.asks else { return Meant::Nobody };
    let sentences = &cx.tokens().sentences;
    let here = cx.tokens().sentence_at(place.from);
    let least = sentences.get(here.saturating_sub(FAR)).map_or(0, |s| s.start());
    let near = cx.entities.before(place.at.start()).take(MOST).take_while(|m| m.span.start() >= least);
    let mut named = near.filter(|m| fits(cx, place.asks, m)).filter_map(|m| m.entity);
    match named.next() {
        Some(one) if named.all(|e| e == one) => Meant::Found(Who::Entity(one)),
        _ => Meant::Nobody,
    }
}
