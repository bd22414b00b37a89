//! Bodies by the ends of their names.

use std::collections::HashMap;

use super::Entity;
use crate::mentions::names::Class;

/// If more bodies than this share a last word, none is found by it.
const MANY: usize = 100;

/// Bodies and media by the last word of their name.
#[derive(Debug, Default)]
pub(super) struct Tails(HashMap<String, Vec<usize>>);

impl Tails {
    pub fn add(&mut self, words: &[String], at: usize) {
        self.0.entry(words.last().cloned().unwrap_or_default()).or_default().push(at);
    }

    /// Those whose name ends with a word.
    pub fn ending(&self, word: &str) -> &[usize] {
        self.0.get(word).map_or(&[], Vec::as_slice)
    }

    /// The only body with a longer name that ends so.
    pub fn only(&self, all: &[Entity], words: &[String]) -> Option<usize> {
        let longer = |e: &Entity| e.words.len() > words.len() && e.words.ends_with(words);
        let fits = |e: &&usize| all[**e].class == Class::Organization && longer(&all[**e]);
        let tail = self.ending(words.last()?);
        let mut found = tail.iter().filter(fits).filter(|_| tail.len() <= MANY);
        found.next().filter(|_| found.next().is_none()).copied()
    }
}
