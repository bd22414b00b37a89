use super::clause::{Word, is_finite, main_clause, statement, words};
use super::hedge::weakest;
use super::{Certainty, Polarity, Presented};
use crate::attribution::{Attribution, Mode};
use crate::source::CueClass;
use crate::text::{Span, Spans, Text};
use crate::tokens::{Lexicon, Tokens};

/// Cues and what they do to the claim: certain, probable, possible, doubt, deny, open, topic.
pub(super) const CUES: Lexicon = Lexicon::new(include_str!("lexicons/cues.txt"));

/// Says how one claim is presented.
pub fn judge(a: &Attribution, class: Option<CueClass>, text: &Text, tokens: &Tokens) -> Presented {
    let cue = a.cue.map_or(Vec::new(), |c| whole_cue(c, &a.content, text, tokens));
    if a.source.cover().is_some_and(|s| is_nobody(text.get(s))) {
        return open("nobody is said to say it");
    }
    let asked = |c: Span| {
        tokens.sentences.get(tokens.sentence_at(c.start())).is_some_and(|s| text.get(*s).ends_with('?'))
    };
    if a.mode == Mode::Indirect && a.cue.is_some_and(asked) {
        return open("a question");
    }
    let content = statement(a.content.pieces(), text, tokens);
    if content.is_empty() {
        return open("no statement");
    }
    let quoted = a.mode == Mode::Direct;
    let clause = content[0].low == "that";
    let found = effect(&cue, class.filter(|_| !clause));
    if let Some(reason) = unasserted(&cue, &content, found, quoted) {
        return open(reason);
    }
    let main = main_clause(&content);
    let mut denied = negated(main) ^ (found == Some("deny") || found == Some("doubt"));
    denied ^= is_negated(&cue) && matches!(found, Some("probable" | "possible"));
    denied |= cue.windows(2).any(|p| p[0].low.starts_with("rul") && p[1].low == "out");
    denied |= refusal_of_claim(&cue, &content) || false_label(&cue, &content);
    let own = weakest(&cue, found, main);
    let polarity = if denied { Polarity::Denied } else { Polarity::Affirmed };
    match own {
        None => {
            Presented { certainty: Certainty::Certain, polarity, hedge: None, reason: "nothing weakens it" }
        }
        Some((certainty, hedge)) => Presented { certainty, polarity, hedge: Some(hedge), reason: "a hedge" },
    }
}

/// The words of a cue; with the "not" that an insertion parts from it: "did not, however, say".
fn whole_cue(cue: Span, content: &Spans, text: &Text, tokens: &Tokens) -> Vec<Word> {
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
fn is_nobody(source: &str) -> bool {
    let low = source.to_lowercase();
    let mut words = low.split_whitespace();
    match words.next() {
        Some("nobody" | "neither" | "few") => true,
        Some("none") => words.next() != Some("other"),
        Some("no") => words.next().is_some_and(|w| {
            !w.starts_with(|c: char| c.is_ascii_digit()) && !matches!(w, "less" | "fewer" | "more" | "other")
        }),
        _ => false,
    }
}

fn open(reason: &'static str) -> Presented {
    let (certainty, polarity) = (Certainty::Underspecified, Polarity::Underspecified);
    Presented { certainty, polarity, hedge: None, reason }
}

/// What the cue does: the first of its words that does more than say, else the first that is listed.
fn effect(cue: &[Word], class: Option<CueClass>) -> Option<&'static str> {
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
        .filter_map(|w| if calls(w) { Some("certain") } else { CUES.form_of(&w.low) });
    let all: Vec<&str> = listed.collect();
    let first = all.iter().find(|e| **e != "certain").or(all.first()).copied();
    match (first, class) {
        (None, Some(CueClass::Attitude)) => Some("open"),
        (found, _) => found,
    }
}

