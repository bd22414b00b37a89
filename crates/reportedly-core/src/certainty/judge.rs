use super::clause::{Word, is_finite, statement};
use super::cue::{
    Effect, effect, is_beyond_doubt, is_negated, is_nobody, is_to_come, rules_out, states_infinitive,
    whole_cue,
};
use super::denial::{false_label, negated, refusal_of_claim};
use super::hedge::weakest;
use super::main_clause::main_clause;
use super::reason::Reason;
use super::stance::stance;
use super::{Certainty, Polarity, Presented, Stance};
use crate::attribution::{Attribution, Mode};
use crate::source::CueClass;
use crate::text::{Span, Text};
use crate::tokens::Tokens;

/// Says how one claim is presented.
///
/// The certainty and polarity are FactBank's; `class` is what the cue says that the source does.
///
/// ```
/// use reportedly::certainty::{Certainty, Stance, judge};
/// use reportedly::source::CueClass;
/// use reportedly::{Engine, ReadOptions};
///
/// let read = Engine::new(ReadOptions::default()).read_text("\u{201c}The pier may be safe,\u{201d} said Mara Hale.");
/// let (text, claim) = (&read.article.text, &read.reading.claims[0]);
/// let presented = judge(&claim.attribution, Some(CueClass::Speech), text, &read.article.tokens());
/// assert_eq!((presented.certainty, presented.stance), (Certainty::Possible, Stance::Asserts));
/// ```
pub fn judge(a: &Attribution, class: Option<CueClass>, text: &Text, tokens: &Tokens) -> Presented {
    let cue = a.cue.map_or(Vec::new(), |c| whole_cue(c, &a.content, text, tokens));
    if a.source.cover().is_some_and(|s| is_nobody(text.get(s))) {
        return open(Reason::SaidByNobody, Stance::None);
    }
    let asks = |s: &Span| text.get(*s).trim_end_matches(is_closing).ends_with('?');
    let asked = |c: Span| tokens.sentences.get(tokens.sentence_at(c.start())).is_some_and(asks);
    if a.mode == Mode::Indirect && a.cue.is_some_and(asked) {
        return open(Reason::Question, Stance::Asks);
    }
    let content = statement(a.content.pieces(), text, tokens);
    if content.is_empty() {
        return match a.content.pieces().last().is_some_and(asks) {
            true => open(Reason::Question, Stance::Asks),
            false => open(Reason::Wanted, Stance::Wants),
        };
    }
    // a turn of a transcript is as she spoke
    let quoted = a.mode == Mode::Direct || a.cue.is_some_and(|c| text.get(c) == ":");
    let clause = content[0].low == "that";
    let found = effect(&cue, class.filter(|_| !clause));
    let found = if is_beyond_doubt(&cue) { Some(Effect::Certain) } else { found };
    let unasserted = unasserted(&cue, &content, found, quoted);
    let stance = stance(&cue, &content, unasserted, quoted);
    if let Some(reason) = unasserted {
        return open(reason, stance);
    }
    let main = main_clause(&content);
    let mut denied = negated(main) ^ (found == Some(Effect::Deny) || found == Some(Effect::Doubt));
    denied ^= is_negated(&cue) && matches!(found, Some(Effect::Probable | Effect::Possible));
    denied |= rules_out(&cue);
    denied |= refusal_of_claim(&cue, &content) || false_label(&cue, &content);
    let polarity = if denied { Polarity::Denied } else { Polarity::Affirmed };
    match weakest(&cue, found, main) {
        None => Presented {
            certainty: Certainty::Certain,
            polarity,
            stance,
            hedge: None,
            reason: Reason::NothingWeakens,
        },
        Some((certainty, hedge)) => {
            Presented { certainty, polarity, stance, hedge: Some(hedge), reason: Reason::Hedge }
        }
    }
}

fn is_closing(c: char) -> bool {
    matches!(c, '"' | '\u{201d}' | '\u{2019}' | '\'' | ' ')
}

fn open(reason: Reason, stance: Stance) -> Presented {
    let (certainty, polarity) = (Certainty::Underspecified, Polarity::Underspecified);
    Presented { certainty, polarity, stance, hedge: None, reason }
}

/// Why the claim is no assertion, if it is none.
fn unasserted(cue: &[Word], content: &[Word], effect: Option<Effect>, quoted: bool) -> Option<Reason> {
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
    let either = first == "whether"
        && content.windows(2).take(9).any(|p| p[0].low == "or" && p[1].low == "not" && p[1].pause);
    if first == "whether" && !either
        || cue.last().is_some_and(|w| w.low == "whether" || w.low == "if")
        || asked && !quoted
    {
        return Some(Reason::Question);
    }
    if asked && first == "if" || first == "how" && !quoted && asked {
        return Some(Reason::Question);
    }
    // "said nothing about the fire"
    let nothing =
        !quoted && matches!(first, "nothing" | "little") && low(1) == "about" && !is_finite(content);
    let denied_saying = is_negated(cue) && !is_beyond_doubt(cue)
        || nothing
        || !quoted && is_to_come(cue)
        || cue.iter().any(|w| {
            matches!(
                w.low.as_str(),
                "refused" | "refuses" | "declined" | "declines" | "refusing" | "declining" | "refusal"
            )
        });
    if denied_saying
        && !matches!(effect, Some(Effect::Probable | Effect::Possible | Effect::Doubt))
        && !rules_out(cue)
    {
        return Some(Reason::NotSaid);
    }
    if rules_out(cue) && is_negated(cue) {
        return Some(Reason::NotRuledOut);
    }
    let asked_for = cue.iter().any(|w| w.low.starts_with("call")) && matches!(first, "for" | "on" | "upon");
    if asked_for || effect == Some(Effect::Open) && !asserting(quoted, content, cue) {
        return Some(Reason::Wanted);
    }
    let infinitive = first == "to" || low(0) == "not" && low(1) == "to";
    if infinitive
        && !matches!(effect, Some(Effect::Probable | Effect::Deny | Effect::Possible))
        && !states_infinitive(cue)
    {
        return Some(Reason::Wanted);
    }
    if is_unclear(content) {
        return Some(Reason::Unknown);
    }
    conditional(content).or_else(|| topic(cue, content, effect, quoted))
}

