use super::{Block, Style, View, about, joined, piece};
use crate::Record;
use crate::compare::{Compared, Comparison};
use crate::render::counted;

/// What an article shares with others, each beside it. `of` says how many others there are in all.
///
/// ```
/// use reportedly::{Engine, ReadOptions};
/// use reportedly_records::{Record, render::view::copies};
///
/// let read = Engine::new(ReadOptions::default()).read_text("\u{201c}It held,\u{201d} said Mara Hale.");
/// let mut record = Record::new(&read.article, &read.reading, false);
/// record.title = Some("The pier".to_owned());
/// assert_eq!(copies(&record, &[], 0).title, "Copies of The pier");
/// ```
pub fn copies(record: &Record, found: &[Comparison], of: usize) -> View {
    let title = format!("Copies of {}", record.title.as_deref().unwrap_or(&record.doc_id));
    let mut blocks = vec![Block::Line(vec![piece(Style::Quiet, about(record))])];
    let shares = if of == 1 { "shares" } else { "share" };
    let told = match of {
        0 => "No other article of this library shares text with it.".to_owned(),
        _ if of > found.len() => format!(
            "{} of this library {shares} text with it; the {} with most are shown.",
            counted(of, "article"),
            found.len()
        ),
        _ => format!("{} of this library {shares} text with it.", counted(of, "article")),
    };
    blocks.push(Block::Line(vec![piece(Style::Plain, told)]));
    if of > 0 {
        blocks.push(Block::Line(vec![
            piece(Style::Struck, "Struck"),
            piece(Style::Plain, ": only in this article. "),
            piece(Style::New, "Underlined"),
            piece(Style::Plain, ": only in the other. Curly and straight quotation marks count as the same."),
        ]));
    }
    found.iter().for_each(|one| beside(one, &mut blocks));
    View { title, blocks }
}

fn beside(found: &Comparison, blocks: &mut Vec<Block>) {
    let [this, other] = &found.articles;
    blocks.push(Block::Heading(other.title.clone().unwrap_or_else(|| other.doc_id.clone())));
    let kinds: Vec<&str> = found.kinds.iter().map(|kind| how(kind)).collect();
    let passages = format!("{} ({})", counted(found.passages, "passage"), kinds.join(", "));
    let line = joined([Some(&*named(other)), Some(&*passages), Some(way(&found.direction))]);
    blocks.push(Block::Line(vec![piece(Style::Quiet, line)]));
    let list = |lines: Vec<(Style, &str)>| {
        Block::List(lines.into_iter().map(|(style, words)| vec![vec![piece(style, words)]]).collect())
    };
    if !found.evidence.is_empty() {
        blocks.push(list(found.evidence.iter().map(|e| (Style::Quiet, e.as_str())).collect()));
    }
    if !found.sourcing.is_empty() {
        blocks.push(Block::Line(vec![piece(Style::Source, "What changed in the sourcing")]));
        blocks.push(list(found.sourcing.iter().map(|c| (Style::Plain, c.told.as_str())).collect()));
    }
    if found.identical {
        blocks.push(Block::Line(vec![piece(Style::Source, "Identical: the texts do not differ.")]));
    }
    let heads = [format!("This article: {}", named(this)), format!("The other: {}", named(other))];
    blocks.push(Block::Compared(heads, found.parts.clone()));
}

/// Outlet and day, or else the headline.
fn named(article: &Compared) -> String {
    let known = joined([article.outlet.as_deref(), super::day(article.published_at.as_deref())]);
    match known.is_empty() {
        true => article.title.clone().unwrap_or_else(|| article.doc_id.clone()),
        false => known,
    }
}

fn how(kind: &str) -> &str {
    match kind {
        "copy" => "copied",
        "rewrite" => "rewritten",
        "same_quote" => "the same quotation",
        "boilerplate" => "standing lines",
        other => other,
    }
}

fn way(direction: &str) -> &'static str {
    match direction {
        "a_to_b" => "taken from this article",
        "b_to_a" => "this article took it",
        _ => "which way is unknown",
    }
}
