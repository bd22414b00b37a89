//! Several of one surname: whom the surname alone means.

use super::Entity;

/// Of several of one surname the one whom it means alone at a byte: neither who comes in only later, nor a relative,
/// and of the rest the one whom the article is about.
pub(super) fn meant_alone(all: &[Entity], many: &[usize], at: u32) -> Option<usize> {
    let known = keep(many, |e| all[e].first <= at);
    let own = keep(&known, |e| !all[e].kin);
    match own.as_slice() {
        [one] => Some(*one),
        many => foremost(all, many),
    }
}

/// Those that fit, or all where none does.
fn keep(some: &[usize], fits: impl Fn(usize) -> bool) -> Vec<usize> {
    let kept: Vec<usize> = some.iter().copied().filter(|&e| fits(e)).collect();
    if kept.is_empty() { some.to_vec() } else { kept }
}

/// The one who is named twice as often as any other.
fn foremost(all: &[Entity], many: &[usize]) -> Option<usize> {
    let weight = |e: usize| all[e].weight;
    let best = many.iter().copied().max_by_key(|&e| (weight(e), std::cmp::Reverse(e)))?;
    let second = many.iter().filter(|&&e| e != best).map(|&e| weight(e)).max().unwrap_or(0);
    (weight(best) >= 2 * second.max(1)).then_some(best)
}
