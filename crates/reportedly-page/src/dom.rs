//! A little more reach over the parsed page.

use crate::guard::GAP;
use trafilatura::dom::{Document, NodeId};

const SKIPPED: &[&str] = &["script", "style", "noscript", "template", "svg", "head", "button", "select"];
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "html",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];

/// Whether a tag begins a line of its own.
pub(crate) fn is_block(tag: &str) -> bool {
    BLOCKS.contains(&tag)
}

/// Whether nothing inside a tag is read.
pub(crate) fn is_skipped(tag: &str) -> bool {
    SKIPPED.contains(&tag)
}

/// The text under a node on one line, blocks and breaks apart.
pub(crate) fn line(doc: &Document, node: NodeId) -> String {
    let mut line = Line::new(doc, usize::MAX, false);
    line.add(node);
    squeeze(&line.out)
}

/// The text under a node on one line where it is no longer than `max` characters; `None` costs little.
pub(crate) fn short_line(doc: &Document, node: NodeId, max: usize) -> Option<String> {
    Line::new(doc, max, false).short(node)
}

/// The same, with a mark where two elements touch without a space: neighbours are other things ("By", a name, a role).
/// Times are left out.
pub(crate) fn parted_line(doc: &Document, node: NodeId, max: usize) -> Option<String> {
    Line::new(doc, max, true).short(node)
}

/// Between what stands in two elements that touch.
pub(crate) const TOUCH: char = '·';

/// Text that is collected.
struct Line<'d> {
    doc: &'d Document,
    out: String,
    /// The most characters that are wanted.
    max: usize,
    parted: bool,
    /// An element began or ended since the last text.
    edge: bool,
}

impl<'d> Line<'d> {
    fn new(doc: &'d Document, max: usize, parted: bool) -> Self {
        Self { doc, out: String::new(), max, parted, edge: false }
    }

    fn short(mut self, node: NodeId) -> Option<String> {
        let whole = self.add(node);
        whole.then(|| squeeze(&self.out)).filter(|s| !s.is_empty() && s.chars().count() <= self.max)
    }

    /// Adds what stands under a node; false as soon as it is too long.
    fn add(&mut self, node: NodeId) -> bool {
        // white space counts until it is squeezed
        let room = self.max.saturating_mul(16);
        for child in self.doc.child_nodes(node) {
            if self.out.len() > room {
                return false;
            }
            if self.doc.is_text(child) {
                self.text(&self.doc.text_content(child));
                continue;
            }
            let tag = self.doc.tag_name(child);
            if is_skipped(tag) {
                continue;
            }
            let apart = if is_block(tag) || tag == "br" { " " } else { "" };
            self.out.push_str(apart);
            self.edge = true;
            if self.parted && tag == "time" {
                // a number ends a byline
                self.out.push_str(" · 0 · ");
            } else if !self.add(child) {
                return false;
            }
            self.edge = true;
            self.out.push_str(apart);
        }
        self.out.len() <= room
    }

    fn text(&mut self, text: &str) {
        let touch = self.out.ends_with(char::is_alphanumeric) && text.starts_with(char::is_alphanumeric);
        if self.parted && self.edge && touch {
            self.out.push(TOUCH);
        }
        self.edge &= text.is_empty();
        self.out.push_str(text);
    }
}

/// Paragraphs of prose after which a headline's byline and date have been passed.
const INTO_THE_ARTICLE: usize = 3;

/// The nodes before the article is well under way: what stands behind belongs to other pages as likely.
pub(crate) fn at_the_top<'n>(doc: &Document, nodes: &'n [NodeId]) -> &'n [NodeId] {
    let mut prose = 0;
    let end = nodes.iter().position(|&n| {
        let tag = doc.tag_name(n);
        prose += usize::from(tag == "p" && doc.text_content(n).trim().len() > 120);
        prose >= INTO_THE_ARTICLE || tag == "h1"
    });
    nodes.get(..end.unwrap_or(nodes.len())).unwrap_or(nodes)
}

/// White space made single; what has no width is left out, apart from joiners, which belong to letters.
pub(crate) fn squeeze(s: &str) -> String {
    let mut out = String::with_capacity(s.len());
    for c in s.chars() {
        if matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}') {
            continue;
        }
        if !c.is_whitespace() && c != GAP {
            out.push(c);
        } else if !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
    }
    if out.ends_with(' ') {
        out.pop();
    }
    out
}

/// A text as it was before it was escaped for markup.
pub(crate) fn unescape(s: &str) -> String {
    if !s.contains('&') && !s.contains('<') {
        return squeeze(s);
    }
    let doc = Document::parse(s);
    doc.body().map_or_else(|| squeeze(s), |body| line(&doc, body))
}

/// Lower case, letters and digits only: for comparing two wordings.
pub(crate) fn fold(s: &str) -> String {
    let kept = s.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' });
    squeeze(&kept.flat_map(char::to_lowercase).collect::<String>())
}

/// How much two wordings have in common, from 0 to 1 (Dice over words).
pub(crate) fn likeness(a: &str, b: &str) -> f32 {
    let (a, b) = (fold(a), fold(b));
    let (a, mut b): (Vec<&str>, Vec<&str>) = (a.split(' ').collect(), b.split(' ').collect());
    let total = a.len() + b.len();
    let mut same = 0;
    for word in &a {
        if let Some(at) = b.iter().position(|w| w == word) {
            b.swap_remove(at);
            same += 1;
        }
    }
    2.0 * same as f32 / total.max(1) as f32
}
