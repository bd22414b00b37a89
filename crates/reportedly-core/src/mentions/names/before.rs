//! What stands before a name in the same run of capitals: titles, offices, and where she is from.

use crate::mentions::lexicons::{GIVEN, GROUPS, NOUNS, ORGANIZATIONS, PARTS, PLACES, TITLES};
use crate::mentions::terms::is_cut_short;

/// "envoy to Norland Ada Vale", "Norland Republican Ada Vale": how many words before a name say where she is from.
pub(super) fn place_before(words: &[String]) -> usize {
    let chamber =
        |w: &String| matches!(w.as_str(), "house" | "senate" | "state" | "congressional" | "fellow");
    let from =
        |w: &String| GROUPS.has(&format!("{w}s")) || w == "democratic" || w.ends_with("-based") || chamber(w);
    let origin = |before: &[String]| {
        let place = (0..=before.len().min(2)).rev().find(|&n| n == 0 || PLACES.has(&before[..n].join(" ")));
        before[place.unwrap_or(0)..].iter().all(from)
    };
    let person = |&n: &usize| {
        let name = &words[n..];
        GIVEN.has(&name[0]) && !words[..n].iter().any(|w| GIVEN.has(w)) && !name.iter().any(|w| PARTS.has(w))
    };
    (1..=3).take_while(|n| n + 2 <= words.len()).find(|n| person(n) && origin(&words[..*n])).unwrap_or(0)
}

/// "Rector Paula Anstey": a noun for a person, then a given name.
pub(super) fn called(words: &[String]) -> Option<usize> {
    let given = (1..words.len().saturating_sub(1)).find(|&i| GIVEN.has(&words[i]))?;
    NOUNS
        .get(&words[given - 1])
        .filter(|v| (v.starts_with("role") || v.starts_with("group")) && !GIVEN.has(&words[0]))
        .map(|_| given)
}

/// How many of the words are a title: up to the last strong one, or up to a given name behind one.
pub(super) fn title_end(words: &[String]) -> usize {
    // "Rt. Hon. Paul Mills"; "St. Orrin" is a place
    let cut = |w: &&String| is_cut_short(w) && !TITLES.has(w) && !matches!(w.as_str(), "st." | "mt." | "ft.");
    let short = words.iter().take_while(cut).count();
    if short > 0 && short < words.len() {
        return short + if short + 1 == words.len() { 0 } else { title_end(&words[short..]) };
    }
    let strong = |w: &String| TITLES.get(w).is_some_and(|v| v != "x");
    let Some(first) = words.iter().position(strong) else { return 0 };
    // "Mr. King" is no king
    if words.len() == 2 && is_address(&words[0]) && !is_office(&words[1]) {
        return 1;
    }
    let weak =
        |w: &String| TITLES.has(w) || PARTS.has(w) || PLACES.has(w) || GROUPS.has(w) || ORGANIZATIONS.has(w);
    // "Jackson County Sheriff" is no Jackson
    let county =
        words.get(1).is_some_and(|w| matches!(w.as_str(), "county" | "city" | "township" | "parish"));
    if first > 6 || first > 0 && GIVEN.has(&words[0]) && !weak(&words[0]) && !county {
        return 0;
    }
    // "TJ King": a title at the end is a surname
    if first + 1 == words.len() && first > 0 && !words[..first].iter().all(weak) {
        return 0;
    }
    let given =
        (first + 1..words.len().saturating_sub(1)).find(|&i| GIVEN.has(&words[i]) && !strong(&words[i]));
    let last = words.iter().rposition(|w| TITLES.has(w)).map_or(0, |i| i + 1);
    let of = words.get(last).is_some_and(|w| w == "of");
    match given {
        Some(at) => at,
        None if of => words.len(),
        None => last.max(first + 1),
    }
}

/// Titles that say nothing about an office.
fn is_address(word: &str) -> bool {
    matches!(word.trim_end_matches('.'), "mr" | "mrs" | "ms" | "miss" | "mx" | "dr")
}

/// "Mr. President".
fn is_office(word: &str) -> bool {
    matches!(
        word,
        "president" | "speaker" | "chairman" | "secretary" | "mayor" | "justice" | "minister" | "ambassador"
    )
}
