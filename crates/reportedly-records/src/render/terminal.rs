use std::fmt::Write;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::card::card;
use super::profile::{carried, lines, voices};
use super::segments::{Role, Segment, segments};
use super::sources::{Source, sources};
use super::timeline::{Rail, Row, Timeline, timeline};
use super::{apart, counted, foreign, grades, nothing, shortened};
use crate::address::address;
use crate::{Claim, Record};

/// Layout of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terminal {
    /// Columns.
    pub width: usize,
    /// Whether to use ANSI colours; without them, the numbers show the same.
    pub colour: bool,
    /// Whether the dates of the article stand in place of its text and claims.
    pub timeline: bool,
}

/// Columns of the dates of a timeline.
const WHEN: usize = 17;

const PLAIN: &str = "";
const BOLD: &str = "1";
const DIM: &str = "2";
const NUMBER: &str = "36";
const CUE: &str = "3";

/// The text with its claims marked ‹1 like this›, the sources with their claims, and the notes.
///
/// ```
/// use reportedly::{Engine, ReadOptions};
/// use reportedly_records::Record;
/// use reportedly_records::render::{Terminal, terminal};
///
/// let read = Engine::new(ReadOptions::default()).read_text("\u{201c}It held,\u{201d} said Mara Hale.");
/// let record = Record::new(&read.article, &read.reading, false);
/// let report = terminal(&record, &Terminal { width: 80, colour: false, timeline: false });
/// assert!(report.contains("\u{2039}1\u{a0}\u{201c}It held,\u{201d}"), "{report}");
/// ```
pub fn terminal(record: &Record, options: &Terminal) -> String {
    let mut page = Page { width: options.width.clamp(30, 400), colour: options.colour, out: String::new() };
    page.head(record);
    page.card(record);
    if options.timeline {
        page.timeline(&timeline(record));
    } else {
        page.text(&segments(record));
        page.sources(record);
        page.profile(record);
    }
    page.notes(record);
    page.out.push('\n');
    page.wrapped(&cells(&format!("Article id: {}", record.doc_id), DIM), 0);
    page.out
}

