//! Claims within claims: "Mr. Fell said that officials had told him that the pier was safe" attributes the safety
//! to the officials, and that attribution to Mr. Fell.
//!
//! The trained reader gives each word one role, so the inner claim is found here, by patterns that rarely mean
//! anything else: a source, a verb of saying or believing in the past or present, and "that", at the beginning of a
//! sentence of the content. If the inner speaker could be the outer one ("he said he believed"), nothing is found.

mod lists;
mod passed_on;

use lists::{BACK, BETWEEN, HEARERS, NEVER, PLURAL_VERBS, POINTED, SUBJECTS, TELLING};
pub(super) use lists::{PRONOUNS, VERBS};

use super::order::{mode, nest, sort};
use super::{Attribution, Mode};
use crate::text::{Span, Spans, Text};
use crate::tokens::Tokens;

/// How deeply claims may be nested.
const DEPTH: usize = 3;
/// The longest description of an inner source, in words.
const LONGEST: usize = 8;
/// How far behind the verb "that" may be: "told the envoy by radio on Sunday that".
const HEARER: usize = 8;
/// A shorter content is not a clause.
const LEAST: usize = 3;
/// How often an inner claim is right if the outer one is.
const SHARE: f32 = 0.85;

/// Whether no description of a source has a word.
pub(super) fn never(word: &str) -> bool {
    NEVER.contains(&word)
}

/// One word as written, without the marks around it.
struct Word {
    low: String,
    span: Span,
    /// A comma, a semicolon, a colon, a dash or a bracket follows.
    pause: bool,
    /// There is a double quotation mark next to it.
    marked: bool,
}

/// Adds the claims within the contents of others.
///
/// The list is put in the order of the text again, and [`Attribution::within`] is set anew. A found claim is
/// less confident than the one that it stands in, and left out below `least` (0 to 1).
///
/// ```
/// use reportedly::attribution::{nested, settle};
/// use reportedly::tokens::Tokens;
/// use reportedly::{Article, Proposer, Rules};
///
/// let article = Article::from_text("\u{201c}The engineers said that the pier was safe,\u{201d} said Mara Hale.");
/// let tokens = article.tokens();
/// let proposed = vec![("rules", Rules.propose(&article, &tokens))];
/// let mut all = settle(proposed, &article, &tokens, 0.4);
/// nested(&mut all, &article.text, &tokens, 0.4);
/// assert_eq!(all.len(), 2);
/// assert_eq!(article.text.get(all[1].source.cover().unwrap()), "The engineers");
/// assert_eq!(all[1].within, Some(0));
/// ```
pub fn nested(attributions: &mut Vec<Attribution>, text: &Text, tokens: &Tokens, least: f32) {
    passed_on::take_in_speakers(attributions, text, tokens);
    let mut from = 0;
    for _ in 1..DEPTH {
        let found: Vec<Attribution> =
            attributions[from..].iter().flat_map(|a| inside(a, text, tokens)).collect();
        from = attributions.len();
        let known: Vec<Span> = attributions.iter().filter_map(|a| a.cue).collect();
        let new = |a: &Attribution| a.cue.is_none_or(|c| !known.iter().any(|k| k.overlaps(c)));
        attributions.extend(found.into_iter().filter(|a| a.confidence >= least && new(a)));
    }
    sort(attributions);
    nest(attributions);
}

/// The claims at the beginning of a content's sentences.
fn inside(outer: &Attribution, text: &Text, tokens: &Tokens) -> Vec<Attribution> {
    let mut out = Vec::new();
    let passed = passed_on::by(outer, text);
    for &piece in outer.content.pieces() {
        if let Some(found) = passed.then(|| passed_on::quoted(piece, text)).flatten() {
            // another one only passes it on: these are the words of who said them
            let mode = mode(&[found.content], tokens);
            out.push(Attribution { mode, ..found.within(outer) });
            continue;
        }
        let (first, last) =
            (tokens.sentence_at(piece.start()), tokens.sentence_at(piece.end().saturating_sub(1)));
        for sentence in tokens.sentences.get(first..=last).unwrap_or_default() {
            let start = sentence.start().max(piece.start());
            let words = words(Span::new(start, sentence.end().min(piece.end()).max(start)), text);
            out.extend(reported(&words, text, passed).or_else(|| according(&words)).map(|f| f.within(outer)));
        }
    }
    out
}

