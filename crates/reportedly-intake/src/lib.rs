//! From files, folders, web archives, feeds and addresses to articles, one after the other.
//!
//! [`named`] lists what there is to read, in order; [`Named::inputs`] holds nothing that is not yet due. [`Input::open`]
//! takes one of them to its [`Capture`]: the article and where and when it was taken. Whatever cannot be
//! read is a [`Failure`] that says where, why and what to do; it never stops the others.
//!
//! Memory is bounded whatever an input claims: a file, a line or a feed is at most [`MAX_BYTES`], a page
//! in a web archive or from an address at most [`MAX_PAGE`], unpacked.

mod address;
mod archive;
mod article;
mod document;
mod failure;
mod feed;
mod fetch;
mod folder;
mod http;
mod inputs;
mod lines;
mod mail;
mod open;
mod polite;
mod records;
mod zip;

pub use address::is_public;
pub use archive::{Archive, Damage, Record, RecordKind};
pub use article::Capture;
pub use failure::{Failure, MAX_BYTES, MAX_PAGE, Problem};
pub use feed::{Item, items};
pub use inputs::{Named, Options, named};
pub use lines::Line;
pub use open::{Input, Opened, Page, Revisit};
pub use polite::{Manners, Seen, Validators};

/// What an input is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Kind {
    /// By the name of the file, else by what it begins with.
    #[default]
    Auto,
    /// A saved page.
    Html,
    /// Plain text.
    Text,
    /// Lines `{"id", "text", "date"?, "title"?, "outlet"?, "url"?}`.
    Jsonl,
    /// Markdown, as programs for notes save pages: their title, author, date and address in a block before the text.
    Markdown,
    /// A document: DOCX (ECMA-376), ODT (OpenDocument 1.3) or PDF (ISO 32000) with a text layer.
    Document,
    /// A web archive: WARC (ISO 28500), ARC or WACZ, packed by gzip, Zstandard or not.
    Archive,
    /// RSS, Atom or JSON Feed.
    Feed,
    /// A page saved as MHTML, or a mail.
    Mail,
}

/// What is taken from a folder, by the end of its name.
const ENDINGS: [&str; 23] = [
    ".html",
    ".htm",
    ".xhtml",
    ".mhtml",
    ".mht",
    ".eml",
    ".txt",
    ".md",
    ".markdown",
    ".docx",
    ".odt",
    ".pdf",
    ".jsonl",
    ".ndjson",
    ".warc",
    ".warc.gz",
    ".warc.zst",
    ".wacz",
    ".arc",
    ".arc.gz",
    ".rss",
    ".atom",
    ".feed",
];
