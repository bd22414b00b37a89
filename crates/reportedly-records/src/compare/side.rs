use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use reportedly_core::Language;
use reportedly_core::certainty::hedge_in;
use reportedly_core::trace;

use super::words::Words;
use crate::{Claim, Place, Record};

/// One of the two articles. The words decide what corresponds, not the claims: the reader may have missed one.
pub(super) struct Side<'r> {
    pub record: &'r Record,
    pub words: &'r Words<'r>,
    /// For each token the one of the other side that it belongs to.
    pub to: &'r [Option<usize>],
    /// The words of each claim's content.
    pub contents: Vec<Vec<usize>>,
    /// Which claims have a token in their content.
    pub owners: HashMap<usize, Vec<usize>>,
    pub sentences: Vec<Range<usize>>,
    pub hedges: Vec<Hedge>,
}

/// Words that keep a statement open, and the claim in whose reading they were found.
pub(super) struct Hedge {
    pub at: Range<usize>,
    pub claim: Option<usize>,
}

impl<'r> Side<'r> {
    pub fn new(record: &'r Record, words: &'r Words<'r>, to: &'r [Option<usize>]) -> Self {
        let contents: Vec<Vec<usize>> =
            record.claims.iter().map(|claim| tokens(words, &claim.content).collect()).collect();
        let mut owners: HashMap<usize, Vec<usize>> = HashMap::new();
        for (i, content) in contents.iter().enumerate() {
            content.iter().for_each(|&token| owners.entry(token).or_default().push(i));
        }
        let mut side =
            Self { record, words, to, contents, owners, sentences: sentences(words), hedges: Vec::new() };
        side.hedges = side.hedges();
        side
    }

    /// The hedges of its claims, then those of sentences in which no claim has one.
    fn hedges(&self) -> Vec<Hedge> {
        let own = self.record.claims.iter().enumerate().filter_map(|(i, claim)| {
            let place = claim.sourcing.hedge.as_ref()?;
            Some(Hedge { at: self.words.between(place.start, place.end), claim: Some(i) })
        });
        let mut all: Vec<Hedge> = own.collect();
        let read: BTreeSet<usize> = all.iter().map(|h| self.sentence(h.at.start)).collect();
        let language = self.language();
        for (n, sentence) in self.sentences.iter().enumerate().filter(|(n, _)| !read.contains(n)) {
            let text = self.words.text(sentence.clone());
            let Some(found) = hedge_in(&text, language) else { continue };
            let wanted: Vec<&str> = found.split_whitespace().collect();
            let is_there = |&at: &usize| {
                let tokens = self.words.tokens.get(at..at + wanted.len()).unwrap_or_default();
                tokens.len() == wanted.len() && tokens.iter().zip(&wanted).all(|(t, w)| t.word == *w)
            };
            if let Some(at) = self.sentences.get(n).and_then(|s| s.clone().find(is_there)) {
                let claim = self.owners.get(&at).and_then(|claims| claims.first().copied());
                all.push(Hedge { at: at..at + wanted.len(), claim });
            }
        }
        all
    }

    /// The number of the sentence in which a token stands.
    pub fn sentence(&self, token: usize) -> usize {
        self.sentences.partition_point(|s| s.end <= token)
    }

    /// The sentences that some tokens stand in, as one range.
    pub fn around(&self, tokens: &[usize]) -> Range<usize> {
        let at = |token: &usize| self.sentences.get(self.sentence(*token));
        match (tokens.iter().min().and_then(at), tokens.iter().max().and_then(at)) {
            (Some(first), Some(last)) => first.start..last.end,
            _ => 0..0,
        }
    }

    /// Where some tokens stand on the other side, as far as they do.
    pub fn across(&self, tokens: &[usize]) -> Vec<usize> {
        tokens.iter().filter_map(|&t| self.to.get(t).copied().flatten()).collect()
    }

    /// The language of its text; one without counts as English.
    fn language(&self) -> &'static Language {
        Language::of(self.record.lang.as_deref().unwrap_or("en"))
    }

    /// Whether one of the words around some tokens may attribute them.
    pub fn reports(&self, around: &Range<usize>) -> bool {
        trace::reports(&self.words.text(around.clone()), self.language())
    }

    pub fn is_hedged(&self, range: &Range<usize>) -> bool {
        self.hedges.iter().any(|h| h.at.start < range.end && range.start < h.at.end)
    }

    /// Whether a token stands behind an opened quotation mark of its paragraph.
    pub fn is_quoted(&self, token: usize) -> bool {
        let paragraphs = &self.words.paragraphs;
        let paragraph = paragraphs.get(paragraphs.partition_point(|p| p.end <= token));
        let before = paragraph.and_then(|p| self.words.tokens.get(p.start..token)).unwrap_or_default();
        before.iter().filter(|t| ["“", "”", "\""].contains(&t.word)).count() % 2 == 1
    }

    /// The claim of the other side that says the same: most of both contents is one.
    pub fn counterpart(&self, claim: usize, other: &Self) -> Option<usize> {
        let content = self.contents.get(claim)?;
        let mut shared: HashMap<usize, usize> = HashMap::new();
        for token in self.across(content) {
            other.owners.get(&token).into_iter().flatten().for_each(|&c| *shared.entry(c).or_default() += 1);
        }
        let words = |c: usize| content.len() + other.contents.get(c).map_or(0, Vec::len);
        let alike = |&(c, n): &(usize, usize)| 4 * n >= words(c);
        let share = |&(c, n): &(usize, usize)| (n * 10_000 / words(c).max(1), usize::MAX - c);
        shared.into_iter().filter(alike).max_by_key(share).map(|(c, _)| c)
    }
}

/// The words under some places, as tokens.
pub(super) fn tokens<'w>(
    words: &'w Words,
    places: impl IntoIterator<Item = &'w Place>,
) -> impl Iterator<Item = usize> {
    let all = places.into_iter().flat_map(|p| words.between(p.start, p.end));
    all.filter(|&t| words.tokens.get(t).is_some_and(|t| t.bare > 0))
}

/// The words of cue and source.
pub(super) fn frame(words: &Words, claim: &Claim) -> Vec<usize> {
    tokens(words, claim.cue.iter().chain(&claim.source)).collect()
}

/// Sentences, near enough: up to a full stop, a question or exclamation mark, or the paragraph's end.
fn sentences(words: &Words) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for paragraph in &words.paragraphs {
        let mut from = paragraph.start;
        for at in paragraph.clone() {
            let ends = words.tokens.get(at).is_some_and(|t| [".", "?", "!"].contains(&t.word));
            if ends || at + 1 == paragraph.end {
                found.push(from..at + 1);
                from = at + 1;
            }
        }
    }
    found
}
