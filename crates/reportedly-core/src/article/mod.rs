//! One article: its frozen text and what is known about it, each value with the way it was found.

mod address;
mod credit;
mod detect;
mod note;
mod prose;

pub(crate) use address::bare_host;
pub use address::{Archived, address_key, archived, site};
pub use credit::{Credit, Place, credit, plain_name};
pub(crate) use credit::{is_medium, leading_name};
pub use detect::check_language;
pub use note::{Note, NoteKind};
pub use prose::Prose;

pub use crate::time::{Date, Precision};

use std::borrow::Cow;

use crate::language::en::ENGLISH;
use crate::language::{Language, Support};
use crate::text::{Span, Text};
use crate::tokens::Tokens;

/// One article. If there is a headline, `text` begins with it as a separate paragraph.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Article {
    /// The caller's id for it, if there is one.
    pub id: Option<String>,
    /// The frozen text that every span points into.
    pub text: Text,
    /// Where the body begins, in bytes: 0 where no headline stands before it.
    pub body_start: u32,
    /// What is known about it.
    pub metadata: Metadata,
    /// What was doubtful on the way from bytes to text.
    pub notes: Vec<Note>,
    /// The language that it is read in, where the host brings one of its own.
    pub read_as: Option<&'static Language>,
}

/// What is known about an article; nothing here is invented.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Metadata {
    /// The headline as a reader sees it.
    pub title: Option<Found<String>>,
    /// Names of persons only, in the order given.
    pub byline: Option<Found<Vec<String>>>,
    /// The medium that published it.
    pub outlet: Option<Found<String>>,
    /// When it was first published, as stated.
    pub published: Option<Found<Date>>,
    /// When it was last changed, as stated.
    pub modified: Option<Found<Date>>,
    /// BCP 47 tag.
    pub language: Option<Found<String>>,
    /// Where it came from, as the caller says.
    pub url: Option<String>,
    /// The address that the page declares for itself; of a capture in an archive, the address of the page that was captured.
    pub canonical_url: Option<Found<String>>,
    /// When it was captured, as an archive's address or the program that saved it says (ISO 8601).
    pub captured_at: Option<String>,
}

/// A value and the way it was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Found<T> {
    /// The value.
    pub value: T,
    /// The way it was found: "json-ld", "article:published_time", "visible byline", "caller", ...
    pub method: Cow<'static, str>,
    /// Whether it is a guess rather than a statement of the page.
    pub guess: bool,
}

impl<T> Found<T> {
    /// A value that the page or the caller states.
    pub fn stated(value: T, method: impl Into<Cow<'static, str>>) -> Self {
        Self { value, method: method.into(), guess: false }
    }

    /// A value that was inferred.
    pub fn guessed(value: T, method: impl Into<Cow<'static, str>>) -> Self {
        Self { value, method: method.into(), guess: true }
    }
}

impl Metadata {
    /// What the address tells: where it is that of an archive's copy, the address of the page itself and when it was
    /// captured; where no outlet is stated, the [`site`].
    ///
    /// ```
    /// use reportedly::article::Metadata;
    ///
    /// let url = Some("https://web.archive.org/web/20310316101500/http://quay.example/pier".to_owned());
    /// let mut metadata = Metadata { url, ..Metadata::default() };
    /// metadata.look_within();
    /// assert_eq!(metadata.canonical_url.unwrap().value, "http://quay.example/pier");
    /// ```
    pub fn look_within(&mut self) {
        let declared = self.canonical_url.as_ref().map(|c| archived(&c.value));
        let of_url = self.url.as_deref().and_then(archived);
        let at = |a: &Option<Archived>| a.as_ref().and_then(|a| a.captured_at.clone());
        let captured_at = at(&of_url).or_else(|| at(&declared.clone().flatten()));
        if let Some(inner) = declared.unwrap_or(of_url) {
            self.canonical_url = Some(Found::stated(inner.address, "archive"));
        }
        self.captured_at = self.captured_at.take().or(captured_at);
        let address = self.canonical_url.as_ref().map(|c| c.value.as_str()).or(self.url.as_deref());
        self.outlet = self.outlet.take().or_else(|| Some(Found::stated(site(address?)?, "host")));
    }
}

impl Article {
    /// An article from a plain text that is kept character for character, without a headline of its own.
    ///
    /// ```
    /// use reportedly::Article;
    ///
    /// let article = Article::from_text("It rained.\n\nThe pier held. ");
    /// assert_eq!(article.text.as_str(), "It rained.\n\nThe pier held. ");
    /// assert_eq!(article.metadata.title, None);
    /// ```
    pub fn from_text(text: impl Into<String>) -> Self {
        Self { text: Text::new(text), ..Self::default() }
    }

    /// The language that it is read in; without one it counts as English.
    ///
    /// ```
    /// use reportedly::Article;
    /// use reportedly::article::Found;
    /// use reportedly::language::Support;
    ///
    /// let mut article = Article::from_text("Es regnete.");
    /// assert_eq!(article.language().code, "en");
    /// article.metadata.language = Some(Found::stated("de".to_owned(), "caller"));
    /// assert_eq!(article.language().support, Support::QuotationsOnly);
    /// ```
    pub fn language(&self) -> &'static Language {
        let tag = self.metadata.language.as_ref();
        self.read_as.unwrap_or_else(|| tag.map_or(&ENGLISH, |found| Language::of(&found.value)))
    }

    /// How much of it can be read.
    pub fn support(&self) -> Support {
        self.language().support
    }

    /// Its words, sentences and quotations.
    pub fn tokens(&self) -> Tokens {
        Tokens::new(&self.text, &self.language().division)
    }

    /// The body: everything but the headline.
    ///
    /// ```
    /// use reportedly::Article;
    ///
    /// let text = Article::from_text("The pier\n\nIt held all night.");
    /// let article = Article { body_start: 10, ..text };
    /// assert_eq!(article.text.get(article.body()), "It held all night.");
    /// ```
    pub fn body(&self) -> Span {
        Span::new(self.body_start, self.text.len() as u32)
    }
}
