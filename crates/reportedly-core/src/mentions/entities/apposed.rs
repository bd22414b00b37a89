//! What stands beside a name, before it or behind a comma, and says who that is.

use super::apposition::apposition;
use super::office::{roles_of, take_office};
use super::{Entity, Gender};
use crate::article::Prose;
use crate::language::{Noun, Sort};
use crate::mentions::names::{Class, Run, small};
use crate::text::Span;
use crate::tokens::Token;

/// Gives all who are named the offices beside their names, which tell persons from bodies, too.
pub(super) fn beside_names(prose: Prose, runs: &[Run], of_run: &[Option<usize>], all: &mut [Entity]) {
    for (run, at) in runs.iter().zip(of_run) {
        if let Some(at) = at.filter(|_| !run.possessive) {
            beside(prose, run, &mut all[at]);
        }
    }
}

fn beside(prose: Prose, run: &Run, entity: &mut Entity) {
    if !matches!(entity.class, Class::Person | Class::Unknown) {
        return;
    }
    // not for a single word: "its rival, Almeria" is no person
    if let Some(noun) = noun_before(prose, run).filter(|_| run.is_full()) {
        (entity.class, entity.gender) = (Class::Person, entity.gender.or(noun.gender));
    }
    if let Some(office) = office_before(prose, run).filter(|_| entity.class == Class::Person) {
        take_office(prose, office, entity);
    }
    let end = run.tokens.end;
    let body = |noun: Noun| noun.sort == Sort::Organization;
    if entity.class == Class::Unknown && apposition(prose, end, body).is_some() {
        entity.class = Class::Organization;
        return;
    }
    if let Some(office) = apposition(prose, end, |noun| noun.may_be(Sort::Role)) {
        entity.gender = entity.gender.or_else(|| gender_of(prose, office));
        entity.class = Class::Person;
        take_office(prose, office, entity);
    }
    if let Some(office) = small_title(prose, run).filter(|_| entity.class == Class::Person) {
        take_office(prose, office, entity);
    }
}

/// The gender that the nouns of an office tell.
fn gender_of(prose: Prose, office: Span) -> Option<Gender> {
    let nouns = roles_of(prose.language, prose.get(office));
    nouns.iter().find_map(|noun| prose.language.nouns.get(noun)?.gender)
}

/// The noun for a person before the comma before a name: "Its spokeswoman, Ada Vale, said".
fn noun_before(prose: Prose, run: &Run) -> Option<Noun> {
    let before = prose.tokens.all.get(run.tokens.start.checked_sub(1)?)?;
    let noun = prose.language.nouns.get(small(before)).filter(|n| n.sort == Sort::Role)?;
    let fits = run.title.is_none() && !before.possessive && ends_phrase(prose, run);
    (fits && is_comma(prose, before, run.span)).then_some(noun)
}

/// The office before the comma before a name: "The former minister, Ada Vale, said".
fn office_before(prose: Prose, run: &Run) -> Option<Span> {
    let (all, language) = (&prose.tokens.all, prose.language);
    let named = run.titled();
    let at = all.partition_point(|t| t.span.end() <= named.start()).checked_sub(1)?;
    let noun = language.nouns.get(small(&all[at])).is_some_and(|n| n.may_be(Sort::Role));
    if !noun || all[at].possessive || !ends_phrase(prose, run) || !is_comma(prose, &all[at], named) {
        return None;
    }
    let part = |&n: &usize| {
        let word = &all[at - n];
        !word.capital
            && !word.possessive
            && all[at + 1 - n].joined
            && !language.phrases.determiners.has(word.low())
    };
    let more = (1..=at.min(2)).take_while(part).last().unwrap_or(0);
    Some(all[at - more].span.cover(all[at].span))
}

/// The office right before a name, in small letters: "Vice mayor Ada Vale", "former governor Tim Fell".
fn small_title(prose: Prose, run: &Run) -> Option<Span> {
    let (all, language) = (&prose.tokens.all, prose.language);
    let (nouns, offices) = (&language.nouns, &language.offices);
    let at =
        run.tokens.start.checked_sub(1).filter(|_| run.title.is_none() && all[run.tokens.start].joined)?;
    let noun = small(&all[at]);
    if all[at].possessive || !nouns.get(noun).is_some_and(|n| n.may_be(Sort::Role)) {
        return None;
    }
    let part = |i: usize| {
        let word = all[i].low();
        offices.deputies.has(word)
            || offices.past.has(word)
            || offices.for_now.has(word)
            // "former education secretary"
            || i > 0 && !all[i].capital && offices.former.has(small(&all[i - 1]))
            || i + 1 == at && nouns.has(&format!("{word} {noun}"))
    };
    let from = (1..=at.min(2)).take_while(|n| all[at + 1 - n].joined && part(at - n)).last().unwrap_or(0);
    Some(all[at - from].span.cover(all[at].span))
}

/// Whether a name ends its phrase.
fn ends_phrase(prose: Prose, run: &Run) -> bool {
    prose.tokens.all.get(run.tokens.end).is_none_or(|t| !t.joined || t.first)
}

/// Whether only a comma stands between a word and a name.
fn is_comma(prose: Prose, before: &Token, name: Span) -> bool {
    prose.get(Span::new(before.span.end(), name.start())).trim() == ","
}
