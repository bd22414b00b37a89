//! The statement that is judged: its words in small letters, and whether they assert.

use crate::text::{Span, Text};
use crate::tokens::Tokens;

/// One word: in small letters, with a straight apostrophe.
#[derive(Clone, Debug)]
pub struct Word {
    pub low: String,
    pub span: Span,
    /// Whether it begins with a capital.
    pub capital: bool,
    /// Whether a comma, dash, semicolon or colon follows.
    pub pause: bool,
    /// The quotation mark that stands before it, if one does.
    pub mark: Option<char>,
}

/// The words of a stretch.
pub fn words(span: Span, text: &Text) -> Vec<Word> {
    let base = text.as_str().as_ptr() as usize;
    let loose = |c: char| !c.is_alphanumeric() && c != '%';
    let cut = |c: char| c.is_whitespace() || matches!(c, '\u{2014}' | '\u{2013}' | '/' | '(' | ')');
    text.get(span)
        .split(cut)
        .filter_map(|raw| {
            let word = raw.trim_matches(loose);
            let start = (word.as_ptr() as usize - base) as u32;
            let low = word.to_lowercase().replace('\u{2019}', "'");
            let span = Span::new(start, start + word.len() as u32);
            let after = text.get(Span::new(span.end(), (span.end() + 4).min(text.len() as u32)));
            let after = if after.is_empty() { raw } else { after };
            let pause = after
                .trim_start_matches(['"', '\u{201d}', '\u{2019}', '\''])
                .trim_start_matches(' ')
                .trim_start_matches("-")
                .starts_with([',', ';', ':', '\u{2014}', '\u{2013}', '(']);
            let doubled = raw.starts_with("''").then_some('"');
            let mark = raw.chars().next().filter(|c| matches!(c, '"' | '\u{201c}' | '\u{2018}' | '\''));
            let mark = doubled.or(mark);
            (!word.is_empty()).then_some(Word {
                low,
                mark,
                span,
                capital: word.starts_with(char::is_uppercase),
                pause,
            })
        })
        .collect()
}

/// The first statement of a content; questions and commands before it are skipped. Empty where there is none.
pub fn statement(pieces: &[Span], text: &Text, tokens: &Tokens) -> Vec<Word> {
    let mut parts: Vec<(usize, Span)> = Vec::new();
    for &piece in pieces {
        let (from, to) =
            (tokens.sentence_at(piece.start()), tokens.sentence_at(piece.end().saturating_sub(1)));
        for i in from..=to.min(from + 40) {
            let Some(s) = tokens.sentences.get(i) else { continue };
            let (start, end) = (s.start().max(piece.start()), s.end().min(piece.end()));
            if start < end {
                parts.push((i, Span::new(start, end)));
            }
        }
    }
    let mut at = 0;
    while at < parts.len() {
        let same = parts[at..].iter().take_while(|p| p.0 == parts[at].0).count();
        let spans: Vec<Span> = parts[at..at + same].iter().map(|p| p.1).collect();
        let all: Vec<Word> = spans.iter().flat_map(|s| words(*s, text)).collect();
        let question = spans.last().is_some_and(|s| {
            text.get(*s).trim_end_matches(['"', '\u{201d}', '\u{2019}', '\'', ' ']).ends_with('?')
        });
        if !all.is_empty() && !question && !is_command(&all) {
            return all;
        }
        at += same;
    }
    Vec::new()
}

fn is_command(words: &[Word]) -> bool {
    const FIRST: &[&str] = &[
        "let's", "let", "please", "stop", "go", "come", "look", "listen", "wait", "remember", "imagine",
        "don't", "give", "take", "get", "vote", "read", "ask", "tell", "stay", "keep", "make", "be", "do",
        "put", "try",
    ];
    let second = words.get(1).map_or("", |w| w.low.as_str());
    // "Look, it is late" is no command
    let aside = words[0].pause && matches!(words[0].low.as_str(), "look" | "listen" | "wait" | "come");
    !aside
        && FIRST.contains(&words[0].low.as_str())
        && !matches!(second, "is" | "was" | "are" | "were" | "will" | "has" | "of")
}

/// Forms of be, have, do, and the modals.
pub fn is_auxiliary(word: &str) -> bool {
    const ALL: &[&str] = &[
        "is", "are", "was", "were", "has", "have", "had", "do", "does", "did", "will", "would", "can",
        "could", "may", "might", "must", "should", "shall", "cannot", "am", "be", "it's", "that's", "he's",
        "she's", "they're", "we're", "you're", "there's", "i'm", "i've", "we've", "they've", "i'll", "we'll",
        "they'll", "he'll", "she'll", "it'll", "ain't", "i'd", "we'd", "he'd", "she'd", "they'd", "what's",
        "who's",
    ];
    ALL.contains(&word) || word.ends_with("n't")
}

/// Whether a stretch has a verb that asserts, as far as its form shows.
pub fn is_finite(words: &[Word]) -> bool {
    const SUBJECTS: &[&str] = &["i", "he", "she", "it", "they", "we", "there", "you"];
    words.first().is_some_and(|w| w.low == "that" || SUBJECTS.contains(&w.low.as_str()))
        || words.iter().any(|w| is_auxiliary(&w.low) || SUBJECTS.contains(&w.low.as_str()))
        || words.iter().skip(1).any(|w| is_past(&w.low))
        || words.windows(2).skip(1).any(|p| {
            p[1].low.ends_with('s')
                && !p[1].low.ends_with("ss")
                && matches!(p[0].low.as_str(), "who" | "which" | "that" | "this" | "nobody" | "everyone")
        })
}

/// Whether a word may be a verb in the past.
pub(super) fn is_past(word: &str) -> bool {
    word.ends_with("ed") && word.len() > 4 || PAST.contains(&word)
}

/// Verbs in the past that do not end in -ed.
const PAST: &[&str] = &[
    "went",
    "came",
    "took",
    "made",
    "gave",
    "got",
    "saw",
    "knew",
    "thought",
    "found",
    "left",
    "lost",
    "won",
    "met",
    "paid",
    "sent",
    "held",
    "kept",
    "told",
    "said",
    "began",
    "broke",
    "fell",
    "felt",
    "grew",
    "led",
    "ran",
    "rose",
    "sold",
    "spent",
    "stood",
    "wrote",
    "became",
    "brought",
    "built",
    "bought",
    "caught",
    "chose",
    "drove",
    "fought",
    "hit",
    "let",
    "put",
    "set",
    "shut",
    "cut",
    "ate",
    "beat",
    "bit",
    "blew",
    "dealt",
    "did",
    "drank",
    "drew",
    "dug",
    "fed",
    "fled",
    "flew",
    "forgot",
    "froze",
    "gave",
    "hid",
    "hung",
    "hurt",
    "laid",
    "lay",
    "lent",
    "meant",
    "rang",
    "read",
    "rode",
    "sang",
    "sank",
    "sat",
    "shook",
    "shot",
    "slept",
    "slid",
    "spoke",
    "stole",
    "struck",
    "swept",
    "swore",
    "taught",
    "threw",
    "tore",
    "understood",
    "wept",
    "woke",
    "wore",
];
