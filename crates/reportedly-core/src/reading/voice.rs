//! Whose voice is speaking, segment by segment: a source to whom the words are attributed, a frame set by an
//! earlier passage ("from this perspective"), or the writer.

use std::collections::HashSet;

use super::author_mode::{AuthorMode, author_mode};
use super::frame::{self, Frame};
use crate::article::{Article, Prose};
use crate::attribution::{Attribution, Mode};
use crate::certainty::{is_finite, words};
use crate::source::{CueClass, Identity, Kind};
use crate::text::{Span, Text};
use crate::tokens::{Tokens, has_mark};

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
    tokens: &Tokens,
    attributions: &[Attribution],
    identities: &[Identity],
) -> Vec<Segment> {
    let text = &article.text;
    let by_sentence = claims_of(text, tokens, attributions, identities);
    let mut out: Vec<Segment> = Vec::new();
    let written = written_by(tokens, attributions, identities);
    let mut open: Option<Frame> = None;
    let mut speaker = None;
    let first = tokens.sentences.partition_point(|s| s.start() < article.body_start);
    for (i, &sentence) in tokens.sentences.iter().enumerate().skip(first) {
        let paragraph = i == first || parted(tokens.sentences[i - 1], sentence, text);
        if paragraph {
            open = None;
        }
        let opens = frame::opens(sentence, text, speaker);
        // "From this perspective, it is seen as": nobody but the frame
        let nobodys = |c: &usize| opens.is_some() && identities[*c].kind == Kind::Unstated;
        let claims: Vec<usize> = by_sentence[i].iter().copied().filter(|c| !nobodys(c)).collect();
        let parts = cut(sentence, &claims, attributions, text);
        let own = !claims.is_empty();
        open = opens.filter(|_| parts.iter().all(|p| p.1.is_empty())).or(open);
        if own || written.contains(&i) || frame::breaks(sentence, &Prose::of(article, tokens), open.as_ref())
        {
            open = None;
        }
        for (span, claims) in parts {
            out.push(segment(span, claims, open.as_ref(), text));
        }
        let told = by_sentence[i].iter().rev().find(|c| fits(&identities[**c]));
        speaker = told.and_then(|&c| identities[c].source).or(speaker);
        open = open.or_else(|| {
            by_sentence[i].last().and_then(|&c| frame::left_by(&attributions[c], &identities[c], text))
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

fn segment(span: Span, claims: Vec<usize>, open: Option<&Frame>, text: &Text) -> Segment {
    let voice = match (claims.is_empty(), open) {
        (false, _) => Voice::Attributed,
        (true, Some(_)) => Voice::Carried,
        (true, None) => Voice::Author,
    };
    let carried = open.filter(|_| voice == Voice::Carried);
    Segment {
        span,
        voice,
        author_mode: (voice == Voice::Author).then(|| author_mode(span, text)),
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
fn claims_of(
    text: &Text,
    tokens: &Tokens,
    attributions: &[Attribution],
    identities: &[Identity],
) -> Vec<Vec<usize>> {
    let mut out = vec![Vec::new(); tokens.sentences.len()];
    for (i, (a, identity)) in attributions.iter().zip(identities).enumerate() {
        if a.within.is_some() || identity.kind == Kind::Author || is_figure(a, identity, text) {
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

/// "The town has seen floods", "whether or not it is ever established": not attributed to anyone.
fn is_figure(a: &Attribution, identity: &Identity, text: &Text) -> bool {
    let sees = identity.kind == Kind::Organization && identity.cue_class == Some(CueClass::Perception);
    let cover = a.content.cover().unwrap_or_default();
    let whether = text.get(cover).to_lowercase().starts_with("whether or not")
        && a.cue.is_some_and(|c| c.start() > cover.start());
    sees || whether
}

/// The parts of a sentence, each with the claims that attribute it.
fn cut(
    sentence: Span,
    claims: &[usize],
    attributions: &[Attribution],
    text: &Text,
) -> Vec<(Span, Vec<usize>)> {
    let all = words(sentence, text).len();
    let covers: Vec<(Span, usize)> =
        claims.iter().filter_map(|&c| Some((cover(&attributions[c], sentence, text)?, c))).collect();
    let Some(cover) = covers.iter().map(|c| c.0).reduce(Span::cover) else {
        return vec![(sentence, Vec::new())];
    };
    let held = words(cover, text).len();
    let ids = claims.to_vec();
    let quoted = claims.iter().any(|&c| attributions[c].mode == Mode::Direct);
    let content = |c: &usize| attributions[*c].content.pieces().iter().any(|p| p.overlaps(sentence));
    let whole = held == all && claims.iter().any(content);
    if held < LEAST && !whole && !quoted
        || held * 4 < all && !claims.iter().any(|&c| speaks(&attributions[c], text))
    {
        return vec![(sentence, Vec::new())];
    }
    let before = Span::new(sentence.start(), cover.start());
    let after = Span::new(cover.end(), sentence.end());
    let apart = |part: Span| {
        let inside = words(part, text);
        let first = inside.first().map_or("", |w| w.low.as_str());
        // "If she were alive, Vale would say", "It is not true that Vale left, as some say"
        let hangs = matches!(
            first,
            "if" | "when" | "while" | "although" | "though" | "as" | "from" | "because" | "unless"
        ) || words(cover, text).first().is_some_and(|w| w.low == "that");
        let clause = part == before && !hangs
            || part == after
                && inside.first().is_some_and(|w| {
                    matches!(w.low.as_str(), "and" | "but" | "while" | "yet" | "so" | "though" | "although")
                });
        inside.len() >= LEAST && is_finite(&inside) && clause
    };
    let mut out = Vec::new();
    let mut held = cover;
    // "a yard that critics call a museum": the main clause stands before
    let relative =
        words(before, text).last().is_some_and(|w| matches!(w.low.as_str(), "that" | "which" | "what"));
    let main = relative && words(before, text).len() > LEAST && words(after, text).len() < LEAST;
    if apart(before) || main {
        out.push((text.trim(before), Vec::new()));
    } else {
        held = held.cover(before);
    }
    let rest = apart(after);
    out.push((text.trim(if rest { held } else { held.cover(after) }), ids));
    if rest {
        out.push((text.trim(after), Vec::new()));
    }
    out.retain(|p| !p.0.is_empty());
    out
}

/// Whether the claim states something: its content has a verb of its own.
fn speaks(a: &Attribution, text: &Text) -> bool {
    let content: Vec<_> = a.content.pieces().iter().flat_map(|&p| words(p, text)).collect();
    content.len() >= LEAST && is_finite(&content)
}

/// From the first to the last word of a claim inside a sentence.
fn cover(a: &Attribution, sentence: Span, text: &Text) -> Option<Span> {
    // "fits a pattern that critics call a choice": the pattern is the writer's
    let told = a.content.pieces();
    let relative = |p: &Span| {
        !has_mark(text.get(*p))
            && words(*p, text).last().is_some_and(|w| matches!(w.low.as_str(), "that" | "which") && !w.pause)
    };
    let told = if told.len() > 1 && relative(&told[0]) { &told[1..] } else { told };
    let pieces = told.iter().chain(&a.cue).chain(a.source.pieces());
    let inside = pieces
        .filter(|p| p.overlaps(sentence))
        .map(|p| Span::new(p.start().max(sentence.start()), p.end().min(sentence.end())));
    inside.reduce(Span::cover)
}
