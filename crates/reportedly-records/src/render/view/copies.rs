use super::differences::differences;
use super::{Block, Style, View, about, piece};
use crate::render::counted;
use crate::{Record, Reuse};

/// What an article shares with others, side by side, the differences marked. `rows` are those of
/// [`crate::reuse_rows`] with the article as `doc_a`; `of` says how many others there are in all.
pub fn copies(record: &Record, others: &[Record], of: usize, rows: &[Reuse]) -> View {
    let title = format!("Copies of {}", record.title.as_deref().unwrap_or(&record.doc_id));
    let mut blocks = vec![Block::Line(vec![piece(Style::Quiet, about(record))])];
    let told = match of {
        0 => "No other article of this library shares text with it.".to_owned(),
        _ => format!(
            "{} of this library {} text with it{}. Struck words stand only in this article, underlined ones only \
             in the other.",
            counted(of, "article"),
            if of == 1 { "shares" } else { "share" },
            if of > others.len() {
                format!("; the {} with most are shown", others.len())
            } else {
                String::new()
            }
        ),
    };
    blocks.push(Block::Line(vec![piece(Style::Plain, told)]));
    for other in others {
        let own: Vec<&Reuse> = rows.iter().filter(|row| row.doc_b == other.doc_id).collect();
        blocks.push(Block::Heading(other.title.clone().unwrap_or_else(|| other.doc_id.clone())));
        let way = own.first().map_or("", |row| way(&row.direction));
        let line = [about(other), counted(own.len(), "passage"), way.to_owned()].join(" · ");
        blocks.push(Block::Line(vec![piece(Style::Quiet, line)]));
        let evidence = own.first().map_or(&[][..], |row| &row.evidence);
        if !evidence.is_empty() {
            let items = evidence.iter().map(|e| vec![vec![piece(Style::Quiet, e.as_str())]]);
            blocks.push(Block::List(items.collect()));
        }
        own.iter().for_each(|row| passage(record, other, row, &mut blocks));
    }
    View { title, blocks }
}

fn way(direction: &str) -> &'static str {
    match direction {
        "a_to_b" => "taken from this article",
        "b_to_a" => "this article took it",
        _ => "which way is unknown",
    }
}

fn passage(record: &Record, other: &Record, row: &Reuse, blocks: &mut Vec<Block>) {
    let kind = row.kind.replace('_', " ");
    let told = format!(
        "{kind}, {:.0}% of the words agree: characters {}–{} and {}–{}",
        100.0 * row.similarity,
        row.begin_a,
        row.end_a,
        row.begin_b,
        row.end_b
    );
    blocks.push(Block::Line(vec![piece(Style::Quiet, told)]));
    let words = |text: &str, from: u32, to: u32| -> String {
        text.chars().skip(from as usize).take(to.saturating_sub(from) as usize).collect()
    };
    let sides = differences(
        &words(&record.text, row.begin_a, row.end_a),
        &words(&other.text, row.begin_b, row.end_b),
    );
    blocks.push(Block::Sides(sides));
}
