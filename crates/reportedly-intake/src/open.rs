use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use reportedly::page::article_of;
use reportedly::{Article, Format, PageOptions, Unreadable};

use crate::Kind;
use crate::archive::{Record, RecordKind};
use crate::article::{Capture, article_of_line};
use crate::document::{self, OLE, PDF};
use crate::failure::{Failure, MAX_BYTES, Problem};
use crate::feed::Item;
use crate::folder::shown;
use crate::http::{Answer, answer};
use crate::lines::Line;
use crate::mail::Mail;
use crate::zip::{ZIP, page_inside};

/// One thing to read. What a file or line needs is done by [`Input::open`], in whatever thread calls it.
pub enum Input {
    /// A file and what it is.
    File(PathBuf, Kind),
    /// What can be read once, standard input or a pipe: its name, what it is, its bytes.
    Stream(String, Kind, Stream),
    /// A line of a JSON Lines file, and its place.
    Line(String, Line),
    /// A record of a web archive, and its place.
    Record(String, Box<Record>),
    /// An item of a feed, and its place.
    Item(String, Box<Item>),
    /// A page that was fetched.
    Page(Box<Page>),
    /// What is no page and so is passed over: pictures, redirects.
    Passed,
    /// An address whose server says that nothing has changed.
    Unchanged(String),
    /// What failed already.
    Failed(Failure),
}

/// Bytes that may go to another thread.
pub type Stream = Box<dyn Read + Send>;

/// A page that was fetched.
pub struct Page {
    pub(crate) place: String,
    pub(crate) url: String,
    pub(crate) kind: Kind,
    pub(crate) bytes: Vec<u8>,
    pub(crate) fetched_at: String,
}

/// A capture that says of itself that it repeats another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revisit {
    /// The record.
    pub place: String,
    /// Its address.
    pub url: Option<String>,
    /// The address of the capture that it repeats.
    pub refers_to: Option<String>,
    /// The digest of the payload that both have.
    pub digest: Option<String>,
    /// When it was taken.
    pub fetched_at: Option<String>,
}

/// What an input gives.
#[allow(clippy::large_enum_variant)] // one at a time
pub enum Opened {
    /// An article.
    Article(Capture),
    /// A capture that repeats another.
    Revisit(Revisit),
    /// Nothing to read: a picture, a redirect.
    Passed,
    /// Nothing new at an address.
    Unchanged,
}

impl Input {
    /// Where it comes from, for messages.
    pub fn place(&self) -> String {
        match self {
            Self::File(path, _) => shown(path),
            Self::Line(place, _)
            | Self::Record(place, _)
            | Self::Item(place, _)
            | Self::Unchanged(place)
            | Self::Stream(place, ..) => place.clone(),
            Self::Page(page) => page.place.clone(),
            Self::Passed => String::new(),
            Self::Failed(failure) => failure.place.clone(),
        }
    }

    /// Reads it. With `force` a page that looks like no article is taken all the same.
    ///
    /// # Errors
    /// What could not be read, and why.
    ///
    /// ```
    /// use reportedly_intake::{Input, Kind, Opened, Problem};
    ///
    /// let stream = |bytes: &'static [u8]| Input::Stream("notes".to_owned(), Kind::Text, Box::new(bytes));
    /// let Opened::Article(capture) = stream(b"The pier held.").open(false).unwrap() else { unreachable!() };
    /// assert_eq!((capture.article.text.as_str(), capture.place.as_str()), ("The pier held.", "notes"));
    /// let failure = stream(b"").open(false).err().unwrap();
    /// assert_eq!(failure.place, "notes");
    /// assert!(matches!(failure.problem, Problem::Bytes(_)));
    /// ```
    pub fn open(self, force: bool) -> Result<Opened, Failure> {
        let place = self.place();
        let capture = |article: Article| {
            let fetched_at = article.metadata.captured_at.clone();
            Capture { article, place: place.clone(), fetched_at, digest: None }
        };
        let opened = match self {
            Self::Passed => Ok(Opened::Passed),
            Self::Unchanged(_) => Ok(Opened::Unchanged),
            Self::Failed(failure) => return Err(failure),
            Self::Record(_, record) => opened_record(*record, &place, force),
            Self::File(path, kind) => {
                let bytes = file_bytes(&path);
                bytes.and_then(|b| article(&b, kind, None, force)).map(capture).map(Opened::Article)
            }
            Self::Stream(_, kind, stream) => {
                let bytes = limited(stream);
                bytes.and_then(|b| article(&b, kind, None, force)).map(capture).map(Opened::Article)
            }
            Self::Line(_, line) => article_of_line(line).map(capture).map(Opened::Article),
            Self::Item(_, item) => item.article().map(capture).map(Opened::Article),
            Self::Page(page) => article(&page.bytes, page.kind, Some(&page.url), force).map(|article| {
                Opened::Article(Capture { fetched_at: Some(page.fetched_at.clone()), ..capture(article) })
            }),
        };
        opened.map_err(|problem| Failure::new(place, problem))
    }
}

