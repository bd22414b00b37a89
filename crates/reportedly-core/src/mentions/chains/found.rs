//! What is found out about a source before it has a row.

use super::agreement::Asks;
use super::candidate::Who;
use super::known::Known;
use crate::mentions::phrase::Phrase;
use crate::mentions::{Context, Kind, Reason};
use crate::text::Span;

/// A source found, before it has a row.
pub struct Found {
    pub kind: Kind,
    pub entity: Option<usize>,
    pub row: Option<usize>,
    pub phrase: Option<Phrase>,
    /// Whom an unnamed source belongs to: "Vale's lawyers", "her lawyers".
    pub owner: Option<Who>,
    /// The words that describe the source: for "who", the words before it.
    pub words: Option<Span>,
    pub reason: Reason,
    /// Why it is left unresolved.
    pub doubts: Vec<Doubt>,
    /// The pronoun that nobody was found for.
    pub open: Option<Asks>,
}

/// Words that fit two.
pub struct Doubt {
    pub at: Span,
    /// Two by name, where it is known that there are two.
    pub between: Option<[Option<String>; 2]>,
}

impl Found {
    /// A source of which only the kind is known.
    pub fn new(kind: Kind, reason: Reason) -> Self {
        Self {
            kind,
            entity: None,
            row: None,
            phrase: None,
            owner: None,
            words: None,
            reason,
            doubts: Vec::new(),
            open: None,
        }
    }

    /// One who is named.
    pub fn entity(entity: usize, reason: Reason, cx: &Context) -> Self {
        Self { entity: Some(entity), ..Self::new(Kind::of(cx.entities.all[entity].class), reason) }
    }

    /// One who has a row.
    pub fn row(row: usize, kind: Kind, reason: Reason) -> Self {
        Self { row: Some(row), ..Self::new(kind, reason) }
    }

    /// Someone named or quoted before.
    pub fn who(who: Who, reason: Reason, cx: &Context, known: &Known) -> Self {
        match who {
            Who::Entity(e) => Self::entity(e, reason, cx),
            Who::Row(r) => Self::row(r, known.rows[r].kind, reason),
        }
    }
}

impl Doubt {
    /// The sentence for the reader of the notes.
    pub fn message(&self, words: &str) -> String {
        match &self.between {
            Some(names) => {
                let [one, two] = names.each_ref().map(|name| name.as_deref().unwrap_or("another"));
                format!("\u{201c}{words}\u{201d} could be {one} or {two}; it is left unresolved.")
            }
            None => format!(
                "\u{201c}{words}\u{201d} could be more than one person or body; it is left unresolved."
            ),
        }
    }
}
