//! "'It was late,' Mr. Fell said, according to the report": the report only passes on what Mr. Fell said.

use super::{Found, LEAST, LONGEST, is_between, never, phrase};
use crate::article::Prose;
use crate::attribution::Attribution;
use crate::attribution::lines::cover;
use crate::attribution::order::mode;
use crate::attribution::reason::Reason;
use crate::language::Language;
use crate::text::Span;
use crate::tokens::Token;

/// The most words behind the verb: "told the board on Monday".
const BEHIND: usize = 5;

/// Whether a claim says only through whom something came.
pub(super) fn by(outer: &Attribution, prose: Prose) -> bool {
    let nesting = &prose.language.nesting;
    let of = |list, words: &[Token]| phrase(list, words) == Some(words.len());
    let whole = |words: &[Token]| of(nesting.according, words) || of(nesting.through, words);
    outer.cue.is_some_and(|cue| whole(prose.within(cue)))
}

/// Takes "Mr. Fell said" into a content that was cut before it: "['It was late,'] Mr. Fell said, according to".
pub(super) fn take_in_speakers(attributions: &mut [Attribution], prose: Prose) {
    let (text, tokens) = (prose.text, prose.tokens);
    let mut cues: Vec<u32> = attributions.iter().filter_map(|a| Some(a.cue?.start())).collect();
    cues.sort_unstable();
    for a in attributions.iter_mut().filter(|a| by(a, prose)) {
        let (Some(&piece), Some(cue)) = (a.content.pieces().last(), a.cue) else { continue };
        let before = |at: u32| cues.partition_point(|&cue| cue < at);
        let near =
            piece.end() < cue.start() && tokens.sentence_at(piece.end()) == tokens.sentence_at(cue.start());
        if !near || before(piece.end()) != before(cue.start()) {
            continue;
        }
        let whole = text.trim(Span::new(piece.start(), cue.start()));
        let whole = Span::new(
            whole.start(),
            whole.start() + text.get(whole).trim_end_matches(|c: char| !c.is_alphanumeric()).len() as u32,
        );
        if whole.end() > piece.end() && quoted(whole, prose).is_some() {
            a.content = a.content.pieces().iter().map(|&p| if p == piece { whole } else { p }).collect();
            a.mode = mode(a.content.pieces(), tokens);
        }
    }
}

/// "'It was late,' Mr. Fell said": a whole quotation, then who and a verb of saying, or the other way round.
pub(super) fn quoted(piece: Span, prose: Prose) -> Option<Found> {
    let piece = prose.text.trim(piece);
    let all = prose.get(piece);
    let opens = all.starts_with(['"', '\u{201c}']);
    let (at, mark) =
        all.char_indices().rfind(|(_, c)| matches!(c, '"' | '\u{201d}')).filter(|(i, _)| opens && *i > 0)?;
    let end = piece.start() + (at + mark.len_utf8()) as u32;
    let content = Span::new(piece.start(), end);
    let behind = prose.within(Span::new(end, piece.end()));
    let verb = behind.iter().position(|w| is_saying(w, prose.language))?;
    let (who, rest) = match verb {
        0 => (behind.get(1..)?, 0),
        _ => (&behind[..verb], behind.len() - verb - 1),
    };
    let adverbs = || who.iter().rev().take_while(|w| is_between(w, prose.language)).count();
    let kept = if verb == 0 { who.len() } else { who.len() - adverbs() };
    let who = who.get(..kept)?;
    let clean = who.len() <= LONGEST && who.iter().all(|w| !never(w, prose.language));
    let long = prose.within(content).len() >= LEAST;
    let (first, last) = (who.first()?, who.last()?);
    (clean && long && rest <= BEHIND).then(|| Found {
        source: cover(first, last, prose.text),
        cue: behind[verb].span,
        content,
        why: Reason::PassedOn,
    })
}

fn is_saying(word: &Token, language: &Language) -> bool {
    let verbs = &language.verbs;
    verbs.holds(&word.form) || verbs.names_hearer(&word.form) || verbs.stands_beside_quotation(&word.form)
}

/// Whether a clause may begin here: "he", "the", a name.
pub(super) fn is_subject(word: &Token, language: &Language) -> bool {
    word.capital || language.nesting.subjects.has(&word.form)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;

    #[test]
    fn a_quotation_that_is_passed_on_has_its_own_speaker() {
        for (piece, expected) in [
            ("\u{201c}It was too late,\u{201d} Mr. Fell said", "Mr. Fell | said"),
            ("\u{201c}It was too late,\u{201d} he told the harbour board", "he | told"),
            ("\"Was it late?\" asked Ada Vale", "Ada Vale | asked"),
            ("\u{201c}It was too late\u{201d}", ""),
            ("\u{201c}Late\u{201d} he said", ""),
            ("He called it \u{201c}too late\u{201d} for all", ""),
        ] {
            let article = Article::from_text(piece);
            let tokens = article.tokens();
            let found = quoted(Span::new(0, piece.len() as u32), Prose::of(&article, &tokens));
            let shown = |f: Found| [f.source, f.cue].map(|s| article.text.get(s)).join(" | ");
            let words = found.map_or(String::new(), shown);
            assert_eq!(words, expected, "{piece}");
        }
    }
}
