//! Elements that belong to something else than the article: pictures, comments, other articles.

use trafilatura::dom::{Document, NodeId};

use crate::prune::words;

/// What elements are called that hold other things.
const OTHERS: &[&str] = &[
    "advert",
    "caption",
    "comment",
    "commentlist",
    "comments",
    "copyright",
    "credit",
    "disqus",
    "latest",
    "most",
    "nav",
    "newsletter",
    "photo",
    "popular",
    "promo",
    "recirc",
    "recommended",
    "recommendations",
    "related",
    "sponsored",
    "taboola",
    "teaser",
    "teasers",
    "trending",
];
const TAGS: &[&str] = &["figure", "figcaption", "nav", "footer", "aside"];

/// Tells what stands elsewhere, by the names of elements that hold it but not the headline.
pub(crate) struct Elsewhere<'d> {
    doc: &'d Document,
    above: Vec<NodeId>,
}

impl<'d> Elsewhere<'d> {
    pub(crate) fn of(doc: &'d Document, headline: Option<NodeId>) -> Self {
        let above = std::iter::successors(headline, |n| doc.parent(*n)).collect();
        Self { doc, above }
    }

    /// Whether an element stands elsewhere.
    pub(crate) fn has(&self, node: NodeId) -> bool {
        let up = std::iter::successors(Some(node), |n| self.doc.parent(*n));
        up.take_while(|n| !self.above.contains(n)).any(|n| self.is_other(n))
    }

    fn is_other(&self, node: NodeId) -> bool {
        let tag = self.doc.tag_name(node);
        let name = words(&format!("{} {}", self.doc.class_name(node), self.doc.id_attr(node)));
        // "author photo", "entry meta", "comments date" hold what is looked for
        let of_article = ["author", "byline", "meta", "date"].iter().any(|n| name.contains(n));
        let other = TAGS.contains(&tag) || name.split(' ').any(|w| OTHERS.contains(&w));
        !matches!(tag, "html" | "body" | "main" | "article" | "header") && !of_article && other
    }
}
