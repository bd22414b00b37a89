//! The body of a page: extraction by trafilatura, rendered by us.

use trafilatura::dom::{Document, NodeId};
use trafilatura::{HtmlDateMode, Options, extract_document};

use super::furniture::clear;
use super::prune::prune;
use super::render::{Paragraph, paragraphs};

/// The paragraphs of the body; empty where the page holds none.
pub(super) fn body(mut doc: Document, headline: Option<NodeId>, title: Option<&str>) -> Vec<Paragraph> {
    prune(&mut doc, headline);
    let options = Options::default()
        .with_fallback(true)
        .with_links(true)
        .with_exclude_comments(true)
        .with_html_date_mode(HtmlDateMode::Disabled);
    let Ok(result) = extract_document(doc, &options) else { return Vec::new() };
    let content = Document::parse(&result.content_html);
    clear(content.body().map(|b| paragraphs(&content, b)).unwrap_or_default(), title)
}
