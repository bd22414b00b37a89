//! What a name is the name of, as far as lists, its own words and the words around it tell.

use std::ops::Range;

use super::Class;
use super::context::{has_apposition, is_thing, modifies, word_before};
use super::shape::{is_acronym, is_camel};
use crate::article::Prose;
use crate::language::{Language, Part, Sign, Sort};

/// A name that is on no list.
pub(super) struct Name<'a> {
    /// Its words, of which there is at least one.
    pub words: &'a [&'a str],
    /// Where they stand.
    pub at: Range<usize>,
    /// Whether "the" stands before it.
    pub the: bool,
}

/// What the lists of whole names say, given the article before the name.
pub(super) fn listed_class(language: &Language, words: &[&str], article: Option<&str>) -> Class {
    let names = &language.names;
    let bare = words[words.iter().take_while(|w| language.phrases.the.has(w)).count()..].join(" ");
    let with_article = || article.is_some_and(|the| names.outlets.has(&format!("{the} {}", words.join(" "))));
    match () {
        () if names.outlets.has(&bare) || with_article() => Class::Outlet,
        () if names.organizations.has(&bare) => Class::Organization,
        () if names.places.has(&bare) => Class::Place,
        () if names.peoples.has(&bare) => Class::Group,
        () => Class::Unknown,
    }
}

/// What its words and those around it say of a name; the first that says anything counts.
pub(super) fn class_of(prose: Prose, name: &Name) -> Class {
    by_number(prose, name)
        .or_else(|| by_part(prose, name))
        .or_else(|| by_station(prose, name))
        .or_else(|| by_given_name(prose, name))
        .or_else(|| by_letters(prose, name))
        .or_else(|| by_context(prose, name))
        .unwrap_or(Class::Unknown)
}

/// "District 7", "Local 12".
fn by_number(prose: Prose, name: &Name) -> Option<Class> {
    let names = &prose.language.names;
    let [kind, number] = name.words else { return None };
    let body = names.numbered_bodies.has(kind);
    let class = if body { Class::Organization } else { Class::Place };
    (names.numbered.has(kind) && number.parse::<u32>().is_ok()).then_some(class)
}

/// "Norport Gazette", "Harbour Board"; a given name before a word that is a surname, too, makes a person: "Emily Post".
fn by_part(prose: Prose, name: &Name) -> Option<Class> {
    let (names, words) = (&prose.language.names, name.words);
    let given = names.given.has(words[0]);
    let skip = usize::from(given && words.len() > 1);
    let part = words[skip..].iter().rev().find_map(|w| names.part(w))?;
    let surname = words.last().is_some_and(|w| names.surnames_and_parts.has(w));
    if words.len() == 2 && given && !name.the && surname {
        return Some(Class::Person);
    }
    match part {
        Part::Medium => Some(Class::Outlet),
        Part::Document => Some(Class::Document),
        Part::Trade if words.len() == 1 => None,
        Part::Organization | Part::Trade => Some(Class::Organization),
    }
}

/// "CBS 58", "News4", "KQWX 2", "told KQWX".
fn by_station(prose: Prose, name: &Name) -> Option<Class> {
    let (names, words) = (&prose.language.names, name.words);
    if !words[1..].iter().all(|w| w.parse::<u8>().is_ok()) {
        return None;
    }
    let letters = words[0].trim_end_matches(|c: char| c.is_ascii_digit());
    let numbered = letters.len() < words[0].len() || words.len() > 1;
    let sign = (names.sign)(prose.get(prose.tokens.all[name.at.start].span));
    let signed = sign.is_some_and(|sign| words.len() > 1 || sign == Sign::Sure);
    (numbered && names.networks.has(letters) || signed).then_some(Class::Outlet)
}

/// "Ada Vale", "A. Vale", "TJ Vale", "Orrin Vale Jr."
fn by_given_name(prose: Prose, name: &Name) -> Option<Class> {
    let (names, words) = (&prose.language.names, name.words);
    let given = names.given.has(words[0]);
    let initial = |w: &str| w.len() == 2 && w.ends_with('.');
    let generation = |w: &str| names.generations.has(w.trim_end_matches('.'));
    let initials = words.len() == 2 && words[0].len() == 2 && is_acronym(first_written(prose, name));
    let place = || words.len() == 2 && names.places.has(words[1]) && !given;
    let person = given
        || words.iter().skip(1).any(|w| initial(w) || generation(w))
        || initials && !name.the && !place();
    (words.len() > 1 && person).then_some(Class::Person)
}

/// "NSD", "vale.com", "SoCalRail".
fn by_letters(prose: Prose, name: &Name) -> Option<Class> {
    let (names, words) = (&prose.language.names, name.words);
    let acronym = words.len() == 1 && is_acronym(first_written(prose, name));
    let site = |w: &&str| names.sites.end_of(w).is_some();
    let last = prose.get(prose.tokens.all[name.at.end - 1].span);
    let body = acronym || words.iter().any(site) || is_camel(names, last);
    body.then_some(Class::Organization)
}

/// "champion Vale, who", "Vale Water, which", "in Vale", "the Vale Meadows".
fn by_context(prose: Prose, name: &Name) -> Option<Class> {
    let (names, words) = (&prose.language.names, name.words);
    let end = name.at.end;
    let before = word_before(prose, name.at.start);
    let role = prose.language.nouns.get(before).is_some_and(|n| n.sort == Sort::Role);
    let full = words.len() > 1;
    match () {
        () if !name.the && (full || role) && has_apposition(prose, end) => Some(Class::Person),
        () if is_thing(prose, end) => Some(Class::Organization),
        () if names.in_places.has(before) && !prose.tokens.all[end - 1].possessive => Some(Class::Place),
        () if name.the && full && !modifies(prose, end) => Some(Class::Organization),
        () if full && role => Some(Class::Person),
        () if !full && names.follower_ends.end_of(words[0]).is_some() => Some(Class::Group),
        () => None,
    }
}

fn first_written<'a>(prose: Prose<'a>, name: &Name) -> &'a str {
    prose.get(prose.tokens.all[name.at.start].span)
}
