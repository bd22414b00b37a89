//! A report for the terminal: the text with its claims marked, then each source with its claims.
//!
//! Marks do not need colour: a content stands as `‹1 ...›`, with the number of its claim.

use unicode_width::UnicodeWidthChar;

use crate::marks::{Role, Stretch, marks, stretches};
use crate::record::{Claim, Record};
use crate::sources::{joined, sources};

/// How to show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// Columns, at least 40.
    pub width: usize,
    /// Whether ANSI colours may be used.
    pub colour: bool,
}

/// The look of a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Look {
    Plain,
    Heading,
    Content,
    Source,
    Cue,
    Badge,
}

impl Look {
    fn code(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Heading => "1",
            Self::Content => "4",
            Self::Source => "1;36",
            Self::Cue => "3;35",
            Self::Badge => "1;33",
        }
    }
}

/// The whole report.
pub fn terminal(record: &Record, options: &Options) -> String {
    let mut page = Page { out: String::new(), width: options.width.clamp(40, 120), colour: options.colour };
    page.head(record);
    page.text(record);
    page.claims(record);
    page.notes(record);
    page.out
}

struct Page {
    out: String,
    width: usize,
    colour: bool,
}

impl Page {
    fn head(&mut self, r: &Record) {
        if r.body_start == 0 {
            let words = r.title.as_deref().unwrap_or("");
            self.paragraph(&styled(words, Look::Heading), 0);
        }
        let byline = r.byline.as_ref().map(|b| b.join(", "));
        let known = [&r.outlet, &byline, &r.published_at, &r.lang].into_iter().flatten().cloned();
        self.paragraph(&styled(&known.collect::<Vec<_>>().join(" \u{b7} "), Look::Plain), 0);
        if !self.out.is_empty() {
            self.out.push('\n');
        }
    }

    fn text(&mut self, r: &Record) {
        let marks = marks(r);
        let mut cells: Vec<(char, Look)> = Vec::new();
        let mut at = 0;
        for stretch in stretches(&r.text, &marks) {
            let look = if at < r.body_start { Look::Heading } else { look(&stretch) };
            let begun = stretch.over.iter().filter(|(m, new)| *new && m.role == Role::Content);
            for (mark, _) in begun {
                cells.extend(styled(&format!("\u{2039}{} ", numbers(&mark.claims)), Look::Badge));
            }
            cells.extend(styled(stretch.text, look));
            at += stretch.text.chars().count() as u32;
            let ended = stretch.over.iter().filter(|(m, _)| m.end == at && m.role == Role::Content);
            ended.for_each(|_| cells.push(('\u{203a}', Look::Badge)));
        }
        for line in cells.split(|(c, _)| *c == '\n').filter(|l| l.iter().any(|(c, _)| !c.is_whitespace())) {
            self.paragraph(line, 0);
            self.out.push('\n');
        }
    }

    fn claims(&mut self, r: &Record) {
        let all = sources(r);
        let title = match r.claims.len() {
            0 => "NOBODY IS SAID TO SAY ANYTHING HERE".to_owned(),
            n => format!(
                "WHO SAYS WHAT: {n} claims, {} sources",
                all.iter().filter(|s| s.name.is_some()).count()
            ),
        };
        self.paragraph(&styled(&title, Look::Heading), 0);
        for source in &all {
            self.out.push('\n');
            let name = source.name.as_deref().unwrap_or("(nobody is named)");
            self.paragraph(&styled(name, Look::Source), 0);
            for (number, claim) in &source.claims {
                self.claim(*number, claim, r);
            }
        }
    }

    fn claim(&mut self, number: usize, claim: &Claim, r: &Record) {
        let cue = claim.cue.as_ref().map_or("(no cue)".to_owned(), |c| joined([c.text.as_str()].into_iter()));
        let mut cells = styled(&format!("{number:>4}  "), Look::Badge);
        cells.extend(styled(&format!("{} {:.2}  ", claim.mode, claim.confidence), Look::Plain));
        cells.extend(styled(&format!("{cue}: "), Look::Cue));
        let content = joined(claim.content.iter().map(|p| p.text.as_str()));
        cells.extend(styled(&shortened(&content, 2 * self.width), Look::Plain));
        if let Some(i) = claim.within.as_ref().and_then(|id| r.claims.iter().position(|c| c.claim_id == *id))
        {
            cells.extend(styled(&format!(" (within {})", i + 1), Look::Plain));
        }
        self.paragraph(&cells, 6);
        for why in claim.why.iter().flatten() {
            self.paragraph(&styled(&format!("      why: {why}"), Look::Plain), 11);
        }
    }