/// The parts of an inner claim.
struct Found {
    source: Span,
    cue: Span,
    content: Span,
    why: &'static str,
}

impl Found {
    fn within(self, outer: &Attribution) -> Attribution {
        Attribution {
            source: Spans::from(self.source),
            cue: Some(self.cue),
            content: Spans::from(self.content),
            // quoted or not, these are the outer speaker's words
            mode: Mode::Indirect,
            within: None,
            confidence: outer.confidence * SHARE,
            method: "rules",
            reasons: vec![format!("rules: {}", self.why)],
        }
    }
}

/// "[that] officials had told him that the pier was safe"; where another one only passes it on also "he said the
/// pier was safe".
fn reported(words: &[Word], text: &Text, passed: bool) -> Option<Found> {
    let start = usize::from(words.first()?.low == "that");
    let low = |i: usize| words.get(i).map_or("", |w| w.low.as_str());
    let is_verb = |i: usize| {
        let plural = || words.get(i - 1).is_some_and(|w| is_plural(w, text));
        VERBS.contains(&low(i)) || TELLING.contains(&low(i)) || PLURAL_VERBS.contains(&low(i)) && plural()
    };
    let verb = (start + 1..words.len().min(start + LONGEST + 3)).find(|&i| is_verb(i))?;
    let mut end = verb;
    while end > start + 1 && (BETWEEN.contains(&low(end - 1)) || is_adverb(low(end - 1))) {
        end -= 1;
    }
    let who = words.get(start..end)?;
    let clean = who.iter().all(|w| !NEVER.contains(&w.low.as_str()) && !w.pause && !w.low.ends_with("n't"));
    // "there's", and the subject of another clause: "the book she wrote"
    let himself = who.iter().any(|w| PRONOUNS.contains(&w.low.split('\'').next().unwrap_or_default()));
    let quoted = who.iter().skip(1).any(|w| w.marked);
    let himself = himself && !(passed && who.len() == 1 && matches!(low(start), "he" | "she" | "they"));
    if !clean || himself || quoted || who.len() > LONGEST || is_adverb(low(start)) {
        return None;
    }
    let mut that = verb + 1;
    if TELLING.contains(&low(verb)) {
        let name = words.get(that..)?.iter().take(HEARER).position(|w| w.low == "that");
        that = match HEARERS.contains(&low(that)) {
            true => that + 1,
            false => that + name.filter(|&n| n > 0)?,
        };
    }
    let said = passed
        && matches!(low(verb), "said" | "says" | "say")
        && passed_on::is_subject(words.get(that)?, text);
    let bare = (TELLING.contains(&low(verb)) || said) && low(that) != "that";
    let content = if bare { that } else { that + 1 };
    if !bare && (low(that) != "that" || POINTED.contains(&low(content)))
        || bare && !said && !is_clause(&words[that..])
    {
        return None;
    }
    let last = end_of(words, content);
    (last >= content + LEAST).then(|| Found {
        source: words[start].span.cover(words[end - 1].span),
        cue: words[end].span.cover(words[verb].span),
        content: words[content].span.cover(words[last - 1].span),
        why: "X said that Y had told him that ...",
    })
}

/// "[that] according to the report, the crane had not been inspected".
fn according(words: &[Word]) -> Option<Found> {
    let start = usize::from(words.first()?.low == "that");
    let low = |i: usize| words.get(i).map_or("", |w| w.low.as_str());
    if low(start) != "according" || low(start + 1) != "to" {
        return None;
    }
    let who = start + 2;
    let comma = (who..words.len().min(who + LONGEST + 2)).find(|&i| words[i].pause)?;
    let content = comma + 1;
    let last = end_of(words, content);
    let known = !PRONOUNS.contains(&low(who)) && !HEARERS.contains(&low(who)) && low(who) != "those";
    (known && last >= content + LEAST).then(|| Found {
        source: words[who].span.cover(words[comma].span),
        cue: words[start].span.cover(words[start + 1].span),
        content: words[content].span.cover(words[last - 1].span),
        why: "X said that, according to Y, ...",
    })
}

