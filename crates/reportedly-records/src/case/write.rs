use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};
use std::fmt::Write;

use super::{Case, Marked, Role};

/// Writes cases as [`parse`](super::parse) reads them. Marks that cross are cut into pieces that touch.
///
/// ```
/// use reportedly_records::case::{parse, write};
///
/// let cases = parse("## Rain\n[source 1: The mayor] [cue 1: said] [content 1: it was safe].\n")?;
/// assert_eq!(parse(&write(&cases))?[0].marks, cases[0].marks);
/// # Ok::<(), reportedly_records::case::Error>(())
/// ```
pub fn write(cases: &[Case]) -> String {
    cases.iter().map(one).collect::<Vec<_>>().join("\n")
}

fn one(case: &Case) -> String {
    let mut out = format!("## {}\n\n{}\n", case.name, marked(case));
    if !case.expected.is_empty() {
        let _ = write!(out, "\n{}\n", case.expected.join("\n"));
    }
    if let Some(why) = &case.known_wrong {
        let _ = write!(out, "\nKnown wrong: {why}\n");
    }
    out
}

/// Outer marks first: by start, then the longer, then content before source before cue.
type Key = (u32, Reverse<u32>, Role, Vec<usize>);

fn marked(case: &Case) -> String {
    let text = case.text.as_str();
    let mut waiting: BinaryHeap<Reverse<Key>> = keys(&case.marks).into_iter().map(Reverse).collect();
    let (mut out, mut open, mut at) = (String::new(), Vec::<u32>::new(), 0u32);
    loop {
        let next = waiting.peek().map(|Reverse(key)| key.0);
        // close what ends before the next mark begins
        while let Some(&end) = open.last().filter(|&&end| next.is_none_or(|start| end <= start)) {
            escape(text, at, end, &mut out);
            out.push(']');
            (at, _) = (end, open.pop());
        }
        let Some(Reverse((start, Reverse(mut end), role, numbers))) = waiting.pop() else { break };
        if let Some(&outer) = open.last().filter(|&&outer| outer < end) {
            waiting.push(Reverse((outer, Reverse(end), role, numbers.clone())));
            end = outer;
        }
        escape(text, at, start, &mut out);
        let numbers = numbers.iter().map(usize::to_string).collect::<Vec<_>>().join(",");
        let _ = write!(out, "[{} {numbers}: ", role.name());
        open.push(end);
        at = start;
    }
    escape(text, at, text.len() as u32, &mut out);
    out
}

fn keys(marks: &[Marked]) -> Vec<Key> {
    let mut shared: BTreeMap<(u32, u32, Role), Vec<usize>> = BTreeMap::new();
    for (i, mark) in marks.iter().enumerate() {
        let pieces = |role, spans: &[reportedly_core::text::Span]| {
            spans.iter().map(|s| (s.start(), s.end(), role)).collect::<Vec<_>>()
        };
        let all = [
            pieces(Role::Content, mark.content.pieces()),
            pieces(Role::Source, mark.source.pieces()),
            pieces(Role::Cue, mark.cue.as_slice()),
        ];
        for key in all.concat() {
            shared.entry(key).or_default().push(i + 1);
        }
    }
    shared.into_iter().map(|((start, end, role), n)| (start, Reverse(end), role, n)).collect()
}

/// Appends `text[from..to]` so that it is read back character for character.
fn escape(text: &str, from: u32, to: u32, out: &mut String) {
    let (from, to) = (from as usize, to as usize);
    for (i, c) in text.get(from..to).unwrap_or("").char_indices().map(|(i, c)| (from + i, c)) {
        let before = text[..i].chars().next_back().unwrap_or('\n');
        let after = text[i + c.len_utf8()..].chars().next().unwrap_or('\n');
        match c {
            '\n' if breaks_paragraph(text, i, from, to) => out.push('\n'),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '[' | ']' | '\\' => out.extend(['\\', c]),
            ' ' | '\t' if before == '\n' || after == '\n' => out.extend(['\\', c]),
            '#' if before == '\n' => out.extend(['\\', c]),
            _ if before == '\n' && super::parse::is_told(line_at(text, i)) => out.extend(['\\', c]),
            _ => out.push(c),
        }
    }
}

fn line_at(text: &str, i: usize) -> &str {
    text[i..].split('\n').next().unwrap_or("")
}

/// Whether the line end at `i` is one of exactly two between two paragraphs, with no mark between them.
fn breaks_paragraph(text: &str, i: usize, from: usize, to: usize) -> bool {
    let before = text[..i].bytes().rev().take(2).take_while(|&b| b == b'\n').count();
    let after = text[i + 1..].bytes().take(2).take_while(|&b| b == b'\n').count();
    let (start, end) = (i - before, i + 1 + after);
    before + after == 1 && start > 0 && end < text.len() && from <= start && end <= to
}
