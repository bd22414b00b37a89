//! Text documents of OpenDocument 1.3. What was deleted in tracked changes is left out, what was inserted stays.

use std::collections::HashMap;

use reportedly::article::Found;

use super::body::{Aside, Body, Style};
use super::xml::{Leaves, Tag, Visit, walk};
use super::{Document, Properties};
use crate::failure::Problem;
use crate::zip::Zip;

pub fn read(zip: &Zip) -> Result<Document, Problem> {
    let manifest = zip.bytes("META-INF/manifest.xml")?.unwrap_or_default();
    if String::from_utf8_lossy(&manifest).contains("encryption-data") {
        return Err(Problem::Encrypted);
    }
    let mut text = Text::default();
    walk(&zip.bytes("content.xml")?.unwrap_or_default(), &mut text)?;
    let mut margins = Margins::default();
    walk(&zip.bytes("styles.xml")?.unwrap_or_default(), &mut margins)?;
    text.body.count(Aside::Margin, margins.words);
    let meta = Leaves::of(zip.bytes("meta.xml")?)?;
    let guessed = |name: &str, method: &'static str| meta.get(name).map(|v| Found::guessed(v, method));
    let properties = Properties {
        title: guessed("title", "document property dc:title"),
        author: guessed("initial-creator", "document property meta:initial-creator"),
        created: guessed("creation-date", "document property meta:creation-date"),
        modified: guessed("date", "document property dc:date"),
        outlet: None,
        url: None,
    };
    let (paragraphs, left_out) = text.body.finish();
    Ok(Document { paragraphs, properties, left_out })
}

/// The words of the body.
#[derive(Default)]
struct Text {
    body: Body,
    /// The style that a style of this document is based on.
    parents: HashMap<String, String>,
    /// Within something that is left out: what it is, its words, and how many of its tags are open.
    aside: Option<(Aside, usize, usize)>,
}

impl Text {
    fn style(&self, tag: &Tag) -> Style {
        let own = tag.get("style-name").unwrap_or_default();
        let name = self.parents.get(&own).unwrap_or(&own);
        match name.split('_').next().unwrap_or_default() {
            "Title" => Style::Title,
            "Heading" => Style::Heading,
            "Contents" => Style::Contents,
            _ => Style::Plain,
        }
    }
}

impl Visit for Text {
    fn open(&mut self, name: &str, tag: &Tag) -> bool {
        if let Some((_, _, open)) = &mut self.aside {
            let counts =
                !matches!(name, "note-citation" | "creator" | "date" | "date-string" | "creator-initials");
            *open += usize::from(counts);
            return counts;
        }
        match name {
            "style" => {
                let named = tag.get("name").zip(tag.get("parent-style-name"));
                self.parents.extend(named);
            }
            "p" => {
                let style = self.style(tag);
                self.body.begin();
                self.body.style(style);
            }
            "h" => {
                self.body.begin();
                self.body.style(Style::Heading);
            }
            "note" | "annotation" => {
                let aside = match (name, tag.get("note-class").as_deref()) {
                    ("annotation", _) => Aside::Comment,
                    (_, Some("endnote")) => Aside::Endnote,
                    _ => Aside::Footnote,
                };
                self.body.refer(aside);
                self.aside = Some((aside, 0, 1));
            }
            "s" | "tab" => self.body.push(" "),
            "line-break" => self.body.push("\n"),
            // the deleted words stand apart; a title and a description belong to a picture
            "tracked-changes" | "table-of-content" | "title" | "desc" | "binary-data" | "ruby-text" => {
                return false;
            }
            _ => {}
        }
        true
    }

    fn close(&mut self, name: &str) {
        if let Some((aside, words, open)) = &mut self.aside {
            *open -= 1;
            if *open == 0 {
                self.body.count(*aside, *words);
                self.aside = None;
            }
        } else if matches!(name, "p" | "h") {
            self.body.end();
        }
    }

    fn words(&mut self, words: &str) {
        match &mut self.aside {
            Some((_, count, _)) => *count += words.split_whitespace().count(),
            // a line of the file is no line of the text
            None => self.body.push(&words.replace(['\n', '\r'], " ")),
        }
    }
}

/// How many words stand in the headers and footers of the pages.
#[derive(Default)]
struct Margins {
    open: usize,
    words: usize,
}

impl Visit for Margins {
    fn open(&mut self, name: &str, _: &Tag) -> bool {
        self.open += usize::from(self.open > 0 || name.starts_with("header") || name.starts_with("footer"));
        true
    }

    fn close(&mut self, _: &str) {
        self.open = self.open.saturating_sub(1);
    }

    fn words(&mut self, words: &str) {
        if self.open > 0 {
            self.words += words.split_whitespace().count();
        }
    }
}
