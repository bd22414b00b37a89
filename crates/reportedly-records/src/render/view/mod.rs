//! Every view but the article's as one self-contained page: no script, no outside request, everything escaped.
//!
//! A [`View`] is what is shown, in blocks and pieces that know nothing of markup; [`View::html`] is the only
//! place that writes them. The functions beside it make a view of records: [`claims`], [`copies`], [`trace`].

mod claims;
mod compared;
mod copies;
mod dossier;
mod trace;

use std::fmt::Write;

pub use claims::{Said, articles, claims};
pub use copies::copies;
pub use dossier::{dossier, question};
pub use trace::trace;

use super::escaped::escaped;
use super::html::{foot, head};
use crate::Record;
use crate::compare::Part;

/// What is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// The headline.
    pub title: String,
    /// What stands below it.
    pub blocks: Vec<Block>,
}

/// A part of a view.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Block {
    /// A heading.
    Heading(String),
    /// A paragraph.
    Line(Vec<Piece>),
    /// A list; each item has lines.
    List(Vec<Vec<Vec<Piece>>>),
    /// Two articles side by side: their heads, and their paragraphs.
    Compared([String; 2], Vec<Part>),
    /// A table: its heads, and its rows of cells.
    Table(Vec<&'static str>, Vec<Vec<Vec<Piece>>>),
}

/// Words in one style.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The words.
    pub words: String,
    /// How they are shown.
    pub style: Style,
    /// The address that they lead to.
    pub link: Option<String>,
}

/// How words are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Style {
    /// As running text.
    Plain,
    /// As who says it.
    Source,
    /// As an aside.
    Quiet,
    /// As the letter of a kind of source.
    Badge,
    /// Only in the first of two articles.
    Struck,
    /// Only in the second one.
    New,
}

fn piece(style: Style, words: impl Into<String>) -> Piece {
    Piece { words: words.into(), style, link: None }
}

/// Words that lead to an address of the web, if they have one.
fn linked(words: impl Into<String>, address: Option<&str>) -> Piece {
    let web = address.filter(|a| a.starts_with("https://") || a.starts_with("http://"));
    Piece { link: web.map(str::to_owned), ..piece(Style::Plain, words) }
}

impl View {
    /// The whole page.
    ///
    /// ```
    /// use reportedly_records::render::view::articles;
    ///
    /// let page = articles("Pier", "Two articles.", ["Quay · Pier".to_owned(), "Post · Pier".to_owned()]).html();
    /// assert!(page.starts_with("<!doctype html>") && page.contains("Post · Pier"));
    /// ```
    pub fn html(&self) -> String {
        let mut out = head(&self.title);
        let _ = writeln!(out, "<article class=\"view\">\n<h1 dir=\"auto\">{}</h1>", escaped(&self.title));
        self.blocks.iter().for_each(|block| block.write(&mut out));
        out.push_str("</article>\n");
        out.push_str(foot());
        out
    }
}

impl Block {
    fn write(&self, out: &mut String) {
        let _ = match self {
            Self::Heading(words) => writeln!(out, "<h2 dir=\"auto\">{}</h2>", escaped(words)),
            Self::Line(pieces) => writeln!(out, "<p dir=\"auto\">{}</p>", line(pieces)),
            Self::List(items) => {
                let lines =
                    |item: &Vec<Vec<Piece>>| item.iter().map(|l| line(l)).collect::<Vec<_>>().join("<br>");
                let items = items.iter().map(|item| format!("<li dir=\"auto\">{}</li>\n", lines(item)));
                writeln!(out, "<ul>\n{}</ul>", items.collect::<String>())
            }
            Self::Compared(heads, parts) => writeln!(out, "{}", compared::html(heads, parts)),
            Self::Table(heads, rows) => {
                let heads: String =
                    heads.iter().map(|h| format!("<th scope=\"col\">{}</th>", escaped(h))).collect();
                let cell = |pieces: &Vec<Piece>| format!("<td dir=\"auto\">{}</td>", line(pieces));
                let row = |row: &Vec<Vec<Piece>>| {
                    format!("<tr>{}</tr>\n", row.iter().map(cell).collect::<String>())
                };
                let rows: String = rows.iter().map(row).collect();
                writeln!(out, "<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>")
            }
        };
    }
}

fn line(pieces: &[Piece]) -> String {
    let one = |piece: &Piece| {
        let words = match &piece.link {
            Some(address) => {
                format!("<a href=\"{}\" rel=\"noreferrer\">{}</a>", escaped(address), escaped(&piece.words))
            }
            None => escaped(&piece.words),
        };
        match piece.style {
            Style::Plain => words,
            Style::Source => format!("<b>{words}</b>"),
            Style::Quiet => format!("<small>{words}</small>"),
            Style::Badge => format!("<span class=\"badge\">{words}</span>"),
            Style::Struck => format!("<del>{words}</del>"),
            Style::New => format!("<ins>{words}</ins>"),
        }
    };
    pieces.iter().map(one).collect()
}

fn about(record: &Record) -> String {
    let title = record.title.as_deref().unwrap_or(&record.doc_id);
    let address = record.canonical_url.as_deref().or(record.url.as_deref());
    named(record.outlet.as_deref(), record.published_at.as_deref(), Some(title), address)
}

/// The same without its address.
fn called(record: &Record) -> String {
    let id = record.outlet.is_none().then_some(record.doc_id.as_str());
    named(record.outlet.as_deref(), record.published_at.as_deref(), record.title.as_deref().or(id), None)
}

/// `Courier · 2031-03-14 · Fire at the hall · https://courier.example/fire`, as far as it is known.
///
/// ```
/// use reportedly_records::render::view::named;
///
/// assert_eq!(named(Some("Courier"), None, Some("Fire at the hall"), None), "Courier · Fire at the hall");
/// ```
pub fn named(
    outlet: Option<&str>,
    published_at: Option<&str>,
    title: Option<&str>,
    url: Option<&str>,
) -> String {
    joined([outlet, day(published_at), title, url])
}

fn joined<'w>(parts: impl IntoIterator<Item = Option<&'w str>>) -> String {
    parts.into_iter().flatten().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn day(date: Option<&str>) -> Option<&str> {
    date.map(|d| d.get(..10).unwrap_or(d))
}
