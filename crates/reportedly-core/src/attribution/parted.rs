//! Where one statement ends and another begins: nobody says the sentence before the one with the cue, and "and the
//! coastguard said" is another one's.

use super::Proposal;
use super::lines::{cover, has_finite, is_plural};
use super::nested::{never, phrase};
use super::reason::Reason;
use crate::article::Prose;
use crate::language::Language;
use crate::text::{Span, Spans, Text};
use crate::tokens::{Token, has_mark};

/// How sure a second statement is where the first one is.
const SHARE: f32 = 0.85;
/// The most words that name a second speaker.
const LONGEST: usize = 5;
/// So many words of a clause show its verb.
const CLAUSE: usize = 9;
/// A shorter content is no clause.
const LEAST: usize = 3;

/// Cuts a proposal where another statement begins, and gives that one, too; empty if the verb is another's.
pub fn parted(mut p: Proposal, prose: Prose) -> Vec<Proposal> {
    let text = prose.text;
    in_its_sentence(&mut p, prose);
    if is_of_another_verb(&p, prose) {
        return Vec::new();
    }
    was_told(&mut p, prose);
    let second = second(&p, prose);
    if let Some(other) = second.as_ref().and_then(|s| s.source.cover()) {
        let cut = |piece: &Span| match piece.contains(other) {
            true => Span::new(piece.start(), conjunction(*piece, other, text)),
            false => *piece,
        };
        p.content = p.content.pieces().iter().map(cut).map(|piece| text.trim(piece)).collect();
    }
    [Some(p), second].into_iter().flatten().collect()
}

/// "The shop will close. Sales fell, Vale said": what stands before a cue without marks goes back no further than its sentence.
fn in_its_sentence(p: &mut Proposal, prose: Prose) {
    let (Some((cue, content)), tokens) = (p.cue.zip(p.content.cover()), prose.tokens) else { return };
    let Some(sentence) = tokens.sentences.get(tokens.sentence_at(cue.start())).copied() else { return };
    let start = sentence.start();
    let plain = |piece: &Span| {
        !has_mark(prose.get(Span::new(piece.start(), piece.end().min(start).max(piece.start()))))
    };
    let reaches = p.content.pieces().iter().any(|piece| piece.end() > start);
    if content.end() > cue.start() || content.start() >= start || !reaches || tokens.quoted(start).is_some() {
        return;
    }
    let kept = |piece: &Span| match piece.start() < start && plain(piece) {
        true => Span::new(start, piece.end().max(start)),
        false => *piece,
    };
    p.content = p.content.pieces().iter().map(kept).collect();
}

/// "The dam, seen by many as a blessing, is cursed as a folly": they see, and do not curse.
fn is_of_another_verb(p: &Proposal, prose: Prose) -> bool {
    let Some((agent, cue)) = p.source.cover().zip(p.cue) else { return false };
    let (verbs, words) = (&prose.language.verbs, prose.within(agent));
    let by = |w: Option<&Token>| w.is_some_and(|w| verbs.agent.has(&w.form));
    let passive = prose.within(cue).first().is_some_and(|w| verbs.copulas.has(&w.form));
    let start = prose.tokens.range(agent).start;
    let before = start.checked_sub(1).and_then(|i| prose.tokens.all.get(i));
    let ahead = words.first().is_some_and(|w| w.joined) && by(before);
    agent.end() <= cue.start() && (words.len() > 1 && by(words.first()) || ahead && passive)
}

/// "The lamp was off, an inquest was told": what was told stands before.
fn was_told(p: &mut Proposal, prose: Prose) {
    let (Some((cue, last)), tokens) = (p.cue.zip(p.content.pieces().last().copied()), prose.tokens) else {
        return;
    };
    let passive = phrase(prose.language.verbs.was_told, prose.within(cue)) == Some(prose.within(cue).len());
    let sentence = tokens.sentences.get(tokens.sentence_at(cue.start())).copied().unwrap_or_default();
    if !p.source.is_empty() || !passive || last.end() > cue.start() || last.start() < sentence.start() {
        return;
    }
    let before = Span::new(sentence.start(), last.end());
    let Some((told, _)) = prose.get(before).rsplit_once(", ") else { return };
    let told = Span::new(before.start(), before.start() + told.len() as u32);
    let hearer = prose.within(Span::new(told.end(), before.end()));
    let named = hearer.first().is_some_and(|w| prose.language.phrases.articles.has(&w.form));
    if named && hearer.len() < LONGEST && prose.within(told).len() >= LEAST {
        p.content = Spans::from(told);
    }
}

/// "Vale said it was late and the coastguard said it would wait": what the coastguard said.
fn second(p: &Proposal, prose: Prose) -> Option<Proposal> {
    let (language, nesting) = (prose.language, &prose.language.nesting);
    let cue = p.cue.filter(|_| !p.source.is_empty())?;
    let piece = p.content.pieces().iter().copied().find(|piece| piece.start() >= cue.end())?;
    let words = prose.within(piece);
    let joins = |&i: &usize| {
        let w = &words[i];
        i > LEAST && nesting.joins.has(&w.form) && !w.capital && !w.pause && !w.quoted
    };
    (0..words.len()).filter(joins).find_map(|i| {
        let says = |w: &Token| language.verbs.holds(&w.form) && !w.pause;
        let verb = (i + 2..words.len().min(i + 2 + LONGEST)).find(|&v| says(&words[v]))?;
        let who = &words[i + 1..verb];
        let speaker =
            who.iter().all(|w| !never(w, language) && !language.pronouns.ambiguous.has(&w.form) && !w.pause);
        let rest = verb
            + 1
            + usize::from(words.get(verb + 1).is_some_and(|w| language.clauses.complement.has(&w.form)));
        let clause = words.get(rest..)?;
        let clause = &clause[..clause.len().min(CLAUSE)];
        let whole = clause.len() >= LEAST && has_finite(clause, language);
        (speaker && is_subject(who, language) && whole).then(|| Proposal {
            source: Spans::from(cover(&who[0], &words[verb - 1], prose.text)),
            cue: Some(words[verb].span),
            content: Spans::from(prose.text.trim(Span::new(words[verb].span.end(), piece.end()))),
            score: p.score * SHARE,
            why: Reason::Second.message().to_owned(),
        })
    })
}

/// "the coastguard", "Vale", "fishermen", but not "anger".
fn is_subject(who: &[Token], language: &Language) -> bool {
    who.first().is_some_and(|w| w.capital || language.phrases.determiners.has(&w.form))
        || who.last().is_some_and(|w| is_plural(w, language))
}

/// Where the word before a second speaker begins.
fn conjunction(piece: Span, other: Span, text: &Text) -> u32 {
    let before = text.get(Span::new(piece.start(), other.start())).trim_end();
    let kept = before.rsplit_once(' ').map_or("", |(kept, _)| kept);
    piece.start() + kept.trim_end_matches([',', ' ']).len() as u32
}
