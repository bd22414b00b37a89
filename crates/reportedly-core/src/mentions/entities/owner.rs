//! Bodies of one name that belong to two: told apart by whose they are.

use std::collections::HashMap;

use super::Entity;
use super::known::Known;
use crate::article::Prose;
use crate::mentions::names::{Class, Run};
use crate::text::Span;

/// Two bodies of one name fit.
pub(super) struct Two;

/// "New Velland's" before "Foreign Ministry", as it is written.
pub(super) fn owner_of<'a>(prose: Prose<'a>, run: &Run) -> Option<&'a str> {
    let (all, names) = (&prose.tokens.all, &prose.language.names);
    let last = run.tokens.start.checked_sub(1)?;
    let owned = all[last].possessive && all[last].capital && all.get(run.tokens.start)?.joined;
    if !owned || !run.tokens.clone().any(|i| names.owned.has(all[i].low())) {
        return None;
    }
    let part = |i: usize| all[i].capital && all[i + 1].joined && !names.function_words.has(all[i].low());
    let first = (0..last).rev().take(3).take_while(|&i| part(i)).last().unwrap_or(last);
    Some(prose.get(Span::new(all[first].span.start(), run.span.start())).trim())
}

/// Of bodies of one name the one of this owner, or the only one where none is told: "Norland's Foreign Ministry" is not
/// "Velland's Foreign Ministry".
pub(super) fn of_owner(known: &Known, whole: &str, owner: Option<&str>) -> Result<Option<usize>, Two> {
    let (all, Some(first)) = (&known.all, known.with_name(whole)) else { return Ok(None) };
    let same = |&e: &usize| all[e].class == Class::Organization && all[e].words == all[first].words;
    let fits = |&e: &usize| {
        let theirs = all[e].owner.as_deref();
        owner.is_none() || theirs.is_none() || owner == theirs
    };
    let many: Vec<usize> = (first..all.len()).filter(same).collect();
    let own: Vec<usize> = many.iter().copied().filter(fits).collect();
    match own.as_slice() {
        _ if many.is_empty() => Ok(Some(first)),
        [] => Ok(None),
        [one] => Ok(Some(*one)),
        _ => Err(Two),
    }
}

/// Puts its owner before the name of a body that shares it with another.
pub(super) fn tell_apart(all: &mut [Entity]) {
    let mut of_name: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, entity) in all.iter().enumerate().filter(|(_, e)| e.owner.is_some()) {
        of_name.entry(entity.name.clone()).or_default().push(at);
    }
    for at in of_name.into_values().filter(|many| many.len() > 1).flatten() {
        let entity = &mut all[at];
        entity.name = format!("{} {}", entity.owner.as_deref().unwrap_or_default(), entity.name);
    }
}
