//! Speakers that the layout names: transcripts, introductions with a colon, signatures with a dash.

use std::collections::HashMap;

use super::{before, line_after, proposal, speaker};
use crate::article::{Article, Prose};
use crate::attribution::Proposal;
use crate::attribution::lines::lines;
use crate::attribution::reason::Reason;
use crate::language::Language;
use crate::text::{Span, Spans, Text};
use crate::tokens::{Quotation, Tokens};

/// Lines by at least two speakers, of whom one speaks twice, make a transcript; fewer are notes and captions.
const SPEAKERS: usize = 2;

/// So many turns, and half of all lines, leave no doubt: then every turn is whole, and what a reader finds stands within.
const TURNS: usize = 4;

/// The turns of a text that is a transcript beyond doubt.
pub fn turns(article: &Article, _: &Tokens) -> Vec<Proposal> {
    let found = transcript(article);
    let all = lines(article.body(), &article.text).count();
    let lines: usize = found.iter().map(|turn| turn.content.pieces().len()).sum();
    if found.len() >= TURNS && lines * 2 >= all { found } else { Vec::new() }
}

/// `HALE: We will rebuild.`, line after line.
pub fn transcript(article: &Article) -> Vec<Proposal> {
    let text = &article.text;
    let turns = spoken(article.body(), text, article.language());
    let mut often: HashMap<&str, usize> = HashMap::new();
    for (who, _) in &turns {
        *often.entry(text.get(*who)).or_default() += 1;
    }
    if often.len() < SPEAKERS || often.values().all(|&n| n < 2) {
        return Vec::new();
    }
    let turn = |(who, what): (Span, Vec<Span>)| Proposal {
        source: Spans::from(who),
        cue: Some(Span::new(who.end(), who.end() + 1)),
        content: what.into_iter().collect(),
        score: 0.8,
        why: Reason::Turn.message().to_owned(),
    };
    turns.into_iter().map(turn).collect()
}

/// Who speaks, and the lines. An answer of several paragraphs ends where the next question stands; what stands behind the
/// last one may be the editor's.
fn spoken(body: Span, text: &Text, language: &Language) -> Vec<(Span, Vec<Span>)> {
    let (mut turns, mut further) = (Vec::<(Span, Vec<Span>)>::new(), Vec::new());
    for line in lines(body, text) {
        let Some((who, what)) = speaker_line(line, text, language) else {
            further.extend(Some(line).filter(|_| is_speech(text.get(line))));
            continue;
        };
        let label = |who: Span| is_label(who, text, language);
        if let Some((_, said)) = turns.last_mut().filter(|(last, _)| label(*last) && label(who)) {
            said.append(&mut further);
        }
        further.clear();
        turns.push((who, vec![what]));
    }
    turns
}

/// Whole sentences, no heading and no "(Laughs.)".
fn is_speech(line: &str) -> bool {
    !line.starts_with(['(', '[']) && line.ends_with(['.', '?', '!', '…', '"', '”'])
}

/// "Q" and "A", which nobody else is called.
fn is_label(who: Span, text: &Text, language: &Language) -> bool {
    language.layout.labels.has(text.get(who))
}

fn speaker_line(line: Span, text: &Text, language: &Language) -> Option<(Span, Span)> {
    let colon = line.start() + text.get(line).find(':')? as u32;
    let (who, what) =
        (text.trim(Span::new(line.start(), colon)), text.trim(Span::new(colon + 1, line.end())));
    let known = is_label(who, text, language) || speaker::is_speaker(who, text, language);
    (known && who.end() == colon && !what.is_empty()).then_some((who, what))
}

/// `And from Chairwoman Vale: "..."`, `Hale: "..."`.
pub fn introduced(quotation: &Quotation, prose: Prose) -> Option<Proposal> {
    let Prose { text, language, .. } = prose;
    let near = before(quotation.cover().start(), text);
    let words = text.get(near).trim_end().strip_suffix(':')?;
    let colon = near.start() + words.len() as u32;
    let start = words.rfind(['\n', '.', '!', '?']).map_or(near.start(), |i| near.start() + i as u32 + 1);
    let intro = text.trim(Span::new(start, colon));
    let words = text.get(intro);
    let begun = language.layout.introductions.iter().filter(|p| words.starts_with(p));
    let skip = begun.map(str::len).max().unwrap_or_default();
    let who = Span::new(intro.start() + skip as u32, intro.end());
    let cue = Span::new(colon, colon + 1);
    let found = speaker::is_speaker(who, text, language) && text.get(who).contains(' ');
    found.then(|| proposal(Spans::from(who), Some(cue), quotation, 0.8, Reason::Introduced))
}

/// `"..." - Commissioner Starr`, to the end of the line.
pub fn signed(quotation: &Quotation, prose: Prose) -> Option<Proposal> {
    let Prose { text, language, .. } = prose;
    let line = line_after(quotation.cover().end(), text);
    let rest = text.get(line).trim_start();
    let mark = rest.chars().next().filter(|c| matches!(c, '-' | '\u{2013}' | '\u{2014}'))?;
    let start = line.end() - rest.len() as u32;
    let dash = Span::new(start, start + mark.len_utf8() as u32);
    let who = speaker::leading(Span::new(dash.end(), line.end()), text, language)?;
    let after = text.get(Span::new(who.end(), line.end()));
    let ends = after.trim_matches(['.', ' ', '\r']).is_empty() || after.starts_with(',');
    ends.then(|| proposal(Spans::from(who), Some(dash), quotation, 0.75, Reason::Signed))
}
