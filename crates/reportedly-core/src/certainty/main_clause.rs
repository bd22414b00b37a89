//! The main clause of a statement: what is judged. Without a parse, by the words that open another clause.

use crate::language::Language;
use crate::tokens::{Token, any_of, form, form_before, stands};

/// The main clause: without a subordinate one before it, up to the next clause.
pub(super) fn main_clause<'a>(statement: &'a [Token], language: &Language) -> &'a [Token] {
    let clauses = &language.clauses;
    let mut start = usize::from(clauses.complement.has(form(statement, 0)));
    if clauses.subordinators.has(form(statement, start)) {
        let pause = statement[start..].iter().position(|w| w.pause);
        start = pause.map_or(start, |i| start + i + 1);
    }
    let rest = &statement[start.min(statement.len())..];
    let end = (0..rest.len()).find(|&i| opens_another(rest, i, language)).unwrap_or(rest.len());
    &rest[..end]
}

/// Whether another clause begins with the word at `i`. Most words that begin one need a verb before them.
fn opens_another(rest: &[Token], i: usize, language: &Language) -> bool {
    let clauses = &language.clauses;
    let auxiliary = rest[..i].iter().any(|w| clauses.is_auxiliary(&w.form));
    let finite = auxiliary || i > 3 || any_of(&rest[..i], clauses.persons);
    auxiliary && goes_on(rest, i, language)
        || (language.moods.gives_purpose)(rest, i)
        || quotes(rest, i, language)
        || finite && (adds(rest, i, language) || is_subordinate(rest, i, language))
}

/// A second predicate of the same subject: "was built in May and never used", but not "was and is not safe".
fn goes_on(rest: &[Token], i: usize, language: &Language) -> bool {
    let (clauses, not) = (&language.clauses, language.negation.words);
    let next = form(rest, i + 1);
    // "in May and never": a name is no auxiliary
    let bare = |w: &Token| clauses.is_auxiliary(&w.form) && !w.capital || not.has(&w.form);
    clauses.coordinators.has(form(rest, i))
        && !stands(rest, i, clauses.or_not)
        && (clauses.is_auxiliary(next) || not.has(next))
        && i > 0
        && !bare(&rest[i - 1])
}

/// Another's very words, in marks behind a verb of saying: "was heard to shout 'Stay away'".
fn quotes(rest: &[Token], i: usize, language: &Language) -> bool {
    let said = |n: usize| language.clauses.quoting.start_of(form_before(rest, i, n)).is_some();
    // "said to everyone, 'We might'"
    let near = |n: usize| rest[i - 1].pause && said(n);
    i > 1 && rest[i].mark.is_some() && (said(1) || (2..=4).any(near))
}

/// A clause with a subject of its own: "was accidental and there was no danger".
fn adds(rest: &[Token], i: usize, language: &Language) -> bool {
    let clauses = &language.clauses;
    let subject = |low: &str| clauses.added.has(low.split('\'').next().unwrap_or(low));
    clauses.coordinators.has(form(rest, i))
        && (subject(form(rest, i + 1)) || stands(rest, i + 1, clauses.added))
}

/// "who", "because", ", and", ", she".
fn is_subordinate(rest: &[Token], i: usize, language: &Language) -> bool {
    let clauses = &language.clauses;
    let (low, before) = (form(rest, i), form_before(rest, i, 1));
    let inner = i >= 4 && clauses.complement.has(low) && !clauses.no_complement_behind.has(before);
    let paused = i > 0 && rest[i - 1].pause && (clauses.coordinators.has(low) || clauses.persons.has(low));
    inner || clauses.next.has(low) || paused
}
