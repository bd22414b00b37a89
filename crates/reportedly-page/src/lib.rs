//! From a saved page to an [`Article`].
//!
//! [`read_page`] goes in one direction: bytes to characters (`decode`), markup made safe (`guard`), one
//! tree, what the page says about itself (`metadata`), its body as paragraphs (`body`, `furniture`), and
//! whether there is an article at all (`verdict`). What a reader sees wins over what the page declares.

mod aligned;
mod body;
mod byline;
mod bytes;
mod calendar;
mod dates;
mod declared;
mod decode;
mod dom;
mod elsewhere;
mod fragment;
mod furniture;
mod guard;
mod metadata;
mod names;
mod person;
mod plain;
mod prune;
mod published;
mod render;
mod residue;
mod saved;
mod second;
mod site;
mod title;
mod verdict;

pub use bytes::{Format, Unreadable, article_of};
pub use dates::parse as read_date;
pub use fragment::read_fragment;
pub use names::names as read_names;
pub use plain::{Binary, is_binary, read_plain};

use trafilatura::dom::Document;

use declared::Declared;
use render::Paragraph;
use verdict::{Signs, verdict};

use reportedly_core::article::{Article, Metadata, Note, NoteKind, check_language};
use reportedly_core::text::Text;

/// How to read a page. Time is bounded by these, since the core reads no clock.
#[derive(Clone, Debug, PartialEq)]
pub struct PageOptions {
    /// Where the page came from.
    pub url: Option<String>,
    /// What the bytes are; [`read_page`] takes them for a page whatever it says.
    pub format: Format,
    /// Whether [`article_of`] takes a page that looks like no article all the same.
    pub force: bool,
    /// Bytes beyond this are cut.
    pub max_bytes: usize,
    /// Tags nested deeper than this are left out; their text stays.
    pub max_depth: usize,
    /// A page of more tags than this is cut.
    pub max_nodes: usize,
}

impl Default for PageOptions {
    fn default() -> Self {
        Self {
            url: None,
            format: Format::Auto,
            force: false,
            max_bytes: 8 << 20,
            max_depth: 200,
            max_nodes: 60_000,
        }
    }
}

/// Why a page is no article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Reason {
    /// It holds no running text.
    NoArticle,
    /// It lists other pages.
    FrontPage,
    /// The text is behind a login or a payment.
    Wall,
    /// Only the question about cookies is there.
    CookieBanner,
}

/// A page that holds no article, with what was found all the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Rejected {
    /// Why.
    pub reason: Reason,
    /// What was found.
    pub article: Article,
}

impl Reason {
    /// One plain sentence.
    pub fn message(self) -> &'static str {
        match self {
            Self::NoArticle => "the page contains no running text",
            Self::FrontPage => "the page is a list of other pages, not an article",
            Self::Wall => "the text is behind a login or a payment",
            Self::CookieBanner => "the page holds only the question about cookies",
        }
    }
}

impl Rejected {
    /// Takes what was found for an article all the same, with a note that says so.
    ///
    /// ```
    /// use reportedly::page::{PageOptions, read_page};
    ///
    /// let rejected = read_page(b"<p>Log in.</p>", &PageOptions::default()).unwrap_err();
    /// let article = rejected.force();
    /// assert_eq!(article.notes.last().unwrap().kind.name(), "forced");
    /// ```
    pub fn force(self) -> Article {
        let message = format!("Read although {}.", self.reason.message());
        let mut article = self.article;
        article.notes.push(Note { kind: NoteKind::Forced, span: None, message });
        article
    }
}

