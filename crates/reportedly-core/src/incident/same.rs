use super::{Fact, FactValue, most};
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
