use super::{Fact, FactValue, Incident, Presentation};
use crate::insight::FactSlot;

impl Incident {
    /// The questions to which two statements give answers that cannot both be so, or of which one is denied.
    pub fn disputed(&self) -> Vec<FactSlot> {
        let of = |slot| self.facts.iter().filter(move |f| f.slot == slot).collect::<Vec<_>>();
        let is_disputed = |slot: &FactSlot| {
            let facts = of(*slot);
            let denied = facts.iter().any(|f| f.presented == Presentation::Denied);
            denied || facts.iter().any(|a| facts.iter().any(|b| differ(a, b)))
        };
        FactSlot::ALL.into_iter().filter(is_disputed).collect()
    }
}

/// Days that do not touch, or numbers.
fn differ(a: &Fact, b: &Fact) -> bool {
    match (a.value, b.value) {
        (Some(FactValue::Date(a)), Some(FactValue::Date(b))) => {
            let ((first, last), (from, to)) = (a.days(), b.days());
            last < from || to < first
        }
        (Some(FactValue::Number(a)), Some(FactValue::Number(b))) => {
            a.most.is_some_and(|most| most < b.least) || b.most.is_some_and(|most| most < a.least)
        }
        _ => false,
    }
}
