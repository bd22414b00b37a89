//! brat standoff (Stenetorp et al. 2012): a text, and the places in it.

use std::fmt::Write;

use crate::{Claim, Place, Record};

/// What brat must be told of the labels: the file `annotation.conf` of the folder.
pub const CONFIGURATION: &str = "\
[entities]
Source
Content
[relations]
Says\tArg1:Source, Arg2:Content
<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>
[events]
Cue\tSource?:Source, Content:Content
[attributes]
Mode\tArg:Content, Value:direct|mixed|indirect
Kind\tArg:Content, Value:person|organization|outlet|document|unnamed|collective|author|unstated
Certainty\tArg:Content, Value:certain|probable|possible|underspecified
Polarity\tArg:Content, Value:affirmed|denied|underspecified
Stance\tArg:Content, Value:asserts|denies|asks|wants|accuses|praises|none
";

/// The file `.ann`: for each claim its content, with attributes, its source and its cue (T), and what ties them: an
/// event whose trigger is the cue (E), or a relation where there is no cue (R). A note on the content has the claim's id,
/// who is meant, and what must be read with it. Offsets are code points of [`text`]. brat allows no line end within a
/// fragment, so a piece that runs over one is cut there. Lost are only confidence, nesting, hedges and what else a
/// record has besides; nesting shows in the spans.
///
/// ```
/// use reportedly::{Engine, ReadOptions};
/// use reportedly_records::{Record, export::brat};
///
/// let read = Engine::new(ReadOptions::default()).read_text("\u{201c}It held,\u{201d} said Mara Hale.");
/// let ann = brat(&Record::new(&read.article, &read.reading, false));
/// assert!(ann.contains("T2\tSource 16 25\tMara Hale\n") && ann.contains("E1\tCue:T3 Source:T2 Content:T1\n"), "{ann}");
/// ```
pub fn brat(record: &Record) -> String {
    let mut file = File::default();
    record.claims.iter().enumerate().for_each(|(i, claim)| file.claim(i + 1, claim));
    file.out
}

/// The file `.txt`. A carriage return, which readers drop or double, is a space: the offsets stay.
pub fn text(record: &Record) -> String {
    record.text.replace('\r', " ")
}

#[derive(Default)]
struct File {
    out: String,
    places: usize,
    attributes: usize,
}

impl File {
    fn claim(&mut self, number: usize, claim: &Claim) {
        let Some(content) = self.place("Content", &claim.content) else { return };
        let source = self.place("Source", &claim.source);
        let cue = self.place("Cue", claim.cue.as_slice());
        let _ = match (&cue, &source) {
            (Some(cue), Some(source)) => {
                writeln!(self.out, "E{number}\tCue:{cue} Source:{source} Content:{content}")
            }
            (Some(cue), None) => writeln!(self.out, "E{number}\tCue:{cue} Content:{content}"),
            (None, Some(source)) => writeln!(self.out, "R{number}\tSays Arg1:{source} Arg2:{content}"),
            (None, None) => Ok(()),
        };
        let s = &claim.sourcing;
        let attributes = [
            ("Mode", Some(&claim.mode)),
            ("Kind", s.source_kind.as_ref()),
            ("Certainty", s.certainty.as_ref()),
            ("Polarity", s.polarity.as_ref()),
            ("Stance", s.stance.as_ref()),
        ];
        for (name, value) in attributes {
            let Some(value) = value else { continue };
            self.attributes += 1;
            let _ = writeln!(self.out, "A{}\t{name} {content} {value}", self.attributes);
        }
        let status = claim.status().map(|status| format!(" [{status}]")).unwrap_or_default();
        let note = format!("{} {}{status}", claim.claim_id, claim.who()).replace(is_break, " ");
        let _ = writeln!(self.out, "#{number}\tAnnotatorNotes {content}\t{note}");
    }

    /// A place of one or more fragments, and its name; `None` where nothing of it can be seen.
    fn place(&mut self, label: &str, places: &[Place]) -> Option<String> {
        let fragments: Vec<(u32, u32, String)> = places.iter().flat_map(fragments).collect();
        if fragments.is_empty() {
            return None;
        }
        self.places += 1;
        let at =
            fragments.iter().map(|(start, end, _)| format!("{start} {end}")).collect::<Vec<_>>().join(";");
        let words = fragments.iter().map(|(.., words)| words.as_str()).collect::<Vec<_>>().join(" ");
        let _ = writeln!(self.out, "T{}\t{label} {at}\t{words}", self.places);
        Some(format!("T{}", self.places))
    }
}

/// A place cut at the ends of lines, without the spaces there.
fn fragments(place: &Place) -> Vec<(u32, u32, String)> {
    let (mut at, mut out) = (place.start, Vec::new());
    for line in place.text.split(is_break) {
        let length = line.chars().count() as u32;
        let words = line.trim();
        let spaces = line.chars().take_while(|c| c.is_whitespace()).count() as u32;
        if !words.is_empty() {
            out.push((at + spaces, at + spaces + words.chars().count() as u32, words.to_owned()));
        }
        at += length + 1;
    }
    out
}

/// Every character at which some reader of lines begins a new one.
fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{1c}'..='\u{1e}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}
