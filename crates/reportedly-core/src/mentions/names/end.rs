//! Where a name ends: what its run of capitals may have inside.

use super::{NETWORKS, NUMBERED, has_call_sign, is_part, lower};
use crate::mentions::lexicons::{FUNCTION_WORDS, GIVEN, NOUNS, PARTS, TITLES};
use crate::mentions::terms::Term;
use crate::mentions::terms::is_past;
use crate::text::{Span, Text};

/// Small words that a name may have inside.
const PARTICLES: &[&str] = &[
    "de", "van", "von", "der", "den", "bin", "al", "la", "le", "da", "dos", "du", "del", "ibn", "el", "di",
    "ter",
];

/// Function words that are surnames, too, behind a given name.
const SURNAMES: &[&str] = &["May", "Will", "More", "Most", "Early", "Still", "Best", "Down", "Even"];

/// Those to whom a hospital, a college or a club belongs.
const OWNERS: &[&str] = &["children", "men", "people", "veterans", "women"];

/// Of whom unions are called.
const WORKERS: &[&str] =
    &["drivers", "employees", "engineers", "miners", "nurses", "teachers", "trades", "workers"];

/// One past the last term of the run that begins at `i`.
pub(super) fn end_of_run(text: &Text, all: &[Term], i: usize) -> usize {
    let mut end = i + 1;
    let workers = |t: &Term| t.capital && WORKERS.contains(&lower(text, t).as_str());
    while let Some(next) = all.get(end).filter(|t| t.joined && !t.first && !owned(text, all, i, end)) {
        let word = text.get(next.span);
        let follows = |n: usize| all.get(end + n).is_some_and(|t| t.joined && t.capital && !t.first);
        let has_part = || all[i..end].iter().any(|t| is_part(text, t) || workers(t));
        let titled = || TITLES.get(&lower(text, &all[end - 1])).is_some_and(|v| v != "x");
        let inside = match word {
            _ if next.capital => {
                // "Theresa May"
                let surname = GIVEN.has(&lower(text, &all[end - 1])) && SURNAMES.contains(&word);
                !(FUNCTION_WORDS.has(&word.to_lowercase())
                    && word.len() > 2
                    && !GIVEN.has(&word.to_lowercase()))
                    || surname
                    || workers(next)
                    || next.possessive && OWNERS.contains(&word.to_lowercase().as_str())
                    // "Norport Police", "Association of Head Teachers"
                    || word == "Police"
                    || all[i..end].iter().any(|t| text.get(t.span) == "of") && NOUNS.form_of(&word.to_lowercase()).is_some()
                    // "Assistant Police Chief"
                    || TITLES.has(&lower(text, &all[end - 1])) && TITLES.has(&lower(text, next))
                    || follows(1)
                        && is_part(text, &all[end + 1])
                        && NOUNS.form_of(&word.to_lowercase()).is_some()
            }
            "of" if follows(1) => has_part() || titled(),
            "of" if all.get(end + 1).is_some_and(|t| text.get(t.span) == "the") => {
                let inside = follows(2) && (has_part() || titled());
                end += usize::from(inside);
                inside
            }
            "for" | "on" if follows(1) => is_part(text, &all[end - 1]),
            // "the Metal and Allied Workers", but not "Boeing and Airbus Engineers"
            "and"
                if follows(1)
                    && i > 0
                    && lower(text, &all[i - 1]) == "the"
                    && (1..=2)
                        .any(|n| follows(n) && WORKERS.contains(&lower(text, &all[end + n]).as_str())) =>
            {
                true
            }
            "and" if follows(1) => {
                has_part() && all[i..end].iter().any(|t| matches!(text.get(t.span), "of" | "for" | "on"))
            }
            "&" => follows(1),
            // "van der Vale"
            _ if PARTICLES.contains(&word) => {
                let more =
                    all.get(end + 1).is_some_and(|t| t.joined && PARTICLES.contains(&text.get(t.span)));
                let inside = follows(1) || more && follows(2);
                end += usize::from(more && inside);
                inside
            }
            _ => is_channel(text, all, end),
        };
        if !inside {
            break;
        }
        end += 1;
    }
    while end > i + 1 && !all[end - 1].capital && !is_channel(text, all, end - 1) {
        end -= 1;
    }
    let number = |t: &&Term| t.joined && !t.first && text.get(t.span).parse::<u32>().is_ok();
    let numbered = end == i + 1 && !all[i].possessive && NUMBERED.contains(&lower(text, &all[i]).as_str());
    end + usize::from(numbered && all.get(end).filter(number).is_some())
}

/// Whether a name ends before the term at `end`, because it is somebody's: not "the Growers' League", "the Sheriff's Office",
/// "the State's Attorney", "St. Orrin's Hospital".
fn owned(text: &Text, all: &[Term], start: usize, end: usize) -> bool {
    if !all[end - 1].possessive {
        return false;
    }
    let (owner, next) = (lower(text, &all[end - 1]), lower(text, &all[end]));
    let plural = text.get(Span::new(all[end - 1].span.start(), all[end].span.start())).trim_end();
    let office = TITLES.get(&owner).is_some_and(|v| v != "x")
        || NOUNS.get(&owner).is_some_and(|v| v.starts_with("role"));
    let saint = end >= start + 2 && matches!(lower(text, &all[end - 2]).as_str(), "st." | "st" | "saint");
    let many = plural.ends_with(['\'', '\u{2019}']) || OWNERS.contains(&owner.as_str());
    let named = is_part(text, &all[end]) && (many || office || saint);
    let lawyer = matches!(owner.as_str(), "state" | "commonwealth") && next == "attorney";
    !(named || lawyer && all[end].capital)
}

/// The number of a station: "Action News 5", "KQWX 2 News", but not "told KQWX 20 people".
fn is_channel(text: &Text, all: &[Term], at: usize) -> bool {
    let number = |w: &str| w.len() <= 2 && w.parse::<u8>().is_ok();
    if at == 0 || !number(text.get(all[at].span)) {
        return false;
    }
    let before = lower(text, &all[at - 1]);
    let station = NETWORKS.contains(&before.as_str())
        || PARTS.get(&before) == Some("medium")
        || has_call_sign(text.get(all[at - 1].span));
    let ends = all.get(at + 1).is_none_or(|t| {
        let word = lower(text, t);
        let verb = is_past(&word)
            || matches!(word.as_str(), "that" | "said" | "says" | "reports" | "in" | "on" | "the" | "and");
        !t.joined || t.first || verb || t.capital && PARTS.get(&word) == Some("medium")
    });
    all[at - 1].capital && station && ends
}
