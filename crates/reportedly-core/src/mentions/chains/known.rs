//! What is known of the sources before a claim.

use std::collections::HashMap;

use super::agreement::Asks;
use super::candidate::Who;
use super::key::Key;
use crate::language::Gender;
use crate::mentions::Kind;
use crate::text::Span;

/// One source of an article, with all its mentions and claims.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// What kind of source.
    pub kind: Kind,
    /// The fullest name that the article gives; `None` if it gives none.
    pub name: Option<String>,
    /// Title or role as written: "mayor of Norport".
    pub title: Option<String>,
    /// Where the claims mention it, in text order.
    pub mentions: Vec<Span>,
    /// Positions of the claims.
    pub claims: Vec<usize>,
}

/// A source that was resolved before, in text order.
#[derive(Clone, Copy, Debug)]
pub struct Spoke {
    pub who: Who,
    pub at: Span,
    pub gender: Option<Gender>,
    pub plural: bool,
    pub person: bool,
    pub document: bool,
}

/// A pronoun for which nobody was found.
#[derive(Clone, Copy, Debug)]
pub struct Open {
    pub asks: Asks,
    pub at: Span,
    /// The row of its claim.
    pub row: Option<usize>,
}

/// How many of those who spoke last are looked at, for a text without full stops.
pub(super) const MOST: usize = 60;

/// What is known of the sources before a claim.
#[derive(Debug, Default)]
pub struct Known {
    /// In the order of their first claim.
    pub rows: Vec<Source>,
    /// Who has spoken, in text order.
    pub spoke: Vec<Spoke>,
    /// The rows of those who are named.
    pub by_entity: HashMap<usize, usize>,
    /// The rows by what they are called.
    pub by_key: HashMap<Key, usize>,
    /// The latest unresolved pronoun.
    pub open: Option<Open>,
}

impl Known {
    /// The last time that somebody spoke.
    pub fn last(&self, who: Who) -> Option<&Spoke> {
        self.spoke.iter().rev().take(MOST).find(|s| s.who == who)
    }

    /// Whether a row is somebody's.
    pub fn is_row_of(&self, row: usize, who: Who) -> bool {
        match who {
            Who::Row(other) => other == row,
            Who::Entity(e) => self.by_entity.get(&e) == Some(&row),
        }
    }
}
