//! Full names: who is new, and who is known under the same name.

use super::body::same_body;
use super::initials::take_initials;
use super::kin::is_kin;
use super::known::{Known, surname_of};
use super::owner::{Two, of_owner, owner_of};
use super::title::take_title;
use super::{Entity, Gender};
use crate::article::Prose;
use crate::mentions::names::{Class, Run};
use crate::tokens::Token;

/// Takes in all names of more than one word, and tells who each run names; `None` for single words, and where two fit.
pub(super) fn full_names(prose: Prose, runs: &[Run], known: &mut Known) -> Vec<Option<usize>> {
    let mut full = |run: &Run| {
        let at = take_in(prose, run, known)?;
        let entity = &mut known.all[at];
        entity.weight = 1;
        entity.kin |= entity.first == run.span.start() && is_kin(prose, run);
        Some(at)
    };
    runs.iter().map(|run| if run.is_full() { full(run) } else { None }).collect()
}

/// Takes in one name: adds who is new, and what the name and its title say of who is known.
pub(super) fn take_in(prose: Prose, run: &Run, known: &mut Known) -> Option<usize> {
    if run.is_only_title() {
        return None;
    }
    let words = words_of(prose, run);
    let surname = surname_of(&prose.language.names, &words)?.to_owned();
    let owner = owner_of(prose, run).map(str::to_owned);
    let at = match called_so(prose, run, &words, owner.as_deref(), known) {
        Ok(Some(at)) => at,
        Ok(None) => known.add(new(prose, run, words.clone()), surname),
        Err(Two) => return None,
    };
    let entity = &mut known.all[at];
    entity.owner = entity.owner.take().or(owner);
    // "Ada R. Vale" where "Ada Vale" stood before
    if run.class == Class::Person && entity.words.len() > 1 && words.len() > entity.words.len() {
        (entity.name, entity.words) = (name_of(prose, run), words);
    }
    take_title(prose, run, entity);
    if run.class == Class::Person {
        entity.class = Class::Person;
    }
    take_initials(prose, run, at, known);
    Some(at)
}

/// Who is known under a name.
fn called_so(
    prose: Prose,
    run: &Run,
    words: &[String],
    owner: Option<&str>,
    known: &Known,
) -> Result<Option<usize>, Two> {
    let names = &prose.language.names;
    match run.class {
        Class::Person | Class::Unknown => {
            let surname = surname_of(names, words).unwrap_or_default();
            let same = |e: &Entity| fits_title(prose, run, e) && e.words.first() == words.first();
            Ok(known.with_surname(surname).iter().copied().find(|&e| same(&known.all[e])))
        }
        Class::Organization => {
            let known_so = of_owner(known, &words.join(" "), owner)?;
            Ok(known_so.or_else(|| same_body(prose.language, known, words)))
        }
        _ => Ok(known.with_name(&words.join(" "))),
    }
}

/// Whether the title of a name, if it tells the gender, does not speak against somebody.
pub(super) fn fits_title(prose: Prose, run: &Run, entity: &Entity) -> bool {
    let told = title_gender(prose, run);
    told.is_none() || entity.gender.is_none_or(|gender| Some(gender) == told)
}

/// The gender that the title before a name tells.
pub(super) fn title_gender(prose: Prose, run: &Run) -> Option<Gender> {
    prose.language.names.title_gender(prose.get(run.title?))
}

/// Somebody of whom nothing but the name is known.
pub(super) fn new(prose: Prose, run: &Run, words: Vec<String>) -> Entity {
    let given = words.first().filter(|_| run.class == Class::Person);
    Entity {
        class: run.class,
        name: name_of(prose, run),
        gender: given.and_then(|word| prose.language.names.given_gender(word)),
        words,
        title: None,
        roles: Vec::new(),
        weight: 0,
        first: run.span.start(),
        kin: false,
        owner: None,
    }
}

/// The words of a name in small letters.
pub(super) fn words_of(prose: Prose, run: &Run) -> Vec<String> {
    prose.tokens.all[run.tokens.clone()].iter().map(Token::low).map(str::to_owned).collect()
}

/// The name in one line.
fn name_of(prose: Prose, run: &Run) -> String {
    prose.get(run.span).split_whitespace().collect::<Vec<_>>().join(" ")
}
