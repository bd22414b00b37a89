//! Claims within claims: "Mr. Fell said that officials had told him that the pier was safe" attributes the safety
//! to the officials, and that attribution to Mr. Fell.
//!
//! The trained reader gives each word one role, so the inner claim is found here, by patterns that rarely mean
//! anything else: a source, a verb of saying or believing in the past or present, and "that", at the beginning of a
//! sentence of the content. If the inner speaker could be the outer one ("he said he believed"), nothing is found.

mod parts;
mod passed_on;

use super::Attribution;
use super::lines::{cover, stem};
use super::order::{mode, nest, sort};
use super::reason::Reason;
use crate::article::Prose;
use crate::language::Language;
use crate::text::Span;
use crate::tokens::Token;
use parts::{Found, LEAST, LONGEST, is_between};
pub(crate) use parts::{never, phrase};

/// How deeply claims may be nested.
const DEPTH: usize = 3;
/// How far behind the verb "that" may be: "told the envoy by radio on Sunday that".
const HEARER: usize = 8;

/// Adds the claims within the contents of others.
///
/// The list is put in the order of the text again, and [`Attribution::within`] is set anew. A found claim is
/// less confident than the one that it stands in, and left out below `least` (0 to 1).
///
/// ```
/// use reportedly::attribution::{nested, settle};
/// use reportedly::tokens::Tokens;
/// use reportedly::article::Prose;
/// use reportedly::{Article, Proposer, Rules};
///
/// let article = Article::from_text("\u{201c}The engineers said that the pier was safe,\u{201d} said Mara Hale.");
/// let tokens = article.tokens();
/// let proposed = vec![("rules", Rules.propose(&article, &tokens))];
/// let mut all = settle(proposed, &article, &tokens, 0.4);
/// nested(&mut all, Prose::of(&article, &tokens), 0.4);
/// assert_eq!(all.len(), 2);
/// assert_eq!(article.text.get(all[1].source.cover().unwrap()), "The engineers");
/// assert_eq!(all[1].within, Some(0));
/// ```
pub fn nested(attributions: &mut Vec<Attribution>, prose: Prose, least: f32) {
    passed_on::take_in_speakers(attributions, prose);
    let mut from = 0;
    for _ in 1..DEPTH {
        let found: Vec<Attribution> = attributions[from..].iter().flat_map(|a| inside(a, prose)).collect();
        from = attributions.len();
        let known: Vec<Span> = attributions.iter().filter_map(|a| a.cue).collect();
        let new = |a: &Attribution| a.cue.is_none_or(|c| !known.iter().any(|k| k.overlaps(c)));
        attributions.extend(found.into_iter().filter(|a| a.confidence >= least && new(a)));
    }
    sort(attributions);
    nest(attributions);
}

/// The claims at the beginning of a content's sentences.
fn inside(outer: &Attribution, prose: Prose) -> Vec<Attribution> {
    let mut out = Vec::new();
    let (passed, tokens) = (passed_on::by(outer, prose), prose.tokens);
    for &piece in outer.content.pieces() {
        if let Some(found) = passed.then(|| passed_on::quoted(piece, prose)).flatten() {
            // another one only passes it on: these are the words of who said them
            let mode = mode(&[found.content], tokens);
            out.push(Attribution { mode, ..found.within(outer) });
            continue;
        }
        let (first, last) =
            (tokens.sentence_at(piece.start()), tokens.sentence_at(piece.end().saturating_sub(1)));
        for sentence in tokens.sentences.get(first..=last).unwrap_or_default() {
            let start = sentence.start().max(piece.start());
            let words = prose.within(Span::new(start, sentence.end().min(piece.end()).max(start)));
            let found = reported(words, prose, passed).or_else(|| according(words, prose));
            out.extend(found.map(|f| f.within(outer)));
        }
    }
    out
}

