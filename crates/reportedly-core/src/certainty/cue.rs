//! What a cue does to the claim: says, doubts, denies, asks.

use super::clause::{Word, words};
pub(super) use crate::language::Effect;
use crate::language::en::ENGLISH;
use crate::source::CueClass;
use crate::text::{Span, Spans, Text};
use crate::tokens::Tokens;

/// The words of a cue; with the "not" that an insertion parts from it: "did not, however, say".
pub(super) fn whole_cue(cue: Span, content: &Spans, text: &Text, tokens: &Tokens) -> Vec<Word> {
    let mut all = words(cue, text);
    let start = tokens.sentences.get(tokens.sentence_at(cue.start())).map_or(0, |s| s.start());
    let before = text.get(Span::new(start, cue.start())).trim_end();
    if content.cover().is_some_and(|c| c.start() < cue.start()) {
        return all;
    }
    let inserted = before.strip_suffix(',').and_then(|b| b.rsplit_once(','));
    if let Some((left, middle)) = inserted
        && middle.split_whitespace().count() <= 4
        && let Some(not) = left.split_whitespace().next_back()
        && (matches!(not, "not" | "never") || not.ends_with("n't") || not.ends_with("n\u{2019}t"))
    {
        all.insert(
            0,
            Word {
                mark: None,
                low: "not".to_owned(),
                span: Span::new(cue.start(), cue.start()),
                capital: false,
                pause: true,
            },
        );
    }
    all
}

/// "No one in the ministry", "few doctors", "neither side".
pub(super) fn is_nobody(source: &str) -> bool {
    let low = source.to_lowercase();
    let mut words = low.split_whitespace();
    match words.next() {
        Some("nobody" | "neither" | "few") => true,
        Some("none") => words.next() != Some("other"),
        Some("not") => matches!(words.next(), Some("everyone" | "everybody" | "every" | "all")),
        Some("no") => words.next().is_some_and(|w| {
            !w.starts_with(|c: char| c.is_ascii_digit()) && !matches!(w, "less" | "fewer" | "more" | "other")
        }),
        _ => false,
    }
}

/// What the cue does: the first of its words that does more than say, else the first that is listed.
pub(super) fn effect(cue: &[Word], class: Option<CueClass>) -> Option<Effect> {
    // "called for" asks, "called her a liar" states
    let calls = |w: &Word| {
        w.low.starts_with("call") && !cue.iter().any(|w| matches!(w.low.as_str(), "for" | "on" | "upon"))
    };
    // "likes to say" says
    let says = |w: &Word| matches!(w.low.as_str(), "say" | "tell" | "claim");
    let would = cue.iter().any(|w| w.low == "would" || w.low.ends_with("'d"));
    let fond =
        |w: &Word| !would && matches!(w.low.as_str(), "like" | "likes" | "liked") && cue.iter().any(says);
    let listed = cue
        .iter()
        .filter(|w| !fond(w))
        .filter_map(|w| if calls(w) { Some(Effect::Certain) } else { ENGLISH.verbs.effect(&w.low) });
    let all: Vec<Effect> = listed.collect();
    let first = all.iter().find(|e| **e != Effect::Certain).or(all.first()).copied();
    match (first, class) {
        (None, Some(CueClass::Attitude)) => Some(Effect::Open),
        (found, _) => found,
    }
}

/// "is said to have", "claims to be", "admitted to having".
pub(super) fn states_infinitive(cue: &[Word]) -> bool {
    const STATE: &[&str] = &[
        "said",
        "claim",
        "claims",
        "claimed",
        "claiming",
        "alleged",
        "reported",
        "known",
        "shown",
        "found",
        "admitted",
        "confessed",
        "rumored",
        "rumoured",
        "understood",
        "considered",
        "believed",
        "deemed",
        "estimated",
    ];
    cue.iter().any(|w| STATE.contains(&w.low.as_str()))
}

pub(super) fn rules_out(cue: &[Word]) -> bool {
    // "ruled himself out", too
    let rules = |w: &Word| matches!(w.low.as_str(), "rule" | "rules" | "ruled" | "ruling");
    cue.iter().position(rules).is_some_and(|i| cue[i + 1..].iter().take(2).any(|w| w.low == "out"))
}

/// "left no doubt that", "does not doubt that".
pub(super) fn is_beyond_doubt(words: &[Word]) -> bool {
    is_negated(words) && words.iter().any(|w| w.low.starts_with("doubt"))
}

/// "will say", where nobody has said it yet.
pub(super) fn is_to_come(words: &[Word]) -> bool {
    let often = |w: &Word| {
        matches!(w.low.as_str(), "later" | "go" | "have" | "often" | "then" | "sometimes" | "tell")
    };
    words.len() > 1 && words[0].low == "will" && !words.iter().any(often)
}

pub(super) fn is_negated(words: &[Word]) -> bool {
    // "could not help saying"
    if words
        .iter()
        .any(|w| ["resist", "help", "miss", "hesitat", "fail"].iter().any(|s| w.low.starts_with(s)))
    {
        return false;
    }
    words.iter().any(|w| {
        matches!(w.low.as_str(), "not" | "never" | "no" | "cannot" | "nobody" | "neither" | "without")
            || w.low.ends_with("n't")
    })
}
