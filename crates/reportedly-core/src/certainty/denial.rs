//! Whether a claim is denied: by its own main clause, or by a cue that rejects it or calls it false.

use super::saying::Saying;
use crate::language::Language;
use crate::tokens::{Token, any_begins, any_of, form, form_before};

/// Words of a main clause that are looked at.
const REACH: usize = 18;

/// Whether the main predicate is negated; negations that cancel each other or deny nothing do not count.
pub(super) fn is_denied(main: &[Token], language: &Language) -> bool {
    let reach = main.len().min(REACH);
    // a denial in reported words is somebody else's
    let end = (1..reach).find(|&i| (language.clauses.reports)(main, i)).map_or(reach, |i| i + 1);
    (0..end).filter(|&i| denies(main, i, language)).count() % 2 == 1
}

/// Whether the word denies the main predicate.
fn denies(main: &[Token], i: usize, language: &Language) -> bool {
    let negation = &language.negation;
    let word = form(main, i);
    let denies = negation.denies_clause(word) || (negation.denies)(main, i);
    // "cannot be left without"
    let cancelled = || any_of(&main[(i + 1).min(main.len())..(i + 5).min(main.len())], negation.cancels);
    // "never, never been edited"
    let again = i > 0 && word == form_before(main, i, 1);
    denies && !again && !(negation.is_harmless)(main, i) && !cancelled() && !is_relative(main, i, language)
}

/// Whether a negation stands in a clause about the subject: "those who don't vote".
fn is_relative(main: &[Token], i: usize, language: &Language) -> bool {
    let clauses = &language.clauses;
    let subject = |n: usize| i <= 8 && !main[..i - n].iter().any(|w| clauses.is_auxiliary(&w.form));
    (1..=2).any(|n| i > n && clauses.relatives.has(form_before(main, i, n)) && subject(n))
}

/// Whether the cue rejects the content, or calls it false.
pub(super) fn is_rejected(saying: &Saying) -> bool {
    rejects_claim(saying) || calls_false(saying)
}

/// A verb that rejects, and a noun for what is claimed: "rejected the claim that", "dismissed suggestions that".
fn rejects_claim(Saying { cue, content, language, .. }: &Saying) -> bool {
    let negation = &language.negation;
    let claims =
        || any_of(cue.words, negation.claims) || any_of(&content[..content.len().min(4)], negation.claims);
    any_begins(cue.words, negation.rejecting) && claims()
}

/// A verb that names or rejects, and at the end a word for what is not so: "dismissed the report as false", "called it a lie".
fn calls_false(Saying { cue, content, language, .. }: &Saying) -> bool {
    let negation = &language.negation;
    let end = &content[content.len().saturating_sub(4)..];
    let labels =
        || any_begins(cue.words, negation.rejecting) || any_begins(cue.words, language.clauses.naming);
    content.len() < 14 && labels() && any_of(end, negation.falsehoods)
}
