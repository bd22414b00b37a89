//! Boundaries as a reader would draw them: quotation marks belong to a quotation; a trailing comma does not
//! belong to words that are not quoted.

use super::Proposal;
use super::lines::is_plural;
use super::nested::phrase;
use crate::article::Prose;
use crate::text::{Span, Spans, Text};

/// The most words before a verb that name who says it.
const SPEAKER: usize = 6;
/// The most words that complete a cue: "is widely alleged that".
const REST: usize = 4;

/// Redraws the boundaries of source and content.
pub fn tidy(p: &mut Proposal, prose: Prose) {
    let text = prose.text;
    // a turn of a transcript is hers to its end
    let turn = p.cue.is_some_and(|cue| text.get(cue) == ":");
    let ended = |piece| if turn { piece } else { ended(piece, prose) };
    let pieces = p.content.pieces().iter();
    let content = pieces.map(|&piece| trimmed(marked(ended(piece), prose), text));
    p.content = joined(content.filter(|piece| has_word(*piece, text)), text);
    p.source = p
        .source
        .pieces()
        .iter()
        .map(|&piece| uncut(trimmed(piece, text), text))
        .filter(|piece| has_word(*piece, text))
        .collect();
    behind_name(p, prose);
    according(p, prose);
    own_line(p, prose);
    if p.source.is_empty() {
        p.cue = p.cue.map(|cue| whole_cue(cue, &p.content, prose));
    }
}

/// "Oswin Tarrant, [Esq., a barrister,] said": nobody is called by the title behind a name alone.
fn behind_name(p: &mut Proposal, prose: Prose) {
    let Some(source) = p.source.cover() else { return };
    let text = prose.text;
    let title = text.get(source).split(',').next().and_then(|t| t.strip_suffix('.')).unwrap_or_default();
    let short = (2..=5).contains(&title.len()) && title.chars().all(char::is_alphabetic);
    let Some(before) = text.as_str()[..source.start() as usize].strip_suffix(", ").filter(|_| short) else {
        return;
    };
    let start = before.rfind([',', '.', ';', ':', '"', '\u{201c}', '\n']).map_or(0, |i| i + 1);
    // "On Friday Oswin Tarrant"
    let day = |w: &str| prose.language.calendar.weekdays.has(&w.to_lowercase());
    let capital = |w: &&str| w.starts_with(char::is_uppercase) && w.len() > 2 && !day(w);
    let name: usize = before[start..].rsplit(' ').take_while(capital).map(|w| w.len() + 1).sum();
    if name > 0 {
        p.source = Spans::from(Span::new((before.len() + 1 - name) as u32, source.end()));
    }
}

/// "According to Vale," has a source: the words after "to".
fn according(p: &mut Proposal, prose: Prose) {
    let Some(cue) = p.cue.filter(|_| p.source.is_empty()) else { return };
    let words = prose.within(cue);
    let through = phrase(prose.language.nesting.according, words).filter(|&n| n < words.len());
    if let Some(last) = through.and_then(|n| words.get(n - 1)) {
        let at = last.span.end();
        p.source = Spans::from(trimmed(Span::new(at, cue.end()), prose.text));
        p.cue = Some(Span::new(cue.start(), at));
    }
}

/// "Norport. / Ada Vale / Members say": a name on a line of its own is not who says what the next line begins with; the words
/// before the verb there are.
fn own_line(p: &mut Proposal, prose: Prose) {
    let (Some(cue), Some(source), text) = (p.cue, p.source.cover(), prose.text) else { return };
    if source.end() > cue.start() || !text.get(Span::new(source.end(), cue.start())).contains('\n') {
        return;
    }
    let before = &text.as_str()[..cue.start() as usize];
    let line = before.rfind('\n').map_or(0, |i| i + 1) as u32;
    let ahead = text.trim(Span::new(line, cue.start()));
    let words = prose.within(ahead);
    // "Council members", not "Then quietly"
    let many = words.last().is_some_and(|w| is_plural(w, prose.language));
    let plain = many && !text.get(ahead).contains(['.', ',', ':', ';', '"', '\u{201c}', '\u{201d}', '(']);
    let inside = p.content.pieces().iter().any(|piece| piece.overlaps(ahead));
    if plain && !inside && words.len() <= SPEAKER {
        p.source = Spans::from(ahead);
    }
}