/// Why the claim is no assertion, if it is none.
fn unasserted(cue: &[Word], content: &[Word], effect: Option<&str>, quoted: bool) -> Option<&'static str> {
    if refusal_of_claim(cue, content) || false_label(cue, content) {
        return None;
    }
    let first = content[0].low.as_str();
    let low = |n: usize| content.get(n).map_or("", |w| w.low.as_str());
    let asked = cue.iter().any(|w| {
        matches!(
            w.low.as_str(),
            "ask" | "asked" | "asks" | "asking" | "wondered" | "wonder" | "wonders" | "inquired"
        )
    });
    if first == "whether"
        || cue.last().is_some_and(|w| w.low == "whether" || w.low == "if")
        || asked && !quoted
    {
        return Some("a question");
    }
    if asked && first == "if" || first == "how" && !quoted && asked {
        return Some("a question");
    }
    let denied_saying = is_negated(cue)
        || cue.iter().any(|w| {
            matches!(
                w.low.as_str(),
                "refused" | "refuses" | "declined" | "declines" | "refusing" | "declining" | "refusal"
            )
        });
    if denied_saying && !matches!(effect, Some("probable" | "possible" | "doubt")) && !rules_out(cue) {
        return Some("the saying is denied or left open");
    }
    if rules_out(cue) && is_negated(cue) {
        return Some("not ruled out");
    }
    let asked_for = cue.iter().any(|w| w.low.starts_with("call")) && matches!(first, "for" | "on" | "upon");
    if asked_for || effect == Some("open") && !asserting(quoted, content, cue) {
        return Some("wanted, planned or asked for");
    }
    let infinitive = first == "to" || low(0) == "not" && low(1) == "to";
    if infinitive && !matches!(effect, Some("probable" | "deny" | "possible")) && !states_infinitive(cue) {
        return Some("wanted, planned or asked for");
    }
    conditional(content).or_else(|| topic(cue, content, effect, quoted))
}

/// "Love it," he promised is not asserted; "I have never met him," she joked is.
fn asserting(quoted: bool, content: &[Word], cue: &[Word]) -> bool {
    let soft = cue.iter().any(|w| {
        [
            "want",
            "hop",
            "wish",
            "urg",
            "demand",
            "vow",
            "promis",
            "pledg",
            "propos",
            "recommend",
            "threaten",
            "offer",
        ]
        .iter()
        .any(|s| w.low.starts_with(s))
    });
    quoted && !soft && is_finite(content)
}

/// "is said to have", "claims to be", "admitted to having".
fn states_infinitive(cue: &[Word]) -> bool {
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

fn conditional(content: &[Word]) -> Option<&'static str> {
    let low = |i: usize| content.get(i).map_or("", |w| w.low.as_str());
    let hangs = |i: usize| {
        let before = if i == 0 { "" } else { low(i - 1) };
        matches!(low(i), "if" | "unless")
            && !matches!(
                before,
                "as" | "even" | "what" | "see" | "know" | "ask" | "asked" | "only" | "wonder"
            )
            && low(i + 1) != "not"
    };
    let inverted = matches!(low(0), "should" | "had" | "were")
        && matches!(low(1), "he" | "she" | "they" | "we" | "i" | "it" | "the");
    let counter = (0..content.len().min(25)).any(|i| {
        low(i) == "would"
            && (low(i + 1) == "have" && low(i + 2) != "to"
                || low(i + 1) == "never" && low(i + 2) == "have"
                || low(i + 1) == "not" && low(i + 2) == "have")
            || low(i) == "wouldn't" && low(i + 1) == "have"
            || low(i) == "would've"
    });
    let hoped = content.iter().take(25).any(|w| w.low == "hopefully")
        || matches!((low(0), low(1)), ("i" | "we", "hope" | "want" | "wish"));
    if hoped {
        return Some("hoped for");
    }
    if inverted || (0..content.len().min(40)).any(hangs) {
        return Some("a condition");
    }
    counter.then_some("contrary to fact")
}

