use crate::article::Prose;
use crate::language::Language;
use crate::text::Span;
use crate::tokens::{Token, any_of, form};

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

/// Words of a segment that are looked at.
const REACH: usize = 30;

/// Decides by the mark at the end, modal verbs and words of judgement.
pub fn author_mode(span: Span, prose: &Prose) -> AuthorMode {
    let (all, language) = (prose.within(span), prose.language);
    let asks = prose.get(span).trim_end_matches(['"', '\u{201d}', ')', ' ']).ends_with('?');
    if asks || calls_on_reader(all, language) {
        return AuthorMode::Ask;
    }
    let main = &all[..all.len().min(REACH)];
    let future = (0..main.len()).any(|i| (language.voice.is_future)(main, i));
    match (future, judges(main, language)) {
        (true, _) => AuthorMode::Predict,
        (false, true) => AuthorMode::Evaluate,
        _ => AuthorMode::Report,
    }
}

/// "Consider the pier", but not a noun with the same form: "Note the board".
fn calls_on_reader(words: &[Token], language: &Language) -> bool {
    language.voice.calls_on_reader.has(form(words, 0)) && !language.division.articles.has(form(words, 1))
}

/// A word that judges, or an adjective that does behind a word of degree: "most dangerous".
fn judges(words: &[Token], language: &Language) -> bool {
    let voice = &language.voice;
    let intense = |pair: &[Token]| {
        voice.intensifiers.has(&pair[0].form) && voice.judging_endings.end_of(&pair[1].form).is_some()
    };
    words.iter().any(|w| voice.judging.has(&w.form)) || words.windows(2).any(intense)
}

/// Whether a quoted statement clearly judges or predicts; "said she would come" only reports.
///
/// ```
/// use reportedly::article::{Article, Prose};
/// use reportedly::reading::has_opinion;
///
/// let says = |words: &str| {
///     let article = Article::from_text(words);
///     let span = article.text.span(0, article.text.len()).unwrap();
///     has_opinion(span, &Prose::of(&article, &article.tokens()))
/// };
/// assert!(says("This will ruin the harbour."));
/// assert!(!says("The boats left at noon."));
/// ```
pub fn has_opinion(span: Span, prose: &Prose) -> bool {
    let (all, voice) = (prose.within(span), &prose.language.voice);
    let judges = |i: usize| voice.judging.get(form(all, i)) == Some("") && !(voice.is_plain)(all, i);
    // what is told of somebody by the way, or asked, is no view of hers
    let aside = all.iter().skip(1).position(|w| voice.asides.has(&w.form));
    let end = aside.map_or(all.len(), |i| i + 1).min(REACH);
    !any_of(&all[..all.len().min(1)], voice.no_view)
        && (0..end).any(|i| (voice.predicts)(all, i) || judges(i))
}
