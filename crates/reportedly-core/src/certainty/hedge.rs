//! Words that make a claim less than certain.

use super::Certainty;
use super::clause::Word;
use super::cue::Effect;
use crate::language::en::ENGLISH;
use crate::text::Span;

/// The weakest word of cue and main clause, with what it makes of the claim.
pub(super) fn weakest(cue: &[Word], effect: Option<Effect>, main: &[Word]) -> Option<(Certainty, Span)> {
    let in_cue = match effect {
        Some(Effect::Possible) => Some(Certainty::Possible),
        Some(Effect::Probable | Effect::Doubt) => Some(Certainty::Probable),
        _ => None,
    };
    let word = cue.iter().find(|w| ENGLISH.verbs.effect(&w.low).is_some_and(|e| Some(e) == effect));
    let mut found: Vec<(Certainty, Span)> = in_cue.zip(word.map(|w| w.span)).into_iter().collect();
    for hedge in cue.iter().filter_map(|w| adverb(&w.low).map(|c| (c, w.span))) {
        found.push(hedge);
    }
    let reach = &main[..main.len().min(22)];
    for (i, w) in reach.iter().enumerate() {
        let next = reach.get(i + 1).map_or("", |w| w.low.as_str());
        let back = |n: usize| i.checked_sub(n).map_or("", |i| reach[i].low.as_str());
        // "is not believed to be"
        let before = if back(1) == "not" { back(2) } else { back(1) };
        let far = reach.get(i + 2).map_or("", |w| w.low.as_str());
        let not = usize::from(back(1) == "not" && w.low != "possible");
        let before_not = [1, 2, 3].map(|n| back(n + not));
        found.extend(impersonal(&w.low, before_not, next).map(|c| (c, w.span)));
        // "May" is a month
        found.extend(
            hedge(&w.low, before, [next, far])
                .filter(|_| i == 0 || !w.capital || w.low != "may")
                .map(|c| (c, w.span)),
        );
        found.extend(own_view(reach, i).map(|span| (Certainty::Probable, span)));
        if w.low == "in" && matches!(next, "my" | "our" | "his" | "her" | "their") {
            let view = reach.get(i + 2).filter(|v| {
                matches!(v.low.as_str(), "view" | "opinion" | "estimation" | "judgment" | "judgement")
            });
            found.extend(view.map(|v| (Certainty::Probable, w.span.cover(v.span))));
        }
        if w.low == "little" && next == "doubt" {
            found.push((Certainty::Probable, w.span.cover(reach[i + 1].span)));
        }
    }
    let possible = found.iter().find(|f| f.0 == Certainty::Possible);
    possible.or(found.first()).copied()
}

fn adverb(word: &str) -> Option<Certainty> {
    Some(match word {
        "perhaps" | "maybe" | "possibly" | "conceivably" => Certainty::Possible,
        "probably" | "likely" | "apparently" | "presumably" | "seemingly" | "unlikely" | "supposedly" => {
            Certainty::Probable
        }
        _ => return None,
    })
}

/// "It is possible that", "there is a chance", "it's believed", "is believed to have", "it appeared the fire": what nobody by
/// name holds; not "it was possible to swim", "peace is possible", "it appeared on Monday".
fn impersonal(word: &str, [before, second, third]: [&str; 3], next: &str) -> Option<Certainty> {
    let be = |low: &str| matches!(low, "is" | "was" | "be" | "been" | "are" | "were");
    let it = before == "it's" || be(before) && second == "it";
    match word {
        "possible" if it && !matches!(next, "to" | "for" | "") => Some(Certainty::Possible),
        "chance"
            if matches!(before, "a" | "some") && (second == "there's" || be(second) && third == "there") =>
        {
            Some(Certainty::Possible)
        }
        "believed" | "thought" | "presumed" if it || be(before) && next == "to" => Some(Certainty::Probable),
        "appears" | "appeared"
            if before == "it"
                && !matches!(
                    next,
                    "on" | "in" | "at" | "before" | "as" | "with" | "for" | "under" | "again" | "twice"
                ) =>
        {
            Some(Certainty::Probable)
        }
        _ => None,
    }
}

fn hedge(word: &str, before: &str, [next, far]: [&str; 2]) -> Option<Certainty> {
    Some(match word {
        "only"
            if before == "can"
                && matches!(next, "assume" | "guess" | "speculate" | "suppose" | "imagine") =>
        {
            Certainty::Probable
        }
        "suggests" | "suggest" | "indicates" | "indicate" if next == "that" => Certainty::Probable,
        "may" | "might" | "mightn't" => Certainty::Possible,
        // what somebody was able to
        "could" if matches!(next, "hear" | "see" | "smell" | "feel" | "afford" | "remember" | "recall") => {
            return None;
        }
        "could" if next == "be" && matches!(far, "heard" | "seen" | "smelled" | "felt") => return None,
        "could" if next != "not" && next != "never" && before != "never" => Certainty::Possible,
        "likely" if matches!(before, "the" | "of" | "as" | "more" | "less") || next == "voters" => {
            return None;
        }
        "seems" | "seemed" | "seem" | "appears" | "appeared" | "appear"
            if matches!(next, "to" | "that" | "likely" | "like" | "as") || word.starts_with("seem") =>
        {
            Certainty::Probable
        }
        "looks" | "look" | "looked" if matches!(next, "like" | "as" | "set") => Certainty::Probable,
        "expected" if matches!(before, "is" | "are" | "was" | "were" | "widely" | "been") => {
            Certainty::Probable
        }
        "should" if matches!(next, "soon") => Certainty::Probable,
        _ => return adverb(word),
    })
}

/// "I think", "she believes": the source's own view inside what she says.
fn own_view(words: &[Word], i: usize) -> Option<Span> {
    const VIEWS: &[&str] = &[
        "think", "believe", "thinks", "believes", "thought", "believed", "expect", "expects", "suspect",
        "suspects", "guess", "assume", "suppose", "doubt", "doubts", "expected",
    ];
    if !matches!(words[i].low.as_str(), "i" | "we" | "he" | "she" | "they") {
        return None;
    }
    let verb = words[i + 1..].iter().take(4).position(|w| VIEWS.contains(&w.low.as_str()))?;
    let between = &words[i + 1..i + 1 + verb];
    let helping = |w: &Word| {
        matches!(
            w.low.as_str(),
            "do" | "did"
                | "does"
                | "not"
                | "don't"
                | "didn't"
                | "doesn't"
                | "also"
                | "still"
                | "really"
                | "just"
                | "would"
                | "never"
                | "always"
        )
    };
    let trust = words.get(i + 2 + verb).is_some_and(|w| matches!(w.low.as_str(), "in" | "about" | "of"));
    // "she never expected it" is certain
    let unforeseen = matches!(words[i + 1 + verb].low.as_str(), "expect" | "expected")
        && between.iter().any(|w| matches!(w.low.as_str(), "never" | "not" | "didn't"));
    (!trust && !unforeseen && between.iter().all(helping))
        .then(|| words[i].span.cover(words[i + 1 + verb].span))
        .filter(|_| i < 3)
}
