//! Whether a claim is denied: by its own main clause, or by a cue that rejects it or calls it false.

use super::clause::{Word, is_auxiliary};

/// Whether the main predicate is negated; negations that cancel each other or deny nothing do not count.
pub(super) fn negated(main: &[Word]) -> bool {
    let low = |i: usize| main.get(i).map_or("", |w| w.low.as_str());
    let mut count = 0;
    let reach = main.len().min(18);
    for i in 0..reach {
        let negation = match low(i) {
            "not" | "never" | "nobody" | "none" | "neither" | "cannot" | "unlikely" | "hardly" => true,
            // "and nowhere to put them"
            "nowhere" => i == 0 || low(i - 1) != "and",
            // "died for no reason"
            "no" if i > 0 && low(i - 1) == "for" => !(i + 1..i + 3).any(|j| low(j) == "reason"),
            // "will open with no delay"
            "no" if i > 0 && low(i - 1) == "with" => false,
            "no" => match low(i + 1) {
                "doubt" | "matter" | "sooner" | "secret" | "wonder" | "contest" => false,
                "question" => low(i + 2) == "of",
                // "no more than six", but "no more money"
                "more" | "less" | "fewer" => low(i + 2) != "than",
                _ => !main[i].pause,
            },
            "nothing" => !matches!(low(i + 1), "short" | "less"),
            w => w.ends_with("n't"),
        };
        let harmless = matches!(low(i + 1), "only" | "just" | "merely" | "simply") && low(i) != "no"
            // "not one, but two", "not paying does not help"
            || low(i + 1) == "but"
            || low(i) == "not" && (i + 2..i + 4).any(|j| low(j) == "but" && main[j - 1].pause)
            || low(i) == "not" && i <= 1 && low(i + 1).ends_with("ing")
            || low(i) == "not" && i > 0 && (main[i - 1].pause || low(i - 1) == "or")
            || low(i) == "not" && matches!(low(i + 1), "to") && i > 3;
        let infinitive = low(i) == "not" && i > 3 && low(i - 1) == "to";
        // "cannot be left without"
        let cancelled = (i + 1..i + 5).any(|j| low(j) == "without");
        // "those who don't vote": of them, not of what is said
        let told = |n: usize| i <= 8 && !main[..i - n].iter().any(|w| is_auxiliary(&w.low));
        let relative = (1..=2).any(|n| i > n && matches!(low(i - n), "who" | "that" | "which") && told(n));
        // "not an unreasonable assumption"
        let litotes = low(i) == "not" && i > 0 && is_auxiliary(low(i - 1)) && {
            let next = if matches!(low(i + 1), "a" | "an") { low(i + 2) } else { low(i + 1) };
            matches!(next, "unreasonable" | "uncommon" | "unusual" | "unthinkable" | "unheard")
        };
        // "never, never been edited"
        let again = i > 0 && low(i) == low(i - 1);
        let inner = (1..i).any(|j| opens_another(main, j));
        count += usize::from(
            negation && !litotes && !harmless && !infinitive && !cancelled && !again && !relative && !inner,
        );
    }
    count % 2 == 1
}

/// Whether what follows is another clause's: "the man yelled that he", "people think it", "hopeful it", but not "I think it".
fn opens_another(main: &[Word], at: usize) -> bool {
    const SAYS: &[&str] = &[
        "yelled",
        "yelling",
        "shouted",
        "shouting",
        "screamed",
        "screaming",
        "told",
        "said",
        "saying",
        "feel",
        "feels",
        "felt",
        "feeling",
        "think",
        "thinks",
        "thought",
        "thinking",
    ];
    const HOPES: &[&str] = &["hope", "hopes", "hoped", "hoping", "hopeful"];
    let word = |i: usize| main.get(i).map_or("", |w| w.low.as_str());
    let subject = matches!(
        word(at + 1),
        "that"
            | "like"
            | "he"
            | "she"
            | "it"
            | "it's"
            | "they"
            | "they're"
            | "we"
            | "we're"
            | "there"
            | "there's"
    );
    let before = word(at - 1);
    let own = matches!(before, "i" | "we" | "he" | "she" | "they" | "don't" | "doesn't" | "didn't" | "not")
        // "were told there was no danger"
        || word(at) == "told" && is_auxiliary(before);
    subject && (HOPES.contains(&word(at)) || SAYS.contains(&word(at)) && !own)
}

/// "rejected the claim that", "dismissed suggestions that".
pub(super) fn refusal_of_claim(cue: &[Word], content: &[Word]) -> bool {
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
pub(super) fn false_label(cue: &[Word], content: &[Word]) -> bool {
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