/// A headline without a full stop is no part of what the first sentence says: only what stands on the cue's side of it stays.
pub fn one_side(p: &mut Proposal, body: u32) {
    let Some(cue) = p.cue.filter(|_| body > 0) else { return };
    let side = |piece: &Span| match cue.start() < body {
        true => Span::new(piece.start().min(body), piece.end().min(body)),
        false => Span::new(piece.start().max(body), piece.end().max(body)),
    };
    let kept = |pieces: &Spans| pieces.pieces().iter().map(side).filter(|s| !s.is_empty()).collect();
    (p.source, p.content) = (kept(&p.source), kept(&p.content));
}

/// Without a word or two of the next sentence, "... have not been caught. He", and without a plain sentence behind a
/// quotation's end: "no case for it." Markets think otherwise.
fn ended(piece: Span, prose: Prose) -> Span {
    let (text, tokens) = (prose.text, prose.tokens);
    let last = tokens.sentence_at(piece.end().saturating_sub(1));
    let Some(sentence) = tokens.sentences.get(last).filter(|s| s.start() > piece.start()) else {
        return piece;
    };
    let count = |span| tokens.words_in(span).iter().filter(|w| w.is_word).count();
    let (here, all) = (count(Span::new(sentence.start(), piece.end())), count(*sentence));
    let quoted =
        tokens.quoted(sentence.start()).is_some() || tokens.quoted(piece.end().saturating_sub(1)).is_some();
    let before = text.trim(Span::new(piece.start(), sentence.start()));
    let closed = tokens.quoted(before.end().saturating_sub(1)).is_some_and(|q| q.end() <= sentence.start());
    let plain = !text.get(Span::new(sentence.start(), piece.end())).contains(['"', '\u{201c}', '\u{201d}']);
    match !quoted && (here <= 2 && all > here + 1 || closed && plain) {
        true => before,
        false => piece,
    }
}

/// "It is alleged that": no cue is "it" alone.
fn whole_cue(cue: Span, content: &Spans, prose: Prose) -> Span {
    let Some(start) = content.cover().map(|c| c.start()).filter(|&start| start > cue.end()) else {
        return cue;
    };
    let gap = prose.text.trim(Span::new(cue.end(), start));
    let (words, nesting) = (prose.within(gap), &prose.language.nesting);
    let verb = words.first().is_some_and(|w| nesting.of_dummies.has(&w.form));
    let plain = prose.get(gap).chars().all(|c| c.is_alphabetic() || c == ' ');
    match prose.within(cue) {
        [it] if nesting.dummies.has(&it.form) && verb && plain && words.len() <= REST => cue.cover(gap),
        _ => cue,
    }
}

/// Pieces of one line with no word between them are one piece.
fn joined(pieces: impl Iterator<Item = Span>, text: &Text) -> Spans {
    let mut out: Vec<Span> = Vec::new();
    for piece in pieces {
        match out.last_mut() {
            Some(last) if is_seam(Span::new(last.end(), piece.start().max(last.end())), text) => {
                *last = last.cover(piece);
            }
            _ => out.push(piece),
        }
    }
    Spans::new(out)
}

fn is_seam(gap: Span, text: &Text) -> bool {
    !has_word(gap, text) && !text.get(gap).contains('\n')
}

/// A piece that fills a quotation but for its marks takes them in.
fn marked(piece: Span, prose: Prose) -> Span {
    let (text, tokens) = (prose.text, prose.tokens);
    let piece = text.trim(piece);
    let mut out = piece;
    if let Some(q) = tokens.quoted(piece.start())
        && !has_word(Span::new(q.start(), piece.start()), text)
    {
        out = out.cover(Span::new(q.start(), piece.start()));
    }
    if let Some(q) = tokens.quoted(piece.end().saturating_sub(1))
        && !has_word(Span::new(piece.end(), q.end().max(piece.end())), text)
    {
        out = out.cover(Span::new(piece.end(), q.end().max(piece.end())));
    }
    out
}

/// Without white space, and without commas, colons and dashes at its borders.
fn trimmed(piece: Span, text: &Text) -> Span {
    let loose = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '\u{2013}' | '\u{2014}');
    let words = text.get(piece);
    let start = piece.start() + (words.len() - words.trim_start_matches(loose).len()) as u32;
    Span::new(start, start + words.trim_matches(loose).len() as u32)
}

