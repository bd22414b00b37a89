//! The byline: names of persons only.

use trafilatura::dom::{Document, NodeId};

use crate::declared::Declared;
use crate::dom::{TOUCH, at_the_top, fold, parted_line};
use crate::names::{after_by, after_foreign_by, after_mark, is_single, names};
use reportedly_core::article::Found;

/// Finds the names of the authors.
pub(crate) fn byline(
    doc: &Document,
    declared: &Declared,
    headline: Option<NodeId>,
    outlet: Option<&str>,
    english: bool,
) -> Option<Found<Vec<String>>> {
    let outlet = outlet.map(fold).unwrap_or_default();
    let clean = |texts: Vec<String>, method| {
        let mut all: Vec<String> = Vec::new();
        for name in texts.iter().flat_map(|t| names(t)) {
            let folded = fold(&name);
            let known = all.iter().any(|n| fold(n) == folded);
            let of_outlet = !outlet.is_empty() && (folded == outlet || outlet.contains(&folded));
            if !known && !of_outlet {
                all.push(name);
            }
        }
        (!all.is_empty()).then(|| Found::stated(all, method))
    };
    let meta = |name: &str| declared.meta(name).map(str::to_owned).collect::<Vec<_>>();
    clean(visible(doc, headline, english, true), "visible byline")
        .or_else(|| clean(declared.authors(), "json-ld"))
        .or_else(|| clean(meta("author"), "meta author"))
        .or_else(|| clean(meta("article:author"), "article:author"))
        .or_else(|| clean(meta("parsely-author"), "parsely-author"))
        .or_else(|| clean(meta("sailthru.author"), "sailthru.author"))
        .or_else(|| clean(meta("dc.creator"), "dc.creator"))
        .or_else(|| clean(meta("byl"), "byl"))
        .or_else(|| clean(visible(doc, headline, english, false), "visible byline"))
}

/// How many elements after the headline, and before it, may hold the byline.
const NEAR: (usize, usize) = (160, 40);
/// How many elements the marks of several authors lie apart.
const TOGETHER: usize = 14;

/// The names that a reader sees near the headline; `top`: before the article is well under way.
fn visible(doc: &Document, headline: Option<NodeId>, english: bool, top: bool) -> Vec<String> {
    let Some(headline) = headline else { return Vec::new() };
    let order = doc.iter(doc.root(), &[]);
    let Some(at) = order.iter().position(|n| *n == headline) else { return Vec::new() };
    let after = &order[at + 1..order.len().min(at + NEAR.0)];
    let after = if top { at_the_top(doc, after) } else { after };
    let before = &order[at.saturating_sub(NEAR.1)..at];
    for near in [after, before] {
        let (line, marked) = (by_line(doc, near, english), marked(doc, near));
        let found = if line.iter().all(|n| marked.contains(n)) { marked } else { line };
        if !found.is_empty() {
            return found;
        }
    }
    Vec::new()
}

/// A line "By NAME": the element that begins so and gives most names.
fn by_line(doc: &Document, near: &[NodeId], english: bool) -> Vec<String> {
    let mut best: Vec<String> = Vec::new();
    let mut first = None;
    for (i, node) in near.iter().enumerate() {
        if first.is_some_and(|f| i > f + TOGETHER) {
            break;
        }
        let Some(text) = parted_line(doc, *node, 200) else { continue };
        let text = with_by(text);
        let parts = text.split(" - ").flat_map(|t| t.split(['|', '•', TOUCH]));
        let found = parts
            .filter_map(|t| after_by(t.trim()).or_else(|| after_foreign_by(t.trim()).filter(|_| !english)))
            .map(names)
            .find(|n| !n.is_empty());
        if let Some(found) = found {
            first = first.or(Some(i));
            if found.len() > best.len() {
                best = found;
            }
        }
    }
    best
}

/// "By" in an element of its own goes with what it touches.
fn with_by(text: String) -> String {
    match text.split_once(TOUCH) {
        Some((by, rest)) if after_by(&format!("{by} ")).is_some_and(str::is_empty) => format!("{by} {rest}"),
        _ => text,
    }
}

/// The elements that the page marks as author.
fn marked(doc: &Document, near: &[NodeId]) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    let mut last = None;
    for (i, node) in near.iter().enumerate() {
        if last.is_some_and(|l| i > l + TOGETHER) {
            break;
        }
        let class = doc.class_name(*node).to_ascii_lowercase();
        let attribute = |name| doc.get_attribute(*node, name).unwrap_or_default().to_ascii_lowercase();
        let author = attribute("rel").contains("author")
            || attribute("itemprop") == "author"
            || class.contains("vcard");
        if !author && !["author", "byline", "contributor", "autor"].iter().any(|n| class.contains(n))
            || class.contains("bio")
        {
            continue;
        }
        let Some(text) = parted_line(doc, *node, 160) else { continue };
        let alone = after_mark(&text);
        let mut found = names(alone);
        if found.is_empty() && author && all.is_empty() && is_single(alone) {
            found.push(alone.to_owned());
        }
        if !found.is_empty() {
            last = Some(i);
            for name in found {
                // the mark inside says more exactly where the name ends
                match all.iter_mut().find(|n| n.starts_with(&name)) {
                    Some(longer) => *longer = name,
                    None => all.push(name),
                }
            }
        }
    }
    all
}
