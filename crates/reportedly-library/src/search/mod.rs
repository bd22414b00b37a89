//! Search in a small language of its own: words, `"a phrase"`, `prefix*`, `NEAR(a b, 5)`, `OR`, `-without`,
//! and the fields `source:`, `kind:`, `certainty:`, `polarity:`, `stance:`, `mode:`, `outlet:`, `title:`, `url:`, `byline:`,
//! `lang:`, `tag:`, `after:`, `before:`, `happened:`, `in:`.
//!
//! A query is parsed into a [`Query`]; what reaches the database is a match expression made of quoted
//! words, and values bound to a fixed statement.

mod conditions;
mod days;
mod facets;
mod find;
mod parse;

pub use facets::{FacetValue, Facets};
pub(crate) use find::matching;
pub use find::{ArticleHit, ClaimHit, Hits};

/// What to search.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum In {
    /// The contents and sources of claims.
    #[default]
    Claims,
    /// The texts of articles.
    Articles,
}

/// In which order finds come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// The best first; whole statements before fragments.
    #[default]
    Relevance,
    /// The last published first; without a date last.
    Date,
    /// By the name of the outlet, then by date.
    Outlet,
    /// By the name of the source, then by date; articles by date.
    Source,
}

/// A parsed query.
///
/// It is parsed from words as a user types them: all must hold, `-` before one excludes it, and `field:value` asks
/// for a source, kind, stance, outlet or time.
///
/// ```
/// use reportedly_library::{In, Query};
///
/// let query: Query = "pier -ferry source:hale after:2031".parse()?;
/// assert_eq!(query.within, In::Claims);
/// assert_eq!(query.within(In::Articles).within, In::Articles);
/// assert!("stance:maybe".parse::<Query>().is_err()); // says which values there are
/// # Ok::<(), reportedly_library::BadQuery>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// All must hold; within one, any.
    all: Vec<Vec<Term>>,
    /// None may hold.
    none: Vec<Term>,
    /// Words that the source must have.
    source: Vec<Term>,
    /// Fields that must have a value, or must not.
    fields: Vec<Filter>,
    /// What is searched.
    pub within: In,
    /// In which order the finds come.
    pub sort: Sort,
}

/// What to look for in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Term {
    /// Words in this order; the last one may be a beginning.
    Phrase { words: String, prefix: bool },
    /// Phrases with no more than so many words between them.
    Near { phrases: Vec<String>, distance: u32 },
}

/// A field and what it must hold.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Filter {
    field: Field,
    value: String,
    not: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Field {
    Kind,
    Certainty,
    Polarity,
    Stance,
    Mode,
    Outlet,
    Title,
    Url,
    Byline,
    Lang,
    Tag,
    After,
    Before,
    Happened,
    In,
}

impl Field {
    /// Whether it tells incidents apart.
    fn is_of_an_incident(self) -> bool {
        matches!(self, Self::Happened | Self::In)
    }

    /// Whether it tells claims apart, not articles.
    fn is_of_a_claim(self) -> bool {
        matches!(self, Self::Kind | Self::Certainty | Self::Polarity | Self::Stance | Self::Mode)
    }

    /// All that it can hold; empty where that is open.
    fn values(self) -> Vec<&'static str> {
        use reportedly_core::attribution::Mode;
        use reportedly_core::certainty::{Certainty, Polarity, Stance};
        use reportedly_core::source::Kind;

        match self {
            Self::Kind => Kind::ALL.map(Kind::name).to_vec(),
            Self::Certainty => {
                use Certainty::{Certain, Possible, Probable, Underspecified};
                [Certain, Probable, Possible, Underspecified].map(Certainty::name).to_vec()
            }
            Self::Polarity => {
                [Polarity::Affirmed, Polarity::Denied, Polarity::Underspecified].map(Polarity::name).to_vec()
            }
            Self::Stance => Stance::ALL.map(Stance::name).to_vec(),
            Self::Mode => [Mode::Direct, Mode::Mixed, Mode::Indirect].map(Mode::name).to_vec(),
            Self::Outlet
            | Self::Title
            | Self::Url
            | Self::Byline
            | Self::Lang
            | Self::Tag
            | Self::After
            | Self::Before
            | Self::Happened
            | Self::In => Vec::new(),
        }
    }
}

/// A query that cannot be understood; it says what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct BadQuery(String);

impl std::str::FromStr for Query {
    type Err = BadQuery;

    fn from_str(words: &str) -> Result<Self, BadQuery> {
        parse::query(words)
    }
}

impl Query {
    /// The same query for claims or for articles.
    pub fn within(self, within: In) -> Self {
        Self { within, ..self }
    }

    /// Whether it asks when or where something happened.
    pub fn asks_what_happened(&self) -> bool {
        self.fields.iter().any(|filter| filter.field.is_of_an_incident())
    }

    /// The query that finds everything.
    pub fn all() -> Self {
        Self::default()
    }

    /// The same query in another order.
    pub fn sorted(self, sort: Sort) -> Self {
        Self { sort, ..self }
    }
}
