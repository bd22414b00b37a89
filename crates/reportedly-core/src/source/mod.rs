//! Who the source of each claim is: its [`Kind`], its name in this article, and how precisely an unnamed source
//! is described.
//!
//! Words alone decide, not knowledge of the world: a list of nouns distinguishes an official from a critic,
//! runs of capitals are names, and a later mention ("he", "the mayor", a surname) is resolved to the name that
//! fits. If two fit, it is left unresolved, with a [`Note`]: a wrong name is worse than none.
//!
//! The kinds follow what newsrooms ask about a source (Reuters' handbook, the Guardian's ladder of 2000 for
//! unnamed ones): can they be called, and does the reader learn who they are?

mod affiliation;
mod anonymity;
mod cue;
mod entities;
mod identity;
mod joint;
mod nearby_name;
mod overrule;
mod quoted;
mod resolution;
mod rows;
mod specificity;
#[cfg(test)]
mod tests;
mod via;
pub mod who;

pub use crate::mentions::{Kind, Reason, Source};
pub use cue::CueClass;
pub use entities::{By, Entity, Mention, entities};
pub use overrule::Named;

use std::collections::HashSet;

use crate::article::{Article, Note, NoteKind, Prose};
use crate::attribution::Attribution;
use crate::mentions::Context;
use crate::mentions::chains::{Doubt, Known};
use crate::mentions::entities::Entities;
use crate::mentions::spelling::Spelling;
use crate::text::Span;
use crate::tokens::Tokens;

/// Who the source of one claim is.
#[derive(Clone, Debug, PartialEq)]
pub struct Identity {
    /// What kind of source.
    pub kind: Kind,
    /// What the cue says the source does; `None` for a quotation without a cue.
    pub cue_class: Option<CueClass>,
    /// The fullest name that the article gives; `None` if it gives none or if two fit.
    pub name: Option<String>,
    /// Title or role as written: "mayor of Norport".
    pub title: Option<String>,
    /// For unnamed and collective: whom they speak for or belong to, as in "a spokeswoman for X".
    pub affiliation: Option<String>,
    /// The outlet through which the claim came: "told Radio Nord".
    pub via: Option<Span>,
    /// How an unnamed or collective source is described, 0 to 3: not at all, by category, by rank or role, by access
    /// (Guardian 2000).
    pub specificity: Option<u8>,
    /// Whether the article says how many they are.
    pub counted: bool,
    /// Whether there is more than one.
    pub plural: bool,
    /// Why the source is not named, as the article says.
    pub anonymity: Option<Span>,
    /// The row of [`Sources::rows`]; `None` for claims without a source.
    pub source: Option<usize>,
    /// The reason for it, for `--explain`.
    pub reason: Reason,
}

impl Identity {
    /// Whether it is a person, a body or a medium that the article calls by a name: a **named source**.
    pub fn is_named(&self) -> bool {
        matches!(self.kind, Kind::Person | Kind::Organization | Kind::Outlet) && self.name.is_some()
    }
}

/// The sources of one article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sources {
    /// One for each attribution, in the same order.
    pub identities: Vec<Identity>,
    /// In the order of their first claim.
    pub rows: Vec<Source>,
    /// Mentions that could be resolved to two names.
    pub notes: Vec<Note>,
}

/// Finds out who the source of each attribution is.
///
/// `identities` stand in the order of the attributions; `rows` put those of one source together.
///
/// ```
/// use reportedly::attribution::settle;
/// use reportedly::source::{Kind, sources};
/// use reportedly::tokens::Tokens;
/// use reportedly::{Article, Proposer, Rules};
///
/// let article = Article::from_text(
///     "\u{201c}The pier is safe,\u{201d} said Mara Hale, the harbour engineer.\n\n\
///      \u{201c}It held all night,\u{201d} Hale said.",
/// );
/// let tokens = article.tokens();
/// let attributions = settle(vec![("rules", Rules.propose(&article, &tokens))], &article, &tokens, 0.4);
/// let found = sources(&article, &tokens, &attributions);
/// assert_eq!((found.rows.len(), found.rows[0].kind), (1, Kind::Person));
/// assert_eq!(found.identities[1].name.as_deref(), Some("Mara Hale"));
/// ```
pub fn sources(article: &Article, tokens: &Tokens, attributions: &[Attribution]) -> Sources {
    let (prose, spelling) = (Prose::of(article, tokens), Spelling::new(tokens));
    let entities = Entities::new(prose, &spelling);
    let cx = Context { prose, entities: &entities, spelling: &spelling, body_start: article.body_start };
    let speakers = resolution::speakers(&cx, article);
    let (mut known, mut out) = (Known::default(), Sources::default());
    for (i, a) in attributions.iter().enumerate() {
        let before = Before { attributions, identities: &out.identities, known: &known, speakers: &speakers };
        let found = resolution::found(&cx, &before, i);
        let called = identity::called(&cx, &found, a.source.cover());
        let row = rows::take(&cx, &mut known, i, a.source.cover(), &found, &called);
        rows::remember(&cx, &mut known, a, &found, &called, row);
        out.notes.extend(found.doubts.iter().map(|doubt| note(&cx, doubt)));
        let identity = identity::identity(&cx, &known, &out.identities, a, found, called, row);
        out.identities.push(identity);
    }
    out.rows = known.rows;
    out
}

/// What the claims before one tell.
#[derive(Clone, Copy)]
struct Before<'a> {
    attributions: &'a [Attribution],
    identities: &'a [Identity],
    known: &'a Known,
    /// Who speaks in a transcript, in capitals that might be an acronym: "HALE".
    speakers: &'a HashSet<String>,
}

fn note(cx: &Context, doubt: &Doubt) -> Note {
    Note { kind: NoteKind::Source, span: Some(doubt.at), message: doubt.message(cx.get(doubt.at)) }
}
