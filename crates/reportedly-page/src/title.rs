//! The headline: what a reader sees on the page before what the page declares.

use trafilatura::dom::{Document, NodeId};

use crate::declared::Declared;
use crate::dom::{TOUCH, fold, likeness, line, parted_line, short_line};
use crate::site::Site;
use reportedly_core::article::Found;

/// The headline and the element that shows it.
pub(crate) struct Headline {
    pub title: Option<Found<String>>,
    pub node: Option<NodeId>,
}

/// Finds the headline.
pub(crate) fn headline(doc: &Document, declared: &Declared, site: &Site) -> Headline {
    let stated = stated(doc, declared, site);
    let visible = visible(doc, &stated, site);
    match visible {
        Some((node, text)) => {
            Headline { title: Some(Found::stated(text, "visible headline")), node: Some(node) }
        }
        None => {
            let node = stated.first().and_then(|(text, _)| shown(doc, text));
            let title = stated.into_iter().next().map(|(text, method)| Found::stated(text, method));
            Headline { title, node }
        }
    }
}

fn stated(doc: &Document, declared: &Declared, site: &Site) -> Vec<(String, &'static str)> {
    let mut all: Vec<(String, &'static str)> = Vec::new();
    all.extend(declared.article_text("headline").map(|t| (t, "json-ld")));
    for (name, method) in [
        ("og:title", "og:title"),
        ("twitter:title", "twitter:title"),
        ("parsely-title", "parsely-title"),
        ("sailthru.title", "sailthru.title"),
        ("dc.title", "dc.title"),
        ("headline", "itemprop headline"),
    ] {
        all.extend(declared.meta(name).take(1).map(|t| (t.to_owned(), method)));
    }
    let title = doc.get_elements_by_tag_name(doc.root(), "title").first().map(|t| line(doc, *t));
    all.extend(title.filter(|t| !t.is_empty()).map(|t| (t, "title element")));
    for (text, _) in &mut all {
        *text = without_suffix(text, Some(site));
    }
    all
}

/// Takes " - Outlet" or " | Outlet" off the end (or "Outlet: " off the front), where that is what it says.
fn without_suffix(title: &str, site: Option<&Site>) -> String {
    let is_outlet = |s: &str| site.is_some_and(|site| site.is_in(s));
    for mark in [" | ", " - ", " – ", " — ", " • ", " » ", " :: ", " · "] {
        if let Some((head, tail)) = title.rsplit_once(mark)
            && (is_outlet(tail) || matches!(mark, " | " | " » " | " :: ") && tail.split(' ').count() <= 4)
            && head.split(' ').count() >= 2
        {
            return without_suffix(head.trim(), None);
        }
        if let Some((head, tail)) = title.split_once(mark)
            && is_outlet(head)
        {
            return tail.trim().to_owned();
        }
    }
    title.trim().to_owned()
}

fn visible(doc: &Document, stated: &[(String, &str)], site: &Site) -> Option<(NodeId, String)> {
    let mut best: Option<(f32, NodeId, String)> = None;
    for (tag, bonus) in [("h1", 0.3), ("h2", 0.0), ("h3", -0.1), ("h4", -0.2)] {
        for node in doc.get_elements_by_tag_name(doc.root(), tag).into_iter().take(80) {
            let Some(text) = words(doc, node, stated) else { continue };
            if text.chars().count() < 3 || site.is(&text) {
                continue;
            }
            let alike = stated.iter().map(|(t, _)| likeness(t, &text)).fold(0.0, f32::max);
            let named = is_named(doc, node);
            // an h1 that shares no word with any declaration is the name of the site or of a section
            let enough =
                if stated.is_empty() { tag == "h1" } else { alike >= if tag == "h1" { 0.35 } else { 0.7 } };
            if !(enough || named && tag == "h1") || tag != "h1" && is_inside(doc, node) {
                continue;
            }
            let score = alike + bonus + if named { 0.25 } else { 0.0 };
            if best.as_ref().is_none_or(|b| score > b.0) {
                best = Some((score, node, text));
            }
        }
    }
    best.map(|(_, node, text)| (node, text))
}

/// The words of a heading; where several things touch in it, those that the page calls its title.
fn words(doc: &Document, node: NodeId, stated: &[(String, &str)]) -> Option<String> {
    let (whole, parted) = (short_line(doc, node, 400)?, parted_line(doc, node, 400).unwrap_or_default());
    let alike = |part: &str| stated.iter().map(|(t, _)| likeness(t, part)).fold(0.0, f32::max);
    let best = parted.split(TOUCH).map(str::trim).max_by(|a, b| alike(a).total_cmp(&alike(b)));
    let clear = best.filter(|part| alike(part) > alike(&whole) && alike(part) > 0.9);
    Some(clear.map_or(whole, str::to_owned))
}

/// Whether prose stands before a heading under the same element: then it is one of the article's own.
fn is_inside(doc: &Document, node: NodeId) -> bool {
    let Some(parent) = doc.parent(node) else { return false };
    let before = doc.children(parent).into_iter().take_while(|n| *n != node);
    before.into_iter().any(|n| doc.tag_name(n) == "p" && doc.text_content(n).trim().len() > 80)
}

/// The innermost element whose whole text is the title, where no heading is.
fn shown(doc: &Document, title: &str) -> Option<NodeId> {
    let title = fold(title);
    let fits = |n: &&NodeId| {
        doc.children(**n).is_empty()
            && doc.tag_name(**n) != "title"
            && short_line(doc, **n, 400).is_some_and(|t| fold(&t) == title)
    };
    doc.iter(doc.root(), &["p", "div", "span", "strong", "b", "font", "a", "td"]).iter().find(fits).copied()
}

fn is_named(doc: &Document, node: NodeId) -> bool {
    let name = format!("{} {}", doc.class_name(node), doc.id_attr(node)).to_ascii_lowercase();
    let prop = doc.get_attribute(node, "itemprop").unwrap_or_default().to_ascii_lowercase();
    prop.contains("headline")
        || ["headline", "entry-title", "article-title", "post-title"].iter().any(|n| name.contains(n))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn title(html: &str) -> (String, String) {
        let doc = Document::parse(&format!("<meta property=og:site_name content='The Marsh Post'>{html}"));
        let declared = Declared::of(&doc);
        let found = headline(&doc, &declared, &Site::of(&declared, None)).title.unwrap();
        (found.value, found.method.into_owned())
    }

    #[test]
    fn what_is_seen_wins_over_what_is_declared() {
        let html = "<title>Ferry runs again - The Marsh Post</title><h1>The Marsh Post</h1><h1>Ferry runs again after storm</h1>";
        assert_eq!(title(html), ("Ferry runs again after storm".into(), "visible headline".into()));
        assert_eq!(
            title("<title>Ferry runs - The Marsh Post</title>"),
            ("Ferry runs".into(), "title element".into())
        );
    }

    #[test]
    fn a_heading_keeps_its_dots_and_its_times() {
        for heading in ["Live · Ferry runs again", "Ferry runs <time>on 5 April</time>"] {
            let bare = heading.replace("<time>", "").replace("</time>", "");
            assert_eq!(title(&format!("<title>{bare}</title><h1>{heading}</h1>")).0, bare);
        }
        let touching =
            "<title>Ferry runs again</title><h1><span>Ferry runs again</span><a>The Marsh Post</a></h1>";
        assert_eq!(title(touching).0, "Ferry runs again");
    }
}
