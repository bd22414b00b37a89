use jiff::civil;

use super::{Fact, FactSlot, FactValue, most};
use crate::article::Prose;
use crate::text::Span;
use crate::time::TimeExpression;

/// The statement of a slot that the reader is surest of.
pub(super) fn surest<'f>(facts: impl Iterator<Item = &'f Fact>, slot: FactSlot) -> Option<&'f Fact> {
    facts.filter(|f| f.slot == slot).max_by(|a, b| a.probability.total_cmp(&b.probability))
}

/// The surest statements of each slot, in text order; of those that say the same on the same word, one.
pub(super) fn surest_of_each(mut facts: Vec<Fact>, prose: &Prose) -> Vec<Fact> {
    facts.sort_by(|a, b| b.probability.total_cmp(&a.probability).then(a.span.start().cmp(&b.span.start())));
    let mut kept: Vec<Fact> = Vec::new();
    for fact in facts {
        let mut of_slot = kept.iter().filter(|k| k.slot == fact.slot);
        if of_slot.clone().count() < most(fact.slot) && !of_slot.any(|k| says_the_same(k, &fact, prose)) {
            kept.push(fact);
        }
    }
    kept.sort_by_key(|f| (f.span.start(), f.span.end(), f.slot));
    kept
}

/// Whether two statements say the same and rest on the same word.
fn says_the_same(kept: &Fact, other: &Fact, prose: &Prose) -> bool {
    if kept.claim.is_some() != other.claim.is_some() || kept.presented != other.presented {
        return false;
    }
    match (kept.value, other.value) {
        (Some(FactValue::Date(a)), Some(FactValue::Date(b))) => a == b,
        (Some(FactValue::Number(a)), Some(FactValue::Number(b))) => a == b,
        _ => {
            let known = prose.within(kept.span);
            prose.within(other.span).iter().all(|word| known.iter().any(|k| k.low() == word.low()))
        }
    }
}

/// Dates farther from that of the incident, in days, are of others that the article recalls.
const APART: i32 = 14;

/// Facts without those of other incidents: whatever stands in a sentence with a date far from the surest one. The dead of an
/// earlier attack must not be counted with this one.
pub(super) fn of_one_time(facts: Vec<Fact>, prose: &Prose, dates: &[TimeExpression]) -> Vec<Fact> {
    let day = |fact: &Fact| fact.date().map(|date| date.days());
    let Some((first, last)) = surest(facts.iter(), FactSlot::When).and_then(day) else { return facts };
    let far = |a: civil::Date, b: civil::Date| b.until(a).map_or(0, |gap| gap.get_days()) > APART;
    let other = |expression: &TimeExpression| {
        let days = expression.date().map(|date| date.days());
        days.is_some_and(|(from, to)| far(from, last) || far(first, to))
    };
    let others: Vec<Span> = dates.iter().filter(|d| other(d)).map(|d| d.span).collect();
    let recalled = |fact: &Fact| {
        let sentence = prose.tokens.sentences_of(fact.span);
        others.iter().any(|other| sentence.contains(*other))
    };
    let is_surest = |fact: &Fact| fact.slot == FactSlot::When && day(fact) == Some((first, last));
    facts.into_iter().filter(|fact| is_surest(fact) || !recalled(fact)).collect()
}
