//! Names in running text: runs of capitals, and what each is the name of.

mod before;
mod end;

use before::{called, place_before, title_end};
use end::end_of_run;

use super::lexicons::{FUNCTION_WORDS, GIVEN, GROUPS, NOUNS, ORGANIZATIONS, OUTLETS, PARTS, PLACES, TITLES};
use super::terms::{Term, Terms, is_past};
use crate::text::{Span, Text};

/// What a name is the name of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    Person,
    Organization,
    Outlet,
    Document,
    Place,
    Group,
    Unknown,
}

/// Words in capitals that belong together.
#[derive(Clone, Debug)]
pub struct Run {
    /// The name alone.
    pub span: Span,
    /// Positions of its terms.
    pub terms: std::ops::Range<usize>,
    /// Title words before the name, which may be all there is.
    pub title: Option<Span>,
    pub class: Class,
    /// Whether "the" stands before it.
    pub the: bool,
    pub possessive: bool,
    /// Whether it may be a common word that begins a sentence: a name only where somebody is called so.
    pub doubtful: bool,
}

/// How adverbs end that a sentence may begin with.
const ADVERBS: &[&str] =
    &["ingly", "ally", "ously", "edly", "ently", "antly", "ately", "fully", "ively", "ably", "ibly"];

/// What is told apart by number: "District 7", "Local 12".
const NUMBERED: &[&str] =
    &["district", "ward", "precinct", "zone", "region", "sector", "local", "route", "phase", "stage"];

/// What broadcasters put a number behind.
const NETWORKS: &[&str] = &["abc", "cbs", "channel", "cw", "fox", "nbc", "news", "newschannel", "pbs"];

/// Of whom a town, a county or a state has one: with "the" an office, not a body of that name.
const OFFICES: &[&str] = &[
    "administrator",
    "ambassador",
    "attorney",
    "auditor",
    "chancellor",
    "chief",
    "clerk",
    "commissioner",
    "coroner",
    "d.a.",
    "da",
    "director",
    "governor",
    "judge",
    "marshal",
    "mayor",
    "minister",
    "president",
    "prosecutor",
    "secretary",
    "sheriff",
    "superintendent",
    "treasurer",
];

/// All names of a text, in order.
pub fn runs(text: &Text, terms: &Terms) -> Vec<Run> {
    let all = &terms.all;
    let mut out = Vec::new();
    let mut i = 0;
    while i < all.len() {
        if !all[i].capital || all[i].headline {
            i += 1;
            continue;
        }
        let end = end_of_run(text, all, i);
        if let Some((start, doubtful)) = start_of_name(text, terms, i, end) {
            out.push(Run { doubtful, ..named(text, all, start..end) });
        }
        i = end;
    }
    out
}

fn lower(text: &Text, term: &Term) -> String {
    text.get(term.span).to_lowercase()
}

fn is_part(text: &Text, term: &Term) -> bool {
    term.capital && PARTS.has(&lower(text, term))
}

