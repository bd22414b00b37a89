//! Where a name begins: words that only have a capital because a sentence begins are taken off.

use std::ops::Range;

use super::context::modifies;
use super::shape::{is_acronym, is_part};
use crate::article::Prose;
use crate::language::{Noun, Sort};
use crate::mentions::spelling::Spelling;
use crate::tokens::Token;

/// The beginning of a name.
pub(super) struct Start {
    /// The position of its first token.
    pub at: usize,
    /// Whether it may be a common word that begins a sentence.
    pub doubtful: bool,
}

/// Where the name in a run of capitals begins; `None` where nothing is left of it.
pub(super) fn start_of_name(prose: Prose, spelling: &Spelling, run: Range<usize>) -> Option<Start> {
    let (all, names) = (&prose.tokens.all, &prose.language.names);
    let at = run.clone().find(|&i| !is_taken_off(prose, i, run.end))?;
    let (alone, word) = (at + 1 == run.end, all[at].low());
    if alone && (prose.language.nouns.forces.has(word) || names.members.has(word)) {
        return None;
    }
    if !all[at].first {
        return Some(Start { at, doubtful: false });
    }
    if alone {
        return Some(Start { at, doubtful: is_doubtful(prose, spelling, at) });
    }
    let no_name = is_text(prose, at, run.end)
        || is_common(prose, spelling, word)
        || is_noun_before_a_name(prose, at, run.end)
        || is_adverb(prose, word);
    Some(Start { at: at + usize::from(no_name), doubtful: false })
}

/// Whether a word at the beginning of a run is no part of a name.
fn is_taken_off(prose: Prose, i: usize, end: usize) -> bool {
    let (all, names) = (&prose.tokens.all, &prose.language.names);
    let next = all.get(i + 1).filter(|_| i + 1 < end);
    // "the Records Department"
    let name = || is_part(names, &all[i]) && next.is_some_and(|t| is_part(names, t));
    // "Police Chief Ada Vale"
    let title = || names.titles.has(all[i].low()) && next.is_some_and(|t| names.is_title(t.low()));
    is_plain(prose, &all[i]) && !name() && !title()
}

/// Whether a word has its capital without being a name.
fn is_plain(prose: Prose, token: &Token) -> bool {
    let (names, word) = (&prose.language.names, token.low());
    let due = token.first || !names.titles.has(word) && !names.given_in_capitals.has(word);
    let function = names.function_words.has(word) && !names.given.has(word) && due;
    let written = prose.get(token.span);
    !is_acronym(written) && (function || names.always_capital.has(written))
}

/// Whether a single word that begins a sentence is as likely a common word: "Patriotic broadcasters".
fn is_doubtful(prose: Prose, spelling: &Spelling, at: usize) -> bool {
    let (names, token) = (&prose.language.names, &prose.tokens.all[at]);
    let word = token.low();
    let lists = [names.given, names.organizations, names.outlets, names.places, names.peoples];
    let known = lists.iter().any(|list| list.has(word));
    let common = spelling.is_small(word)
        || prose.language.nouns.form_of(word).is_some()
        || names.adverbs.end_of(word).is_some()
        || modifies(prose, at + 1);
    common && !known && !is_acronym(prose.get(token.span))
}

/// Whether a noun for texts stands before a name and its verb: "Emails Vale sent", but not "Statistics Norland reported".
fn is_text(prose: Prose, at: usize, end: usize) -> bool {
    let (all, names, nouns) = (&prose.tokens.all, &prose.language.names, &prose.language.nouns);
    let word = all[at].low();
    let texts = !nouns.has(word) && nouns.form_of(word).is_some_and(|n| n.sort == Sort::Document);
    let body = |t: &Token| [names.parts, names.places, names.organizations].iter().any(|l| l.has(t.low()));
    let verb = all.get(end).is_some_and(|t| t.joined && (names.is_past)(t.low()));
    texts && verb && !all[at + 1..end].iter().any(body)
}

/// Whether a word that begins a sentence stands elsewhere without a capital, and is no beginning of a name.
fn is_common(prose: Prose, spelling: &Spelling, word: &str) -> bool {
    let names = &prose.language.names;
    let begins =
        names.numbered.has(word) || [names.titles, names.given, names.parts].iter().any(|l| l.has(word));
    spelling.is_small(word) && !begins
}

/// Whether a noun for persons stands before a full name: "Commuter Alvin Tate", "Striker Osk Oller".
fn is_noun_before_a_name(prose: Prose, at: usize, end: usize) -> bool {
    let (all, names, nouns) = (&prose.tokens.all, &prose.language.names, &prose.language.nouns);
    let word = all[at].low();
    if end - at < 3 || names.given.has(word) {
        return false;
    }
    let role = |n: Noun| {
        n.sort == Sort::Role
            && n.gender.is_none()
            && !n.may_be(Sort::Group)
            && !n.may_be(Sort::Organization)
            && !names.titles.has(word)
    };
    let group = |n: Noun| n.sort == Sort::Group && names.given.has(all[at + 1].low());
    nouns.get(word).is_some_and(|n| group(n) || role(n))
}

/// "Interestingly Vale".
fn is_adverb(prose: Prose, word: &str) -> bool {
    let names = &prose.language.names;
    word.len() > 6 && names.sure_adverbs.end_of(word).is_some() && !names.given.has(word)
}