/// One past the last word of the inner source: the end is before a clause that returns to the outer source.
fn end_of(words: &[Word], from: usize) -> usize {
    let back = |i: &usize| {
        let next = words[*i].low.as_str();
        let paused = words[*i - 1].pause;
        paused && BACK.contains(&next)
            || matches!(next, "and" | "but") && words.get(*i + 1).is_some_and(|w| w.low == "that")
    };
    (from + 1..words.len()).find(back).unwrap_or(words.len())
}

/// "her the pier was safe": a subject and a verb follow at once.
fn is_clause(words: &[Word]) -> bool {
    const FINITE: &[&str] = &[
        "is", "are", "was", "were", "had", "has", "have", "will", "would", "could", "can", "did", "may",
        "might", "must", "should",
    ];
    words.first().is_some_and(|w| SUBJECTS.contains(&w.low.as_str()))
        && words.iter().take(7).any(|w| FINITE.contains(&w.low.as_str()))
}

/// "experts", but not "the Times".
fn is_plural(word: &Word, text: &Text) -> bool {
    let group = matches!(word.low.as_str(), "people" | "police" | "many" | "some" | "others");
    if matches!(word.low.as_str(), "his" | "its" | "this" | "us" | "yes" | "thus" | "perhaps" | "always") {
        return false;
    }
    group || word.low.ends_with('s') && !word.low.ends_with("'s") && text.get(word.span) == word.low
}

fn is_adverb(word: &str) -> bool {
    word.ends_with("ly") && word != "family"
}

fn words(span: Span, text: &Text) -> Vec<Word> {
    let base = text.as_str().as_ptr() as usize;
    let loose = |c: char| !c.is_alphanumeric() && !matches!(c, '%' | '$');
    let split = text.get(span).split(|c: char| c.is_whitespace() || matches!(c, '\u{2013}' | '\u{2014}'));
    let bare = split.filter_map(|raw| {
        let word = raw.trim_matches(loose);
        let start = (word.as_ptr() as usize - base) as u32;
        let after = &text.as_str()[start as usize + word.len()..];
        let pause = after.trim_start().starts_with([',', ';', ':', '\u{2013}', '\u{2014}', '(', ')']);
        let span = Span::new(start, start + word.len() as u32);
        let marked = raw.contains(['"', '\u{201c}', '\u{201d}']);
        (!word.is_empty()).then(|| Word {
            low: word.to_lowercase().replace('\u{2019}', "'"),
            span,
            pause,
            marked,
        })
    });
    bare.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// source | cue | content of the inner claim.
    fn inner(content: &str) -> String {
        let text = Text::new(content);
        let found = words(text.span(0, content.len()).unwrap_or_default(), &text);
        let of = |s: Span| text.get(s).to_owned();
        reported(&found, &text, false)
            .or_else(|| according(&found))
            .map_or(String::new(), |f| format!("{} | {} | {}", of(f.source), of(f.cue), of(f.content)))
    }

    #[test]
    fn inner_claims_are_found_where_they_are_plain() {
        for (content, expected) in [
            (
                "that officials had told him that the pier was safe",
                "officials | had told | the pier was safe",
            ),
            ("that officials had told her the pier was safe", "officials | had told | the pier was safe"),
            (
                "the mayor's office believes that the strike will end soon",
                "the mayor's office | believes | the strike will end soon",
            ),
            (
                "that, according to the report, the crane was rotten",
                "the report | according to | the crane was rotten",
            ),
            (
                "that Ada Vale told the board that it was late, but that he knew better",
                "Ada Vale | told | it was late",
            ),
            (
                "\u{201c}Ada Vale believes that the tide is late,\u{201d}",
                "Ada Vale | believes | the tide is late",
            ),
            ("that experts say that the tide is late", "experts | say | the tide is late"),
            ("a Harbour Times report that the pier was lost", ""),
            ("there's some thought that it was late", ""),
            ("the book she wrote that laid the foundation", ""),
            ("a story about his claim that it was late", ""),
            ("their \u{201c}experience\u{201d} told them that it was late", ""),
            ("that he believed that it was late", ""),
            ("that officials had told her the truth", ""),
            ("that officials should say that the pier is safe", ""),
            ("that officials never said that the pier was safe", ""),
            ("that the man believed that day was coming", ""),
            ("that nobody said that it was safe", ""),
        ] {
            assert_eq!(inner(content), expected, "{content}");
        }
    }
}