/// Where the name begins, once words that a sentence begins with are taken off; `None` where nothing is left.
fn start_of_name(text: &Text, terms: &Terms, start: usize, end: usize) -> Option<(usize, bool)> {
    let all = &terms.all;
    let mut i = start;
    // "the Records Department"
    let of_a_name = |i: usize| i + 1 < end && is_part(text, &all[i]) && is_part(text, &all[i + 1]);
    // "Police Chief Ada Vale"
    let of_a_title = |i: usize| {
        let titled = |t: &Term| TITLES.get(&lower(text, t)).is_some_and(|v| v != "x");
        i + 1 < end && TITLES.has(&lower(text, &all[i])) && titled(&all[i + 1])
    };
    while i < end && is_plain(text, &all[i]) && !of_a_name(i) && !of_a_title(i) {
        i += 1;
    }
    let first = all.get(i).filter(|_| i < end)?;
    let word = lower(text, first);
    if end - i == 1 && (word == "police" || is_party(&word)) {
        return None;
    }
    if first.first && end - i == 1 {
        let known = GIVEN.has(&word)
            || ORGANIZATIONS.has(&word)
            || OUTLETS.has(&word)
            || PLACES.has(&word)
            || GROUPS.has(&word);
        let common = terms.small.contains(&word) || NOUNS.form_of(&word).is_some() || word.ends_with("ly");
        // "Patriotic broadcasters": an adjective as likely as a name
        let common = common || modifies(all, end, text);
        let doubtful = common && !known && !is_acronym(text.get(first.span));
        return Some((i, doubtful));
    }
    // "Emails Vale sent"
    if first.first && texts_of(text, all, i, end) {
        return Some((i + 1, false));
    }
    if first.first
        && terms.small.contains(&word)
        && !NUMBERED.contains(&word.as_str())
        && !TITLES.has(&word)
        && !GIVEN.has(&word)
        && !PARTS.has(&word)
    {
        return (end - i > 1).then_some((i + 1, false));
    }
    // "Commuter Alvin Tate", "Striker Osk Oller"
    let noun = NOUNS.get(&word).is_some_and(|v| {
        v.starts_with("group") && GIVEN.has(&lower(text, &all[i + 1])) || v == "role" && !TITLES.has(&word)
    });
    if first.first && end - i > 2 && noun && !GIVEN.has(&word) {
        return Some((i + 1, false));
    }
    // "Interestingly Vale"
    let adverb = word.len() > 6 && ADVERBS.iter().any(|e| word.ends_with(e)) && !GIVEN.has(&word);
    Some((i + usize::from(first.first && adverb), false))
}

/// "Emails Vale sent", but not "Statistics Norland reported".
fn texts_of(text: &Text, all: &[Term], i: usize, end: usize) -> bool {
    let word = lower(text, &all[i]);
    let texts = !NOUNS.has(&word) && NOUNS.form_of(&word).is_some_and(|v| v.starts_with("document"));
    let body = |t: &Term| {
        let word = lower(text, t);
        PARTS.has(&word) || PLACES.has(&word) || ORGANIZATIONS.has(&word)
    };
    let verb = all.get(end).is_some_and(|t| t.joined && is_past(text.get(t.span)));
    texts && verb && end - i > 1 && !all[i + 1..end].iter().any(body)
}

/// "A Democrat", "the Ohio Republican": nobody is called so.
fn is_party(word: &str) -> bool {
    matches!(word, "democrat" | "republican" | "libertarian")
}

fn is_plain(text: &Text, term: &Term) -> bool {
    let word = text.get(term.span);
    let small = word.to_lowercase();
    let function = FUNCTION_WORDS.has(&small)
        && !GIVEN.has(&small)
        && (term.first || !TITLES.has(&small) && word != "Will");
    !is_acronym(word) && (function || word == "I")
}

/// "OUSD", "FBI": two to six capitals.
pub fn is_acronym(word: &str) -> bool {
    let letters = word.chars().filter(|c| *c != '.').count();
    (2..=6).contains(&letters) && word.chars().all(|c| c.is_uppercase() || c == '.' || c == '&')
}

/// "KQWX", "WQX-TV": what an American station is called by.
fn has_call_sign(word: &str) -> bool {
    let (sign, kind) = word.split_once('-').unwrap_or((word, ""));
    let kinds = ["TV", "FM", "AM", "DT", "LP", "CD"];
    let long = sign.len() == 4 && kind.is_empty() || matches!(sign.len(), 3 | 4) && kinds.contains(&kind);
    long && sign.starts_with(['K', 'W']) && sign.bytes().all(|b| b.is_ascii_uppercase())
}

