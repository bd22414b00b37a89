use std::collections::BTreeMap;

use reportedly_core::text::{Span, Spans, Text};

use super::expected::is_expected;
use super::{Case, Error, Marked, Role, joined};

const KNOWN_WRONG: &str = "Known wrong:";

/// Whether a line is no part of the text.
pub(super) fn is_told(line: &str) -> bool {
    line.starts_with(KNOWN_WRONG) || is_expected(line)
}

/// Reads every case of a file; anything before the first `## ` heading is prose.
///
/// # Errors
/// The first line that is not in the notation.
///
/// ```
/// use reportedly_records::case::parse;
///
/// let cases = parse("## Rain\n[source 1: The mayor] [cue 1: said] [content 1: it was safe].\n")?;
/// assert_eq!((cases[0].name.as_str(), cases[0].text.as_str()), ("Rain", "The mayor said it was safe."));
/// assert_eq!(cases[0].text.get(cases[0].marks[0].cue.unwrap()), "said");
/// assert_eq!(parse("## Rain\n[source 1: The mayor said so.\n").unwrap_err().line, 2);
/// # Ok::<(), reportedly_records::case::Error>(())
/// ```
pub fn parse(file: &str) -> Result<Vec<Case>, Error> {
    let mut cases = Vec::new();
    let mut block: Option<Block> = None;
    for (i, line) in file.lines().enumerate() {
        if let Some(name) = line.strip_prefix("## ") {
            cases.extend(block.take().map(Block::case).transpose()?);
            block = Some(Block { name: name.trim().to_owned(), line: i + 1, ..Block::default() });
        } else if let Some(block) = &mut block {
            block.add(i + 1, line);
        }
    }
    cases.extend(block.map(Block::case).transpose()?);
    match cases.is_empty() && file.contains(['[', ']']) {
        true => Err(Error { line: 1, message: "no case: each begins with a heading \"## name\"".into() }),
        false => Ok(cases),
    }
}

/// The lines under one heading.
#[derive(Default)]
struct Block {
    name: String,
    line: usize,
    body_line: usize,
    body: String,
    expected: Vec<String>,
    known_wrong: Option<String>,
}

impl Block {
    fn add(&mut self, number: usize, line: &str) {
        if let Some(why) = line.strip_prefix(KNOWN_WRONG) {
            self.known_wrong = Some(why.trim().to_owned());
        } else if is_expected(line) {
            self.expected.push(line.trim_end().to_owned());
        } else if self.body.is_empty() && line.trim_matches([' ', '\t']).is_empty() {
            // blank lines under the heading
        } else {
            if self.body.is_empty() {
                self.body_line = number;
            }
            self.body.push_str(line);
            self.body.push('\n');
        }
    }

    fn case(self) -> Result<Case, Error> {
        let body = trim_end(&self.body);
        let mut reader = Reader { rest: body, line: self.body_line, ..Reader::default() };
        reader.read()?;
        let marks = reader.marks(self.line)?;
        let text = Text::new(reader.text);
        let (name, line, expected, known_wrong) = (self.name, self.line, self.expected, self.known_wrong);
        Ok(Case { name, line, text, marks, expected, known_wrong })
    }
}

/// Without the white space at the end, but for a space that a backslash keeps.
fn trim_end(body: &str) -> &str {
    let trimmed = body.trim_end_matches([' ', '\t', '\n']);
    let slashes = trimmed.bytes().rev().take_while(|&b| b == b'\\').count();
    let kept = if slashes % 2 == 1 && trimmed.len() < body.len() { 1 } else { 0 };
    &body[..trimmed.len() + kept]
}

/// A mark that is not closed yet: its role, numbers, first byte and line.
type Open = (Role, Vec<usize>, u32, usize);

#[derive(Default)]
struct Reader<'a> {
    rest: &'a str,
    line: usize,
    text: String,
    open: Vec<Open>,
    pieces: BTreeMap<(usize, Role), Vec<(Span, usize)>>,
}

impl<'a> Reader<'a> {
    fn read(&mut self) -> Result<(), Error> {
        while let Some(c) = self.rest.chars().next() {
            match c {
                '[' => self.opens()?,
                ']' => self.closes()?,
                '\\' => self.escaped(),
                ' ' | '\t' | '\n' => self.space(),
                _ => self.take(c),
            }
        }
        match self.open.last() {
            Some((role, _, _, line)) => {
                Err(Error { line: *line, message: format!("\"[{}\" is never closed by \"]\"", role.name()) })
            }
            None => Ok(()),
        }
    }

