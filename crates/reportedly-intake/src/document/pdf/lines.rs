//! From pieces on baselines to paragraphs. Pieces are taken in the order in which they are drawn, which is that of reading
//! in nearly all files; a column ends where the next line stands higher or beside.

use super::hyphen::Words;
use super::{Piece, Sheet};
use crate::document::body::{Paragraph, Style, squeezed};

/// Letters that differ by more than this share of their size are not of one paragraph.
const OTHER_SIZE: f64 = 0.12;
/// A distance of lines beyond this many of the usual ones begins a paragraph.
const WIDE_STEP: f64 = 1.25;
/// Letters of a heading are at least so much larger than most.
const HEADING: f64 = 1.15;

/// A line, and where the column that it stands in ends.
struct Line<'a> {
    piece: &'a Piece,
    page: usize,
    column: usize,
}

/// Lines below each other in letters of one size.
#[derive(Default)]
struct Column {
    left: f64,
    right: f64,
    /// The usual distance of two baselines.
    step: f64,
}

pub fn paragraphs(sheets: &[Sheet]) -> Vec<Paragraph> {
    let mut lines = Vec::new();
    for (page, sheet) in sheets.iter().enumerate() {
        let words = sheet.pieces.iter().filter(|piece| !piece.text.trim().is_empty());
        lines.extend(words.map(|piece| Line { piece, page, column: 0 }));
    }
    let columns = columns(&mut lines);
    let words = Words::of(lines.iter().map(|line| line.piece.text.as_str()));
    let usual = usual_size(&lines);
    let is_word = |line: &&Line| line.piece.text.chars().filter(|c| c.is_alphabetic()).count() > 3;
    let largest = lines.iter().filter(is_word).map(|line| line.piece.size).fold(0.0, f64::max);
    let mut out: Vec<Paragraph> = Vec::new();
    let mut last: Option<&Line> = None;
    for line in &lines {
        let text = line.piece.text.as_str();
        match (out.last_mut(), last.filter(|last| goes_on(last, line, &columns))) {
            (Some(paragraph), Some(_)) => words.join(&mut paragraph.text, text),
            _ => {
                let style = match line.piece.size {
                    size if size <= usual * HEADING => Style::Plain,
                    size if size < largest * 0.98 => Style::Heading,
                    _ => Style::Title,
                };
                out.push(Paragraph { text: text.trim_start().to_owned(), style });
            }
        }
        last = Some(line);
    }
    for paragraph in &mut out {
        paragraph.text = squeezed(&paragraph.text.replace('\u{ad}', ""));
    }
    out.retain(|paragraph| paragraph.text.chars().any(|c| c.is_alphanumeric()));
    out
}

/// The size of most letters.
fn usual_size(lines: &[Line]) -> f64 {
    let mut sizes: Vec<(f64, usize)> = lines.iter().map(|l| (l.piece.size, l.piece.text.len())).collect();
    sizes.sort_by(|a, b| a.0.total_cmp(&b.0));
    let half = sizes.iter().map(|(_, n)| n).sum::<usize>() / 2;
    let mut so_far = 0;
    let middle = sizes.iter().find(|(_, n)| {
        so_far += n;
        so_far > half
    });
    middle.map_or(0.0, |(size, _)| *size)
}

fn columns(lines: &mut [Line]) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::new();
    let mut from = 0;
    for at in 1..=lines.len() {
        if at < lines.len() && is_below(&lines[at - 1], &lines[at]) {
            continue;
        }
        let of = &mut lines[from..at];
        let mut steps: Vec<f64> = of.windows(2).map(|w| w[1].piece.y - w[0].piece.y).collect();
        steps.sort_by(f64::total_cmp);
        // two or three lines do not tell what is usual
        let widest = if steps.len() < 3 { 1.6 * of.first().map_or(0.0, |l| l.piece.size) } else { f64::MAX };
        columns.push(Column {
            left: of.iter().map(|l| l.piece.left).fold(f64::MAX, f64::min),
            right: of.iter().map(|l| l.piece.right).fold(f64::MIN, f64::max),
            step: steps.get(steps.len() / 4).copied().unwrap_or(f64::MAX).min(widest),
        });
        of.iter_mut().for_each(|line| line.column = columns.len() - 1);
        from = at;
    }
    columns
}

fn is_other_size(a: &Piece, b: &Piece) -> bool {
    (a.size - b.size).abs() > OTHER_SIZE * a.size.max(b.size)
}

/// Whether a line stands below another in the same column.
fn is_below(a: &Line, b: &Line) -> bool {
    let (p, q) = (a.piece, b.piece);
    let beside = q.left > p.right || q.right < p.left;
    a.page == b.page && q.y > p.y + 0.3 * p.size && !beside && !is_other_size(p, q)
}

/// Whether a line goes on with the paragraph of the one before it.
fn goes_on(a: &Line, b: &Line, columns: &[Column]) -> bool {
    let (Some(column), p, q) = (columns.get(a.column), a.piece, b.piece) else { return false };
    if is_other_size(p, q) || is_item(&q.text) {
        return false;
    }
    // whether the next word would still have gone into the line, so that something else ended it
    let word = q.text.split_whitespace().next().unwrap_or_default().chars().count() as f64;
    let width = (q.right - q.left) / q.text.chars().count().max(1) as f64;
    let is_short = column.right - p.right > word * width + 0.5 * p.size;
    if a.column == b.column {
        let indented = q.left - column.left > 0.7 * q.size
            && (q.left - p.left).abs() > 0.5 * q.size
            && !is_item(&p.text);
        let apart = q.y - p.y > WIDE_STEP * column.step;
        return !(apart || indented || is_short && ends_sentence(&p.text));
    }
    let elsewhere = a.page != b.page || q.y < p.y - 0.3 * p.size;
    let small = q.text.trim_start().starts_with(|c: char| c.is_lowercase());
    elsewhere && !ends_sentence(&p.text) && (small || !is_short)
}

/// Whether a line may be the last one of a paragraph.
fn ends_sentence(text: &str) -> bool {
    let closing = ['”', '’', '"', '\'', ')', ']', '»', ' '];
    text.trim_end_matches(closing).ends_with(['.', '!', '?', '…', ':'])
}

/// Whether a line begins as an item of a list does.
fn is_item(text: &str) -> bool {
    text.trim_start().starts_with(['•', '▪', '●', '◦', '‣', '·', '∙', '■', '□', '➢', '✓'])
}
