//! The words of a row.

use jiff::civil;

use crate::render::shortened;
use crate::{Claim, Date, Event, Incident, Record};

/// Of whom a word is, is cut here.
const WHO: usize = 60;

/// Where nothing says when.
pub(super) const NO_DATE: &str = "no date";

/// How a line is to be taken, and whose word it rests on.
pub(super) struct Standing {
    pub mark: Option<String>,
    pub word: String,
}

/// "2031-03-13, night", "2030-10", "2030", "2031-06-01 to 2031-08-31".
pub(super) fn when(first: &str, last: &str, value: &str) -> String {
    match (first.parse::<civil::Date>(), last.parse::<civil::Date>()) {
        _ if first == last && value.starts_with(first) => in_words(value),
        _ if first == last => first.to_owned(),
        (Ok(a), Ok(b)) if a == a.first_of_year() && b == a.last_of_year() => a.strftime("%Y").to_string(),
        (Ok(a), Ok(b)) if a == a.first_of_month() && b == a.last_of_month() => {
            a.strftime("%Y-%m").to_string()
        }
        _ => format!("{first} to {last}"),
    }
}

/// "2031-04-05TEV" as people read it.
pub(in crate::render) fn in_words(value: &str) -> String {
    let parts =
        [("TMO", "morning"), ("TMI", "midday"), ("TAF", "afternoon"), ("TEV", "evening"), ("TNI", "night")];
    let part = parts.iter().find_map(|(mark, word)| Some(format!("{}, {word}", value.strip_suffix(mark)?)));
    part.unwrap_or_else(|| value.replace('T', " "))
}

/// What an incident is to the article. Its kind is left to its words: "accident" would be a verdict.
pub(super) fn incident(incident: &Incident, main: Option<&Incident>) -> &'static str {
    let before = || {
        let main = main.and_then(|main| main.when.as_ref())?;
        incident.when.as_ref().filter(|when| when.latest < main.earliest)
    };
    match incident.main {
        true => "main incident",
        false if before().is_some() => "earlier incident",
        false => "another incident",
    }
}

/// Whether an event is said to have happened, where it is not. A plain "not" stands in the passage itself.
pub(super) fn happening(event: &Event) -> Option<String> {
    let mark = match event.status.as_deref()? {
        "planned" => "planned",
        "possible" => "only possible",
        _ => return None,
    };
    Some(mark.to_owned())
}

/// Why this date.
pub(super) fn why(date: &Date, record: &Record) -> String {
    let words = format!("\u{201c}{}\u{201d}", shortened(&date.place.text, WHO));
    match (date.anchor.as_str(), &date.earliest) {
        ("publication", _) => format!("{words}, counted from the day of publication"),
        ("text", _) => format!("{words}, counted from a date that the article gives elsewhere"),
        ("missing", _) if record.published_at.is_none() => {
            format!("{words} cannot be placed: the day of publication is not known")
        }
        ("missing", _) => format!("{words} cannot be placed: nothing says from when to count"),
        (_, None) => format!("{words} names no day"),
        _ => format!("the article says {words}"),
    }
}

/// How a fact is presented, and whose word it is: by the rules of the card.
pub(super) fn presented(presented: &str, claim: Option<&Claim>) -> Standing {
    let mark = match presented {
        "alleged" | "denied" => Some(presented.to_owned()),
        "open" => Some("left open".to_owned()),
        _ => None,
    };
    let mark = mark.or_else(|| claim.and_then(status));
    Standing { mark, word: word(claim) }
}

/// What the writer or a claim says happened.
pub(super) fn claimed(claim: Option<&Claim>) -> Standing {
    Standing { mark: claim.and_then(status), word: word(claim) }
}

/// That somebody said something on that day: how they stand to it shows their cue.
pub(super) fn saying(claim: &Claim) -> Standing {
    Standing { mark: None, word: word(Some(claim)) }
}

/// Why the words of a claim are no plain statement.
fn status(claim: &Claim) -> Option<String> {
    let of = |stance: &str, word: &str| {
        (claim.sourcing.stance.as_deref() == Some(stance)).then(|| word.to_owned())
    };
    of("denies", "denied").or_else(|| of("accuses", "alleged")).or_else(|| claim.status())
}

/// "the writer", "Harbour Board (“denied”)"
fn word(claim: Option<&Claim>) -> String {
    let Some(claim) = claim else { return "the writer".to_owned() };
    let who = shortened(&claim.who(), WHO);
    match claim.cue_words() {
        "" => who,
        cue => format!("{who} (\u{201c}{}\u{201d})", shortened(cue, WHO)),
    }
}

impl super::Rail {
    /// How it is called in a table.
    pub fn name(self) -> &'static str {
        match self {
            Self::Happened => "happened",
            Self::Said => "said",
        }
    }
}

impl super::Row {
    /// "2031-03-13, night: \[denied\] The board denied ..."
    pub fn in_a_line(&self) -> String {
        let mark = self.mark.as_ref().map_or(String::new(), |mark| format!("[{mark}] "));
        format!("{}: {mark}{}", self.when, self.passage)
    }
}

/// What has no place on it, where there is any.
pub(super) fn left_out(n: usize) -> Option<String> {
    let which = "such as \u{201c}for six years\u{201d} or \u{201c}every Monday\u{201d}";
    (n > 0).then(|| format!("Left out: {} without a day, {which}.", crate::render::counted(n, "expression")))
}
