//! Markdown as programs for notes save pages: a block of `key: value` lines between two lines `---`, then the text.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use reportedly::Format;
use reportedly::article::{Article, Found};
use reportedly::page::{PageOptions, article_of};

use super::body::{Body, Style};
use super::{Document, Properties};
use crate::failure::Problem;

/// Markdown in UTF-8, its marks read as a reader sees them.
pub(crate) fn markdown(bytes: &[u8]) -> Result<Article, Problem> {
    let (properties, rest) = front(bytes);
    let Ok(words) = std::str::from_utf8(rest) else { return text(bytes) };
    let paragraphs = paragraphs(words);
    Document { paragraphs, properties, left_out: Vec::new() }.article()
}

/// A plain text in any character set, kept character for character behind the block.
pub(crate) fn text(bytes: &[u8]) -> Result<Article, Problem> {
    let (properties, rest) = front(bytes);
    let options = PageOptions { format: Format::Text, ..PageOptions::default() };
    let mut article = article_of(rest, &options)?;
    properties.set(&mut article);
    Ok(article)
}

/// The paragraphs that a reader sees; pictures and markup fall away.
fn paragraphs(words: &str) -> Vec<super::Paragraph> {
    let mut body = Body::default();
    let (mut pictures, mut style) = (0usize, Style::Plain);
    body.begin();
    for event in Parser::new_ext(words, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
        match event {
            Event::Start(Tag::Image { .. }) => pictures += 1,
            Event::End(TagEnd::Image) => pictures -= 1,
            Event::Text(words) | Event::Code(words) if pictures == 0 => body.push(&words),
            Event::SoftBreak => body.push(" "),
            Event::HardBreak => body.push("\n"),
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. })
            | Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link) => {}
            Event::Start(tag) => {
                style = if matches!(tag, Tag::Heading { .. }) { Style::Heading } else { style };
                cut(&mut body, style);
            }
            Event::End(_) => {
                style = Style::Plain;
                cut(&mut body, style);
            }
            _ => {}
        }
    }
    body.finish().0
}

/// What went before is a paragraph of its own.
fn cut(body: &mut Body, style: Style) {
    body.end();
    body.begin();
    body.style(style);
}

/// The block before a text, if there is one, and the text behind it.
fn front(bytes: &[u8]) -> (Properties, &[u8]) {
    let bare = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let (mut properties, mut key, mut at) = (Properties::default(), String::new(), 0);
    for (i, line) in bare.split_inclusive(|&b| b == b'\n').enumerate() {
        at += line.len();
        match line.trim_ascii_end() {
            b"---" if i == 0 => continue,
            b"---" | b"..." if !key.is_empty() => return (properties, bare.get(at..).unwrap_or_default()),
            _ if i == 0 => break,
            _ => {}
        }
        let line = String::from_utf8_lossy(line);
        let named =
            line.split_once(':').filter(|(name, _)| !name.is_empty() && !name.contains(char::is_whitespace));
        if let Some(item) = line.trim_start().strip_prefix("- ") {
            properties.add(&key, item);
        } else if let Some((name, value)) = named {
            key = name.to_ascii_lowercase();
            properties.add(&key, value);
        } else if !line.trim().is_empty() && !line.starts_with([' ', '\t', '#']) {
            break;
        }
    }
    (Properties::default(), bytes)
}

impl Properties {
    /// Takes what is known of the keys; of several dates the first one, and several names are joined.
    fn add(&mut self, key: &str, value: &str) {
        const MARKS: [char; 4] = ['"', '\'', '[', ']'];
        let items = value.split(',').map(|item| item.trim().trim_matches(MARKS).trim());
        let value = items.filter(|item| !item.is_empty()).collect::<Vec<_>>().join(", ");
        if value.is_empty() {
            return;
        }
        match key {
            "title" => self.title = Some(Found::stated(value, "front matter")),
            "author" | "authors" | "byline" => match &mut self.author {
                Some(names) => names.value = format!("{}, {value}", names.value),
                None => self.author = Some(Found::stated(value, "front matter")),
            },
            "date" | "published" if self.created.is_none() => {
                self.created = Some(Found::stated(value, "front matter"));
            }
            "outlet" | "publisher" | "publication" if self.outlet.is_none() => {
                self.outlet = Some(Found::stated(value, "front matter"));
            }
            "url" | "source" | "link" if value.starts_with("http") => self.url = Some(value),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAVED: &str = "---\ntitle: \"The pier is open: again\"\nsource: https://quay.example/pier\nauthor:\n  - \"[[Mara Lind]]\"\n  \
        - Tom Brook\npublished: 2031-03-14\ntags: [clippings]\n---\n# The pier is open: again\n\nThe **pier** of [Velmouth](https://v.example)\nis \
        open.\n\n![The pier](p.jpg)\n\n- First\n    - Second\n\n> “It held,” she said.\n";

    #[test]
    fn the_block_says_whose_it_is_and_marks_fall_away() {
        let article = markdown(SAVED.as_bytes()).unwrap();
        let body = "The pier of Velmouth is open.\n\nFirst\n\nSecond\n\n“It held,” she said.";
        assert_eq!(article.text.get(article.body()), body);
        let meta = article.metadata;
        assert_eq!(meta.title.unwrap().value, "The pier is open: again");
        assert_eq!(meta.byline.unwrap().value, ["Mara Lind", "Tom Brook"]);
        let published = meta.published.unwrap();
        assert_eq!((published.value.value().as_str(), published.guess), ("2031-03-14", false));
        assert_eq!(meta.url.as_deref(), Some("https://quay.example/pier"));
    }

    #[test]
    fn the_block_names_the_outlet_and_an_impossible_date_is_said() {
        let article = markdown(b"---\noutlet: The Quay Post\ndate: 2031-02-30\n---\nIt held.").unwrap();
        assert_eq!(article.metadata.outlet.unwrap().value, "The Quay Post");
        assert!(article.metadata.published.is_none());
        assert!(article.notes.iter().any(|note| note.message.contains("2031-02-30")), "{:?}", article.notes);
    }

    #[test]
    fn a_text_keeps_its_characters_and_a_rule_is_no_block() {
        let article = text(b"---\r\nauthor: Mara Lind\r\n---\r\nIt *held*.\r\nAll night.").unwrap();
        assert_eq!(article.text.as_str(), "It *held*.\r\nAll night.");
        assert_eq!(article.metadata.byline.unwrap().value, ["Mara Lind"]);
        for rule in ["---\nIt held.\n---\nAll night.", "---\nkey: value", "---\n---\nIt held."] {
            assert_eq!(text(rule.as_bytes()).unwrap().text.as_str(), rule);
        }
    }
}