/// A content without a statement: only what is spoken about.
fn topic(cue: &[Word], content: &[Word], effect: Option<&str>, quoted: bool) -> Option<&'static str> {
    if quoted || is_finite(content) || matches!(effect, Some("deny" | "doubt" | "possible" | "probable")) {
        return None;
    }
    let gerund = content.iter().enumerate().any(|(i, w)| {
        w.low.ends_with("ing")
            && w.low.len() > 4
            && (i == 0 || matches!(content[i - 1].low.as_str(), "for" | "of" | "not" | "as"))
    });
    let accuses = cue.iter().any(|w| {
        ["accus", "blam", "charg", "suspect", "convict", "criticiz", "criticis", "fault"]
            .iter()
            .any(|s| w.low.starts_with(s))
    });
    if gerund && (accuses || effect == Some("certain") || effect == Some("topic"))
        || accuses && effect == Some("certain")
    {
        return None;
    }
    let calls = content.iter().any(|w| w.low == "as")
        || cue.iter().any(|w| {
            ["call", "label", "dub", "brand", "describ", "consider", "deem", "declar", "term"]
                .iter()
                .any(|s| w.low.starts_with(s))
        });
    match effect {
        Some("topic") if !calls => Some("only a topic"),
        None if !calls && content.len() < 12 => Some("only a topic"),
        _ => None,
    }
}

fn rules_out(cue: &[Word]) -> bool {
    cue.windows(2)
        .any(|p| matches!(p[0].low.as_str(), "rule" | "rules" | "ruled" | "ruling") && p[1].low == "out")
}

fn is_negated(words: &[Word]) -> bool {
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

/// Whether the main predicate is negated; negations that cancel each other or deny nothing do not count.
fn negated(main: &[Word]) -> bool {
    let low = |i: usize| main.get(i).map_or("", |w| w.low.as_str());
    let mut count = 0;
    let reach = main.len().min(18);
    for i in 0..reach {
        let negation = match low(i) {
            "not" | "never" | "nobody" | "nothing" | "none" | "neither" | "cannot" | "nowhere"
            | "unlikely" | "hardly" => true,
            "no" => {
                !matches!(low(i + 1), "doubt" | "matter" | "less" | "more" | "sooner" | "secret" | "wonder")
                    && !main[i].pause
            }
            w => w.ends_with("n't"),
        };
        let harmless = matches!(low(i + 1), "only" | "just" | "merely" | "simply") && low(i) != "no"
            || low(i + 1) == "but"
            || low(i) == "not" && i > 0 && (main[i - 1].pause || low(i - 1) == "or")
            || low(i) == "not" && matches!(low(i + 1), "to") && i > 3;
        let infinitive = low(i) == "not" && i > 3 && low(i - 1) == "to";
        // "cannot be left without"
        let cancelled = (i + 1..i + 5).any(|j| low(j) == "without");
        // "never, never been edited"
        let again = i > 0 && low(i) == low(i - 1);
        count += usize::from(negation && !harmless && !infinitive && !cancelled && !again);
    }
    count % 2 == 1
}

/// "rejected the claim that", "dismissed suggestions that".
fn refusal_of_claim(cue: &[Word], content: &[Word]) -> bool {
    const CLAIMS: &[&str] = &[
        "claim",
        "claims",
        "charge",
        "charges",
        "allegation",
        "allegations",
        "accusation",
        "accusations",
        "idea",
        "notion",
        "suggestion",
        "suggestions",
        "assertion",
        "assertions",
        "rumor",
        "rumors",
        "rumours",
        "argument",
        "theory",
        "reports",
        "criticism",
    ];
    let refuses = cue.iter().any(|w| {
        ["reject", "dismiss", "brush", "wav", "rebuff", "push", "pour"].iter().any(|s| w.low.starts_with(s))
    });
    refuses && cue.iter().chain(content.iter().take(4)).any(|w| CLAIMS.contains(&w.low.as_str()))
}

/// "dismissed the report as false", "called it a lie".
fn false_label(cue: &[Word], content: &[Word]) -> bool {
    const FALSE: &[&str] = &[
        "false",
        "untrue",
        "baseless",
        "unfounded",
        "fabricated",
        "nonsense",
        "fake",
        "groundless",
        "lies",
        "bogus",
        "fabrication",
        "lie",
        "hoax",
        "smear",
    ];
    let labels = cue.iter().any(|w| {
        ["dismiss", "call", "label", "describ", "reject", "denounc", "brand"]
            .iter()
            .any(|s| w.low.starts_with(s))
    });
    labels && content.len() < 14 && content.iter().rev().take(4).any(|w| FALSE.contains(&w.low.as_str()))
}
