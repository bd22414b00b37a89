//! The body of a page: extraction by trafilatura, rendered by us.

use trafilatura::dom::{Document, NodeId};
use trafilatura::{HtmlDateMode, Options, extract_document};

use crate::aligned::aligned;
use crate::furniture::clear;
use crate::prune::{is_heading, prune};
use crate::render::{Paragraph, paragraphs};

/// What was found on a page.
pub(crate) struct Body {
    /// The paragraphs of the body; empty where the page holds none.
    pub paragraphs: Vec<Paragraph>,
    /// The lines that no browser shows.
    pub unseen: Vec<Paragraph>,
}

/// Finds the body.
pub(crate) fn body(mut doc: Document, headline: Option<NodeId>, title: Option<&str>) -> Body {
    let unseen = prune(&mut doc, headline);
    smooth(&mut doc);
    let page = doc.body().map(|b| paragraphs(&doc, b)).unwrap_or_default();
    // links are left out: the extractor loses the spaces round them
    let options = Options::default()
        .with_fallback(true)
        .with_exclude_comments(true)
        .with_html_date_mode(HtmlDateMode::Disabled);
    let Ok(result) = extract_document(doc, &options) else { return Body { paragraphs: Vec::new(), unseen } };
    let content = Document::parse(&result.content_html);
    let found = content.body().map(|b| paragraphs(&content, b)).unwrap_or_default();
    Body { paragraphs: clear(aligned(page, &found, title), title), unseen }
}

/// Elements inside a sentence; the extractor would lose what stands behind them.
const INLINE: [&str; 8] = ["time", "label", "nobr", "output", "meter", "progress", "blink", "data"];
/// Elements that hold blocks.
const BLOCKS: [&str; 3] = ["center", "details", "summary"];
/// Elements that hold no words of the article.
const WORDLESS: [&str; 20] = [
    "button", "svg", "math", "canvas", "object", "video", "audio", "picture", "map", "noscript", "input",
    "embed", "link", "source", "wbr", "template", "select", "iframe", "track", "area",
];

/// Makes plain what the extractor takes out together with the rest of its paragraph.
fn smooth(doc: &mut Document) {
    for node in doc.iter(doc.root(), &[]) {
        let tag = doc.tag_name(node).to_owned();
        if is_heading(&doc.id_attr(node)) {
            doc.remove_attribute(node, "id");
        }
        match tag.as_str() {
            tag if INLINE.contains(&tag) => doc.set_tag_name(node, "span"),
            tag if BLOCKS.contains(&tag) => doc.set_tag_name(node, "div"),
            tag if WORDLESS.contains(&tag) => doc.remove(node, true),
            // a quotation may stand in a figure, signed by its caption
            "figure" if doc.query_selector(node, "blockquote").is_some() => {
                doc.set_tag_name(node, "div");
                for caption in doc.get_elements_by_tag_name(node, "figcaption") {
                    doc.set_tag_name(caption, "p");
                }
            }
            _ => {}
        }
    }
}
