//! The one way in: bytes or text go in; out come an article and its [`Reading`] out.
//!
//! Command, library, server and bindings all go through an [`Engine`], so that the same input gives the same
//! answer wherever it came in.

use reportedly_core::article::check_language;
use reportedly_core::{Article, Proposer, ReadOptions, Reading, Rules, read};
#[cfg(feature = "page")]
use reportedly_page::{PageOptions, Unreadable, article_of};

/// Reads articles with the proposers that it owns; shared by all threads.
///
/// ```
/// use reportedly::{Engine, PageOptions, ReadOptions};
///
/// // with the rules alone; a trained reader is put before them by `trusting`
/// let engine = Engine::new(ReadOptions::default());
/// let page = "It rained for a week. \u{201c}The tide waits for nobody,\u{201d} said Mara Hale.";
/// let read = engine.read_bytes(page.as_bytes(), &PageOptions::default())?;
/// let claim = &read.reading.claims[0];
/// assert_eq!(read.article.text.get(claim.attribution.source.cover().unwrap()), "Mara Hale");
/// # Ok::<(), reportedly::Unreadable>(())
/// ```
pub struct Engine {
    /// In the order of trust.
    proposers: Vec<Box<dyn Proposer>>,
    options: ReadOptions,
}

/// An article with what was found in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Read {
    /// The article; all spans of the reading point into its text.
    pub article: Article,
    /// What was found.
    pub reading: Reading,
}

impl Engine {
    /// An engine with the rules alone: quotations with their speakers, transcripts, signatures.
    pub fn new(options: ReadOptions) -> Self {
        Self { proposers: vec![Box::new(Rules)], options }
    }

    /// The same engine with a further proposer, which is trusted more than those that it has.
    pub fn trusting(mut self, proposer: impl Proposer + 'static) -> Self {
        self.proposers.insert(0, Box::new(proposer));
        self
    }

    /// The name of its most trusted proposer, as it stands in [`Reading::model`].
    pub fn model(&self) -> &'static str {
        self.proposers.first().map_or("", |p| p.name())
    }

    /// Reads a saved page or a text file.
    ///
    /// # Errors
    /// [`Unreadable`] says why there is no article in it.
    #[cfg(feature = "page")]
    pub fn read_bytes(&self, bytes: &[u8], options: &PageOptions) -> Result<Read, Unreadable> {
        article_of(bytes, options).map(|article| self.with(article))
    }

    /// Reads a text, which is kept character for character.
    ///
    /// ```
    /// use reportedly::{Engine, ReadOptions};
    ///
    /// let read = Engine::new(ReadOptions::default()).read_text("\u{201c}The pier is safe,\u{201d} said Mara Hale.");
    /// assert_eq!(read.reading.claims.len(), 1);
    /// ```
    pub fn read_text(&self, text: impl Into<String>) -> Read {
        let mut article = Article::from_text(text);
        check_language(&mut article);
        self.with(article)
    }

    /// Reads an article.
    ///
    /// ```
    /// use reportedly::{Article, Engine, ReadOptions};
    ///
    /// let article = Article::from_text("\u{201c}The pier is safe,\u{201d} said the mayor.");
    /// let reading = Engine::new(ReadOptions::default()).read(&article);
    /// assert_eq!(reading.model, Some("rules"));
    /// ```
    pub fn read(&self, article: &Article) -> Reading {
        let proposers: Vec<&dyn Proposer> = self.proposers.iter().map(AsRef::as_ref).collect();
        read(article, &proposers, &self.options)
    }

    fn with(&self, article: Article) -> Read {
        let reading = self.read(&article);
        Read { article, reading }
    }
}
