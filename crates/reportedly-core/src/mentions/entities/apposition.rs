//! The office behind a name: "Ada Vale, the mayor of Norport,".

use crate::article::Prose;
use crate::language::Noun;
use crate::mentions::names::small;
use crate::text::Span;
use crate::tokens::Token;

/// The most words in an office.
const LONGEST: usize = 14;

/// The most words up to the noun, in an office without an article.
const BARE: usize = 5;

/// The words between the comma behind a name and the next comma or full stop, if their noun is of a kind that fits.
pub(super) fn apposition(prose: Prose, end: usize, fits: impl Fn(Noun) -> bool) -> Option<Span> {
    let (language, words) = (prose.language, behind_comma(prose, end)?);
    let head = words.iter().take_while(|t| !language.offices.tails.has(t.low())).count();
    let participle = participle(prose, &words[..head]);
    let head = &words[..participle.unwrap_or(head)];
    let noun = head.last().filter(|t| language.nouns.get(t.low()).is_some_and(&fits))?;
    let article = language.phrases.determiners.has(small(&words[0]));
    if !article && head.len() > BARE || is_clause(prose, words, head, article) {
        return None;
    }
    let first = if article && head.len() > 1 { &words[1] } else { &words[0] };
    let last = last_word(prose, &words[..participle.unwrap_or(words.len())]);
    Some(first.span.cover(last.map_or(noun.span, |t| t.span.max(noun.span))))
}

/// The words from the comma behind a name to the next mark.
fn behind_comma<'a>(prose: Prose<'a>, end: usize) -> Option<&'a [Token]> {
    let all = &prose.tokens.all;
    let first = all.get(end).filter(|t| !t.joined && !t.first)?;
    let gap = Span::new(all.get(end.checked_sub(1)?)?.span.end(), first.span.start());
    if prose.get(gap).trim() != "," {
        return None;
    }
    let more = all[end + 1..].iter().take(LONGEST).take_while(|t| t.joined).count();
    Some(&all[end..=end + more])
}

/// Where a participle follows the noun: "a super PAC aligned with her", "the former governor challenged by her".
fn participle(prose: Prose, head: &[Token]) -> Option<usize> {
    let noun = |t: &Token| prose.language.nouns.form_of(t.low()).is_some();
    (1..head.len()).find(|&i| (prose.language.names.is_past)(head[i].low()) && noun(&head[i - 1]))
}

/// Whether the words are a clause, not an office: "backed by the judge".
fn is_clause(prose: Prose, words: &[Token], head: &[Token], article: bool) -> bool {
    let (language, offices) = (prose.language, &prose.language.offices);
    let finite = |t: &Token| offices.finite.has(small(t)) || language.phrases.and.has(small(t));
    let first = words[0].low();
    let present =
        || language.names.plural_ends.end_of(first).is_some() && language.nouns.form_of(first).is_none();
    let verb = || (language.names.is_past)(first) || !article && present();
    let object = || words.get(1).is_some_and(|t| offices.behind_verbs.has(small(t)));
    head.len() > 1 && head.iter().any(finite) || verb() && object()
}

/// The last word of an office: before a clause ("a landlord who rents eight homes"), and where it goes on too long,
/// before an "and", so that no name in it is cut.
fn last_word<'a>(prose: Prose, words: &'a [Token]) -> Option<&'a Token> {
    let (names, offices) = (&prose.language.names, &prose.language.offices);
    let name = |t: &Token| t.capital || prose.language.phrases.the.has(t.low());
    let clause = |i: usize| {
        let with = prose.language.phrases.with.has(small(&words[i])) && !words.get(i + 1).is_some_and(name);
        offices.clauses.has(small(&words[i])) || with
    };
    let end = (0..words.len()).find(|&i| clause(i)).unwrap_or(words.len());
    let and = || words[..LONGEST].iter().rposition(|t| prose.language.phrases.and.has(small(t))).unwrap_or(0);
    let end = if end > LONGEST { and() } else { end };
    words[..end].iter().rfind(|t| !names.small.has(small(t)))
}
