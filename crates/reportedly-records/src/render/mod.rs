//! Renders one record: for a terminal, as a page, as lines for other tools, as a case. And [`view`]: a page
//! about several records.

pub(crate) mod card;
mod case;
mod escaped;
pub mod html;
mod plain;
mod profile;
mod segments;
mod sources;
mod terminal;
pub(crate) mod timeline;
pub mod view;

use crate::{Claim, Note, Record};
use reportedly_core::reading::Grade;

pub use card::{Answer, Line, card};
pub use case::case;
pub use plain::plain;
pub use terminal::{Terminal, terminal};
pub use timeline::{Rail, Row, Timeline, happened, timeline};

/// The first characters of a line of words, with an ellipsis where something is left out.
pub(crate) fn shortened(words: &str, limit: usize) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(limit) {
        None => line,
        Some(_) => {
            let cut: String = line.chars().take(limit.saturating_sub(1)).collect();
            format!("{}…", cut.trim_end_matches([' ', ',', ';', ':', '.', '…']))
        }
    }
}

/// The note that only quotations are read, which stands at the top.
fn foreign(record: &Record) -> Option<&Note> {
    let foreign = record.support.as_deref() == Some("quotations_only");
    record.notes.iter().find(|note| foreign && note.kind == "language")
}

/// The headline, where it does not stand at the head of the text.
fn apart(record: &Record) -> Option<&str> {
    record.title.as_deref().filter(|_| record.body_start == 0)
}

/// What is said where there are no claims.
fn nothing(record: &Record) -> &'static str {
    match record.support.as_deref() {
        Some("quotations_only") => "No quotations in marks were found.",
        _ => "No claims were found.",
    }
}

/// One letter per kind; "-" if the kind is unknown.
fn letter(claim: &Claim) -> &'static str {
    match claim.sourcing.source_kind.as_deref() {
        Some("person") => "P",
        Some("organization") => "O",
        Some("outlet") => "M",
        Some("document") => "D",
        Some("unnamed") => "U",
        Some("collective") => "C",
        Some("author") => "A",
        // no letter: N is the named one of the web page
        Some(_) => "–",
        None => "-",
    }
}

/// What the grades of confidence mean.
fn grades() -> String {
    let [sure, likely, unsure] = Grade::ALL.map(Grade::of_hundred);
    format!(
        "Sure, likely, unsure: the reader had words, source, kind and name of {sure}, {likely} and {unsure} of 100 such \
         claims right in articles that it did not know. It says nothing about whether they are true."
    )
}

/// "1 claim", "2 claims".
fn counted(n: usize, one: &str) -> String {
    format!("{n} {one}{}", if n == 1 { "" } else { "s" })
}
