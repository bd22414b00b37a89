//! Markup -> paragraphs. Ours, because quotations need the spaces and the line ends exactly where they are.

use trafilatura::dom::{Document, NodeId};

use crate::dom::{is_block, is_skipped, squeeze};
use crate::guard::GAP;

/// One paragraph and what it was made of.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Paragraph {
    pub text: String,
    /// How many bytes of it are links.
    pub linked: usize,
    /// A heading, a list item, ...: the nearest block.
    pub tag: &'static str,
    /// The nearest element that only holds others: a division, a section.
    pub container: Option<NodeId>,
}

/// The paragraphs under a node.
pub(crate) fn paragraphs(doc: &Document, node: NodeId) -> Vec<Paragraph> {
    let mut renderer =
        Renderer { doc, out: Vec::new(), line: String::new(), linked: 0, breaks: 0, container: Some(node) };
    renderer.walk(node, "p", false);
    renderer.end("p");
    renderer.out
}

struct Renderer<'d> {
    doc: &'d Document,
    out: Vec<Paragraph>,
    line: String,
    linked: usize,
    breaks: usize,
    container: Option<NodeId>,
}

impl Renderer<'_> {
    fn walk(&mut self, node: NodeId, block: &'static str, link: bool) {
        for child in self.doc.child_nodes(node) {
            if self.doc.is_text(child) {
                self.text(&self.doc.text_content(child), block, link);
                continue;
            }
            match self.doc.tag_name(child) {
                "br" => self.line_break(),
                "td" | "th" => {
                    self.line.push(' ');
                    self.walk(child, block, link);
                    self.line.push(' ');
                }
                tag if is_block(tag) => {
                    let (inner, outer) = (block_name(tag, block), self.container);
                    self.end(block);
                    if CONTAINERS.contains(&tag) {
                        self.container = Some(child);
                    }
                    self.walk(child, inner, link);
                    self.end(inner);
                    self.container = outer;
                }
                tag if is_skipped(tag) => {}
                "sup" if is_footnote(self.doc, child) => {
                    self.line.push_str(&format!(" [{}]", self.doc.text_content(child).trim()));
                }
                tag => self.walk(child, block, link || tag == "a"),
            }
        }
    }

    fn text(&mut self, text: &str, block: &'static str, link: bool) {
        if text.contains(|c: char| !c.is_whitespace() && c != GAP) {
            // two breaks in a row are the paragraph of old pages
            if self.breaks > 1 {
                self.end(block);
            } else if self.breaks == 1 {
                self.line.push('\n');
            }
            self.breaks = 0;
            if link {
                self.linked += text.trim().len();
            }
        }
        if block == "pre" { self.line.push_str(text) } else { self.line.extend(text.chars().map(one_line)) }
    }

    fn line_break(&mut self) {
        if !self.line.trim().is_empty() {
            self.breaks += 1;
        }
    }

    fn end(&mut self, tag: &'static str) {
        self.breaks = 0;
        let lines = self.line.split('\n').map(squeeze).filter(|l| !l.is_empty());
        let text = lines.collect::<Vec<_>>().join("\n");
        if !text.is_empty() {
            self.out.push(Paragraph { text, linked: self.linked, tag, container: self.container });
        }
        self.line.clear();
        self.linked = 0;
    }
}

/// A number that leads to a note.
fn is_footnote(doc: &Document, node: NodeId) -> bool {
    let text = doc.text_content(node);
    let number = text.trim().len() <= 3 && text.trim().parse::<u16>().is_ok();
    number && doc.query_selector(node, "a").is_some()
}

const CONTAINERS: [&str; 8] = ["div", "section", "article", "main", "td", "center", "aside", "body"];

fn one_line(c: char) -> char {
    if c == '\n' || c == '\r' { ' ' } else { c }
}

fn block_name(tag: &str, outer: &'static str) -> &'static str {
    match tag {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => "heading",
        "li" | "dd" | "dt" => "li",
        "tr" => "tr",
        "pre" => "pre",
        "blockquote" => "blockquote",
        "figcaption" => "figcaption",
        // a paragraph in a list item is the list item
        _ if outer == "li" || outer == "blockquote" => outer,
        _ => "p",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn render(html: &str) -> Vec<String> {
        let doc = Document::parse(html);
        paragraphs(&doc, doc.body().unwrap()).into_iter().map(|p| p.text).collect()
    }

    #[test]
    fn inline_markup_adds_no_space() {
        assert_eq!(render("<p>“<em>No</em>,” <a href=x>she</a>\n said.</p>"), ["“No,” she said."]);
    }

    #[test]
    fn blocks_and_double_breaks_are_paragraphs() {
        let html = "<h2>Sub</h2>one<br>line<br><br>two<ul><li>a<li><p>b</p></ul><blockquote>c</blockquote>d";
        assert_eq!(render(html), ["Sub", "one\nline", "two", "a", "b", "c", "d"]);
    }
}
