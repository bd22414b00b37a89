//! Bytes that somebody saved -> an article: the one door for command, library, server and bindings.

use std::borrow::Cow;
use std::fmt;

use crate::{Binary, PageOptions, Reason, is_binary, is_html, read_page, read_plain};
use reportedly_core::article::Article;

/// What bytes are, as far as the caller knows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Format {
    /// Whatever they look like.
    #[default]
    Auto,
    /// A page.
    Html,
    /// A plain text.
    Text,
}

/// Why bytes give no article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Unreadable {
    /// They hold no text at all.
    Empty,
    /// A picture, a program or the like.
    Binary,
    /// A page packed with its pictures, or a mail (RFC 2557).
    Mime,
    /// A page without an article; [`PageOptions::force`] takes what is there.
    NoArticle(Reason),
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("is empty: save the page again, or leave it out"),
            Self::Binary => Binary.fmt(f),
            Self::Mime => f.write_str(
                "is a web page with its pictures in one file, or an e-mail (MIME), which is not supported: save the page as HTML only",
            ),
            Self::NoArticle(reason) => write!(f, "no article: {}", reason.message()),
        }
    }
}

impl std::error::Error for Unreadable {}

impl From<Binary> for Unreadable {
    fn from(_: Binary) -> Self {
        Self::Binary
    }
}

/// From bytes to an article.
///
/// # Errors
/// [`Unreadable`] says why there is none.
///
/// ```
/// use reportedly::page::{PageOptions, Unreadable, article_of};
///
/// let article = article_of(b"It rained, the harbour office said.", &PageOptions::default())?;
/// assert_eq!(article.text.as_str(), "It rained, the harbour office said.");
/// assert_eq!(article_of(b" ", &PageOptions::default()), Err(Unreadable::Empty));
/// # Ok::<(), Unreadable>(())
/// ```
pub fn article_of(bytes: &[u8], options: &PageOptions) -> Result<Article, Unreadable> {
    let html = match options.format {
        Format::Html => true,
        Format::Text => false,
        Format::Auto => is_html(bytes),
    };
    if is_packed(bytes) {
        return Err(Unreadable::Mime);
    }
    if html && is_binary(bytes) {
        return Err(Unreadable::Binary);
    }
    let mut article = match html {
        true => match read_page(&without_pictures(bytes), options) {
            Ok(article) => article,
            Err(rejected) if options.force => rejected.force(),
            Err(rejected) => return Err(Unreadable::NoArticle(rejected.reason)),
        },
        false => read_plain(bytes)?,
    };
    article.metadata.url = article.metadata.url.or_else(|| options.url.clone());
    match article.text.as_str().trim().is_empty() {
        true => Err(Unreadable::Empty),
        false => Ok(article),
    }
}

/// Whether a page is packed with its pictures, or is a mail (RFC 2557): its words stand there in a code.
fn is_packed(bytes: &[u8]) -> bool {
    let head =
        String::from_utf8_lossy(bytes.get(..bytes.len().min(4096)).unwrap_or_default()).to_ascii_lowercase();
    let begins = head.trim_start().split(':').next().is_some_and(|name| !name.contains(char::is_whitespace));
    begins && head.contains("mime-version:") && head.contains("content-type: multipart/")
}

/// A large page without the pictures and fonts that were packed into it (RFC 2397), as SingleFile does:
/// before the words there may stand more of them than of a page is read.
fn without_pictures(bytes: &[u8]) -> Cow<'_, [u8]> {
    const LARGE: usize = 1 << 20;
    const BEGIN: &[u8] = b"data:";
    if bytes.len() < LARGE {
        return Cow::Borrowed(bytes);
    }
    let (mut out, mut rest) = (Vec::with_capacity(LARGE), bytes);
    while let Some(at) = rest.windows(BEGIN.len()).position(|w| w == BEGIN) {
        let (before, packed) = rest.split_at(at + BEGIN.len());
        out.extend_from_slice(before);
        let inside = |b: &u8| b.is_ascii_alphanumeric() || b"+/=;,:.-_%".contains(b);
        rest = packed.get(packed.iter().take_while(|b| inside(b)).count()..).unwrap_or_default();
    }
    out.extend_from_slice(rest);
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(bytes: &[u8], format: Format, force: bool) -> Result<Article, Unreadable> {
        article_of(bytes, &PageOptions { format, force, ..PageOptions::default() })
    }

    #[test]
    fn packed_pictures_do_not_crowd_out_the_words() {
        let picture = format!("<img src=\"data:image/png;base64,{}\">", "iVBORw0KGgo".repeat(1 << 20));
        let words = "<p>The pier of Velmouth is open again, the town said on Monday, after a winter of repairs.</p>\
            <p>“It held through every storm,” said Mara Hale, the engineer who led the work from the first day.</p>\
            <p>Fishers had asked for it to be done before the herring came, and it was, with a week to spare.</p>";
        let page = format!("<html><body>{picture}<article><h1>Pier</h1>{words}</article></body></html>");
        let article = of(page.as_bytes(), Format::Html, false).unwrap();
        assert!(article.text.as_str().contains("after a winter of repairs"));
        assert_eq!(without_pictures(b"data:x"), Cow::Borrowed(b"data:x"));
    }

    #[test]
    fn packed_pages_and_other_bytes_are_no_articles() {
        let packed = b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\r\n<html>said =E2=80=9CNo";
        assert_eq!(of(packed, Format::Html, false), Err(Unreadable::Mime));
        assert_eq!(of(packed, Format::Auto, true), Err(Unreadable::Mime));
        assert_eq!(of(b"\x89PNG\r\n\x1a\n\0\0", Format::Html, false), Err(Unreadable::Binary));
        assert_eq!(of(b"", Format::Text, true), Err(Unreadable::Empty));
    }
}
