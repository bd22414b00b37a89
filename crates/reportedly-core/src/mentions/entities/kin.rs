//! Several of one surname: whom the surname alone means.

use super::Entities;
use crate::mentions::names::Run;
use crate::mentions::terms::Terms;
use crate::text::Text;

/// Relatives by blood or marriage.
const KIN: &[&str] = &[
    "aunt",
    "boyfriend",
    "brother",
    "brother-in-law",
    "child",
    "cousin",
    "dad",
    "daughter",
    "daughter-in-law",
    "ex-husband",
    "ex-wife",
    "father",
    "father-in-law",
    "fiance",
    "fiancee",
    "fianc\u{e9}",
    "fianc\u{e9}e",
    "girlfriend",
    "grandfather",
    "grandmother",
    "grandson",
    "granddaughter",
    "husband",
    "mom",
    "mother",
    "mother-in-law",
    "mum",
    "nephew",
    "niece",
    "parent",
    "partner",
    "sister",
    "sister-in-law",
    "son",
    "son-in-law",
    "stepfather",
    "stepmother",
    "stepson",
    "stepdaughter",
    "twin",
    "uncle",
    "widow",
    "widower",
    "wife",
];

/// Whether a name is brought in as a relative's: "Vale's mother, Ada Vale", "his wife Ada Vale".
pub(super) fn is_kin(run: &Run, text: &Text, terms: &Terms) -> bool {
    let low = |i: usize| text.get(terms.all[i].span).to_lowercase();
    let Some(noun) = run.terms.start.checked_sub(1).filter(|_| run.title.is_none()) else { return false };
    let whose =
        |i: usize| terms.all[i].possessive || matches!(low(i).as_str(), "his" | "her" | "their" | "whose");
    KIN.contains(&low(noun).as_str()) && (noun.saturating_sub(3)..noun).any(whose)
}

impl Entities {
    /// Of several of one surname the one whom it means alone at a byte: neither who comes in only later, nor a relative.
    pub(super) fn of_surname(&self, many: &[usize], at: u32) -> Option<usize> {
        let keep = |some: &[usize], fits: &dyn Fn(&usize) -> bool| -> Vec<usize> {
            let kept: Vec<usize> = some.iter().copied().filter(fits).collect();
            if kept.is_empty() { some.to_vec() } else { kept }
        };
        let known = keep(many, &|&e| self.all[e].first <= at);
        let own = keep(&known, &|&e| !self.all[e].kin);
        match own.as_slice() {
            [one] => Some(*one),
            many => self.foremost(many),
        }
    }

    /// Of several of one surname, the one whom the article is about, if there is one.
    fn foremost(&self, many: &[usize]) -> Option<usize> {
        let weight = |e: &usize| self.all[*e].weight;
        let best = many.iter().copied().max_by_key(|e| (weight(e), std::cmp::Reverse(*e)))?;
        let second = many.iter().filter(|&&e| e != best).map(weight).max().unwrap_or(0);
        (weight(&best) >= 2 * second.max(1)).then_some(best)
    }
}
