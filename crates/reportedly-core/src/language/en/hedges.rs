use crate::language::{Degree, Hedges};
use crate::tokens::{List, Token, form, form_before, stands};

pub const HEDGES: Hedges = Hedges {
    open: List::new(&[
        "alleged",
        "alleged to",
        "allegedly",
        "apparently",
        "appeared to",
        "appears to",
        "are said to",
        "believed to",
        "could have",
        "is said to",
        "may have",
        "might have",
        "purported",
        "purportedly",
        "reportedly",
        "rumored",
        "rumoured",
        "supposedly",
        "suspected",
        "suspected of",
        "thought to",
        "unconfirmed",
        "was said to",
        "were said to",
    ]),
    possible: List::new(&["conceivably", "maybe", "perhaps", "possibly"]),
    probable: List::new(&[
        "apparently",
        "likely",
        "presumably",
        "probably",
        "seemingly",
        "supposedly",
        "unlikely",
    ]),
    is_plain,
    near,
};

/// "the likely winner", "as likely", "likely voters".
fn is_plain(words: &[Token], i: usize) -> bool {
    const BEFORE: List = List::new(&["as", "less", "more", "of", "the"]);
    form(words, i) == "likely" && (BEFORE.has(last(words, i)) || form(words, i + 1) == "voters")
}

fn near(words: &[Token], i: usize) -> Option<(Degree, usize)> {
    let one = impersonal(words, i).or_else(|| verb(words, i)).map(|degree| (degree, 1));
    one.or_else(|| own_view(words, i).or_else(|| phrase(words, i)).map(|n| (Degree::Probable, n)))
}

/// The word before one, or before its "not": "is not believed to be".
fn last(words: &[Token], i: usize) -> &str {
    form_before(words, i, if form_before(words, i, 1) == "not" { 2 } else { 1 })
}

/// "It is possible that", "there is a chance", "it's believed", "is believed to have", "it appeared the fire": what
/// nobody by name holds; not "it was possible to swim", "peace is possible", "it appeared on Monday".
fn impersonal(words: &[Token], i: usize) -> Option<Degree> {
    const BE: List = List::new(&["are", "be", "been", "is", "was", "were"]);
    const SEEN: List =
        List::new(&["again", "as", "at", "before", "for", "in", "on", "twice", "under", "with"]);
    let not = usize::from(form_before(words, i, 1) == "not" && form(words, i) != "possible");
    let [before, second, third] = [1, 2, 3].map(|n| form_before(words, i, n + not));
    let next = form(words, i + 1);
    let it = before == "it's" || BE.has(before) && second == "it";
    let there = second == "there's" || BE.has(second) && third == "there";
    match form(words, i) {
        "possible" if it && !matches!(next, "to" | "for" | "") => Some(Degree::Possible),
        "chance" if matches!(before, "a" | "some") && there => Some(Degree::Possible),
        "believed" | "thought" | "presumed" if it || BE.has(before) && next == "to" => Some(Degree::Probable),
        "appears" | "appeared" if before == "it" && !SEEN.has(next) => Some(Degree::Probable),
        _ => None,
    }
}

/// Modal verbs and verbs of seeming.
fn verb(words: &[Token], i: usize) -> Option<Degree> {
    const GUESS: List = List::new(&["assume", "guess", "imagine", "speculate", "suppose"]);
    const SEEM: List = List::new(&["as", "like", "likely", "that", "to"]);
    const EXPECT: List = List::new(&["are", "been", "is", "was", "were", "widely"]);
    let (before, next) = (last(words, i), form(words, i + 1));
    let probable = match form(words, i) {
        // "May" is a month
        "may" if i > 0 && words[i].capital => return None,
        "may" | "might" | "mightn't" => return Some(Degree::Possible),
        "could" => return could(words, i).then_some(Degree::Possible),
        "only" => before == "can" && GUESS.has(next),
        "suggests" | "suggest" | "indicates" | "indicate" => next == "that",
        "seems" | "seemed" | "seem" => true,
        "appears" | "appeared" | "appear" => SEEM.has(next),
        "looks" | "look" | "looked" => matches!(next, "like" | "as" | "set"),
        "expected" => EXPECT.has(before),
        "should" => next == "soon",
        _ => false,
    };
    probable.then_some(Degree::Probable)
}

/// Whether "could" tells what may be, and not what somebody was able to: "could hear", "could be seen".
fn could(words: &[Token], i: usize) -> bool {
    const ABLE: List = List::new(&[
        "afford",
        "be felt",
        "be heard",
        "be seen",
        "be smelled",
        "feel",
        "hear",
        "never",
        "not",
        "recall",
        "remember",
        "see",
        "smell",
    ]);
    !stands(words, i + 1, ABLE) && last(words, i) != "never"
}

/// "I think", "she believes": the source's own view inside what she says; how many words.
fn own_view(words: &[Token], i: usize) -> Option<usize> {
    const WHO: List = List::new(&["he", "i", "she", "they", "we"]);
    const VIEWS: List = List::new(&[
        "assume", "believe", "believed", "believes", "doubt", "doubts", "expect", "expected", "expects",
        "guess", "suppose", "suspect", "suspects", "think", "thinks", "thought",
    ]);
    const HELPING: List = List::new(&[
        "also", "always", "did", "didn't", "do", "does", "doesn't", "don't", "just", "never", "not",
        "really", "still", "would",
    ]);
    if i >= 3 || !WHO.has(form(words, i)) {
        return None;
    }
    let verb = (i + 1..i + 5).find(|&j| VIEWS.has(form(words, j)))?;
    let mut between = (i + 1..verb).map(|j| form(words, j));
    // "believes in"
    let trust = matches!(form(words, verb + 1), "in" | "about" | "of");
    // "she never expected it" is certain
    let unforeseen = matches!(form(words, verb), "expect" | "expected")
        && between.clone().any(|w| matches!(w, "never" | "not" | "didn't"));
    (!trust && !unforeseen && between.all(|w| HELPING.has(w))).then_some(verb + 1 - i)
}

/// "in my view", "little doubt"; how many words.
fn phrase(words: &[Token], i: usize) -> Option<usize> {
    const WHOSE: List = List::new(&["her", "his", "my", "our", "their"]);
    const VIEW: List = List::new(&["estimation", "judgement", "judgment", "opinion", "view"]);
    let view = form(words, i) == "in" && WHOSE.has(form(words, i + 1)) && VIEW.has(form(words, i + 2));
    let doubt = form(words, i) == "little" && form(words, i + 1) == "doubt";
    view.then_some(3).or(doubt.then_some(2))
}
