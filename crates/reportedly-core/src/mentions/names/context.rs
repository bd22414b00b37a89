//! What stands around a name and tells what it is.

use crate::article::Prose;
use crate::language::Sort;
use crate::mentions::names::small;
use crate::text::Span;
use crate::tokens::Token;

/// Whether a common noun follows at once: "the Vale campaign" is no body called Vale.
pub fn modifies(prose: Prose, end: usize) -> bool {
    let all = &prose.tokens.all;
    let next = all.get(end).filter(|t| t.joined && !t.capital && !all[end - 1].possessive);
    next.is_some_and(|t| prose.language.nouns.form_of(t.low()).is_some())
}

/// The word right before a position, if only spaces stand between and it has no capital.
pub(super) fn word_before<'a>(prose: Prose<'a>, start: usize) -> &'a str {
    let all = &prose.tokens.all;
    start.checked_sub(1).filter(|_| all[start].joined).map_or("", |i| small(&all[i]))
}

/// Whether an age, "who", or "a spokesman" follows behind a comma.
pub(super) fn has_apposition(prose: Prose, end: usize) -> bool {
    let (all, language) = (&prose.tokens.all, prose.language);
    let Some(next) = all.get(end).filter(|t| !t.joined && !t.first) else { return false };
    if prose.get(Span::new(all[end - 1].span.end(), next.span.start())).trim() != "," {
        return false;
    }
    let word = small(next);
    let age = next.low().parse::<u8>().is_ok_and(|n| (6..=110).contains(&n));
    let role = |t: &Token| language.nouns.get(small(t)).is_some_and(|n| n.sort == Sort::Role);
    age || language.pronouns.who.has(word)
        || language.phrases.determiners.has(word) && all[end..].iter().take(6).any(role)
}

/// Whether "which" follows behind a comma: "Vale Water, which".
pub(super) fn is_thing(prose: Prose, end: usize) -> bool {
    let next = prose.tokens.all.get(end).filter(|t| !t.joined && !t.first);
    next.is_some_and(|t| prose.language.names.which.has(small(t)))
}
