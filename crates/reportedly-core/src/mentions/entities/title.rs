//! What titles, before a name or behind it, say of the one who bears it.

use super::Gender;
use crate::mentions::lexicons::{NOUNS, TITLES};
use crate::mentions::names::Run;
use crate::mentions::terms::is_past;
use crate::mentions::terms::{Term, Terms};
use crate::text::{Span, Text};

/// `m` or `f` at the end of a value of a lexicon.
pub fn gender(value: &str) -> Option<Gender> {
    match value.rsplit(' ').next() {
        Some("m") => Some(Gender::Male),
        Some("f") => Some(Gender::Female),
        _ => None,
    }
}

pub(super) fn title_gender(title: &str) -> Option<Gender> {
    title.split_whitespace().find_map(|w| TITLES.get(&w.to_lowercase()).and_then(gender))
}

/// "Vice", "deputy": who bears such an office is not called by the plain one.
pub const SECOND: [&str; 4] = ["vice", "deputy", "assistant", "associate"];

/// The nouns for persons in a title: "Norport Police Chief" gives "chief" and "police chief".
pub(super) fn roles_of(title: &str) -> Vec<String> {
    const ABBREVIATED: [(&str, &str); 13] = [
        ("capt", "captain"),
        ("det", "detective"),
        ("insp", "inspector"),
        ("lt", "lieutenant"),
        ("ofc", "officer"),
        ("sgt", "sergeant"),
        ("sen", "senator"),
        ("gov", "governor"),
        ("rep", "representative"),
        ("gen", "general"),
        ("rev", "reverend"),
        ("prof", "professor"),
        ("justice", "judge"),
    ];
    let stop =
        title.split_whitespace().position(|w| matches!(w, "for" | "with" | "at" | "who" | "from" | "in"));
    let words: Vec<String> = title
        .split_whitespace()
        .take(stop.unwrap_or(8))
        .map(|w| w.to_lowercase().trim_end_matches([',', '.']).to_owned())
        .collect();
    let former = words.iter().any(|w| matches!(w.as_str(), "former" | "ex" | "late"));
    let role = |w: &str| NOUNS.get(w).is_some_and(|v| v.contains("role"));
    let whole = |from: usize, role: &str| match from.checked_sub(1).map(|i| words[i].as_str()) {
        Some(before) if SECOND.contains(&before) => format!("{before} {role}"),
        _ => role.to_owned(),
    };
    let mut out = Vec::new();
    for (i, word) in words.iter().enumerate() {
        let long = ABBREVIATED.iter().find(|a| a.0 == word).map_or(word.as_str(), |a| a.1);
        if role(long) || NOUNS.form_of(long).is_some_and(|v| v.contains("role")) && !long.ends_with('s') {
            out.push(whole(i, long));
        }
        let pair = i.checked_sub(1).map(|i| (i, format!("{} {word}", words[i])));
        out.extend(pair.filter(|(_, pair)| role(pair)).map(|(i, pair)| whole(i, &pair)));
        if long == "representative" {
            out.extend(["congressman", "congresswoman"].map(str::to_owned));
        }
        if matches!(long, "senator" | "congressman" | "congresswoman" | "representative" | "assemblyman") {
            out.push("lawmaker".into());
        }
    }
    if former {
        out = out.into_iter().map(|r| format!("former {r}")).collect();
    }
    out
}

/// "Vice mayor Ada Vale", "former governor Tim Fell": the words before a name that are no part of its run of capitals.
pub(super) fn small_title(run: &Run, text: &Text, terms: &Terms) -> Option<Span> {
    let all = &terms.all;
    let at = run.terms.start.checked_sub(1).filter(|_| run.title.is_none() && all[run.terms.start].joined)?;
    let noun = text.get(all[at].span);
    if all[at].possessive || !NOUNS.get(noun).is_some_and(|v| v.contains("role")) {
        return None;
    }
    let part = |i: usize| {
        let word = text.get(all[i].span).to_lowercase();
        SECOND.contains(&word.as_str())
            || matches!(word.as_str(), "former" | "acting")
            // "former education secretary"
            || i > 0 && !all[i].capital && text.get(all[i - 1].span) == "former"
            || i + 1 == at && NOUNS.has(&format!("{word} {noun}"))
    };
    let from = (1..=at.min(2)).take_while(|n| all[at + 1 - n].joined && part(at - n)).last().unwrap_or(0);
    Some(all[at - from].span.cover(all[at].span))
}

