//! Takes what is plainly no article off the page before extraction, by what the page calls it.

use trafilatura::dom::{Document, NodeId};

use crate::dom::fold;
use crate::render::{Paragraph, paragraphs};

/// Names that mean furniture even where it is long.
const STRONG: &[&str] = &[
    "advert",
    "adverts",
    "advertisement",
    "advertisements",
    "breadcrumb",
    "breadcrumbs",
    "comments",
    "consent",
    "cookie",
    "cookies",
    "disqus",
    "footer",
    "gdpr",
    "newsletter",
    "newsletters",
    "outbrain",
    "recirc",
    "recirculation",
    "recommended",
    "recommendations",
    "related",
    "subscribe",
    "taboola",
    "trending",
];
/// Names that mean furniture where little text stands under them.
const WEAK: &[&str] = &[
    "ad",
    "ads",
    "authorbio",
    "bio",
    "byline",
    "caption",
    "captions",
    "categories",
    "copyright",
    "credit",
    "credits",
    "dek",
    "eyebrow",
    "kicker",
    "login",
    "menu",
    "modal",
    "nav",
    "navigation",
    "popular",
    "popup",
    "print",
    "promo",
    "promos",
    "promotion",
    "rollover",
    "share",
    "sharing",
    "sidebar",
    "signup",
    "social",
    "sponsor",
    "sponsored",
    "standfirst",
    "subheadline",
    "subtitle",
    "tags",
    "toolbar",
    "tooltip",
    "playlist",
    "carousel",
];
const TAGS: &[&str] = &["nav", "figcaption", "footer", "form", "aside"];
const UNSEEN: &[&str] = &["sr only", "visually hidden", "screen reader text", "screenreader"];

/// Removes furniture; what holds the headline or much of the text stays whatever its name. Gives the lines that no
/// browser shows.
pub(crate) fn prune(doc: &mut Document, headline: Option<NodeId>) -> Vec<Paragraph> {
    let root = doc.root();
    let mut pruner = Pruner { doc, headline, total: 0, found: Vec::new() };
    pruner.total = pruner.prose(root);
    pruner.visit(root);
    let unseen =
        pruner.found.iter().filter(|n| pruner.unseen(**n)).flat_map(|n| paragraphs(pruner.doc, *n)).collect();
    for node in pruner.found {
        doc.remove(node, true);
    }
    unseen
}

struct Pruner<'d> {
    doc: &'d Document,
    headline: Option<NodeId>,
    total: usize,
    found: Vec<NodeId>,
}

/// Prose and headline under a node, and what under it is to go.
#[derive(Default)]
struct Weight {
    prose: usize,
    headline: bool,
}

impl Pruner<'_> {
    /// How much text stands in paragraphs; in all the page where it has none.
    fn prose(&self, root: NodeId) -> usize {
        let in_paragraphs: usize = self
            .doc
            .get_elements_by_tag_name(root, "p")
            .iter()
            .map(|p| self.doc.text_content(*p).trim().len())
            .sum();
        in_paragraphs.max(200)
    }

    fn visit(&mut self, node: NodeId) -> Weight {
        let mut weight = Weight { prose: 0, headline: Some(node) == self.headline };
        let tag = self.doc.tag_name(node).to_owned();
        if tag == "p" {
            weight.prose = self.doc.text_content(node).trim().len();
        }
        let mark = self.found.len();
        for child in self.doc.children(node) {
            let inner = self.visit(child);
            weight.headline |= inner.headline;
            if tag != "p" {
                weight.prose += inner.prose;
            }
        }
        if !weight.headline
            && !matches!(tag.as_str(), "" | "html" | "body" | "main" | "article")
            && self.goes(node, &tag, weight.prose)
        {
            self.found.truncate(mark);
            self.found.push(node);
        }
        weight
    }

    fn goes(&self, node: NodeId, tag: &str, prose: usize) -> bool {
        if self.unseen(node) {
            return prose * 2 < self.total;
        }
        let id = Some(self.doc.id_attr(node)).filter(|id| !is_heading(id)).unwrap_or_default();
        let name = format!("{} {id}", self.doc.class_name(node));
        let name = words(&name);
        let any = |list: &[&str]| name.split(' ').any(|w| list.contains(&w));
        let share = |limit: usize| prose * 100 < self.total * limit;
        UNSEEN.iter().any(|u| name.contains(u))
            || any(STRONG) && share(60)
            || (any(WEAK) || TAGS.contains(&tag)) && share(20)
    }

    fn unseen(&self, node: NodeId) -> bool {
        let style =
            self.doc.get_attribute(node, "style").unwrap_or_default().to_ascii_lowercase().replace(' ', "");
        self.doc.get_attribute(node, "hidden").is_some()
            || style.contains("display:none")
            || style.contains("visibility:hidden")
    }
}

/// Whether an id is made of a heading of the article's own: "comments-from-the-harbour-chief".
pub(crate) fn is_heading(id: &str) -> bool {
    words(id).split(' ').count() > 3
}

/// Class names cut into words: "relatedPosts__item" -> "related posts item".
pub(crate) fn words(name: &str) -> String {
    let mut apart = String::with_capacity(name.len() + 8);
    let mut lower = false;
    for c in name.chars() {
        if c.is_ascii_uppercase() && lower {
            apart.push(' ');
        }
        lower = c.is_ascii_lowercase();
        apart.push(c);
    }
    fold(&apart)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn furniture_goes_and_a_wrapper_with_an_odd_name_stays() {
        let prose =
            "<p>The ferry to Marsh Island runs again after the storm, the harbour office said.</p>".repeat(5);
        let html = format!(
            "<div class='has-newsletter related'><h1>Ferry</h1>{prose}<div class='relatedPosts'><p>More ferries</p></div></div>\
             <p hidden>unseen</p><span class='share'>Share</span>tail"
        );
        let mut doc = Document::parse(&html);
        let h1 = doc.query_selector(doc.root(), "h1");
        prune(&mut doc, h1);
        let text = doc.text_content(doc.root());
        assert!(text.contains("harbour office") && text.ends_with("tail"));
        assert!(!text.contains("More ferries") && !text.contains("unseen") && !text.contains("Share"));
    }
}