fn named(text: &Text, all: &[Term], terms: std::ops::Range<usize>) -> Run {
    let mut start = terms.start;
    let the = start > 0 && all[start].joined && text.get(all[start - 1].span).eq_ignore_ascii_case("the");
    let mut words: Vec<String> = all[terms.clone()].iter().map(|t| lower(text, t)).collect();
    let place = place_before(&words);
    words.drain(..place);
    start += place;
    let possessive = all[terms.end - 1].possessive;
    let whole = words.join(" ");
    let cover = |range: std::ops::Range<usize>| all[range.start].span.cover(all[range.end - 1].span);
    let mut class = listed(&whole);
    let terms = start..terms.end;
    if the && OUTLETS.has(&format!("the {whole}")) {
        class = Class::Outlet;
    }
    let mut title = None;
    if class == Class::Unknown {
        // "the Orrin County Coroner" is an office, "TJ King" a name
        let office = the
            && words.last().is_some_and(|w| OFFICES.contains(&w.as_str()) || is_party(w))
            && !GIVEN.has(&words[0]);
        let split = if office { words.len() } else { called(&words).unwrap_or_else(|| title_end(&words)) };
        if split > 0 && split < words.len() && !words[split..].iter().any(|w| PARTS.has(w) && !GIVEN.has(w)) {
            title = Some(cover(start..start + split));
            start += split;
            class = Class::Person;
        } else if split == words.len() {
            title = Some(cover(start..start + split));
        } else {
            class = by_words(&words, the, all, terms.clone(), text);
        }
    }
    Run {
        span: cover(start..terms.end),
        terms: start..terms.end,
        title,
        class,
        the,
        possessive,
        doubtful: false,
    }
}

fn listed(whole: &str) -> Class {
    let bare = whole.trim_start_matches("the ");
    match () {
        _ if OUTLETS.has(bare) => Class::Outlet,
        _ if ORGANIZATIONS.has(bare) => Class::Organization,
        _ if PLACES.has(bare) => Class::Place,
        _ if GROUPS.has(bare) => Class::Group,
        _ => Class::Unknown,
    }
}

