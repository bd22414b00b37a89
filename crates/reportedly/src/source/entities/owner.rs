//! Bodies of one name that belong to two: told apart by whose they are.

use std::collections::HashMap;

use super::Entities;
use crate::source::names::{Class, Run};
use crate::source::terms::Terms;
use crate::text::Span;

/// Two bodies of one name fit.
pub(super) struct Two;

/// "Norland's" before "Foreign Ministry".
pub(super) fn owner_of(run: &Run, terms: &Terms) -> Option<Span> {
    let before = terms.all.get(run.terms.start.checked_sub(1)?)?;
    let owned = before.possessive && before.capital && terms.all.get(run.terms.start)?.joined;
    owned.then_some(before.span)
}

impl Entities {
    /// Of bodies of one name the one of this owner, or the only one where none is told: "Norland's Foreign Ministry" is not
    /// "Velland's Foreign Ministry".
    pub(super) fn of_owner(&self, whole: &str, owner: Option<&str>) -> Result<Option<usize>, Two> {
        let Some(&first) = self.by_whole.get(whole) else { return Ok(None) };
        let same = |e: &usize| {
            self.all[*e].words == self.all[first].words && self.all[*e].class == Class::Organization
        };
        let fits = |e: &usize| {
            let theirs = self.all[*e].owner.as_deref();
            owner.is_none() || theirs.is_none() || owner == theirs
        };
        let many: Vec<usize> = (first..self.all.len()).filter(same).collect();
        let own: Vec<usize> = many.iter().copied().filter(fits).collect();
        match own.as_slice() {
            _ if many.is_empty() => Ok(Some(first)),
            [] => Ok(None),
            [one] => Ok(Some(*one)),
            _ => Err(Two),
        }
    }

    /// Bodies of one name are called by their owners, too.
    pub(super) fn tell_apart(&mut self) {
        let mut of_name: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, entity) in self.all.iter().enumerate().filter(|(_, e)| e.owner.is_some()) {
            of_name.entry(entity.name.clone()).or_default().push(at);
        }
        for at in of_name.into_values().filter(|many| many.len() > 1).flatten() {
            let entity = &mut self.all[at];
            let owner = entity.owner.clone().unwrap_or_default();
            let capital = owner.chars().next().map_or(String::new(), |c| c.to_uppercase().collect());
            let rest: String = owner.chars().skip(1).collect();
            entity.name = format!("{capital}{rest}\u{2019}s {}", entity.name);
        }
    }
}
