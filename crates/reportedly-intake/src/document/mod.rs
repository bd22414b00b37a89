//! Documents of a word processor and PDF: their words in order, and what they say of themselves.
//!
//! A document states when its file was made, not when it was published, and who made the file, not who wrote it: both are
//! given as guesses, each with the property that it stands in.

mod body;
mod docx;
mod markdown;
mod odt;
mod pdf;
mod xml;

pub(crate) use markdown::{markdown, text};

use reportedly::article::{Article, Found, Note, NoteKind};
use reportedly::page::{PageOptions, article_of, read_date, read_names};
use reportedly::{Format, Unreadable};

use crate::failure::Problem;
use crate::zip::{Holds, ZIP, Zip, page_inside};
use body::{Paragraph, Style};

/// How a PDF begins.
pub(crate) const PDF: &[u8] = b"%PDF-";

/// How the files begin that Office wrote before 2007, and those that it encrypts.
pub(crate) const OLE: &[u8] = b"\xd0\xcf\x11\xe0";

/// Among so many paragraphs a title is looked for.
const FIRST: usize = 6;

/// A document as it is read.
#[derive(Debug, Default)]
struct Document {
    paragraphs: Vec<Paragraph>,
    properties: Properties,
    /// What was left out, in words.
    left_out: Vec<String>,
}

/// What a document says of itself, each with the name of the property.
#[derive(Debug, Default)]
struct Properties {
    title: Option<Found<String>>,
    author: Option<Found<String>>,
    created: Option<Found<String>>,
    modified: Option<Found<String>>,
    outlet: Option<Found<String>>,
    url: Option<String>,
}

/// The article in a document, whichever kind it is.
pub(crate) fn article(bytes: &[u8], force: bool) -> Result<Article, Problem> {
    // a few bytes may stand before it
    let head = bytes.get(..bytes.len().min(1024)).unwrap_or_default();
    if let Some(at) = head.windows(PDF.len()).position(|w| w == PDF) {
        return pdf::read(bytes.get(at..).unwrap_or_default())?.article();
    }
    if bytes.starts_with(OLE) {
        return Err(Problem::OldOffice);
    }
    if !bytes.starts_with(ZIP) {
        return Err(Problem::NoDocument);
    }
    let zip = Zip::of_bytes(bytes.to_vec())?;
    match zip.holds() {
        Holds::Docx => docx::read(&zip)?.article(),
        Holds::Odt => odt::read(&zip)?.article(),
        Holds::Page => {
            let page = page_inside(bytes).unwrap_or_default();
            Ok(article_of(&page, &PageOptions { format: Format::Html, force, ..PageOptions::default() })?)
        }
        Holds::Wacz | Holds::Other => Err(Problem::OtherZip),
    }
}

impl Document {
    /// Its paragraphs as a text, read as any other; the first one is the headline if it looks like one to a reader.
    fn article(self) -> Result<Article, Problem> {
        let texts: Vec<&str> = self.paragraphs.iter().map(|p| p.text.as_str()).collect();
        let text = texts.join("\n\n");
        let options = PageOptions { format: Format::Text, ..PageOptions::default() };
        let mut article = article_of(text.as_bytes(), &options).map_err(|problem| match problem {
            Unreadable::Empty => Problem::NoWords,
            other => other.into(),
        })?;
        let shown = self.paragraphs.first().filter(|p| {
            let stated = self.properties.title.as_ref().is_some_and(|t| t.value == p.text);
            stated || matches!(p.style, Style::Title | Style::Heading)
        });
        let meta = &mut article.metadata;
        if let Some((shown, body)) = shown.and_then(|p| Some((p, after(article.text.as_str(), &p.text)?))) {
            meta.title = Some(Found::stated(shown.text.clone(), "heading"));
            article.body_start = body as u32;
        } else if let Some(title) = self.paragraphs.iter().take(FIRST).find(|p| p.style == Style::Title) {
            // a letterhead or a date stands before it
            meta.title = Some(Found::stated(title.text.clone(), "heading"));
            article.body_start = 0;
        }
        self.properties.set(&mut article);
        let note = |message| Note { kind: NoteKind::Page, span: None, message };
        article.notes.extend(self.left_out.into_iter().map(note));
        Ok(article)
    }
}

impl Properties {
    /// Adds to an article what a document says of itself. What a reader sees as the headline wins over a title that may be
    /// that of a template.
    fn set(self, article: &mut Article) {
        let Self { title, author, created, modified, outlet, url } = self;
        let meta = &mut article.metadata;
        let shown =
            meta.title.take().filter(|s| title.as_ref().is_none_or(|t| t.guess || t.value == s.value));
        if shown.is_none() {
            article.body_start = 0;
        }
        meta.title = shown.or(title);
        let names = author.map(|a| Found { value: read_names(&a.value), method: a.method, guess: a.guess });
        meta.byline = names.filter(|names| !names.value.is_empty());
        let notes = &mut article.notes;
        let mut date = |stated: Option<Found<String>>| {
            let Found { value: words, method, guess } = stated?;
            let found = read_date(&words);
            if found.is_none() {
                let message = format!("{words:?} ({method}) cannot be a date: it was passed over");
                notes.push(Note { kind: NoteKind::Page, span: None, message });
            }
            Some(Found { value: found?, method, guess })
        };
        meta.published = date(created);
        meta.modified = date(modified);
        meta.outlet = outlet.or(meta.outlet.take());
        meta.url = url;
        meta.look_within();
    }
}

/// Where the body begins behind a headline that the text begins with.
fn after(text: &str, headline: &str) -> Option<usize> {
    let rest = text.strip_prefix(headline)?.trim_start();
    (!rest.is_empty()).then_some(text.len() - rest.len())
}

#[cfg(test)]
mod tests;
