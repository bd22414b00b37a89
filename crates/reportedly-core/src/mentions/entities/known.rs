//! Who is known so far while a text is read.

use std::collections::HashMap;

use super::Entity;
use super::tail::Tails;
use crate::language::Names;
use crate::mentions::names::Class;

/// The persons and bodies found so far, and by what they are found again.
#[derive(Default)]
pub(super) struct Known {
    pub all: Vec<Entity>,
    pub tails: Tails,
    by_last: HashMap<String, Vec<usize>>,
    by_first: HashMap<String, Vec<usize>>,
    by_whole: HashMap<String, usize>,
    by_initials: HashMap<String, usize>,
}

impl Known {
    /// Adds one who is found by the whole name and, if it may be a person, by its surname and given name; a body by
    /// its last word.
    pub fn add(&mut self, entity: Entity, surname: String) -> usize {
        let at = self.all.len();
        if matches!(entity.class, Class::Person | Class::Unknown) {
            self.by_last.entry(surname).or_default().push(at);
            self.by_first.entry(entity.words.first().cloned().unwrap_or_default()).or_default().push(at);
        }
        if matches!(entity.class, Class::Outlet | Class::Organization) {
            self.tails.add(&entity.words, at);
        }
        self.add_whole(entity)
    }

    /// Adds one who is found by the whole name only.
    pub fn add_whole(&mut self, entity: Entity) -> usize {
        let at = self.all.len();
        self.by_whole.entry(entity.words.join(" ")).or_insert(at);
        self.all.push(entity);
        at
    }

    /// Lets one be found by initials, unless another is.
    pub fn add_initials(&mut self, initials: String, at: usize) {
        self.by_initials.entry(initials).or_insert(at);
    }

    /// Those of a surname, in small letters.
    pub fn with_surname(&self, word: &str) -> &[usize] {
        self.by_last.get(word).map_or(&[], Vec::as_slice)
    }

    /// Those of a given name, in small letters.
    pub fn with_given_name(&self, word: &str) -> &[usize] {
        self.by_first.get(word).map_or(&[], Vec::as_slice)
    }

    /// The first of a whole name, in small letters.
    pub fn with_name(&self, whole: &str) -> Option<usize> {
        self.by_whole.get(whole).copied()
    }

    /// The first with initials, without full stops.
    pub fn with_initials(&self, initials: &str) -> Option<usize> {
        self.by_initials.get(initials).copied()
    }

    /// Whether somebody is called so: a surname, or a given name.
    pub fn is_persons(&self, word: &str) -> bool {
        let people = self.with_surname(word).iter().chain(self.with_given_name(word));
        people.into_iter().any(|&e| self.all[e].class == Class::Person)
    }
}

/// The surname: the last word that is no suffix, degree or honour.
pub(super) fn surname_of<'a>(names: &Names, words: &'a [String]) -> Option<&'a str> {
    let behind = |w: &str| names.generations.has(w) || names.honours.has(w);
    words.iter().rev().map(String::as_str).find(|w| !behind(w.trim_end_matches('.')))
}
