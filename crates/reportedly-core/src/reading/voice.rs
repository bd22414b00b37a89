//! Whose voice is speaking, segment by segment: a source to whom the words are attributed, a frame set by an
//! earlier passage ("from this perspective"), or the writer.

use std::collections::HashSet;

use super::author_mode::{AuthorMode, author_mode};
use super::frame::{self, Frame};
use crate::article::{Article, Prose};
use crate::attribution::{Attribution, Mode};
use crate::certainty::is_finite;
use crate::source::{CueClass, Identity, Kind};
use crate::text::{Span, Text};
use crate::tokens::{Token, Tokens, form, has_mark, stands};

/// A part with fewer words has no voice of its own.
const LEAST: usize = 4;

/// Whose voice a segment is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Voice {
    /// A cue attributes it to a source, named or not.
    Attributed,
    /// No cue of its own, but within a frame.
    Carried,
    /// The writer.
    Author,
}

impl Voice {
    /// The name in the output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Attributed => "attributed",
            Self::Carried => "carried",
            Self::Author => "author",
        }
    }
}

/// A sentence or a part of one, with its voice.
#[derive(Clone, Debug, PartialEq)]
pub struct Segment {
    /// Its place in the text.
    pub span: Span,
    /// Whose voice it is in.
    pub voice: Voice,
    /// What the writer does; only in the writer's own voice.
    pub author_mode: Option<AuthorMode>,
    /// The words that set the frame; only if it is carried.
    pub frame: Option<Span>,
    /// The row of the source whose view the frame is, if one fits.
    pub source: Option<usize>,
    /// Positions of the claims that attribute it.
    pub claims: Vec<usize>,
}

/// Cuts the body into segments.
pub fn segments(
    article: &Article,
    prose: &Prose,
    attributions: &[Attribution],
    identities: &[Identity],
) -> Vec<Segment> {
    let tokens = prose.tokens;
    let by_sentence = claims_of(prose, attributions, identities);
    let mut out: Vec<Segment> = Vec::new();
    let written = written_by(tokens, attributions, identities);
    let mut open: Option<Frame> = None;
    let mut speaker = None;
    let first = tokens.sentences.partition_point(|s| s.start() < article.body_start);
    for (i, &sentence) in tokens.sentences.iter().enumerate().skip(first) {
        let paragraph = i == first || parted(tokens.sentences[i - 1], sentence, prose.text);
        if paragraph {
            open = None;
        }
        let opens = frame::opens(sentence, prose, speaker);
        // "From this perspective, it is seen as": nobody but the frame
        let nobodys = |c: &usize| opens.is_some() && identities[*c].kind == Kind::Unstated;
        let claims: Vec<usize> = by_sentence[i].iter().copied().filter(|c| !nobodys(c)).collect();
        let parts = cut(sentence, &claims, attributions, prose);
        let own = !claims.is_empty();
        open = opens.filter(|_| parts.iter().all(|p| p.1.is_empty())).or(open);
        if own || written.contains(&i) || frame::breaks(sentence, prose, open.as_ref()) {
            open = None;
        }
        for (span, claims) in parts {
            out.push(segment(span, claims, open.as_ref(), prose));
        }
        let told = by_sentence[i].iter().rev().find(|c| fits(&identities[**c]));
        speaker = told.and_then(|&c| identities[c].source).or(speaker);
        open = open.or_else(|| {
            by_sentence[i].last().and_then(|&c| frame::left_by(&attributions[c], &identities[c], prose))
        });
    }
    out
}

/// The sentences in which the writer appears in person: "I asked the owner".
fn written_by(tokens: &Tokens, attributions: &[Attribution], identities: &[Identity]) -> HashSet<usize> {
    let own = attributions.iter().zip(identities).filter(|(_, who)| who.kind == Kind::Author);
    own.filter_map(|(a, _)| a.cue).map(|cue| tokens.sentence_at(cue.start())).collect()
}

fn fits(identity: &Identity) -> bool {
    !matches!(identity.kind, Kind::Unstated | Kind::Author | Kind::Document)
}

fn segment(span: Span, claims: Vec<usize>, open: Option<&Frame>, prose: &Prose) -> Segment {
    let voice = match (claims.is_empty(), open) {
        (false, _) => Voice::Attributed,
        (true, Some(_)) => Voice::Carried,
        (true, None) => Voice::Author,
    };
    let carried = open.filter(|_| voice == Voice::Carried);
    Segment {
        span,
        voice,
        author_mode: (voice == Voice::Author).then(|| author_mode(span, prose)),
        frame: carried.map(|f| f.words),
        source: carried.and_then(|f| f.source),
        claims,
    }
}

/// Whether there is a line end between two sentences.
fn parted(before: Span, after: Span, text: &Text) -> bool {
    text.get(Span::new(before.end(), after.start().max(before.end()))).contains('\n')
}

/// The claims of each sentence, without those within another one and without the writer's own.
fn claims_of(prose: &Prose, attributions: &[Attribution], identities: &[Identity]) -> Vec<Vec<usize>> {
    let tokens = prose.tokens;
    let mut out = vec![Vec::new(); tokens.sentences.len()];
    for (i, (a, identity)) in attributions.iter().zip(identities).enumerate() {
        if a.within.is_some() || identity.kind == Kind::Author || is_nobodys(a, identity, prose) {
            continue;
        }
        for piece in a.content.pieces().iter().chain(&a.cue) {
            let (from, to) =
                (tokens.sentence_at(piece.start()), tokens.sentence_at(piece.end().saturating_sub(1)));
            for claims in out.iter_mut().take(to + 1).skip(from).filter(|c| c.last() != Some(&i)) {
                claims.push(i);
            }
        }
    }
    out
}

