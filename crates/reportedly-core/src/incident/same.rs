use super::{Fact, FactSlot, FactValue, most};
use crate::article::Prose;

/// The surest statements of each slot, in text order; of those that say the same on the same word, one.
pub(super) fn surest(mut facts: Vec<Fact>, prose: &Prose) -> Vec<Fact> {
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

/// Dates farther from that of the incident are of others that the article recalls.
const APART: i32 = 14;

/// Facts without the dates of other incidents: those far from the surest date.
pub(super) fn of_one_time(facts: Vec<Fact>) -> Vec<Fact> {
    let day = |fact: &Fact| match fact.value {
        Some(FactValue::Date(date)) => Some(date.days()),
        _ => None,
    };
    let dated = facts.iter().filter(|f| f.slot == FactSlot::When);
    let Some((first, last)) = dated.max_by(|a, b| a.probability.total_cmp(&b.probability)).and_then(day)
    else {
        return facts;
    };
    let near = |fact: &Fact| {
        let far = |a: jiff::civil::Date, b: jiff::civil::Date| b.until(a).map_or(0, |gap| gap.get_days());
        day(fact).is_none_or(|(from, to)| far(from, last) <= APART && far(first, to) <= APART)
    };
    facts.into_iter().filter(near).collect()
}