fn article(bytes: &[u8], kind: Kind, url: Option<&str>, force: bool) -> Result<Article, Problem> {
    // some save a bare page under the name of MHTML
    if kind == Kind::Mail && !bytes.trim_ascii_start().starts_with(b"<") {
        return mail(bytes, force);
    }
    if let Some(mut article) = document_of(bytes, kind, force)? {
        article.metadata.url = article.metadata.url.or(url.map(str::to_owned));
        article.metadata.look_within();
        return Ok(article);
    }
    let unpacked = page_inside(bytes);
    let bytes = unpacked.as_deref().unwrap_or(bytes);
    let format = match kind {
        Kind::Html => Format::Html,
        _ => Format::Auto,
    };
    let options = PageOptions { url: url.map(str::to_owned), format, force, ..PageOptions::default() };
    Ok(article_of(bytes, &options)?)
}

/// The article in what is no page; `None` in a page, whatever it is called.
fn document_of(bytes: &[u8], kind: Kind, force: bool) -> Result<Option<Article>, Problem> {
    let is_document = [ZIP, PDF, OLE].iter().any(|begin| bytes.starts_with(begin));
    let is_page = || bytes.trim_ascii_start().starts_with(b"<") && reportedly::page::is_html(bytes);
    Ok(match kind {
        Kind::Document => Some(document::article(bytes, force)?),
        Kind::Auto if is_document => Some(document::article(bytes, force)?),
        Kind::Markdown if !is_page() => Some(document::markdown(bytes)?),
        Kind::Text => Some(document::text(bytes)?),
        _ => None,
    })
}

/// The page in a mail or in MHTML, with where and when it was saved.
fn mail(bytes: &[u8], force: bool) -> Result<Article, Problem> {
    let mail = Mail::of(bytes)?;
    let kind = if mail.is_html { Kind::Html } else { Kind::Text };
    let mut article = article(mail.body.as_bytes(), kind, mail.url.as_deref(), force)?;
    let meta = &mut article.metadata;
    meta.captured_at = mail.date.or(meta.captured_at.take());
    Ok(article)
}

/// The bytes of a stream, if there are some and not too many.
pub(crate) fn limited(reader: impl Read) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::new();
    reader.take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
    match bytes.len() as u64 {
        0 => Err(Problem::Bytes(Unreadable::Empty)),
        n if n > MAX_BYTES => Err(Problem::TooLarge),
        _ => Ok(bytes),
    }
}

fn file_bytes(path: &Path) -> Result<Vec<u8>, Problem> {
    let file = File::open(path)?;
    match file.metadata()?.len() > MAX_BYTES {
        true => Err(Problem::TooLarge),
        false => limited(file),
    }
}

fn is_of_the_web(url: &str) -> bool {
    ["http:", "https:", "file:", "ftp:"].iter().any(|scheme| url.to_ascii_lowercase().starts_with(scheme))
}

fn opened_record(record: Record, place: &str, force: bool) -> Result<Opened, Problem> {
    let answer = match record.kind {
        RecordKind::Revisit => {
            return Ok(Opened::Revisit(Revisit {
                place: place.to_owned(),
                url: record.url,
                refers_to: record.refers_to,
                digest: record.digest,
                fetched_at: record.date,
            }));
        }
        RecordKind::Other => return Ok(Opened::Passed),
        RecordKind::Response => {
            let answer = answer(&record.block);
            Answer { mime: answer.mime.or(record.mime.filter(|m| m != "application/http")), ..answer }
        }
        // what an archiver writes about itself is no page
        _ if record.url.as_deref().is_some_and(|url| !is_of_the_web(url)) => return Ok(Opened::Passed),
        RecordKind::Resource | RecordKind::Conversion => Answer::plain(record.mime, record.block),
    };
    let kind = match answer.mime.as_deref() {
        _ if !(200..300).contains(&answer.status) => return Ok(Opened::Passed),
        Some("text/html" | "application/xhtml+xml") => Some(Kind::Html),
        Some("text/plain") => Some(Kind::Text),
        None => None,
        _ => return Ok(Opened::Passed),
    };
    let body = answer.body()?;
    let kind = match kind {
        _ if body.is_empty() => return Ok(Opened::Passed),
        None if !reportedly::page::is_html(&body) => return Ok(Opened::Passed),
        Some(Kind::Text) if reportedly::page::is_html(&body) => Kind::Html,
        kind => kind.unwrap_or(Kind::Html),
    };
    let article = article(&body, kind, record.url.as_deref(), force)?;
    Ok(Opened::Article(Capture {
        article,
        place: place.to_owned(),
        fetched_at: record.date,
        digest: record.digest,
    }))
}