/// Not attributed to anyone: what a body perceives ("The town has seen floods"), and what is left open before its
/// cue ("whether or not it is ever established").
fn is_nobodys(a: &Attribution, identity: &Identity, prose: &Prose) -> bool {
    let sees = identity.kind == Kind::Organization && identity.cue_class == Some(CueClass::Perception);
    let cover = a.content.cover().unwrap_or_default();
    let either = || stands(prose.within(cover), 0, prose.language.voice.either);
    sees || a.cue.is_some_and(|c| c.start() > cover.start()) && either()
}

/// The parts of a sentence, each with the claims that attribute it.
fn cut(
    sentence: Span,
    claims: &[usize],
    attributions: &[Attribution],
    prose: &Prose,
) -> Vec<(Span, Vec<usize>)> {
    let covers = claims.iter().filter_map(|&c| cover(&attributions[c], sentence, prose));
    let Some(cover) = covers.reduce(Span::cover) else { return vec![(sentence, Vec::new())] };
    if is_slight(sentence, cover, claims.iter().map(|&c| &attributions[c]), prose) {
        return vec![(sentence, Vec::new())];
    }
    let before = Span::new(sentence.start(), cover.start());
    let after = Span::new(cover.end(), sentence.end());
    let [first, last] = [is_own_before(before, cover, after, prose), is_own_after(after, prose)];
    let held = if first { cover } else { cover.cover(before) };
    let held = if last { held } else { held.cover(after) };
    let own = |span: Span, is_own: bool| is_own.then_some((span, Vec::new()));
    let parts = [own(before, first), Some((held, claims.to_vec())), own(after, last)].into_iter().flatten();
    parts.map(|(span, claims)| (prose.text.trim(span), claims)).filter(|p| !p.0.is_empty()).collect()
}

/// Whether claims hold too little of a sentence for it to be in anyone's voice but the writer's.
fn is_slight<'a>(
    sentence: Span,
    cover: Span,
    claims: impl Iterator<Item = &'a Attribution> + Clone,
    prose: &Prose,
) -> bool {
    let [all, held] = [sentence, cover].map(|s| prose.within(s).len());
    let in_sentence = |a: &Attribution| a.content.pieces().iter().any(|p| p.overlaps(sentence));
    let whole = || held == all && claims.clone().any(in_sentence);
    let quoted = || claims.clone().any(|a| a.mode == Mode::Direct);
    held < LEAST && !quoted() && !whole() || held * 4 < all && !claims.clone().any(|a| speaks(a, prose))
}

/// Whether a part of a sentence has words enough, and a verb that asserts.
fn is_clause(words: &[Token], prose: &Prose) -> bool {
    words.len() >= LEAST && is_finite(words, prose.language)
}

/// Whether what stands before a claim is the writer's: a clause of its own, or the main clause of an object that the
/// claim is about ("a yard that critics call a museum"). Not "If she were alive, Vale would say", nor "It is not
/// true that Vale left, as some say".
fn is_own_before(before: Span, cover: Span, after: Span, prose: &Prose) -> bool {
    let (voice, words) = (&prose.language.voice, prose.within(before));
    let hangs = voice.hangs.has(form(words, 0))
        || prose.language.clauses.complement.has(form(prose.within(cover), 0));
    let about_object = words.last().is_some_and(|w| voice.about_object.has(&w.form))
        && words.len() > LEAST
        && prose.within(after).len() < LEAST;
    !hangs && is_clause(words, prose) || about_object
}

/// Whether what stands behind a claim is the writer's again: "..., but the pier stayed closed".
fn is_own_after(after: Span, prose: &Prose) -> bool {
    let words = prose.within(after);
    prose.language.voice.resumes.has(form(words, 0)) && is_clause(words, prose)
}

/// Whether the claim states something: its content has a verb of its own.
fn speaks(a: &Attribution, prose: &Prose) -> bool {
    let pieces = a.content.pieces().iter();
    let content: Vec<Token> = pieces.flat_map(|&p| prose.within(p).iter().cloned()).collect();
    is_clause(&content, prose)
}

/// From the first to the last word of a claim inside a sentence.
fn cover(a: &Attribution, sentence: Span, prose: &Prose) -> Option<Span> {
    // "fits a pattern that critics call a choice": the pattern is the writer's
    let relatives = prose.language.voice.about_object;
    let relative = |p: &Span| {
        let last = prose.within(*p).last();
        !has_mark(prose.get(*p)) && last.is_some_and(|w| relatives.has(&w.form) && !w.pause)
    };
    let told = a.content.pieces();
    let told = if told.len() > 1 && relative(&told[0]) { &told[1..] } else { told };
    let pieces = told.iter().chain(&a.cue).chain(a.source.pieces());
    let inside = pieces
        .filter(|p| p.overlaps(sentence))
        .map(|p| Span::new(p.start().max(sentence.start()), p.end().min(sentence.end())));
    inside.reduce(Span::cover)
}
