use crate::certainty::{Word, words};
use crate::text::{Span, Text};
use crate::tokens::Lexicon;

/// Words by which a writer judges; those marked "weak" are as frequent in plain facts.
static JUDGING: Lexicon = crate::language::en::ENGLISH.voice.judging;

/// What the writer does in a segment in their own voice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum AuthorMode {
    /// Says what happened or is.
    Report,
    /// Judges, explains, weighs.
    Evaluate,
    /// Says what will or may happen.
    Predict,
    /// Asks a question, or tells the reader to do something.
    Ask,
}

impl AuthorMode {
    /// The name in the output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Report => "report",
            Self::Evaluate => "evaluate",
            Self::Predict => "predict",
            Self::Ask => "ask",
        }
    }
}

/// Decides by the mark at the end, modal verbs and words of judgement.
pub fn author_mode(span: Span, text: &Text) -> AuthorMode {
    let all = words(span, text);
    let end = text.get(span).trim_end_matches(['"', '\u{201d}', ')', ' ']);
    let low = |i: usize| all.get(i).map_or("", |w| w.low.as_str());
    if end.ends_with('?')
        || matches!(low(0), "let" | "let's" | "consider" | "imagine" | "remember" | "ask" | "read" | "note")
            && low(1) != "the"
    {
        return AuthorMode::Ask;
    }
    let main = &all[..all.len().min(30)];
    let future = main.iter().enumerate().any(|(i, w)| is_future(w, main.get(i + 1)));
    let judged = main.iter().any(|w| JUDGING.has(&w.low))
        || main.windows(2).any(|p| {
            matches!(p[0].low.as_str(), "most" | "more" | "so" | "too") && p[1].low.ends_with("ous")
        });
    match (future, judged) {
        (true, _) => AuthorMode::Predict,
        (false, true) => AuthorMode::Evaluate,
        _ => AuthorMode::Report,
    }
}

/// Whether a quoted statement clearly judges or predicts; "said she would come" only reports.
///
/// ```
/// use reportedly::Text;
/// use reportedly::reading::has_opinion;
///
/// let says = |words: &str| {
///     let text = Text::new(words);
///     has_opinion(text.span(0, text.len()).unwrap(), &text)
/// };
/// assert!(says("This will ruin the harbour."));
/// assert!(!says("The boats left at noon."));
/// ```
pub fn has_opinion(span: Span, text: &Text) -> bool {
    let all = words(span, text);
    let asks = all.first().is_some_and(|w| w.low == "to" || w.low == "not");
    let low = |i: usize| all.get(i).map_or("", |w| w.low.as_str());
    // "was going to pay", "a knife could be seen"
    let past = |i: usize| i > 0 && low(i) == "going" && matches!(low(i - 1), "was" | "were");
    let seen = |i: usize| match low(i) {
        "may" | "might" | "could" if low(i + 1) == "have" => true,
        "could" => low(i + 1) == "be" && matches!(low(i + 2), "seen" | "heard" | "felt"),
        _ => false,
    };
    let predicts = |i: usize| low(i) != "would" && is_future(&all[i], all.get(i + 1)) && !past(i) && !seen(i);
    // "reckless endangerment" is an offence, "best friends" are friends
    let plain = |i: usize| {
        matches!(low(i + 1), "endangerment" | "driving" | "homicide" | "conduct" | "burning")
            || low(i) == "best" && low(i + 1).starts_with("friend")
    };
    // what is told of somebody by the way, or asked, is no view of hers
    let aside =
        |w: &Word| matches!(w.low.as_str(), "who" | "whom" | "whose" | "which" | "if" | "whether" | "unsure");
    let end = all.iter().skip(1).position(aside).map_or(all.len(), |i| i + 1);
    !asks && (0..end.min(30)).any(|i| predicts(i) || JUDGING.get(&all[i].low) == Some("") && !plain(i))
}

fn is_future(word: &Word, next: Option<&Word>) -> bool {
    let to = next.is_some_and(|n| n.low == "to");
    match word.low.as_str() {
        "may" if word.capital => false,
        "will" | "won't" | "may" | "might" | "could" | "would" | "shall" | "it'll" | "they'll" => true,
        "going" | "expected" | "likely" | "bound" | "set" | "poised" => to,
        _ => false,
    }
}
