//! Who is named in an article: the mentions of one person or body, grouped.
//!
//! [`Entities::new`] goes through the names in passes, from those that say most to those that say least: full names,
//! surnames with a title, what stands beside a name, single words, headlines. Each pass is a file.

mod apposed;
mod apposition;
mod body;
mod full;
mod initials;
mod kin;
mod known;
mod namesake;
mod office;
mod owner;
mod short;
mod single;
mod surname;
mod tail;
mod title;

use std::collections::HashMap;

use body::{bodies, nouns_of_body};
use known::Known;
use tail::Tails;

use super::names::{Class, runs};
use super::spelling::Spelling;
use crate::article::Prose;
pub use crate::language::Gender;
use crate::text::Span;

/// A named person or body.
#[derive(Clone, Debug)]
pub struct Entity {
    pub class: Class,
    /// The fullest name in the article.
    pub name: String,
    /// Its words in small letters.
    pub words: Vec<String>,
    pub gender: Option<Gender>,
    /// As written before or after the name.
    pub title: Option<String>,
    /// The nouns by which the article calls him: "mayor", "spokesman".
    pub roles: Vec<String>,
    /// How often the surname stands alone or with a title, plus one for the full name, which is not counted each time:
    /// papers keep repeating the full name of whoever the surname alone does not mean.
    pub weight: u32,
    /// Where the name first appears, in bytes.
    pub first: u32,
    /// Whether introduced as somebody's relative: "Vale's mother, Ada Vale".
    kin: bool,
    /// Of a body: whose it is called, as written.
    pub owner: Option<String>,
}

/// One place where somebody is named.
#[derive(Clone, Copy, Debug)]
pub struct Mention {
    pub span: Span,
    /// The same with its title.
    pub titled: Span,
    /// `None` where two fit.
    pub entity: Option<usize>,
    pub possessive: bool,
    /// How many words of the name appear there.
    pub words: usize,
}

/// All who are named, and where.
#[derive(Debug, Default)]
pub struct Entities {
    pub all: Vec<Entity>,
    /// In text order.
    pub mentions: Vec<Mention>,
    tails: Tails,
    by_role: HashMap<String, Vec<usize>>,
}

impl Entities {
    /// Reads the names of a text.
    pub fn new(prose: Prose, spelling: &Spelling) -> Self {
        let runs = runs(prose, spelling);
        let mut known = Known::default();
        let mut of_run = full::full_names(prose, &runs, &mut known);
        surname::titled_surnames(prose, &runs, &mut of_run, &mut known);
        apposed::beside_names(prose, &runs, &of_run, &mut known.all);
        let mut mentions = single::mentions(prose, &runs, &of_run, &mut known);
        mentions.extend(surname::in_headlines(prose, &known));
        mentions.sort_by_key(|m| m.span);
        owner::tell_apart(&mut known.all);
        let mut found = Self { all: known.all, mentions, tails: known.tails, by_role: HashMap::new() };
        for body in bodies(prose, &found) {
            found.all[body].class = Class::Organization;
        }
        found.by_role = roles(prose, &mut found.all);
        found
    }

    /// The mentions within a span, in order.
    pub fn within(&self, span: Span) -> &[Mention] {
        let start = self.mentions.partition_point(|m| m.span.start() < span.start());
        let end = self.mentions.partition_point(|m| m.span.end() <= span.end());
        self.mentions.get(start..end.max(start)).unwrap_or_default()
    }

    /// The mentions that end before a byte, nearest first.
    pub fn before(&self, byte: u32) -> impl Iterator<Item = &Mention> {
        let end = self.mentions.partition_point(|m| m.span.end() <= byte);
        self.mentions[..end].iter().rev()
    }

    /// Those whom the article calls by a noun, such as "mayor".
    pub fn called(&self, role: &str) -> &[usize] {
        self.by_role.get(role).map_or(&[], Vec::as_slice)
    }

    /// The only body whose name ends so: "the sheriff's office".
    pub fn with_tail(&self, words: &[String]) -> Option<usize> {
        self.tails.only(&self.all, words)
    }
}

/// Gives bodies and texts the nouns of their names, puts all roles in order, and tells who has which.
fn roles(prose: Prose, all: &mut [Entity]) -> HashMap<String, Vec<usize>> {
    let mut by_role: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, entity) in all.iter_mut().enumerate() {
        if matches!(entity.class, Class::Organization | Class::Outlet | Class::Document) {
            entity.roles.extend(nouns_of_body(prose.language, &entity.words));
        }
        entity.roles.sort();
        entity.roles.dedup();
        for role in &entity.roles {
            by_role.entry(role.clone()).or_default().push(at);
        }
    }
    by_role
}

#[cfg(test)]
mod tests;