/// "Corrigan-[Voss]": nobody is called by half of a word with a hyphen.
fn uncut(piece: Span, text: &Text) -> Span {
    let all = text.as_str();
    let joins = |c: char| c.is_alphanumeric() || matches!(c, '-' | '\u{2011}');
    let (before, after) = (&all[..piece.start() as usize], &all[piece.end() as usize..]);
    let back = before.len() - before.trim_end_matches(joins).len();
    let on = after.len() - after.trim_start_matches(joins).len();
    let hyphen = |part: &str, end: Option<char>| {
        end.is_some_and(|c| matches!(c, '-' | '\u{2011}')) && part.contains(char::is_alphanumeric)
    };
    let start = if hyphen(&before[before.len() - back..], before.chars().next_back()) { back } else { 0 };
    let end = if hyphen(&after[..on], after.chars().next()) { on } else { 0 };
    Span::new(piece.start() - start as u32, piece.end() + end as u32)
}

fn has_word(span: Span, text: &Text) -> bool {
    text.get(span).contains(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::en::ENGLISH;
    use crate::tokens::Tokens;

    fn prose<'a>(text: &'a Text, tokens: &'a Tokens) -> Prose<'a> {
        Prose { text, tokens, language: &ENGLISH }
    }

    #[test]
    fn a_source_is_no_half_of_a_word() {
        let text = Text::new("Bela Corrigan-Voss said no. A Vale-led board agreed - as ever.");
        let of = |words: &str| {
            let at = text.as_str().find(words).unwrap();
            text.get(uncut(text.span(at, at + words.len()).unwrap(), &text))
        };
        assert_eq!(of("Voss"), "Corrigan-Voss");
        assert_eq!(of("Bela Corrigan"), "Bela Corrigan-Voss");
        assert_eq!(of("led board"), "Vale-led board");
        assert_eq!(of("board agreed"), "board agreed");
    }

    #[test]
    fn a_headline_and_the_next_sentence_are_no_part_of_a_content() {
        let text = Text::new("Tolls to rise\nTolls will triple, Vale said. He left the room.");
        let span = |words: &str| {
            let at = text.as_str().rfind(words).unwrap();
            text.span(at, at + words.len()).unwrap()
        };
        let mut p = Proposal {
            source: Spans::from(span("Vale")),
            cue: Some(span("said")),
            content: Spans::new(vec![span("Tolls to rise"), span("Tolls will triple")]),
            score: 0.9,
            why: String::new(),
        };
        one_side(&mut p, 14);
        assert_eq!(p.content.pieces(), [span("Tolls will triple")]);
        let tokens = Tokens::new(&text, &ENGLISH.division);
        assert_eq!(text.get(ended(span("Vale said. He"), prose(&text, &tokens))), "Vale said.");
        let text = Text::new("Vale saw \u{201c}no case for it.\u{201d} Markets think otherwise.");
        let all = Span::new(0, text.len() as u32);
        let tokens = Tokens::new(&text, &ENGLISH.division);
        assert!(text.get(ended(all, prose(&text, &tokens))).ends_with("it.\u{201d}"));
        let text = Text::new("Tolls will triple, Vale said. He left the room.");
        let tokens = Tokens::new(&text, &ENGLISH.division);
        let span = |words: &str| {
            let at = text.as_str().rfind(words).unwrap();
            text.span(at, at + words.len()).unwrap()
        };
        assert_eq!(
            ended(span("Vale said. He left the room"), prose(&text, &tokens)),
            span("Vale said. He left the room")
        );
    }

    #[test]
    fn pieces_of_one_line_are_joined_and_marks_taken_in() {
        let text =
            Text::new("After a year, there is news, Vale said.\n\n\u{201c}It is late,\u{201d} he said.");
        let span = |words: &str| {
            let at = text.as_str().find(words).unwrap();
            text.span(at, at + words.len()).unwrap()
        };
        let content = ["After a year,", "there is news,", "It is late"].map(span).to_vec();
        let (source, score) = (Spans::from(span("Vale")), 0.9);
        let mut p = Proposal {
            source,
            cue: Some(span("said")),
            content: Spans::new(content),
            score,
            why: String::new(),
        };
        tidy(&mut p, prose(&text, &Tokens::new(&text, &ENGLISH.division)));
        let found: Vec<_> = p.content.pieces().iter().map(|s| text.get(*s)).collect();
        assert_eq!(found, ["After a year, there is news", "\u{201c}It is late,\u{201d}"]);
    }
}
