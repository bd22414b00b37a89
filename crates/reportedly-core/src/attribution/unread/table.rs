//! Scores, team sheets and lists: names and figures without a sentence.

use crate::language::Layout;
use crate::text::{Span, Text};

/// So many items after a colon are a list.
const ITEMS: usize = 3;
/// A longer item is a clause.
const ITEM: usize = 4;
/// So many labels, one after another, are a list.
const LABELS: usize = 3;
/// A longer line has a sentence.
const SHORT: usize = 10;

/// Whether a line is a score or a team sheet.
pub(super) fn is_table(line: &str, layout: &Layout) -> bool {
    is_score(line, layout)
        || line.split_once(": ").is_some_and(|(head, items)| is_label(head) && are_items(items, layout))
}

/// "Alder 1-1 Carrow", "Carrow City 3-0 Alder United (Penn 12)".
fn is_score(line: &str, layout: &Layout) -> bool {
    let plain = line.split('(').next().unwrap_or(line);
    let words: Vec<&str> = plain.split_whitespace().collect();
    let Some(at) = words.iter().position(|w| is_result(w)) else { return false };
    let team = |names: &[&str]| (1..=3).contains(&names.len()) && names.iter().all(|w| is_name(w, layout));
    !plain.contains(['.', ':', '"']) && team(&words[..at]) && team(&words[at + 1..])
}

/// "1-1".
fn is_result(word: &str) -> bool {
    let small = |n: &str| (1..=3).contains(&n.len()) && n.chars().all(|c| c.is_ascii_digit());
    word.split_once(['-', '\u{2013}']).is_some_and(|(a, b)| small(a) && small(b))
}

/// "Mills; Penn, Hale (Vane 60), Brook. Subs: Moss".
fn are_items(items: &str, layout: &Layout) -> bool {
    let split = |c: char| matches!(c, ',' | ';' | '.' | ':' | '(' | ')');
    let items: Vec<&str> = items.split(split).map(str::trim).filter(|item| !item.is_empty()).collect();
    let item = |item: &&str| {
        item.split_whitespace().count() <= ITEM
            && item.split_whitespace().all(|w| is_name(w, layout) || is_figure(w))
    };
    items.len() >= ITEMS && items.iter().all(item)
}

fn is_name(word: &str, layout: &Layout) -> bool {
    word.starts_with(char::is_uppercase) || layout.particles.has(word)
}

fn is_figure(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}

fn is_label(head: &str) -> bool {
    head.split_whitespace().count() <= ITEM
        && head.starts_with(char::is_uppercase)
        && !head.contains(['.', '"', '\u{201c}'])
}

/// "Venue: Town Hall", "Doors: 7pm": labels one after another, each another one, and no sentence behind any.
pub(super) fn lists(lines: &[Span], text: &Text) -> Vec<Span> {
    let entry = |line: &Span| {
        let (head, rest) = text.get(*line).split_once(':')?;
        let short = rest.split_whitespace().count() <= SHORT && !rest.trim().is_empty();
        (is_label(head) && short && !rest.ends_with(['.', '!', '?', '"', '\u{201d}'])).then_some(head)
    };
    let mut out = Vec::new();
    for run in lines.chunk_by(|a, b| entry(a).is_some() == entry(b).is_some()) {
        let mut heads: Vec<&str> = run.iter().filter_map(entry).collect();
        let all = heads.len();
        heads.sort_unstable();
        heads.dedup();
        if all >= LABELS && heads.len() == all {
            out.extend(run);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::en::ENGLISH;

    #[test]
    fn names_and_figures_are_no_sentence() {
        for line in [
            "Alder 1-1 Carrow",
            "Carrow City 3-0 Alder United (Penn 12, Vane 40, 71)",
            "Alder: Mills; Penn, Hale (Vane 60), Brook; Reed, Tull. Subs: Moss, Kerr.",
            "Norport (4-4-2): Kerr 6; Moss 5, Lind 7",
            "Results: Alder 2 Carrow 1; Tarnby 0 Norport 0; Brookham 3 Linden 2.",
        ] {
            assert!(is_table(line, &ENGLISH.layout), "{line}");
        }
        for line in [
            "Poll: Vale leads Penn 45-41",
            "Hale: Yes, no, maybe.",
            "Alder beat Carrow 3-1 on Monday",
            "Vale Leads Penn 45-41",
        ] {
            assert!(!is_table(line, &ENGLISH.layout), "{line}");
        }
    }
}
