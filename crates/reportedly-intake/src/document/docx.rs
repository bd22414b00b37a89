//! Documents of Word (ECMA-376, WordprocessingML). What was deleted in tracked changes is left out, what was inserted stays.

use std::collections::HashMap;

use reportedly::article::Found;

use super::body::{Aside, Body, Style};
use super::xml::{Leaves, Tag, Visit, walk};
use super::{Document, Properties};
use crate::failure::Problem;
use crate::zip::Zip;

pub fn read(zip: &Zip) -> Result<Document, Problem> {
    let mut styles = Styles::default();
    walk(&zip.bytes("word/styles.xml")?.unwrap_or_default(), &mut styles)?;
    let mut text = Text::new(&styles);
    walk(&zip.bytes("word/document.xml")?.unwrap_or_default(), &mut text)?;
    let mut body = text.body;
    for name in zip.names().filter(|n| n.starts_with("word/")) {
        if let Some(aside) = aside(name) {
            let mut count = Text::new(&styles);
            walk(&zip.bytes(name)?.unwrap_or_default(), &mut count)?;
            let paragraphs = count.body.finish().0;
            body.count(aside, paragraphs.iter().map(|p| p.text.split_whitespace().count()).sum());
        }
    }
    let core = Leaves::of(zip.bytes("docProps/core.xml")?)?;
    let guessed = |name: &str, method: &'static str| core.get(name).map(|v| Found::guessed(v, method));
    let properties = Properties {
        title: guessed("title", "document property dc:title"),
        author: guessed("creator", "document property dc:creator"),
        created: guessed("created", "document property dcterms:created"),
        modified: guessed("modified", "document property dcterms:modified"),
        outlet: None,
        url: None,
    };
    let (paragraphs, left_out) = body.finish();
    Ok(Document { paragraphs, properties, left_out })
}

/// What a part beside the body holds, by its name.
fn aside(name: &str) -> Option<Aside> {
    match name.strip_prefix("word/")?.trim_end_matches(".xml").trim_end_matches(|c: char| c.is_ascii_digit())
    {
        "footnotes" => Some(Aside::Footnote),
        "endnotes" => Some(Aside::Endnote),
        "comments" => Some(Aside::Comment),
        "header" | "footer" => Some(Aside::Margin),
        _ => None,
    }
}

/// The styles by their ids, which Word translates; their names it does not.
#[derive(Default)]
struct Styles {
    ids: HashMap<String, (Style, Option<String>)>,
    id: String,
}

impl Styles {
    /// What a style is, itself or what it is based on.
    fn of(&self, id: &str) -> Style {
        let mut id = id;
        for _ in 0..8 {
            match self.ids.get(id) {
                Some((Style::Plain, Some(base))) => id = base,
                found => return found.map_or(Style::Plain, |(style, _)| *style),
            }
        }
        Style::Plain
    }
}

fn named(name: &str) -> Style {
    let name = name.to_ascii_lowercase();
    match () {
        () if name == "title" => Style::Title,
        () if name.starts_with("heading ") => Style::Heading,
        () if name.starts_with("toc ") || name.starts_with("table of ") => Style::Contents,
        () => Style::Plain,
    }
}

impl Visit for Styles {
    fn open(&mut self, name: &str, tag: &Tag) -> bool {
        match (name, tag.get("val")) {
            ("style", _) => self.id = tag.get("styleId").unwrap_or_default(),
            ("name", Some(name)) => self.ids.entry(self.id.clone()).or_default().0 = named(&name),
            ("basedOn", base @ Some(_)) => self.ids.entry(self.id.clone()).or_default().1 = base,
            _ => {}
        }
        true
    }

    fn words(&mut self, _: &str) {}
}

/// The words of a part.
struct Text<'a> {
    styles: &'a Styles,
    body: Body,
    in_properties: bool,
    in_text: bool,
    hidden: bool,
}

impl<'a> Text<'a> {
    fn new(styles: &'a Styles) -> Self {
        Self { styles, body: Body::default(), in_properties: false, in_text: false, hidden: false }
    }
}

impl Visit for Text<'_> {
    fn open(&mut self, name: &str, tag: &Tag) -> bool {
        let body = &mut self.body;
        match name {
            "p" => body.begin(),
            "pPr" => self.in_properties = true,
            "pStyle" => body.style(self.styles.of(&tag.get("val").unwrap_or_default())),
            // the mark at the end of a paragraph
            "del" if self.in_properties => body.joins_next = true,
            // the second form of what an old Word cannot show, and the letters above others
            "del" | "moveFrom" | "Fallback" | "rt" | "sectPr" => return false,
            "r" => self.hidden = false,
            "vanish" if !self.in_properties => {
                self.hidden = !matches!(tag.get("val").as_deref(), Some("0" | "false"));
            }
            "t" => self.in_text = !self.hidden,
            "tab" if !self.in_properties => body.push(" "),
            "br" | "cr" => body.push("\n"),
            "noBreakHyphen" => body.push("\u{2011}"),
            "footnoteReference" => body.refer(Aside::Footnote),
            "endnoteReference" => body.refer(Aside::Endnote),
            "commentReference" => body.refer(Aside::Comment),
            _ => {}
        }
        true
    }

    fn close(&mut self, name: &str) {
        match name {
            "p" => self.body.end(),
            "pPr" => self.in_properties = false,
            "t" => self.in_text = false,
            _ => {}
        }
    }

    fn words(&mut self, words: &str) {
        if self.in_text {
            self.body.push(words);
        }
    }
}
