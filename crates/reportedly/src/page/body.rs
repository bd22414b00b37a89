//! The body of a page: extraction by trafilatura, rendered by us.

use trafilatura::dom::Document;
use trafilatura::{HtmlDateMode, Options, extract_document};

use super::render::{Paragraph, paragraphs};

/// The paragraphs of the body; empty where the page holds none.
pub(super) fn body(doc: Document) -> Vec<Paragraph> {
    let options = Options::default()
        .with_fallback(true)
        .with_links(true)
        .with_exclude_comments(true)
        .with_html_date_mode(HtmlDateMode::Disabled);
    let Ok(result) = extract_document(doc, &options) else { return Vec::new() };
    let content = Document::parse(&result.content_html);
    content.body().map(|b| paragraphs(&content, b)).unwrap_or_default()
}