    fn notes(&mut self, r: &Record) {
        if r.notes.is_empty() {
            return;
        }
        self.out.push('\n');
        self.paragraph(&styled("NOTES", Look::Heading), 0);
        for note in &r.notes {
            let at = note.at.as_ref().map_or(String::new(), |p| {
                format!(" (\"{}\")", shortened(&joined([p.text.as_str()].into_iter()), 40))
            });
            self.paragraph(&styled(&format!("- {}{at}", note.message), Look::Plain), 2);
        }
    }

    /// One paragraph, broken at white space; all lines but the first stand `indent` columns in.
    fn paragraph(&mut self, cells: &[(char, Look)], indent: usize) {
        let end = cells.iter().rposition(|(c, _)| !c.is_whitespace()).map_or(0, |i| i + 1);
        let (mut column, mut fresh) = (0, false);
        let mut line: Vec<(char, Look)> = Vec::new();
        for word in words(&cells[..end]) {
            let width: usize = word.iter().map(|(c, _)| c.width().unwrap_or(1)).sum();
            let blank = word.iter().all(|(c, _)| c.is_whitespace());
            if !blank && !fresh && column + width > self.width {
                self.line(&line);
                line = vec![(' ', Look::Plain); indent];
                (column, fresh) = (indent, true);
            }
            // the blank at which a line was broken is not shown
            if !(blank && fresh) {
                line.extend(word);
                column += width;
                fresh = false;
            }
        }
        if !line.is_empty() {
            self.line(&line);
        }
    }

    fn line(&mut self, cells: &[(char, Look)]) {
        let end = cells.iter().rposition(|(c, _)| !c.is_whitespace()).map_or(0, |i| i + 1);
        let mut now = Look::Plain;
        for &(c, look) in &cells[..end] {
            if self.colour && look != now {
                self.out += if now == Look::Plain { "" } else { "\u{1b}[0m" };
                if look != Look::Plain {
                    self.out += &format!("\u{1b}[{}m", look.code());
                }
                now = look;
            }
            // stored text must not command the terminal
            self.out.push(if c.is_control() { '\u{fffd}' } else { c });
        }
        if self.colour && now != Look::Plain {
            self.out += "\u{1b}[0m";
        }
        self.out.push('\n');
    }
}

/// Runs of white space and runs of everything else.
fn words(cells: &[(char, Look)]) -> impl Iterator<Item = &[(char, Look)]> {
    cells.chunk_by(|a, b| a.0.is_whitespace() == b.0.is_whitespace())
}

/// White space other than line ends becomes a blank; carriage returns vanish.
fn styled(text: &str, look: Look) -> Vec<(char, Look)> {
    let blank = |c: char| if c.is_whitespace() && c != '\n' { ' ' } else { c };
    text.chars().filter(|c| *c != '\r').map(|c| (blank(c), look)).collect()
}

/// The innermost role decides.
fn look(stretch: &Stretch) -> Look {
    let roles = || stretch.over.iter().map(|(m, _)| m.role);
    match (roles().any(|r| r == Role::Cue), roles().any(|r| r == Role::Source), roles().next().is_some()) {
        (true, _, _) => Look::Cue,
        (_, true, _) => Look::Source,
        (_, _, true) => Look::Content,
        _ => Look::Plain,
    }
}

fn numbers(claims: &[usize]) -> String {
    claims.iter().map(usize::to_string).collect::<Vec<_>>().join(",")
}

fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let cut: String = text.chars().take(most).collect();
    let whole = cut.rfind(' ').unwrap_or(cut.len());
    format!("{} \u{2026}", &cut[..whole])
}

#[cfg(test)]
mod tests {
    use super::*;
    use reportedly::article::Article;
    use reportedly::attribution::rules::Rules;
    use reportedly::reading::{self, read};

    fn shown(text: &str, colour: bool) -> String {
        let article = Article::from_text(text);
        let reading = read(&article, &[&Rules], &reading::Options::default());
        terminal(&Record::new(&article, &reading, "rules", false), &Options { width: 60, colour })
    }

    #[test]
    fn marks_need_no_colour() {
        let out = shown("\"We wait here for the tide,\" said Ada Vale.", false);
        assert!(
            out.starts_with("\u{2039}1 \"We wait here for the tide,\"\u{203a} said Ada Vale.\n"),
            "{out}"
        );
        assert!(
            out.contains(
                "WHO SAYS WHAT: 1 claims, 1 sources\n\nAda Vale\n   1  direct 0.85  said: \"We wait here"
            ),
            "{out}"
        );
    }

    #[test]
    fn no_line_is_too_wide_and_no_control_gets_through() {
        let text = "\"We wait here for the \u{1b}[31mtide and for the boats that went out,\" said Ada Vale. "
            .repeat(9);
        for line in shown(&text, false).lines() {
            assert!(line.chars().count() <= 60 && !line.contains('\u{1b}'), "{line}");
        }
        assert!(shown(&text, true).contains("\u{1b}[4m"));
    }
}
