//! Claims that spread: one content in many articles, with four counts.
//!
//! Pages are what a reader can open. Texts are the independent ones among them, not copies of each other.
//! Publishers own the outlets. **Origins** are the sources that the texts go back to. A thousand pages can have
//! one origin. Nothing here says what is true.

mod anchor;
mod count;
mod drift;
mod group;
mod names;
mod origin;
mod presented;
mod publishers;
mod same;
mod spread;
mod statement;
mod wording;

pub use drift::{Drift, DriftKind};
pub use group::{complete, groups, groups_of, several};
pub use origin::{Origin, OriginKind};
pub use presented::{PresentedAs, reports};
pub use publishers::Publishers;
pub use statement::{Naming, Statement};
pub use wording::{Stands, Stretch, Wording};

pub use anchor::{Located, locate};

use crate::article::{Article, Credit};
use crate::language::Language;
use crate::reuse::{Fold, Number};
use crate::text::Span;
use crate::time::When;

/// One content and who carries it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Group {
    /// All articles that carry it, by number.
    pub carriers: Vec<Carrier>,
    /// The four counts.
    pub counts: Counts,
    /// The sources that the texts go back to.
    pub origins: Vec<Origin>,
    /// The article with the earliest stated date: the first *known* appearance.
    pub first_known: Option<Number>,
    /// How its sourcing changed from one article to another.
    pub drift: Vec<Drift>,
    /// The carrier whose words the others are compared with, as a position in `carriers`.
    pub first: usize,
}

/// One article that carries a content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carrier {
    /// The article.
    pub number: Number,
    /// Its claim, as a position in the article's statements; `None` if the words are not attributed there.
    pub statement: Option<usize>,
    /// Where the content is, from its first to its last word.
    pub span: Span,
    /// Which of the group's independent texts it is, from 0.
    pub text: u32,
    /// How the article presents the content.
    pub presented: PresentedAs,
    /// The source that it goes back to, as a position in the group's origins, where its own words say so.
    pub origin: Option<u32>,
    /// Its words beside the first ones; empty where they are the same.
    pub wording: Vec<Stretch>,
}

impl Carrier {
    /// A passage of an article, of which nothing is worked out yet.
    pub fn new(number: Number, statement: Option<usize>, span: Span) -> Self {
        let (presented, wording) = (PresentedAs::Unclear, Vec::new());
        Self { number, statement, span, text: 0, presented, origin: None, wording }
    }
}

/// Who carries what; articles, credits and statements stand at the article's number.
#[derive(Clone, Copy, Debug)]
pub struct Carriers<'a> {
    /// Who shares text with whom.
    pub fold: &'a Fold,
    /// The articles.
    pub articles: &'a [&'a Article],
    /// Whom each credits.
    pub credits: &'a [Option<Credit>],
    /// The claims of each.
    pub statements: &'a [&'a [Statement]],
    /// Who owns which outlet.
    pub publishers: &'a Publishers,
}

impl Carriers<'_> {
    /// The language of a carrier.
    pub(super) fn language(&self, carrier: &Carrier) -> &'static Language {
        self.articles.get(carrier.number as usize).map_or(&Language::NONE, |article| article.language())
    }

    /// The claim of a carrier.
    pub(super) fn statement(&self, carrier: &Carrier) -> Option<&Statement> {
        self.statements.get(carrier.number as usize)?.get(carrier.statement?)
    }

    /// The day that an article states, if it is no guess.
    pub(crate) fn stated(&self, carrier: &Carrier) -> Option<When> {
        let metadata = &self.articles.get(carrier.number as usize)?.metadata;
        Some(metadata.published.as_ref().filter(|date| !date.guess)?.value.when())
    }
}

/// How far a content has travelled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Articles.
    pub pages: u32,
    /// Articles that are not copies, cuts or rewrites of each other.
    pub texts: u32,
    /// Owners of the outlets; an outlet on no list counts as its own owner.
    pub publishers: u32,
    /// Sources that the texts go back to.
    pub origins: u32,
}
