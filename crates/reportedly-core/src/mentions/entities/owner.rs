//! Bodies of one name that belong to two: told apart by whose they are.

use std::collections::HashMap;

use super::Entities;
use crate::mentions::lexicons::FUNCTION_WORDS;
use crate::mentions::names::{Class, Run};
use crate::mentions::terms::Terms;
use crate::text::{Span, Text};

/// Two bodies of one name fit.
pub(super) struct Two;

/// What many states and towns have one of.
const OWNED: &[&str] = &["ministry", "parliament", "embassy", "army", "navy", "court", "bank", "police"];

/// "New Velland's" before "Foreign Ministry", as it is written.
pub(super) fn owner_of<'a>(run: &Run, text: &'a Text, terms: &Terms) -> Option<&'a str> {
    let all = &terms.all;
    let low = |i: usize| text.get(all[i].span).to_lowercase();
    let last = run.terms.start.checked_sub(1)?;
    let owned = all[last].possessive && all[last].capital && all.get(run.terms.start)?.joined;
    if !owned || !run.terms.clone().any(|i| OWNED.contains(&low(i).as_str())) {
        return None;
    }
    let part = |i: usize| all[i].capital && all[i + 1].joined && !FUNCTION_WORDS.has(&low(i));
    let first = (0..last).rev().take(3).take_while(|&i| part(i)).last().unwrap_or(last);
    Some(text.get(Span::new(all[first].span.start(), run.span.start())).trim())
}

impl Entities {
    /// Of bodies of one name the one of this owner, or the only one where none is told: "Norland's Foreign Ministry" is not
    /// "Velland's Foreign Ministry".
    pub(super) fn of_owner(&self, whole: &str, owner: Option<&str>) -> Result<Option<usize>, Two> {
        let Some(&first) = self.by_whole.get(whole) else { return Ok(None) };
        let same = |e: &usize| {
            self.all[*e].class == Class::Organization && self.all[*e].words == self.all[first].words
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
            entity.name = format!("{} {}", entity.owner.as_deref().unwrap_or_default(), entity.name);
        }
    }
}