/// "It is unclear whether", "it's not known why": what follows is no assertion.
fn is_unclear(content: &[Word]) -> bool {
    let low = |i: usize| content.get(i).map_or("", |w| w.low.as_str());
    (0..content.len().min(6)).any(|i| {
        let not = i > 0 && (low(i - 1) == "not" || low(i - 1).ends_with("n't"));
        let unknown =
            low(i) == "unclear" || low(i) == "unknown" || not && matches!(low(i), "clear" | "known" | "sure");
        let clause = matches!(low(i + 1), "that" | "the" | "he" | "she" | "it" | "they" | "we" | "there");
        let unsure = not && (low(i) == "sure" && low(i + 1) != "to" || low(i) == "certain" && clause);
        unsure
            || unknown
                && matches!(
                    low(i + 1),
                    "whether" | "if" | "why" | "how" | "who" | "what" | "where" | "when" | "which"
                )
    })
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

fn conditional(content: &[Word]) -> Option<Reason> {
    let low = |i: usize| content.get(i).map_or("", |w| w.low.as_str());
    // "if you are a fan of bread"
    let offers = |i: usize| {
        i == 0 && low(1) == "you" && matches!(low(i + 2), "are" | "want" | "like" | "love" | "look")
    };
    // "it is not radical to say that if"
    let deep = |i: usize| i > 4 && low(i - 1) == "that";
    let hangs = |i: usize| {
        let before = if i == 0 { "" } else { low(i - 1) };
        let asked = |j: usize| {
            matches!(
                low(j),
                "ask"
                    | "asked"
                    | "asks"
                    | "wondered"
                    | "know"
                    | "knew"
                    | "sure"
                    | "determine"
                    | "decide"
                    | "decided"
                    | "decides"
                    | "learn"
                    | "check"
                    | "tell"
            ) || low(j) == "out" && j > 0 && matches!(low(j - 1), "find" | "figure" | "finding" | "figuring")
        };
        matches!(low(i), "if" | "unless")
            && !(i.saturating_sub(3)..i).any(asked)
            && !offers(i)
            && !deep(i)
            && !matches!(
                before,
                "as" | "even" | "what" | "see" | "know" | "ask" | "asked" | "only" | "wonder"
            )
            && !matches!(
                low(i + 1),
                "not" | "asked" | "needed" | "necessary" | "required" | "possible" | "any"
            )
    };
    let inverted = matches!(low(0), "should" | "had" | "were")
        && matches!(low(1), "he" | "she" | "they" | "we" | "i" | "it" | "the");
    let counter = (0..content.len().min(25)).any(|i| {
        low(i) == "would"
            // "would have an effect" is no condition
            && (low(i + 1) == "have" && !matches!(low(i + 2), "to" | "a" | "an" | "the" | "no" | "some" | "any" | "little" | "its" | "their")
                || low(i + 1) == "never" && low(i + 2) == "have"
                || low(i + 1) == "not" && low(i + 2) == "have")
            || low(i) == "wouldn't" && low(i + 1) == "have"
            || low(i) == "would've"
    });
    let hoped = content.iter().take(25).any(|w| w.low == "hopefully")
        || matches!((low(0), low(1)), ("i" | "we", "hope" | "want" | "wish"))
        || matches!((low(0), low(1)), ("he" | "she" | "they", "hope" | "hopes" | "hoped"));
    if hoped {
        return Some(Reason::Wanted);
    }
    if inverted || (0..content.len().min(40)).any(hangs) {
        return Some(Reason::Condition);
    }
    counter.then_some(Reason::ContraryToFact)
}

/// A content without a statement: only what is spoken about.
fn topic(cue: &[Word], content: &[Word], effect: Option<Effect>, quoted: bool) -> Option<Reason> {
    if quoted
        || is_finite(content)
        || matches!(effect, Some(Effect::Deny | Effect::Doubt | Effect::Possible | Effect::Probable))
    {
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
    if gerund && (accuses || effect == Some(Effect::Certain) || effect == Some(Effect::Topic))
        || accuses && effect == Some(Effect::Certain)
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
        Some(Effect::Topic) if !calls => Some(Reason::Topic),
        None if !calls && content.len() < 12 => Some(Reason::Topic),
        _ => None,
    }
}
