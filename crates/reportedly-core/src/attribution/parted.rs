//! Where one statement ends and another begins: nobody says the sentence before the one with the cue, and "and the
//! coastguard said" is another one's.

use super::Proposal;
use super::lines::{has_finite, words};
use super::nested::{PRONOUNS, VERBS, never};
use crate::text::{Span, Spans, Text};
use crate::tokens::{Tokens, has_mark};

/// How sure a second statement is where the first one is.
const SHARE: f32 = 0.85;
/// The most words that name a second speaker.
const LONGEST: usize = 5;
/// So many words of a clause show its verb.
const CLAUSE: usize = 9;
/// A shorter content is no clause.
const LEAST: usize = 3;

/// A proposal and the second one that ran together with it.
pub fn parted(mut p: Proposal, text: &Text, tokens: &Tokens) -> Vec<Proposal> {
    in_its_sentence(&mut p, text, tokens);
    if is_of_another_verb(&p, text) {
        return Vec::new();
    }
    was_told(&mut p, text, tokens);
    let second = second(&p, text, tokens);
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
fn in_its_sentence(p: &mut Proposal, text: &Text, tokens: &Tokens) {
    let Some((cue, content)) = p.cue.zip(p.content.cover()) else { return };
    let Some(sentence) = tokens.sentences.get(tokens.sentence_at(cue.start())).copied() else { return };
    let start = sentence.start();
    let plain = |piece: &Span| {
        !has_mark(text.get(Span::new(piece.start(), piece.end().min(start).max(piece.start()))))
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
fn is_of_another_verb(p: &Proposal, text: &Text) -> bool {
    let Some((agent, cue)) = p.source.cover().zip(p.cue) else { return false };
    let inside = text.get(agent).to_lowercase().starts_with("by ");
    let passive = matches!(text.get(cue).split(' ').next(), Some("is" | "are" | "was" | "were"));
    let ahead = text.as_str()[..agent.start() as usize].ends_with(" by ");
    agent.end() <= cue.start() && (inside || ahead && passive)
}

/// "The lamp was off, an inquest was told": what was told stands before.
fn was_told(p: &mut Proposal, text: &Text, tokens: &Tokens) {
    let Some((cue, last)) = p.cue.zip(p.content.pieces().last().copied()) else { return };
    let passive = matches!(text.get(cue).to_lowercase().as_str(), "was told" | "were told" | "has been told");
    let sentence = tokens.sentences.get(tokens.sentence_at(cue.start())).copied().unwrap_or_default();
    if !p.source.is_empty() || !passive || last.end() > cue.start() || last.start() < sentence.start() {
        return;
    }
    let before = Span::new(sentence.start(), last.end());
    let Some((told, hearer)) = text.get(before).rsplit_once(", ") else { return };
    let article = hearer.starts_with("a ") || hearer.starts_with("an ") || hearer.starts_with("the ");
    if article && hearer.split(' ').count() < LONGEST && told.split(' ').count() >= LEAST {
        p.content = Spans::from(Span::new(before.start(), before.start() + told.len() as u32));
    }
}

/// "Vale said it was late and the coastguard said it would wait": what the coastguard said.
fn second(p: &Proposal, text: &Text, tokens: &Tokens) -> Option<Proposal> {
    let cue = p.cue.filter(|_| !p.source.is_empty())?;
    let piece = p.content.pieces().iter().copied().find(|piece| piece.start() >= cue.end())?;
    let words: Vec<Span> = words(piece, text).collect();
    let low = |i: usize| text.get(words[i]).to_lowercase();
    let free = |i: usize| tokens.quoted(words[i].start()).is_none();
    let joins = |&i: &usize| i > LEAST && matches!(text.get(words[i]), "and" | "but" | "while") && free(i);
    (0..words.len()).filter(joins).find_map(|i| {
        let verb = (i + 2..words.len().min(i + 2 + LONGEST)).find(|&v| is_verb(&low(v)))?;
        let who = || (i + 1..verb).map(&low);
        let speaker =
            who().all(|w| !never(&w) && !PRONOUNS.contains(&w.as_str()) && !w.ends_with([',', ';', ':']));
        let rest = verb + 1 + usize::from(words.get(verb + 1).is_some_and(|w| text.get(*w) == "that"));
        let clause: Vec<&str> = words.get(rest..)?.iter().take(CLAUSE).map(|w| text.get(*w)).collect();
        let whole = clause.len() >= LEAST && has_finite(&clause);
        let known = is_subject(text.get(words[i + 1]), &low(verb - 1));
        (speaker && known && whole).then(|| Proposal {
            source: Spans::from(words[i + 1].cover(words[verb - 1])),
            cue: Some(words[verb]),
            content: Spans::from(words[verb + 1].cover(Span::new(piece.end(), piece.end()))),
            score: p.score * SHARE,
            why: "X said, and Y said".to_owned(),
        })
    })
}

/// "the coastguard", "Vale", "fishermen", but not "anger".
fn is_subject(first: &str, last: &str) -> bool {
    let named = first.starts_with(char::is_uppercase);
    named
        || matches!(first, "the" | "a" | "an" | "one" | "two" | "his" | "her" | "its" | "their")
        || last.ends_with('s')
        || last.ends_with("men")
        || last == "police"
}

fn is_verb(word: &str) -> bool {
    VERBS.contains(&word) || word == "warned"
}

/// Where the word before a second speaker begins.
fn conjunction(piece: Span, other: Span, text: &Text) -> u32 {
    let before = text.get(Span::new(piece.start(), other.start())).trim_end();
    let kept = before.rsplit_once(' ').map_or("", |(kept, _)| kept);
    piece.start() + kept.trim_end_matches([',', ' ']).len() as u32
}
