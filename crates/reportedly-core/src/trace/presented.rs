//! How an article presents a content: whose word it makes it.

use super::anchor::ranges;
use super::wording::{Stands, is_contrary, negations};
use super::{Carrier, Carriers, Statement};
use crate::certainty::hedge_in;
use crate::language::Language;
use crate::reuse::{Number, keys};
use crate::text::{Span, Spans, Text};
use crate::tokens::Tokens;

/// How an article presents a content. Only what stands in its sentence is looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PresentedAs {
    /// It is attributed to somebody, or at least said to be said.
    Attributed,
    /// Somebody is said to deny it.
    Denied,
    /// It stands in quotation marks, and nobody is said to say it.
    Quoted,
    /// In the writer's own voice, with a word that keeps it open ("reportedly").
    Hedged,
    /// In the writer's own voice, as so.
    Fact,
    /// With a "not" that the first wording lacks, or without the one that it has.
    Contrary,
    /// The reader found no claim, but there are words that may attribute it, ask it or take it back.
    #[default]
    Unclear,
}

impl PresentedAs {
    /// The name in the output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Attributed => "attributed",
            Self::Denied => "denied",
            Self::Quoted => "quoted",
            Self::Hedged => "hedged",
            Self::Fact => "stated_as_fact",
            Self::Contrary => "contrary",
            Self::Unclear => "unclear",
        }
    }

    /// Whether the writer says it in her own voice.
    pub fn is_own_voice(self) -> bool {
        matches!(self, Self::Hedged | Self::Fact)
    }

    /// Whether whoever says it may be where the content comes from.
    pub fn affirms(self) -> bool {
        !matches!(self, Self::Denied | Self::Contrary)
    }
}

/// Fills in how each carrier presents the content. The texts must be numbered, the wordings compared.
pub(super) fn present(all: &Carriers, carriers: &mut [Carrier]) {
    let found: Vec<PresentedAs> = carriers.iter().map(|c| presented(all, carriers, c)).collect();
    carriers.iter_mut().zip(found).for_each(|(carrier, found)| carrier.presented = found);
}

fn presented(all: &Carriers, carriers: &[Carrier], carrier: &Carrier) -> PresentedAs {
    let contrary = is_contrary(&carrier.wording, all.language(carrier));
    let found = match all.statement(carrier) {
        Some(statement) => claimed(statement),
        None => bare(all, carrier),
    };
    // the reader may have missed what it found in another copy
    let missed = || carriers.iter().find(|c| c.text == carrier.text && c.statement.is_some());
    match found {
        PresentedAs::Denied if contrary => PresentedAs::Unclear,
        PresentedAs::Attributed | PresentedAs::Quoted | PresentedAs::Fact if contrary => {
            PresentedAs::Contrary
        }
        PresentedAs::Fact | PresentedAs::Hedged if missed().is_some_and(|c| kept(all, c, carrier)) => {
            PresentedAs::Unclear
        }
        found => found,
    }
}

fn claimed(statement: &Statement) -> PresentedAs {
    match statement {
        s if s.denied => PresentedAs::Denied,
        s if s.cue.is_some() || !s.source.is_empty() => PresentedAs::Attributed,
        s if s.quoted => PresentedAs::Quoted,
        _ => PresentedAs::Unclear,
    }
}

/// How words without a claim stand in their article: as fact only where nothing in the sentence speaks
/// against it.
fn bare(all: &Carriers, carrier: &Carrier) -> PresentedAs {
    let Some(article) = all.articles.get(carrier.number as usize) else { return PresentedAs::Unclear };
    let (text, span, language) = (&article.text, carrier.span, article.language());
    let tokens = article.tokens();
    let around = tokens.sentences_of(span);
    let [before, after] = [Span::new(around.start(), span.start()), Span::new(span.end(), around.end())]
        .map(|s| tokens.within(s));
    let quoted = tokens.words_in(span).iter().filter(|w| tokens.quoted(w.span.start()).is_some()).count();
    let asked = text.get(around).trim_end_matches(|c: char| !c.is_alphanumeric() && c != '?').ends_with('?');
    let new: String =
        carrier.wording.iter().filter(|s| s.stands == Stands::Here).map(|s| s.words.as_str()).collect();
    let new = Tokens::new(&Text::new(new), &language.division).all;
    let mut beside = before.iter().chain(after).chain(&new).map(|w| w.form.as_str());
    let denials = |span: Span| negations(text.get(span), language);
    let open = beside.clone().any(|w| language.moods.open.has(w)) || denials(around) > denials(span);
    match () {
        () if quoted * 2 > tokens.words_in(span).len() => PresentedAs::Quoted,
        () if asked
            || open
            || beside.any(|word| language.verbs.class(word).is_some())
            || is_claimed(all, carrier.number, around, span) =>
        {
            PresentedAs::Unclear
        }
        () if hedge_in(text.get(around), article.language()).is_some() => PresentedAs::Hedged,
        () => PresentedAs::Fact,
    }
}

/// Whether a claim lies over a part of the words, or is made by words of the same sentence.
fn is_claimed(all: &Carriers, number: Number, sentence: Span, span: Span) -> bool {
    let statements = all.statements.get(number as usize).copied().unwrap_or_default();
    statements
        .iter()
        .any(|s| s.content.shared(&Spans::from(span)) > 0 || s.cue.is_some_and(|cue| sentence.overlaps(cue)))
}

/// Whether one of the words of a sentence may attribute it: where one does, the reader may have missed a claim.
///
/// ```
/// use reportedly::language::Language;
/// use reportedly::trace::reports;
///
/// let english = Language::of("en");
/// assert!(reports("It rained, the board wrote.", english));
/// assert!(!reports("It rained all night.", english));
/// ```
pub fn reports(sentence: &str, language: &Language) -> bool {
    let mut words = sentence.split(|c: char| !c.is_alphanumeric());
    words.any(|word| language.verbs.class(&word.to_lowercase()).is_some())
}

/// Whether at least half of the words that attribute the content in one article stand in the other, too.
fn kept(all: &Carriers, one: &Carrier, other: &Carrier) -> bool {
    let (Some(statement), Some(article)) = (all.statement(one), all.articles.get(one.number as usize)) else {
        return false;
    };
    let spans: Vec<Span> = statement.source.pieces().iter().copied().chain(statement.cue).collect();
    let wanted = ranges(&keys(&article.text), &Spans::new(spans));
    let runs = all.fold.runs(one.number, other.number);
    let total: u32 = wanted.iter().map(|r| r.1 - r.0).sum();
    let kept: u32 = wanted
        .iter()
        .flat_map(|&(from, to)| runs.iter().map(move |r| to.min(r.a + r.len).saturating_sub(from.max(r.a))))
        .sum();
    total > 0 && kept * 2 >= total
}
