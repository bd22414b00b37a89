//! One record, shown: for a terminal, as a page, as lines for other tools, as a case. And [`view`]: what many
//! records have to do with each other, as a page.

mod case;
pub mod html;
mod plain;
mod profile;
mod segments;
mod sources;
mod terminal;
pub mod view;

use crate::Claim;

pub use case::case;
pub use plain::plain;
pub use terminal::{Terminal, terminal};

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

/// "as not so", "probable", "possible, as not so": nothing where it is presented as certain and so.
fn presented(claim: &Claim) -> Option<String> {
    let s = &claim.sourcing;
    let certainty = s.certainty.as_deref().filter(|&c| c != "certain");
    let certainty = certainty.map(|c| if c == "underspecified" { "no assertion" } else { c });
    // "denied" would read as if the source had been asked and had denied it
    let denied = s.polarity.as_deref().filter(|&p| p == "denied").map(|_| "as not so");
    let parts: Vec<&str> = certainty.into_iter().chain(denied).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// One letter a kind; "-" where it is not judged.
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

/// "1 claim", "2 claims".
fn counted(n: usize, one: &str) -> String {
    format!("{n} {one}{}", if n == 1 { "" } else { "s" })
}