/// "[that] officials had told him that the pier was safe"; where another one only passes it on also "he said the
/// pier was safe".
fn reported(words: &[Token], prose: Prose, passed: bool) -> Option<Found> {
    let (verbs, nesting) = (&prose.language.verbs, &prose.language.nesting);
    let start = usize::from(prose.language.clauses.complement.has(&words.first()?.form));
    let low = |i: usize| words.get(i).map_or("", |w| w.form.as_str());
    let is_that = |i: usize| prose.language.clauses.complement.has(low(i));
    let is_verb = |i: usize| {
        // "experts", but not "the Times"
        let several = |w: &Token| {
            prose.language.phrases.several.has(&w.form) || !w.capital && (nesting.is_plural)(&w.form)
        };
        let plural = || words.get(i - 1).is_some_and(several);
        verbs.holds(low(i)) || verbs.names_hearer(low(i)) || verbs.hold(low(i)) && plural()
    };
    let verb = (start + 1..words.len().min(start + LONGEST + 3)).find(|&i| is_verb(i))?;
    let mut end = verb;
    while end > start + 1 && is_between(&words[end - 1], prose.language) {
        end -= 1;
    }
    let who = words.get(start..end)?;
    let tells = verbs.names_hearer(low(verb));
    if !names_another(who, passed, prose.language) {
        return None;
    }
    let mut that = verb + 1;
    if tells {
        let name = words
            .get(that..)?
            .iter()
            .take(HEARER)
            .position(|w| prose.language.clauses.complement.has(&w.form));
        that = match prose.language.pronouns.hearers.has(low(that)) {
            true => that + 1,
            false => that + name.filter(|&n| n > 0)?,
        };
    }
    let said = passed && verbs.says(low(verb)) && passed_on::is_subject(words.get(that)?, prose.language);
    let bare = (tells || said) && !is_that(that);
    let content = if bare { that } else { that + 1 };
    if !bare && (!is_that(that) || nesting.pointed.has(low(content)))
        || bare && !said && !is_clause(&words[that..], prose.language)
    {
        return None;
    }
    let last = end_of(words, content, prose.language);
    (last >= content + LEAST).then(|| Found {
        source: cover(&words[start], &words[end - 1], prose.text),
        cue: cover(&words[end], &words[verb], prose.text),
        content: cover(&words[content], &words[last - 1], prose.text),
        why: Reason::Reported,
    })
}

/// Whether some words before a verb describe a source, and another one than the outer speaker, as it seems.
fn names_another(who: &[Token], passed: bool, language: &Language) -> bool {
    let nesting = &language.nesting;
    let denied = |w: &Token| language.negation.is_negated(&w.form);
    let clean = who.iter().all(|w| !never(w, language) && !w.pause && !denied(w));
    // "there's", and the subject of another clause: "the book she wrote"
    let himself = who.iter().any(|w| language.pronouns.ambiguous.has(stem(w)));
    let quoted = who.iter().skip(1).any(|w| w.marked);
    let speaker = passed && who.len() == 1 && who.iter().all(|w| language.pronouns.speakers.has(&w.form));
    let adverb = who.first().is_none_or(|w| (nesting.is_adverb)(&w.form));
    clean && (!himself || speaker) && !quoted && who.len() <= LONGEST && !adverb
}

/// "[that] according to the report, the crane had not been inspected".
fn according(words: &[Token], prose: Prose) -> Option<Found> {
    let nesting = &prose.language.nesting;
    let start = usize::from(prose.language.clauses.complement.has(&words.first()?.form));
    let who = start + phrase(nesting.according, words.get(start..)?)?;
    let comma = (who..words.len().min(who + LONGEST + 2)).find(|&i| words[i].pause)?;
    let (content, first) = (comma + 1, words[who].form.as_str());
    let last = end_of(words, content, prose.language);
    let known = !prose.language.pronouns.ambiguous.has(first)
        && !prose.language.pronouns.hearers.has(first)
        && !prose.language.phrases.those.has(first);
    (known && last >= content + LEAST).then(|| Found {
        source: cover(&words[who], &words[comma], prose.text),
        cue: cover(&words[start], &words[who - 1], prose.text),
        content: cover(&words[content], &words[last - 1], prose.text),
        why: Reason::According,
    })
}

/// One past the last word of the inner content, which ends before a clause that returns to the outer source.
fn end_of(words: &[Token], from: usize, language: &Language) -> usize {
    let nesting = &language.nesting;
    let back = |i: &usize| {
        let next = words[*i].form.as_str();
        let that = || words.get(*i + 1).is_some_and(|w| language.clauses.complement.has(&w.form));
        words[*i - 1].pause && nesting.back.has(next) || nesting.joins.has(next) && that()
    };
    (from + 1..words.len()).find(back).unwrap_or(words.len())
}

/// "her the pier was safe": a subject and a verb follow at once.
fn is_clause(words: &[Token], language: &Language) -> bool {
    words.first().is_some_and(|w| language.nesting.subjects.has(&w.form))
        && words.iter().take(7).any(|w| language.verbs.finite.has(&w.form))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;

    /// source | cue | content of the inner claim.
    fn inner(content: &str) -> String {
        let article = Article::from_text(content);
        let tokens = article.tokens();
        let prose = Prose::of(&article, &tokens);
        let of = |s: Span| article.text.get(s).to_owned();
        reported(&tokens.all, prose, false)
            .or_else(|| according(&tokens.all, prose))
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
