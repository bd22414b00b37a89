//! Who the source of each claim is: its [`Kind`], its name in this article, and how much is told about one
//! who is not named.
//!
//! Words alone decide, not knowledge of the world: a list of nouns tells an official from a critic, runs of
//! capitals are names, and a later mention ("he", "the mayor", a surname) is led back to the name that
//! fits. Where two fit it stays open, with a [`Note`]: a wrong name is worse than none.
//!
//! The kinds follow what newsrooms ask of a source (Reuters' handbook, the Guardian's ladder of 2000 for
//! those not named): can she be called, and does the reader learn who she is?

mod antecedent;
mod cue;
mod entities;
mod ladder;
mod lexicons;
mod names;
mod phrase;
mod resolve;
mod terms;
#[cfg(test)]
mod tests;

pub use cue::CueClass;
pub(crate) use cue::is_cue_word;

/// Whether a word in small letters is a pronoun of the third person.
pub(crate) fn is_pronoun(word: &str) -> bool {
    antecedent::asks(word).is_some()
}

use crate::article::{Article, Note};
use crate::attribution::Attribution;
use crate::text::Span;
use crate::tokens::Tokens;

/// What kind of source a claim has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// One whom the article names, or several.
    Person,
    /// A named body, or a state, capital or building that stands for one.
    Organization,
    /// A news medium.
    Outlet,
    /// A text or record: poll, report, filing, letter, law, video.
    Document,
    /// One or several known by role or relation only, who could be called.
    Unnamed,
    /// A group that has no list of members: critics, voters, experts.
    Collective,
    /// The writer.
    Author,
    /// Nobody: "it is alleged".
    Unstated,
}

impl Kind {
    /// All kinds, in the order in which they are shown.
    pub const ALL: [Self; 8] = [
        Self::Person,
        Self::Organization,
        Self::Outlet,
        Self::Document,
        Self::Unnamed,
        Self::Collective,
        Self::Author,
        Self::Unstated,
    ];

    /// The name in the output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organization => "organization",
            Self::Outlet => "outlet",
            Self::Document => "document",
            Self::Unnamed => "unnamed",
            Self::Collective => "collective",
            Self::Author => "author",
            Self::Unstated => "unstated",
        }
    }
}

/// Who the source of one claim is.
#[derive(Clone, Debug, PartialEq)]
pub struct Identity {
    /// What kind of source.
    pub kind: Kind,
    /// What the cue says that the source does; `None` for a quotation without a cue.
    pub cue_class: Option<CueClass>,
    /// The fullest name that the article gives; `None` where it gives none or two fit.
    pub name: Option<String>,
    /// Title or role as written: "mayor of Norport".
    pub title: Option<String>,
    /// For unnamed and collective: the one for whom she speaks or to whom she belongs, as "a spokeswoman for X".
    pub affiliation: Option<String>,
    /// The outlet through which it came: "told Radio Nord".
    pub via: Option<Span>,
    /// For unnamed and collective, 0 to 3: nothing, category, rank or role, access (Guardian 2000).
    pub specificity: Option<u8>,
    /// Whether it is said how many they are.
    pub counted: bool,
    /// Whether there is more than one.
    pub plural: bool,
    /// Why the source is not named, as the article says.
    pub anonymity: Option<Span>,
    /// The row of [`Sources::rows`]; `None` where nobody is named as the source.
    pub source: Option<usize>,
    /// Why it stands as it does, for `--explain`.
    pub reason: String,
}

impl Identity {
    /// Whether it is a person, a body or a medium that the article calls by a name: a **named source**.
    pub fn is_named(&self) -> bool {
        matches!(self.kind, Kind::Person | Kind::Organization | Kind::Outlet) && self.name.is_some()
    }
}

/// One source of an article: everyone who is the same, with all claims.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// What kind of source.
    pub kind: Kind,
    /// As in [`Identity`].
    pub name: Option<String>,
    /// As in [`Identity`].
    pub title: Option<String>,
    /// Where the claims name her, in text order.
    pub mentions: Vec<Span>,
    /// Positions of the claims.
    pub claims: Vec<usize>,
}

/// The sources of one article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sources {
    /// One for each attribution, in the same order.
    pub identities: Vec<Identity>,
    /// In the order of their first claim.
    pub rows: Vec<Source>,
    /// Mentions that could be led back to two names.
    pub notes: Vec<Note>,
}

/// Says of each attribution who its source is.
pub fn sources(article: &Article, tokens: &Tokens, attributions: &[Attribution]) -> Sources {
    resolve::Resolver::new(article, tokens, attributions).all()
}
