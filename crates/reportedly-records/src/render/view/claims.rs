use std::collections::HashMap;

use super::{Block, Piece, Style, View, joined, piece};
use crate::Claim;
use crate::render::{counted, letter};

const LETTERS: &str = "P a person, O an organization, M a medium, D a document, U a source without a name, C a group, \
     A the author, – no source given. What is said is attributed to its source; it is not said to be true.";

/// A claim with what is known about its article.
#[derive(Clone, Debug, PartialEq)]
pub struct Said<'r> {
    /// The claim.
    pub claim: &'r Claim,
    /// Outlet, day, headline, address: whatever names the article.
    pub article: String,
    /// The id of the article.
    pub doc_id: &'r str,
}

/// Claims of many articles, in their order. Those with the same words of the same source stand together, with
/// their number; none is left out. `about` says what was asked and whether this is all.
///
/// ```
/// use reportedly::{Engine, ReadOptions};
/// use reportedly_records::Record;
/// use reportedly_records::render::view::{Said, claims};
///
/// let read = Engine::new(ReadOptions::default()).read_text("\u{201c}It held,\u{201d} said Mara Hale.");
/// let record = Record::new(&read.article, &read.reading, false);
/// let said = Said { claim: &record.claims[0], article: "The Quay".to_owned(), doc_id: &record.doc_id };
/// assert_eq!(claims("Mara Hale", "All that she said.", &[said]).title, "Mara Hale");
/// ```
pub fn claims(title: &str, about: &str, said: &[Said]) -> View {
    let mut places: HashMap<(String, String), usize> = HashMap::new();
    let mut groups: Vec<Vec<&Said>> = Vec::new();
    for one in said {
        let at = *places.entry(same(one.claim)).or_insert(groups.len());
        match groups.get_mut(at) {
            Some(group) => group.push(one),
            None => groups.push(vec![one]),
        }
    }
    let mut blocks = vec![Block::Line(vec![piece(Style::Quiet, about)])];
    blocks.push(Block::Line(vec![piece(Style::Quiet, LETTERS)]));
    blocks.push(Block::List(groups.iter().map(|group| item(group)).collect()));
    View { title: title.to_owned(), blocks }
}

/// Articles by what names them.
pub fn articles(title: &str, about: &str, named: impl IntoIterator<Item = String>) -> View {
    let items = named.into_iter().map(|words| vec![vec![piece(Style::Plain, words)]]);
    let blocks = vec![Block::Line(vec![piece(Style::Quiet, about)]), Block::List(items.collect())];
    View { title: title.to_owned(), blocks }
}

/// Words without case and marks, and who says them.
fn same(claim: &Claim) -> (String, String) {
    let words = claim.content_words().to_lowercase();
    let words: Vec<&str> = words.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    // a denial is never folded into a statement
    (words.join(" "), [Some(claim.who()), claim.status()].into_iter().flatten().collect::<Vec<_>>().join(" "))
}

fn item(group: &[&Said]) -> Vec<Vec<Piece>> {
    let mut lines = Vec::new();
    if let Some(first) = group.first() {
        lines.push(vec![
            piece(Style::Badge, letter(first.claim)),
            piece(Style::Source, first.claim.who()),
            piece(Style::Plain, how(first.claim)),
            piece(Style::Plain, format!(": {}", first.claim.content_words())),
        ]);
    }
    if group.len() > 1 {
        lines.push(vec![piece(Style::Quiet, format!("{} with these words:", counted(group.len(), "page")))]);
    }
    lines.extend(group.iter().map(|said| vec![piece(Style::Quiet, place(said))]));
    lines
}

/// " [denies] denied": what the source does, and by which words.
fn how(claim: &Claim) -> String {
    let status = claim.status().map(|status| format!("[{status}]"));
    let cue = Some(claim.cue_words().to_owned()).filter(|cue| !cue.is_empty());
    [status, cue].into_iter().flatten().map(|words| format!(" {words}")).collect()
}

/// Whether it is quoted, and where it stands.
fn place(said: &Said) -> String {
    let claim = said.claim;
    let bounds = claim.content.first().zip(claim.content.last());
    let at =
        bounds.map(|(first, last)| format!("characters {}–{} of {}", first.start, last.end, said.doc_id));
    joined([Some(claim.mode.as_str()), Some(&said.article), at.as_deref()])
}