/// One character and how it looks.
type Cell = (char, &'static str);

struct Page {
    width: usize,
    colour: bool,
    out: String,
}

impl Page {
    fn head(&mut self, record: &Record) {
        if let Some(title) = apart(record) {
            self.wrapped(&cells(title, BOLD), 0);
        }
        let byline = record.byline.as_ref().map(|names| format!("by {}", names.join(", ")));
        let address = address(record).map(str::to_owned);
        let known = [record.outlet.clone(), byline, record.published_at.clone(), address];
        let line = known.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        if !line.is_empty() {
            self.wrapped(&cells(&line, DIM), 0);
        }
        if let Some(note) = foreign(record) {
            self.wrapped(&cells(&note.message, BOLD), 0);
        }
        if !self.out.is_empty() {
            self.out.push('\n');
        }
    }

    /// What happened, before who says what.
    fn card(&mut self, record: &Record) {
        let lines = card(record);
        for line in &lines {
            let answers = line.answers.iter().map(|a| a.words.as_str()).collect::<Vec<_>>().join("; ");
            let mut row = cells(&format!("{:<9} ", line.label), BOLD);
            row.extend(cells(&answers, PLAIN));
            self.wrapped(&row, 2);
        }
        if !lines.is_empty() {
            self.out.push('\n');
        }
    }

    fn text(&mut self, segments: &[Segment]) {
        let mut line = Vec::new();
        for s in segments {
            if s.text == "\n" {
                self.wrapped(&line, 0);
                line.clear();
                continue;
            }
            for &(claim, _) in &s.begins {
                // a number stays with its words
                line.extend(cells(&format!("‹{}\u{a0}", claim + 1), NUMBER));
            }
            line.extend(cells(s.text, look(&s.roles)));
            (0..s.ends).for_each(|_| line.push(('›', NUMBER)));
        }
        if !line.is_empty() {
            self.wrapped(&line, 0);
        }
    }

    fn sources(&mut self, record: &Record) {
        self.heading("Who says what");
        if record.claims.is_empty() {
            self.wrapped(&cells(nothing(record), PLAIN), 2);
        }
        for source in sources(record) {
            self.source(&source, record);
        }
        if !record.claims.is_empty() {
            let legend =
                "direct: quoted; mixed: partly quoted; indirect: paraphrased, or a turn of a transcript.";
            self.wrapped(&cells(legend, DIM), 2);
            self.wrapped(&cells(&grades(), DIM), 2);
        }
    }

    fn source(&mut self, source: &Source, record: &Record) {
        let mut line = cells(&shortened(&source.words, 2 * self.width), BOLD);
        let about =
            source.about.as_ref().map_or(String::new(), |about| format!(" ({})", shortened(about, 90)));
        line.extend(cells(&format!("{about}  {}", counted(source.claims.len(), "claim")), DIM));
        self.wrapped(&line, 2);
        for &i in &source.claims {
            self.claim(i, &record.claims[i]);
        }
        self.out.push('\n');
    }

    fn claim(&mut self, i: usize, claim: &Claim) {
        let head = format!("{:>5}  {:<8} {:<6}  ", i + 1, claim.mode, claim.grade().name());
        let presented = claim.status().map_or(String::new(), |p| format!("[{p}] "));
        let cue = Some(claim.cue_words()).filter(|cue| !cue.is_empty());
        let cue = cue.map_or(String::new(), |cue| format!("{}: ", shortened(cue, 24)));
        let room = self.width.saturating_sub(head.width() + presented.width() + cue.width());
        let mut line = cells(&head, NUMBER);
        line.extend(cells(&presented, DIM));
        line.extend(cells(&cue, CUE));
        line.extend(cells(&shortened(&claim.content_words(), room), PLAIN));
        self.line(&line);
        for reason in claim.reasons.iter().flatten() {
            self.wrapped(&cells(reason, DIM), 7);
        }
    }

    fn profile(&mut self, record: &Record) {
        let Some(voices) = voices(record) else { return };
        self.heading("Voice and sourcing");
        self.wrapped(&cells(&voices, PLAIN), 2);
        for (words, frame) in carried(record) {
            self.wrapped(&cells(&format!("{frame}: {}", shortened(&words, self.width)), PLAIN), 2);
        }
        for line in lines(record) {
            self.wrapped(&cells(&line, PLAIN), 2);
        }
    }

    /// One row after the other, beside two lines that run down: what happened, and what was said.
    fn timeline(&mut self, timeline: &Timeline) {
        self.heading("Timeline");
        if timeline.rows.is_empty() && timeline.undated.is_empty() {
            self.wrapped(&cells("No dates were found.", PLAIN), 2);
            return;
        }
        let legend = "Left line: when it happened. Right line: when it was said or published. \u{25cf} that day; \u{25cb} some day in \
                      that time. [denied], [alleged] and the like: not stated as a fact.";
        self.wrapped(&cells(legend, DIM), 2);
        self.out.push('\n');
        timeline.rows.iter().for_each(|row| self.row(row));
        if !timeline.undated.is_empty() {
            self.heading("Without a date");
            timeline.undated.iter().for_each(|row| self.row(row));
        }
        if let Some(words) = &timeline.left_out_words {
            self.out.push('\n');
            self.wrapped(&cells(words, DIM), 2);
        }
    }

    fn row(&mut self, row: &Row) {
        let dot = if row.earliest.is_some() && row.earliest == row.latest { "\u{25cf}" } else { "\u{25cb}" };
        let rails = match (row.earliest.is_some(), row.rail) {
            (false, _) => "   ".to_owned(),
            (_, Rail::Happened) => format!("{dot} \u{2502}"),
            (_, Rail::Said) => format!("\u{2502} {dot}"),
        };
        let going = if row.earliest.is_some() { "\u{2502} \u{2502}" } else { "   " };
        let room = self.width.saturating_sub(2 + WHEN + 1 + 3 + 2).max(16);
        let mut words = cells(&row.mark.as_ref().map_or(String::new(), |mark| format!("[{mark}] ")), BOLD);
        words.extend(cells(&row.passage, PLAIN));
        let about = row.about.map_or(String::new(), |about| format!("{about}; "));
        let why = cells(&format!("{about}whose word: {}; {}", row.word, row.why), DIM);
        let mut dates = lines_of(&cells(&row.when, NUMBER), WHEN).into_iter();
        let lines = lines_of(&words, room).into_iter().chain(lines_of(&why, room));
        for (i, line) in lines.enumerate() {
            let mut cells_of = cells("  ", PLAIN);
            let date = dates.next().unwrap_or_default();
            let rest = WHEN + 1 - date.len().min(WHEN);
            cells_of.extend(date);
            cells_of.extend(cells(&" ".repeat(rest), PLAIN));
            cells_of.extend(cells(if i == 0 { &rails } else { going }, NUMBER));
            cells_of.extend(cells("  ", PLAIN));
            cells_of.extend(line);
            self.line(&cells_of);
        }
    }

    fn notes(&mut self, record: &Record) {
        let below: Vec<_> = record.notes.iter().filter(|&note| Some(note) != foreign(record)).collect();
        if below.is_empty() {
            return;
        }
        self.heading("Notes");
        for note in below {
            self.wrapped(&cells(&note.message, PLAIN), 2);
        }
    }

    fn heading(&mut self, words: &str) {
        self.out.push('\n');
        self.line(&cells(words, BOLD));
        self.line(&cells(&"─".repeat(words.width()), DIM));
    }

    /// Sets cells in lines of the width, broken at spaces, each line after `indent` spaces.
    fn wrapped(&mut self, cells: &[Cell], indent: usize) {
        let margin = [(' ', PLAIN)].repeat(indent);
        for line in lines_of(cells, self.width.saturating_sub(indent).max(1)) {
            self.line(&[margin.as_slice(), &line].concat());
        }
    }

    fn line(&mut self, cells: &[Cell]) {
        let used = cells.iter().rposition(|c| c.0 != ' ').map_or(0, |i| i + 1);
        for run in cells[..used].chunk_by(|a, b| a.1 == b.1) {
            let words: String = run.iter().map(|c| c.0).collect();
            let _ = match (self.colour, run[0].1) {
                (false, _) | (_, PLAIN) => write!(self.out, "{words}"),
                (true, look) => write!(self.out, "\u{1b}[{look}m{words}\u{1b}[0m"),
            };
        }
        self.out.push('\n');
    }
}

/// Cells in lines of so many columns, broken at spaces; at least one line.
fn lines_of(cells: &[Cell], room: usize) -> Vec<Vec<Cell>> {
    let (mut out, mut rest) = (Vec::new(), cells);
    loop {
        let (line, after) = rest.split_at(fitting(rest, room));
        out.push(line.to_vec());
        let spaces = after.iter().take_while(|c| c.0 == ' ').count();
        rest = &after[spaces..];
        if rest.is_empty() {
            return out;
        }
    }
}

/// How many cells fit into `room` columns: up to a space if there is one, at least one cell.
fn fitting(cells: &[Cell], room: usize) -> usize {
    let (mut columns, mut space) = (0, None);
    for (i, c) in cells.iter().enumerate() {
        columns += c.0.width().unwrap_or(0);
        if c.0 == ' ' && i > 0 {
            space = Some(i);
        }
        if columns > room {
            return space.unwrap_or(i.max(1));
        }
    }
    cells.len()
}

/// Replaces characters that would move the cursor or reverse the reading direction.
fn cells(words: &str, look: &'static str) -> Vec<Cell> {
    let shown = |c: char| match c {
        '\t' | '\r' => ' ',
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
        c if c.is_control() => '\u{fffd}',
        c => c,
    };
    words.chars().map(|c| (shown(c), look)).collect()
}

/// Source before cue before content; a nested content is still underlined.
fn look(roles: &[(usize, Role)]) -> &'static str {
    let has = |role| roles.iter().any(|r| r.1 == role);
    match (has(Role::Source), has(Role::Cue), has(Role::Content)) {
        (true, _, true) => "1;4",
        (true, _, false) => BOLD,
        (_, true, true) => "2;4",
        (_, true, false) => DIM,
        (_, _, true) => "4",
        _ => PLAIN,
    }
}
