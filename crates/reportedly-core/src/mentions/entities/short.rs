//! A name in one word without a title: a surname, a given name, an acronym, or one of its own.

use super::full::{new, words_of};
use super::known::{Known, surname_of};
use super::namesake::meant_alone;
use super::{Entity, Mention};
use crate::article::Prose;
use crate::language::Names;
use crate::mentions::names::{Class, Run, is_acronym, modifies, small};

/// How far back, in bytes, a full name is still fresh: a sentence or two.
const NEAR: u32 = 160;

/// Whom a single word names; `None` where two fit, or a family is meant. The mentions are those before it.
pub(super) fn single_word(prose: Prose, run: &Run, known: &mut Known, mentions: &[Mention]) -> Option<usize> {
    let word = prose.tokens.low(run.tokens.start);
    let written = prose.get(run.span);
    let initials = is_acronym(written).then(|| known.with_initials(&written.replace('.', ""))).flatten();
    if initials.is_some() {
        return initials;
    }
    match people(prose, run, known).as_slice() {
        [] => Some(body(prose, run, known).unwrap_or_else(|| own(prose, run, known))),
        // "the Vales"
        [one] if run.the && is_plural(prose, word) && !ends_with(&known.all[*one], word) => None,
        [one] => {
            let unknown = is_surname_of(&prose.language.names, &known.all[*one], word);
            if unknown && stands_for_one(prose, run) {
                known.all[*one].class = Class::Person;
            }
            Some(*one)
        }
        many => {
            let one = meant_alone(&known.all, many, run.span.start())?;
            (!is_another_in_mind(mentions, many, one, run)).then_some(one)
        }
    }
}

/// Those who may be called so: persons, if there are any, else those of whom nothing is known.
fn people(prose: Prose, run: &Run, known: &Known) -> Vec<usize> {
    let (all, names) = (&prose.tokens.all, &prose.language.names);
    let word = prose.tokens.low(run.tokens.start);
    let singulars = if run.the { (prose.language.nouns.singulars)(word) } else { Vec::new() };
    let family = singulars.iter().map(|one| known.with_surname(one));
    let called = [known.with_surname(word), known.with_given_name(word)].into_iter().chain(family);
    let mut people: Vec<usize> =
        called.into_iter().find(|some| !some.is_empty()).unwrap_or_default().to_vec();
    let person = |&e: &usize| known.all[e].class == Class::Person;
    if !matches!(run.class, Class::Unknown | Class::Person) {
        let before = run.tokens.start.checked_sub(1).map_or("", |i| small(&all[i]));
        people.retain(|e| person(e) && !names.towards.has(before));
    }
    if people.iter().any(person) {
        people.retain(person);
    }
    people
}

/// The body or medium that may be called so: "the Times" where only one paper's name ends so, "Almeria" where "Almeria
/// Holdings" is the only company so called.
fn body(prose: Prose, run: &Run, known: &Known) -> Option<usize> {
    let names = &prose.language.names;
    let word = prose.tokens.low(run.tokens.start);
    let tail = || match known.tails.ending(word) {
        [one] if run.the && !names.organizations.has(word) => Some(*one),
        _ => None,
    };
    let company = || company(names, &known.all, word).filter(|_| run.class == Class::Unknown);
    tail().or_else(|| known.with_name(word)).or_else(company)
}

/// The only company whose name is a word and what companies call themselves.
fn company(names: &Names, all: &[Entity], word: &str) -> Option<usize> {
    let called = |e: &Entity| match e.words.as_slice() {
        [own, kind] => own == word && names.companies.has(kind.trim_end_matches('.')),
        _ => false,
    };
    let mut found = (0..all.len()).filter(|&e| all[e].class == Class::Organization && called(&all[e]));
    found.next().filter(|_| found.next().is_none())
}

/// Takes in one who has no other name.
fn own(prose: Prose, run: &Run, known: &mut Known) -> usize {
    let word = prose.tokens.low(run.tokens.start);
    let first = prose.tokens.all[run.tokens.start].first;
    let body = run.the && !modifies(prose, run.tokens.end) && !first;
    let class = match run.class {
        Class::Unknown if prose.language.names.given.has(word) => Class::Person,
        Class::Unknown if body => Class::Organization,
        class => class,
    };
    let run = Run { class, ..run.clone() };
    known.add_whole(new(prose, &run, words_of(prose, &run)))
}

fn is_plural(prose: Prose, word: &str) -> bool {
    prose.language.names.plural_ends.end_of(word).is_some()
}

fn ends_with(entity: &Entity, word: &str) -> bool {
    entity.words.last().is_some_and(|last| last == word)
}

/// Whether a name of which nothing is known ends with a word.
fn is_surname_of(names: &Names, entity: &Entity, word: &str) -> bool {
    entity.class == Class::Unknown && surname_of(names, &entity.words) == Some(word)
}

/// Whether another of that surname has just been named in full: "Vale's mother, Ada Vale, wept. Vale said".
fn is_another_in_mind(mentions: &[Mention], many: &[usize], one: usize, run: &Run) -> bool {
    let near = mentions.iter().rev().take_while(|m| run.span.start() < m.span.end() + NEAR);
    let mut full = near.filter(|m| m.words > 1 && m.entity.is_some_and(|e| many.contains(&e)));
    full.next().is_some_and(|m| m.entity != Some(one))
}

/// Whether a word stands for somebody as a surname does: "Vale said", not "in Vale", "the Vales" or "Asian leaders".
fn stands_for_one(prose: Prose, run: &Run) -> bool {
    let (all, names) = (&prose.tokens.all, &prose.language.names);
    let before = run.tokens.start.checked_sub(1).map_or("", |i| small(&all[i]));
    let word = prose.tokens.low(run.tokens.start);
    let place = names.in_places.has(before) || names.through.has(before);
    let people = is_plural(prose, word) || prose.language.is_of_a_people(word);
    !(run.the || place || people || modifies(prose, run.tokens.end))
}
