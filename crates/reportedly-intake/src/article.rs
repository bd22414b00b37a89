use std::borrow::Cow;

use reportedly::article::{Article, Found, Note, NoteKind, check_language};
use reportedly::page::{Binary, PageOptions, is_binary, is_html, read_date, read_page, read_plain};

use crate::Kind;
use crate::failure::Problem;
use crate::lines::Line;

/// An article, and where and when it was taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Capture {
    /// The article.
    pub article: Article,
    /// The file, line, record or address.
    pub place: String,
    /// When it was fetched, if that is known (ISO 8601, UTC).
    pub fetched_at: Option<String>,
    /// The digest of the payload, as the archive states it.
    pub digest: Option<String>,
}

/// From bytes to an article. `kind` is what the caller or the file's name says, `url` where it came from.
pub(crate) fn article_of(
    bytes: &[u8],
    kind: Kind,
    url: Option<&str>,
    force: bool,
) -> Result<Article, Problem> {
    let html = match kind {
        Kind::Html => true,
        Kind::Text => false,
        _ => is_html(bytes),
    };
    if is_packed(bytes) {
        return Err(Problem::Mime);
    }
    if html && is_binary(bytes) {
        return Err(Problem::Binary(Binary));
    }
    let options = PageOptions { url: url.map(str::to_owned), ..PageOptions::default() };
    let mut article = match html {
        true => match read_page(&without_pictures(bytes), &options) {
            Ok(article) => article,
            Err(rejected) if force => rejected.force(),
            Err(rejected) => return Err(Problem::NoArticle(rejected.reason.message())),
        },
        false => read_plain(bytes).map_err(Problem::Binary)?,
    };
    article.metadata.url = article.metadata.url.or(url.map(str::to_owned));
    match article.text.as_str().trim().is_empty() {
        true => Err(Problem::Empty),
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

/// A line's article: its text character for character, the rest as the caller says.
pub(crate) fn article_of_line(line: Line) -> Result<Article, Problem> {
    if line.text.trim().is_empty() {
        return Err(Problem::Empty);
    }
    let body_start = line.title.as_deref().and_then(|title| after_headline(&line.text, title)).unwrap_or(0);
    let mut article = Article { id: line.id, body_start, ..Article::from_text(line.text) };
    let meta = &mut article.metadata;
    let stated = |value: Option<String>| value.filter(|v| !v.trim().is_empty());
    meta.title = stated(line.title).map(|t| Found::stated(t, "caller"));
    meta.outlet = stated(line.outlet).map(|o| Found::stated(o, "caller"));
    let date = stated(line.date);
    meta.published = date.as_deref().and_then(read_date).map(|d| Found::stated(d, "caller"));
    if let Some(date) = date.filter(|_| meta.published.is_none()) {
        let message = format!("The date {date:?} was not understood: write it as 2031-03-14.");
        article.notes.push(Note { kind: NoteKind::Page, span: None, message });
    }
    let meta = &mut article.metadata;
    meta.url = stated(line.url);
    check_language(&mut article);
    Ok(article)
}

/// Where the body begins, in bytes, if the text begins with its title as a paragraph of its own.
fn after_headline(text: &str, title: &str) -> Option<u32> {
    let (first, rest) = text.split_once('\n')?;
    let bare = |line: &str| line.trim().trim_end_matches('.').to_owned();
    let blank = rest.len() - rest.trim_start().len();
    (bare(first) == bare(title)).then_some((first.len() + 1 + blank) as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packed_pictures_do_not_crowd_out_the_words() {
        let picture = format!("<img src=\"data:image/png;base64,{}\">", "iVBORw0KGgo".repeat(1 << 20));
        let words = "<p>The pier of Velmouth is open again, the town said on Monday, after a winter of repairs.</p>\
            <p>“It held through every storm,” said Mara Hale, the engineer who led the work from the first day.</p>\
            <p>Fishers had asked for it to be done before the herring came, and it was, with a week to spare.</p>";
        let page = format!("<html><body>{picture}<article><h1>Pier</h1>{words}</article></body></html>");
        let article = article_of(page.as_bytes(), Kind::Html, None, false).unwrap();
        assert!(article.text.as_str().contains("after a winter of repairs"));
        assert_eq!(without_pictures(b"data:x"), Cow::Borrowed(b"data:x"));
    }

    #[test]
    fn packed_pages_and_other_bytes_are_no_articles() {
        let packed = b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\r\n<html>said =E2=80=9CNo";
        assert!(matches!(article_of(packed, Kind::Html, None, false), Err(Problem::Mime)));
        assert!(matches!(article_of(packed, Kind::Auto, None, true), Err(Problem::Mime)));
        assert!(matches!(
            article_of(b"\x89PNG\r\n\x1a\n\0\0", Kind::Html, None, false),
            Err(Problem::Binary(_))
        ));
    }

    #[test]
    fn a_date_that_is_not_understood_is_noted() {
        let line =
            |date: &str| Line { text: "It rained.".into(), date: Some(date.into()), ..Line::default() };
        assert!(article_of_line(line("14 March 2031")).unwrap().notes.is_empty());
        let article = article_of_line(line("yesterday")).unwrap();
        assert!(article.metadata.published.is_none() && article.notes[0].message.contains("yesterday"));
    }

    #[test]
    fn a_title_at_the_front_is_the_headline() {
        assert_eq!(after_headline("Fire at sea.\n\nIt burned.", "Fire at sea"), Some(14));
        assert_eq!(after_headline("It burned.\nAll night.", "Fire at sea"), None);
    }
}
