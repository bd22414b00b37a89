use super::lexicon;
use crate::language::Voice;
use crate::tokens::{Lexicon, List, Token, form, form_before, stands};

pub const VOICE: Voice = Voice {
    frames: FRAMES,
    opens,
    goes_on: List::new(&["goes", "goes that", "runs"]),
    turns: List::new(&[
        "but",
        "however",
        "i",
        "in fact",
        "in reality",
        "in truth",
        "nevertheless",
        "none",
        "nonetheless",
        "nothing",
        "still",
        "yet",
    ]),
    figures: List::new(&["half", "majority", "percent", "quarter", "third"]),
    hangs: List::new(&["although", "as", "because", "from", "if", "though", "unless", "when", "while"]),
    resumes: List::new(&["although", "and", "but", "so", "though", "while", "yet"]),
    about_object: List::new(&["that", "which"]),
    either: List::new(&["whether or not"]),
    judging: lexicon(include_str!("judging.txt")),
    intensifiers: List::new(&["more", "most", "so", "too"]),
    judging_endings: List::new(&["ous"]),
    is_plain,
    calls_on_reader: List::new(&["ask", "consider", "imagine", "let", "let's", "note", "read", "remember"]),
    is_future,
    predicts,
    no_view: List::new(&["not", "to"]),
    asides: List::new(&["if", "unsure", "whether", "which", "who", "whom", "whose"]),
};

const FRAMES: Lexicon = lexicon(include_str!("frames.txt"));
/// Words that point back to a view told before.
const POINTING: List = List::new(&["her", "his", "its", "such", "that", "their", "these", "this", "those"]);

/// "From this perspective", "seen like this", "from where they stand", "to them": the last word.
fn opens(words: &[Token]) -> Option<usize> {
    const PREPOSITIONS: List =
        List::new(&["according", "by", "from", "in", "on", "through", "to", "under", "with", "within"]);
    const SEEN: List =
        List::new(&["considered", "judged", "looked", "read", "seen", "taken", "understood", "viewed"]);
    let mut at = usize::from(matches!(form(words, 0), "and" | "so" | "but"));
    if SEEN.has(form(words, at)) {
        at += 1 + usize::from(form(words, at + 1) == "at");
        match form(words, at) {
            "thus" => return Some(at),
            "from" if !matches!(form(words, at + 1), "this" | "that") => return pause(words, at + 1),
            _ if stands(words, at, THIS) => return Some(at + 1),
            _ if stands(words, at, IN_THIS_WAY) => return Some(at + 2),
            _ => {}
        }
    }
    if !PREPOSITIONS.has(form(words, at)) {
        return None;
    }
    at += 1 + usize::from(form(words, at) == "according");
    match form(words, at) == "the" || POINTING.has(form(words, at)) {
        true => pointed(words, at),
        false => where_they_stand(words, at),
    }
}

const THIS: List = List::new(&["like that", "like this", "that way", "this way"]);
const IN_THIS_WAY: List = List::new(&["in that way", "in this way"]);

/// The end of "from the quay": the first of a few words that a pause follows.
fn pause(words: &[Token], at: usize) -> Option<usize> {
    (at..at + 6).find(|&i| words.get(i).is_some_and(|w| w.pause))
}

/// "this perspective", "the same view", but not "this view of": the last word.
fn pointed(words: &[Token], at: usize) -> Option<usize> {
    const ANOTHER: List = List::new(&["for", "from", "of", "that"]);
    let two = |i: usize| FRAMES.has(&format!("{} {}", form(words, i), form(words, i + 1)));
    let is_frame = |i: usize| FRAMES.form_of(form(words, i)).is_some() || i + 1 < words.len() && two(i);
    let noun = (at + 1..at + 4).find(|&i| is_frame(i))?;
    let told = POINTING.has(form(words, at)) || form(words, at + 1) == "same";
    (told && !ANOTHER.has(form(words, noun + 1))).then_some(noun)
}

/// "from where they stand", "to them": the last word.
fn where_they_stand(words: &[Token], at: usize) -> Option<usize> {
    const STAND: List = List::new(&["sit", "sits", "stand", "stands"]);
    let they = matches!(form(words, at + 1), "they" | "he" | "she");
    let stand = form(words, at) == "where" && they && STAND.has(form(words, at + 2));
    let them = at == 1 && form(words, 0) == "to" && matches!(form(words, 1), "them" | "him" | "her");
    let paused = words.get(1).is_some_and(|w| w.pause);
    stand.then_some(at + 2).or((them && paused).then_some(at))
}

/// "reckless endangerment" is an offence, "best friends" are friends.
fn is_plain(words: &[Token], i: usize) -> bool {
    const OFFENCES: List = List::new(&["burning", "conduct", "driving", "endangerment", "homicide"]);
    let next = form(words, i + 1);
    OFFENCES.has(next) || form(words, i) == "best" && next.starts_with("friend")
}

/// "will", "is going to", but not the month of May.
fn is_future(words: &[Token], i: usize) -> bool {
    const MODALS: List =
        List::new(&["could", "it'll", "may", "might", "shall", "they'll", "will", "won't", "would"]);
    const TO: List = List::new(&["bound", "expected", "going", "likely", "poised", "set"]);
    let month = || form(words, i) == "may" && words[i].capital;
    MODALS.has(form(words, i)) && !month() || TO.has(form(words, i)) && form(words, i + 1) == "to"
}

/// As [`is_future`], but not "said she would", "was going to pay", "may have", "a knife could be seen".
fn predicts(words: &[Token], i: usize) -> bool {
    const ABLE: List = List::new(&["be felt", "be heard", "be seen"]);
    let past = match form(words, i) {
        "would" => true,
        "going" => matches!(form_before(words, i, 1), "was" | "were"),
        "could" if stands(words, i + 1, ABLE) => true,
        "may" | "might" | "could" => form(words, i + 1) == "have",
        _ => false,
    };
    !past && is_future(words, i)
}