fn by_words(words: &[String], the: bool, all: &[Term], terms: std::ops::Range<usize>, text: &Text) -> Class {
    if words.len() == 2 && NUMBERED.contains(&words[0].as_str()) && words[1].parse::<u32>().is_ok() {
        return if words[0] == "local" { Class::Organization } else { Class::Place };
    }
    let given = GIVEN.has(&words[0]);
    let skip = usize::from(given && words.len() > 1);
    let part = words[skip..].iter().rev().find_map(|w| PARTS.get(w));
    let short = words.len() == 2 && given && !the;
    let surname = matches!(
        words.last().map(String::as_str),
        Some(
            "post"
                | "church"
                | "house"
                | "guard"
                | "club"
                | "bank"
                | "watch"
                | "star"
                | "gas"
                | "monitor"
                | "works"
                | "power"
                | "steel"
        )
    );
    match part {
        Some(_) if short && surname => return Class::Person,
        Some("medium") => return Class::Outlet,
        Some("document") => return Class::Document,
        Some("trade") if words.len() == 1 => {}
        Some(_) => return Class::Organization,
        None => {}
    }
    // "CBS 58", "News4"
    let letters = words[0].trim_end_matches(|c: char| c.is_ascii_digit());
    let network = NETWORKS.contains(&letters);
    let numbered = letters.len() < words[0].len() || words.len() > 1;
    if network && numbered && words[1..].iter().all(|w| w.parse::<u8>().is_ok()) {
        return Class::Outlet;
    }
    // "KQWX 2", "told KQWX"; four capitals with a vowel may be a surname in a transcript
    let sign = text.get(all[terms.start].span);
    let sure = words.len() > 1 || sign.contains('-') || !sign.contains(['A', 'E', 'I', 'O', 'U']);
    if has_call_sign(sign) && sure && words[1..].iter().all(|w| w.parse::<u8>().is_ok()) {
        return Class::Outlet;
    }
    let initials = words[0].len() == 2 && words.len() == 2 && is_acronym(text.get(all[terms.start].span));
    let acronym = is_acronym(text.get(all[terms.start].span)) && words.len() == 1;
    let initial = words.iter().skip(1).any(|w| {
        w.len() == 2 && w.ends_with('.') || matches!(w.as_str(), "jr." | "sr." | "jr" | "iii" | "ii")
    });
    let place = words.len() == 2 && PLACES.has(&words[1]) && !given;
    if words.len() > 1 && (given || initial || initials && !the && !place) {
        return Class::Person;
    }
    let site = words.iter().any(|w| [".com", ".org", ".net"].iter().any(|e| w.ends_with(e)));
    if acronym || site || words.iter().any(|w| w == "&") || is_camel(text.get(all[terms.end - 1].span)) {
        return Class::Organization;
    }
    // "champion Vale, who"
    let called =
        terms.start.checked_sub(1).filter(|_| all[terms.start].joined).map(|i| text.get(all[i].span));
    let called = called.and_then(|noun| NOUNS.get(noun)).is_some_and(|v| v.starts_with("role"));
    if !the && (words.len() > 1 || called) && has_apposition(all, terms.end, text) {
        return Class::Person;
    }
    // "Vale Water, which"
    let which = |t: &&Term| !t.joined && !t.first && text.get(t.span) == "which";
    if all.get(terms.end).filter(which).is_some() {
        return Class::Organization;
    }
    let before = terms.start.checked_sub(1).and_then(|i| all.get(i)).filter(|_| all[terms.start].joined);
    let before = before.map_or("", |t| text.get(t.span));
    match before {
        "in" | "at" | "near" | "across" | "outside" if !all[terms.end - 1].possessive => Class::Place,
        _ if the && words.len() > 1 && !modifies(all, terms.end, text) => Class::Organization,
        _ if words.len() > 1 && NOUNS.get(before).is_some_and(|v| v.starts_with("role")) => Class::Person,
        _ if words.len() == 1 && ["ians", "crats", "ists"].iter().any(|e| words[0].ends_with(e)) => {
            Class::Group
        }
        _ => Class::Unknown,
    }
}

/// "SoCalRail": a capital inside, but for surnames such as "McVale".
fn is_camel(word: &str) -> bool {
    let surname = ["Mc", "Mac", "De", "Di", "La", "Le", "Van", "Von", "O", "D"].iter().any(|p| {
        word.strip_prefix(p)
            .is_some_and(|rest| rest.trim_start_matches(['\'', '\u{2019}']).starts_with(char::is_uppercase))
    });
    let inside = word.chars().zip(word.chars().skip(1)).any(|(a, b)| a.is_lowercase() && b.is_uppercase());
    inside && !surname
}

/// Whether a common noun follows at once: "the Vale campaign" is no body called Vale.
pub fn modifies(all: &[Term], end: usize, text: &Text) -> bool {
    let next = all.get(end).filter(|t| t.joined && !t.capital && !all[end - 1].possessive);
    next.is_some_and(|t| NOUNS.form_of(text.get(t.span)).is_some())
}

/// Whether an age, "who", or "a spokesman" follows behind a comma.
fn has_apposition(all: &[Term], end: usize, text: &Text) -> bool {
    let Some(next) = all.get(end).filter(|t| !t.joined && !t.first) else { return false };
    let gap = text.get(Span::new(all[end - 1].span.end(), next.span.start()));
    let word = text.get(next.span);
    if gap.trim() != "," {
        return false;
    }
    let age = word.parse::<u8>().is_ok_and(|n| (6..=110).contains(&n));
    let role = || {
        all[end..].iter().take(6).any(|t| NOUNS.get(text.get(t.span)).is_some_and(|v| v.starts_with("role")))
    };
    age || word == "who" || matches!(word, "a" | "an" | "the" | "one" | "his" | "her") && role()
}