/// "The former minister, Ada Vale, said": the words before the comma, where the name ends its phrase.
pub(super) fn office_before(run: &Run, text: &Text, terms: &Terms) -> Option<Span> {
    let all = &terms.all;
    let named = run.title.map_or(run.span, |t| t.cover(run.span));
    let at = all.partition_point(|t| t.span.end() <= named.start()).checked_sub(1)?;
    let gap = text.get(Span::new(all[at].span.end(), named.start())).trim();
    let closed = all.get(run.terms.end).is_none_or(|t| !t.joined || t.first);
    let noun = NOUNS.get(text.get(all[at].span)).is_some_and(|v| v.contains("role"));
    if gap != "," || !closed || !noun || all[at].possessive || run.possessive {
        return None;
    }
    let whose =
        |n: usize| matches!(text.get(all[at - n].span), "its" | "his" | "her" | "their" | "the" | "a" | "an");
    let small =
        |&n: &usize| !all[at - n].capital && !all[at - n].possessive && all[at + 1 - n].joined && !whose(n);
    let more = (1..=at.min(2)).take_while(small).last().unwrap_or(0);
    Some(all[at - more].span.cover(all[at].span))
}

/// A title has no more words.
const LONGEST: usize = 14;

/// The words between the comma behind a name and the next comma or full stop, if their noun is of a kind that fits.
pub(super) fn apposition(all: &[Term], end: usize, text: &Text, fits: impl Fn(&str) -> bool) -> Option<Span> {
    let first = all.get(end).filter(|t| !t.joined && !t.first)?;
    if text.get(Span::new(all.get(end.checked_sub(1)?)?.span.end(), first.span.start())).trim() != "," {
        return None;
    }
    let length = all[end + 1..].iter().take(14).take_while(|t| t.joined).count();
    let words = &all[end..=end + length];
    let head = words.iter().take_while(|t| {
        !matches!(
            text.get(t.span).to_lowercase().as_str(),
            "of" | "for" | "with" | "at" | "who" | "in" | "from" | "that" | "whose" | "which"
        )
    });
    let mut head: Vec<&Term> = head.collect();
    // "a super PAC aligned with her"
    let noun = |t: &Term| NOUNS.form_of(&text.get(t.span).to_lowercase()).is_some();
    let participle = (1..head.len()).find(|&i| is_past(text.get(head[i].span)) && noun(head[i - 1]));
    head.truncate(participle.unwrap_or(head.len()));
    let role = |t: &&Term| NOUNS.get(&text.get(t.span).to_lowercase()).is_some_and(&fits);
    let starts =
        matches!(text.get(first.span), "a" | "an" | "the" | "one" | "his" | "her" | "its" | "their" | "who");
    let last = head.last().copied().filter(|t| role(t))?;
    let verb = head.len() > 1
        && head.iter().any(|t| {
            matches!(
                text.get(t.span),
                "said" | "says" | "is" | "was" | "has" | "had" | "were" | "will" | "would" | "told" | "and"
            )
        });
    // "backed by the judge" is no title
    let present = |word: &str| word.ends_with('s') && NOUNS.form_of(word).is_none();
    let clause = (is_past(text.get(first.span)) || !starts && present(text.get(first.span)))
        && words.get(1).is_some_and(|t| {
            matches!(text.get(t.span), "the" | "a" | "an" | "by" | "in" | "on" | "to" | "his" | "her")
        });
    let plain = (starts || head.len() <= 5) && !clause;
    (plain && !verb && text.get(first.span) != "who").then(|| {
        let start = if starts { head.get(1).map_or(first.span, |t| t.span) } else { first.span };
        // "a landlord who rents eight homes"
        let told = |t: &Term| {
            matches!(
                text.get(t.span),
                "who" | "whose" | "whom" | "which" | "that" | "with" | "where" | "when"
            )
        };
        let body = |i: usize| {
            text.get(words[i].span) == "with"
                && words.get(i + 1).is_some_and(|t| t.capital || text.get(t.span) == "the")
        };
        let end = (0..words.len()).find(|&i| told(&words[i]) && !body(i)).unwrap_or(words.len());
        // "the former governor challenged by her"
        let cut = participle.filter(|&i| i > 0 && i < end);
        let end = cut.unwrap_or(end);
        // where it goes on too long, no name in it is cut
        let and = || words[..LONGEST].iter().rposition(|t| text.get(t.span) == "and").unwrap_or(0);
        let end = if end > LONGEST { and() } else { end };
        let tied = |t: &&Term| {
            !matches!(text.get(t.span), "in" | "of" | "at" | "for" | "from" | "the" | "a" | "and")
        };
        let tail = words[..end].iter().rev().find(tied).map_or(last.span, |t| t.span);
        start.cover(tail.max(last.span))
    })
}
