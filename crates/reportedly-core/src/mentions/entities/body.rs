//! Names of bodies: which are the same, and which only what is said around them shows to be a body's.

use super::known::Known;
use super::{Entities, Mention};
use crate::article::Prose;
use crate::language::Language;
use crate::mentions::names::{Class, small};

/// The body known under a name that is nearly the same: "Norport Police Department" where "Norport Police" stood
/// before, "the Sheriff's Office" where only one sheriff's was named.
pub(super) fn same_body(language: &Language, known: &Known, words: &[String]) -> Option<usize> {
    let names = &language.names;
    let bare = words.split_last().filter(|(last, _)| names.departments.has(last));
    let other = |longer: &str| match bare {
        Some((_, bare)) => bare.join(" "),
        None => format!("{} {longer}", words.join(" ")),
    };
    let body = |&e: &usize| known.all[e].class == Class::Organization;
    let force = words.iter().any(|w| language.nouns.forces.has(w));
    let mut same = names.departments.iter().filter(|_| force);
    let same = same.find_map(|longer| known.with_name(&other(longer)).filter(body));
    let office = words.len() > 1 && names.is_title(&words[0]);
    same.or_else(|| known.tails.only(&known.all, words).filter(|_| office))
}

/// What a body may be called: "Norport Harbour Board for Fish" is a board, and a harbour board.
pub(super) fn nouns_of_body(language: &Language, words: &[String]) -> Vec<String> {
    let names = &language.names;
    let end = words.iter().position(|w| names.joins.has(w));
    let name = &words[..end.unwrap_or(words.len())];
    let Some((head, before)) = name.split_last() else { return Vec::new() };
    let pair = before.last().map(|w| format!("{w} {head}"));
    let force = name.iter().find(|w| language.nouns.forces.has(w)).cloned();
    [Some(head.clone()), pair, force].into_iter().flatten().filter(|w| language.nouns.has(w)).collect()
}

/// Those of whom nothing is known but that they speak or are spoken of as bodies: "Medun said its soldiers", "Velkor
/// will appeal. The company said".
pub(super) fn bodies(prose: Prose, entities: &Entities) -> Vec<usize> {
    let all = 0..prose.tokens.all.len();
    all.filter_map(|i| owner_of_its(prose, entities, i).or_else(|| meant_by_noun(prose, entities, i)))
        .collect()
}

/// Whose "its" at a position is: the one who is named right before the verb.
fn owner_of_its(prose: Prose, entities: &Entities, i: usize) -> Option<usize> {
    let (all, language) = (&prose.tokens.all, prose.language);
    let pronouns = &language.pronouns;
    let its = |word: &str| pronouns.thing.has(word) && pronouns.owning.has(word);
    let its = i > 1 && its(all[i].low()) && all[i].joined;
    let verb = all.get(i.checked_sub(1)?).filter(|t| its && language.names.own_verbs.has(t.low()))?;
    let subject = entities.before(verb.span.start()).next()?;
    unknown(entities, subject).filter(|_| subject.span.end() + 1 == verb.span.start())
}

/// Whom a sentence that begins with "The company" means: the only one named in the sentence before, at its beginning.
fn meant_by_noun(prose: Prose, entities: &Entities, i: usize) -> Option<usize> {
    let (all, language) = (&prose.tokens.all, prose.language);
    let the = i > 0 && all[i].first && language.phrases.the.has(all[i].low());
    all.get(i + 1).filter(|t| the && t.joined && language.nouns.bodies.has(small(t)))?;
    let start = (0..i).rev().find(|&n| all[n].first)?;
    let named = entities.within(all[start].span.cover(all[i - 1].span));
    let first = named.first().filter(|m| m.titled.start() == all[start].span.start())?;
    named.iter().all(|m| m.entity == first.entity).then(|| unknown(entities, first))?
}

/// The one who is mentioned, if nothing is known of it.
fn unknown(entities: &Entities, mention: &Mention) -> Option<usize> {
    let entity = |e: usize| &entities.all[e];
    let unknown = |&e: &usize| entity(e).class == Class::Unknown && entity(e).title.is_none();
    mention.entity.filter(unknown).filter(|_| !mention.possessive)
}
