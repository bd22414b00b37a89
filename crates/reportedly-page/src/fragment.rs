//! A piece of markup that is all body, as a feed carries it.

use trafilatura::dom::Document;

use crate::furniture::clear;
use crate::render::paragraphs;
use crate::{Paragraph, article, capped, guard};
use reportedly_core::article::{Article, Found, Metadata, check_language};

const MAX_DEPTH: usize = 200;
const MAX_NODES: usize = 60_000;

/// Reads markup that holds an article's body and nothing else, under the headline that the caller states.
///
/// ```
/// use reportedly::page::read_fragment;
///
/// let article = read_fragment("<p>The pier <b>held</b>.</p><p>It rained.</p>", Some("Pier"));
/// assert_eq!(article.text.as_str(), "Pier\n\nThe pier held.\n\nIt rained.");
/// ```
pub fn read_fragment(html: &str, title: Option<&str>) -> Article {
    let guarded = guard::guard(html, MAX_DEPTH, MAX_NODES);
    let cut = (guarded.cut || guarded.flattened)
        .then(|| capped("The item has too many tags; some were left out.".to_owned()));
    let doc = Document::parse(&guarded.html);
    let all = doc.body().map(|b| paragraphs(&doc, b)).unwrap_or_default();
    let body: Vec<Paragraph> = clear(all, title);
    let title = title.map(|t| Found::stated(t.to_owned(), "caller"));
    let mut article = article(&body, Metadata { title, ..Metadata::default() }, cut.into_iter().collect());
    check_language(&mut article);
    article
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_stay_and_the_headline_stands_before_them() {
        let article = read_fragment("<p>The pier is open.</p>\n<p>“It <b>held</b>.”</p>", Some("Pier"));
        assert_eq!(article.text.as_str(), "Pier\n\nThe pier is open.\n\n“It held.”");
        assert_eq!(article.text.get(article.body()), "The pier is open.\n\n“It held.”");
    }
}
