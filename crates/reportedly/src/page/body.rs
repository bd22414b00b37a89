//! The body of a page: extraction by trafilatura, rendered by us.

use std::collections::HashSet;

use trafilatura::dom::{Document, NodeId};
use trafilatura::{HtmlDateMode, Options, extract_document};

use super::dom::fold;
use super::furniture::clear;
use super::prune::prune;
use super::render::{Paragraph, paragraphs};

/// The paragraphs of the body (`lines` are those of the whole page); empty where the page holds none.
pub(super) fn body(
    mut doc: Document,
    lines: &[Paragraph],
    headline: Option<NodeId>,
    title: Option<&str>,
) -> Vec<Paragraph> {
    let only_link = |p: &&Paragraph| p.linked * 100 >= p.text.len() * 85;
    let linked: HashSet<String> = lines.iter().filter(only_link).map(|p| fold(&p.text)).collect();
    prune(&mut doc, headline);
    // links are left out: the extractor loses the spaces round them
    let options = Options::default()
        .with_fallback(true)
        .with_exclude_comments(true)
        .with_html_date_mode(HtmlDateMode::Disabled);
    let Ok(result) = extract_document(doc, &options) else { return Vec::new() };
    let content = Document::parse(&result.content_html);
    let mut all = content.body().map(|b| paragraphs(&content, b)).unwrap_or_default();
    for p in &mut all {
        if linked.contains(&fold(&p.text)) {
            p.linked = p.text.len();
        }
    }
    clear(all, title)
}
