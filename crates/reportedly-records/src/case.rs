//! Test cases: a text with its expected attributions marked in it.
//!
//! ```text
//! ## One source, two cues
//!
//! [source 1,2: Ms. Hale] [cue 1: said] [content 1: it was late], and [cue 2: asked] [content 2: them to go].
//! ```
//!
//! A number is an attribution; a role in several pieces repeats it; a span with the same role in several has
//! all their numbers. Marks nest. A bracket or a backslash of the text itself stands behind a backslash.
//! `Known wrong: why` under a case says that its marks are what comes out, not what should.

use std::fmt;

use crate::marks::{Mark, Role, marks, stretches};
use crate::record::Record;

/// One case of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// Its heading.
    pub name: String,
    /// Line of the heading, from 1.
    pub line: usize,
    /// The text with its marks, paragraphs between blank lines.
    pub marked: String,
    /// Why its marks are known to be wrong.
    pub known_wrong: Option<String>,
}

/// A mistake in a case file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadCase {
    /// Line, from 1.
    pub line: usize,
    /// What is wrong and how to mend it.
    pub message: String,
}

impl fmt::Display for BadCase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)
    }
}

impl std::error::Error for BadCase {}

/// The cases of a file: every `## heading` with the paragraphs under it. What stands before is prose.
///
/// # Errors
/// [`BadCase`] names the line of a case without text or with marks that do not close.
pub fn parse(file: &str) -> Result<Vec<Case>, BadCase> {
    let mut out: Vec<Case> = Vec::new();
    for (i, line) in file.lines().enumerate() {
        if let Some(name) = line.strip_prefix("## ") {
            out.push(Case {
                name: name.trim().to_owned(),
                line: i + 1,
                marked: String::new(),
                known_wrong: None,
            });
        } else if let Some(case) = out.last_mut() {
            match line.strip_prefix("Known wrong:") {
                Some(why) => case.known_wrong = Some(why.trim().to_owned()),
                None => case.marked += &format!("{line}\n"),
            }
        }
    }
    for case in &mut out {
        case.marked = case.marked.trim().to_owned();
        if case.marked.is_empty() {
            let message = "this case has no text: write a paragraph under its heading".to_owned();
            return Err(BadCase { line: case.line, message });
        }
        unmarked(&case.marked).map_err(|message| BadCase { line: case.line, message })?;
    }
    Ok(out)
}

/// The text of a case without its marks.
///
/// # Errors
/// Says which mark does not close.
pub fn unmarked(marked: &str) -> Result<String, String> {
    let (mut out, mut open, mut rest) = (String::new(), 0usize, marked);
    while let Some(c) = rest.chars().next() {
        let length = opening(rest);
        match c {
            '\\' => {
                out.extend(rest.chars().nth(1));
                rest = &rest[1 + rest.chars().nth(1).map_or(0, char::len_utf8)..];
                continue;
            }
            '[' if length.is_some() => open += 1,
            '[' => return Err(format!("{:?} is no mark: write \\[ for a bracket of the text", head(rest))),
            ']' if open == 0 => {
                return Err(format!(
                    "nothing is open at {:?}: write \\] for a bracket of the text",
                    head(rest)
                ));
            }
            ']' => open -= 1,
            _ => out.push(c),
        }
        rest = &rest[length.filter(|_| c == '[').unwrap_or(c.len_utf8())..];
    }
    if open > 0 { Err("a mark is not closed: add ]".to_owned()) } else { Ok(out) }
}

fn head(rest: &str) -> String {
    rest.chars().take(24).collect()
}

/// Length of the `[role 1,2: ` that a text begins with.
fn opening(rest: &str) -> Option<usize> {
    let (mark, _) = rest.strip_prefix('[')?.split_once(": ")?;
    let (role, numbers) = mark.split_once(' ')?;
    let known = [Role::Content, Role::Source, Role::Cue].iter().any(|r| r.name() == role);
    let counted = !numbers.is_empty() && numbers.split(',').all(|n| n.parse::<usize>().is_ok());
    (known && counted).then_some(mark.len() + 3)
}

/// The text of a record with its claims marked, numbered in the order of the text.
pub fn case(record: &Record) -> String {
    let marks = marks(record);
    let (mut out, mut open) = (String::new(), Vec::<&Mark>::new());
    for stretch in stretches(&record.text, &marks) {
        // a mark that ends under others closes them too; they go on as a further piece
        let keep = open.iter().zip(&stretch.over).take_while(|(a, (b, _))| *a == b).count();
        while open.len() > keep {
            open.pop();
            out.push(']');
        }
        for (mark, _) in &stretch.over[keep..] {
            let numbers: Vec<_> = mark.claims.iter().map(usize::to_string).collect();
            out += &format!("[{} {}: ", mark.role.name(), numbers.join(","));
            open.push(mark);
        }
        for c in stretch.text.chars() {
            if matches!(c, '[' | ']' | '\\') {
                out.push('\\');
            }
            out.push(c);
        }
    }
    out.extend(open.iter().map(|_| ']'));
    out
}

/// A file anew, with other marks where `answer` gives them.
pub fn rewrite(file: &str, cases: &[Case], answer: impl Fn(&Case) -> String) -> String {
    let first = cases.first().map_or(file.lines().count(), |c| c.line - 1);
    let mut out: String = file.lines().take(first).map(|l| format!("{l}\n")).collect();
    for (i, case) in cases.iter().enumerate() {
        out += &format!("{}## {}\n\n{}\n", if i > 0 { "\n" } else { "" }, case.name, answer(case));
        if let Some(why) = &case.known_wrong {
            out += &format!("\nKnown wrong: {why}\n");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use reportedly::article::Article;
    use reportedly::attribution::rules::Rules;
    use reportedly::reading::{Options, read};

    #[test]
    fn marks_come_off_and_go_on_again() {
        let marked = "[content 1: \"We \\[all\\] wait here, \\\\ now,\"] [cue 1: said] [source 1: Ada Vale].";
        let text = unmarked(marked).unwrap();
        let article = Article::from_text(&text);
        let record = Record::new(&article, &read(&article, &[&Rules], &Options::default()), "rules", false);
        assert_eq!(case(&record), marked);
    }

    #[test]
    fn a_file_comes_back_as_it_was() {
        let file = "Prose.\n\n## One\n\n[source 1: A] [cue 1: said] [content 1: b].\n\nKnown wrong: it is not so\n\n## Two\n\nx\n\ny\n";
        let cases = parse(file).unwrap();
        assert_eq!(cases[0].known_wrong.as_deref(), Some("it is not so"));
        assert_eq!(rewrite(file, &cases, |c| c.marked.clone()), file);
    }

    #[test]
    fn mistakes_name_the_line() {
        for (file, line) in [
            ("## A\n", 1),
            ("## A\n\nx\n\n## B\n\n[cue 1: said", 5),
            ("## A\n\nx [y] z", 1),
            ("## A\n\nx]", 1),
        ] {
            assert_eq!(parse(file).unwrap_err().line, line, "{file}");
        }
    }
}