    fn take(&mut self, c: char) {
        self.text.push(c);
        self.rest = &self.rest[c.len_utf8()..];
    }

    fn escaped(&mut self) {
        let c = self.rest[1..].chars().next();
        self.text.push(match c {
            Some('n') => '\n',
            Some('r') => '\r',
            Some(c) => c,
            None => '\\',
        });
        self.rest = &self.rest[1 + c.map_or(0, char::len_utf8)..];
    }

    /// White space as it stands, or as the line ends in it say.
    fn space(&mut self) {
        let end = self.rest.find(|c| !matches!(c, ' ' | '\t' | '\n')).unwrap_or(self.rest.len());
        let (run, rest) = self.rest.split_at(end);
        let lines = run.bytes().filter(|&b| b == b'\n').count();
        self.text.push_str(match lines {
            0 => run,
            1 => " ",
            _ => "\n\n",
        });
        self.line += lines;
        self.rest = rest;
    }

    fn opens(&mut self) -> Result<(), Error> {
        let (role, numbers, rest) = header(self.rest).ok_or_else(|| {
            let how = "a mark is written \"[source 1: words]\" (source, cue or content), a bracket \"\\[\"";
            Error { line: self.line, message: how.into() }
        })?;
        self.open.push((role, numbers, self.text.len() as u32, self.line));
        self.rest = rest;
        Ok(())
    }

    fn closes(&mut self) -> Result<(), Error> {
        let Some((role, numbers, start, line)) = self.open.pop() else {
            let message = "\"]\" closes no mark; a bracket is written \"\\]\"".into();
            return Err(Error { line: self.line, message });
        };
        let span = Span::new(start, self.text.len() as u32);
        if span.is_empty() {
            return Err(Error { line, message: format!("\"[{}\" marks no words", role.name()) });
        }
        for number in numbers {
            self.pieces.entry((number, role)).or_default().push((span, line));
        }
        self.rest = &self.rest[1..];
        Ok(())
    }

    fn marks(&self, heading: usize) -> Result<Vec<Marked>, Error> {
        let last = self.pieces.keys().map(|key| key.0).max().unwrap_or(0);
        // numbers come from people: look only at those in use
        let used: std::collections::BTreeSet<usize> = self.pieces.keys().map(|key| key.0).collect();
        if last != used.len() {
            let line = self.pieces.values().flatten().map(|p| p.1).min().unwrap_or(heading);
            return Err(Error { line, message: "the attributions are not numbered 1, 2, 3, ...".into() });
        }
        used.into_iter().map(|number| self.marked(number, heading)).collect()
    }

    fn marked(&self, number: usize, heading: usize) -> Result<Marked, Error> {
        let found = |role| self.pieces.get(&(number, role)).map_or(&[][..], Vec::as_slice);
        let spans = |role| joined(&found(role).iter().map(|p| p.0).collect::<Spans>());
        let (cue, content) = (spans(Role::Cue), spans(Role::Content));
        let line = |role| found(role).first().map(|p| p.1);
        if cue.pieces().len() > 1 {
            let line = line(Role::Cue).unwrap_or(heading);
            return Err(Error { line, message: format!("attribution {number} has more than one cue") });
        }
        if content.is_empty() {
            let line = line(Role::Source).or(line(Role::Cue)).unwrap_or(heading);
            return Err(Error { line, message: format!("attribution {number} has no content") });
        }
        Ok(Marked { source: spans(Role::Source), cue: cue.pieces().first().copied(), content })
    }
}

/// "[source 1,2: " and what follows it.
fn header(rest: &str) -> Option<(Role, Vec<usize>, &str)> {
    let (head, tail) = rest.strip_prefix('[')?.split_once(':')?;
    let (name, numbers) = head.split_once(' ')?;
    let role = Role::ALL.iter().find(|r| r.1 == name)?.0;
    let numbers = numbers.split(',').map(|n| n.trim().parse().ok().filter(|&n| n > 0));
    let numbers = numbers.collect::<Option<Vec<usize>>>()?;
    Some((role, numbers, tail.strip_prefix(' ').unwrap_or(tail)))
}
