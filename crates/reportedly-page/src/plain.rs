//! Plain text files: kept as they are, apart from a headline that is recognised and residue at the end.

use crate::decode::decode;
use crate::dom::squeeze;
use crate::furniture::is_end;
use reportedly_core::article::{Article, Found, Metadata, check_language};
use reportedly_core::text::Text;

/// Bytes that are no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Binary;

impl std::fmt::Display for Binary {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("this is not text: save the page as HTML or its words as plain text")
    }
}

impl std::error::Error for Binary {}

/// A headline is no longer than this, in characters.
const HEADLINE: usize = 200;
/// A headline has at most so many lines.
const HEADLINE_LINES: usize = 3;

/// Reads a plain text file in any character set.
///
/// A short first line with an empty one behind it is the headline.
///
/// # Errors
/// [`Binary`] where the bytes are no text.
///
/// ```
/// use reportedly::page::{Binary, read_plain};
///
/// let article = read_plain("The pier held\n\nIt was a long night in the café.".as_bytes())?;
/// assert_eq!(article.metadata.title.as_ref().unwrap().value, "The pier held");
/// assert_eq!(article.text.get(article.body()), "It was a long night in the café.");
/// assert_eq!(read_plain(b"\x89PNG\r\n\x1a\n\0\0"), Err(Binary));
/// # Ok::<(), Binary>(())
/// ```
pub fn read_plain(bytes: &[u8]) -> Result<Article, Binary> {
    let (mut text, notes) = decode(bytes, false);
    if is_noise(bytes, &text) {
        return Err(Binary);
    }
    text.truncate(without_residue(&text));
    let mut article = Article { notes, ..Article::default() };
    if let Some((title, body)) = headline(&text) {
        article.metadata =
            Metadata { title: Some(Found::stated(title, "first line")), ..Metadata::default() };
        article.body_start = body as u32;
    }
    article.text = Text::new(text);
    check_language(&mut article);
    Ok(article)
}

/// Whether bytes are no text, by their beginning.
///
/// ```
/// use reportedly::page::is_binary;
///
/// assert!(is_binary(b"%PDF-1.7"));
/// assert!(!is_binary("It rained in the café.".as_bytes()));
/// ```
pub fn is_binary(bytes: &[u8]) -> bool {
    let head = bytes.get(..bytes.len().min(4096)).unwrap_or_default();
    is_noise(head, &decode(head, true).0)
}

/// Control characters do not stand in text.
fn is_noise(bytes: &[u8], text: &str) -> bool {
    const MAGIC: &[&[u8]] =
        &[b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"\x7fELF", b"{\\rtf"];
    let head = text.chars().take(4096);
    let odd = |c: &char| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}' | '\u{b}' | '\u{85}');
    let (all, bad) = head.fold((0usize, 0usize), |(all, bad), c| (all + 1, bad + usize::from(odd(&c))));
    MAGIC.iter().any(|m| bytes.starts_with(m)) || bad * 100 > all
}

/// The end of the text without lone lines such as "Comments" at its end.
fn without_residue(text: &str) -> usize {
    let mut end = text.len();
    loop {
        let kept = text[..end].trim_end();
        let line = kept.rfind('\n').map_or(0, |at| at + 1);
        if line == 0 || !is_end(&kept[line..]) {
            return end;
        }
        end = text[..line].trim_end().len();
    }
}

/// Short lines at the front, followed by an empty one: the headline, and where the body begins.
fn headline(text: &str) -> Option<(String, usize)> {
    let start = text.len() - text.trim_start().len();
    let mut at = start;
    for (i, line) in text[start..].split_inclusive('\n').enumerate() {
        if line.trim().is_empty() {
            let title = squeeze(&text[start..at]);
            let rest = text[at..].trim_start();
            let sentence = title.ends_with(['.', ':', '”']) && !title.ends_with("...");
            let ok =
                i <= HEADLINE_LINES && title.chars().count() <= HEADLINE && !sentence && !rest.is_empty();
            return ok.then(|| (title, text.len() - rest.len()));
        }
        at += line.len();
        if at - start > 4 * HEADLINE {
            return None;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kept_as_it_is_with_a_headline_and_without_residue() {
        let text = "\r\nFerry runs again\r\n\r\nThe ferry runs.\r\nTwo lines.\r\n\r\nComments\r\n";
        let article = read_plain(text.as_bytes()).unwrap();
        assert_eq!(article.text.get(article.body()), "The ferry runs.\r\nTwo lines.");
        assert_eq!(article.metadata.title.unwrap().value, "Ferry runs again");
        assert!(text.starts_with(article.text.as_str()));
    }

    #[test]
    fn a_first_sentence_is_no_headline() {
        let article = read_plain(b"The ferry runs again.\n\nIt is blue.\n").unwrap();
        assert_eq!((article.body_start, article.metadata.title), (0, None));
        assert_eq!(article.text.as_str(), "The ferry runs again.\n\nIt is blue.\n");
    }

    #[test]
    fn binary_is_refused_and_wide_text_is_read() {
        assert_eq!(read_plain(b"\x7fELF\0\0\0\x01\x02\0\0\0\0\0\0"), Err(Binary));
        let wide: Vec<u8> = "\u{feff}Grüße aus Marsch".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(read_plain(&wide).unwrap().text.as_str(), "Grüße aus Marsch");
        assert!(read_plain(b"").unwrap().text.is_empty());
    }
}