/// Reads a saved page.
///
/// The bytes may be in any character set; they are taken for markup whatever they are. [`article_of`] also
/// takes plain text.
///
/// # Errors
/// [`Rejected`] says why the page is no article, and has what was found all the same.
///
/// ```
/// use reportedly::page::{PageOptions, Reason, read_page};
///
/// let page = "<html><head><title>The pier is open again</title></head><body><nav><a href='/'>Home</a></nav>
///     <article><h1>The pier is open again</h1><p>The pier of Velmouth is open again, the town said on Monday,
///     after a winter of repairs that took four months.</p><p>\u{201c}It held through every storm,\u{201d} said
///     Mara Hale, the engineer who led the work from the first day.</p></article></body></html>";
/// let article = read_page(page.as_bytes(), &PageOptions::default()).unwrap();
/// assert_eq!(article.metadata.title.as_ref().unwrap().value, "The pier is open again");
/// assert!(!article.text.as_str().contains("Home"));
///
/// let empty = read_page(b"<html><body></body></html>", &PageOptions::default());
/// assert_eq!(empty.unwrap_err().reason, Reason::NoArticle);
/// ```
#[allow(clippy::result_large_err)] // a refusal holds all that was found, once per page
pub fn read_page(bytes: &[u8], options: &PageOptions) -> Result<Article, Rejected> {
    let cut = &bytes[..bytes.len().min(options.max_bytes)];
    let (html, mut notes) = decode::decode(cut, true);
    if cut.len() < bytes.len() {
        notes.push(capped(format!(
            "The page is longer than {} bytes; the rest was cut off.",
            options.max_bytes
        )));
    }
    let guarded = guard::guard(&html, options.max_depth, options.max_nodes);
    if guarded.flattened {
        notes.push(capped(format!("Tags nested deeper than {} were left out.", options.max_depth)));
    }
    if guarded.cut {
        notes.push(capped(format!("The page has more than {} tags; the rest was cut.", options.max_nodes)));
    }
    let doc = Document::parse(&guarded.html);
    let declared = Declared::of(&doc);
    let saved = saved::saved(&html);
    let url = options.url.as_deref().or(saved.url.as_deref());
    let (mut metadata, headline) = metadata::metadata(&doc, &declared, url);
    metadata.captured_at = saved.at;
    metadata.look_within();
    let lines = doc.body().map(|b| render::paragraphs(&doc, b)).unwrap_or_default();
    let signs = Signs::of(&doc, &declared, &lines, &metadata);
    let title = metadata.title.as_ref().map(|t| t.value.clone());
    let body::Body { paragraphs, unseen } = body::body(doc, headline, title.as_deref());
    let paragraphs = second::opinion(paragraphs, &lines, title.as_deref());
    let reason = verdict(&paragraphs, &signs);
    let walled = verdict::is_walled(&lines, &paragraphs);
    let mut paragraphs = paragraphs;
    if reason.is_none() {
        paragraphs.retain(|p| !verdict::is_wall(&p.text));
    }
    let teaser = match () {
        () if walled => Some("A line asks the reader to subscribe or log in"),
        () if declared.is_for_subscribers() => Some("The page says that it is not free to read"),
        () => None,
    };
    if let Some(why) = teaser {
        let message = format!("{why}: this may be only the beginning of the article.");
        notes.push(Note { kind: NoteKind::Page, span: None, message });
    }
    let mut article = article(&paragraphs, metadata, notes);
    let left_out = second::left_out(&article, &paragraphs, &lines, &unseen);
    article.notes.extend(left_out);
    check_language(&mut article);
    match reason {
        Some(reason) => Err(Rejected { reason, article }),
        None => Ok(article),
    }
}

/// Headline, blank line, body.
fn article(paragraphs: &[Paragraph], metadata: Metadata, notes: Vec<Note>) -> Article {
    let body = paragraphs.iter().map(|p| p.text.as_str()).collect::<Vec<_>>().join("\n\n");
    let (text, body_start) = match &metadata.title {
        Some(title) => (format!("{}\n\n{body}", title.value), title.value.len() + 2),
        None => (body, 0),
    };
    Article { id: None, text: Text::new(text), body_start: body_start as u32, metadata, notes, read_as: None }
}

/// Whether bytes look like a page rather than a plain text.
///
/// ```
/// use reportedly::page::is_html;
///
/// assert!(is_html(b"<!doctype html><title>Pier</title><p>It held.</p>"));
/// assert!(!is_html(b"It held, said Mara Hale."));
/// ```
pub fn is_html(bytes: &[u8]) -> bool {
    const MARKS: &[&str] = &[
        "<!doctype html",
        "<html",
        "<head",
        "<body",
        "<meta",
        "<title",
        "<script",
        "<div",
        "<article",
        "<p>",
        "<h1",
    ];
    let (head, _) = decode::decode(bytes.get(..bytes.len().min(4096)).unwrap_or_default(), true);
    let head = head.trim_start().to_ascii_lowercase();
    let first = head.starts_with(['<', '\u{feff}']);
    MARKS
        .iter()
        .any(|m| if first { head.contains(m) } else { head.contains("<html") || head.contains("</p>") })
}

fn capped(message: String) -> Note {
    Note { kind: NoteKind::Capped, span: None, message }
}

#[cfg(test)]
mod templates;
#[cfg(test)]
mod tests;
