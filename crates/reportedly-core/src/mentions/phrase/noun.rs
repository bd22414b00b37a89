//! A common noun at the end of a phrase: one on a list, or one that only its ending tells of.

use std::ops::Range;

use super::{Before, EMPTY, Phrase, is_number};
use crate::language::{Noun, Sort};
use crate::mentions::{Context, Kind, Reason};
use crate::tokens::List;

/// A noun as it was looked up.
struct Found {
    /// In the singular.
    word: String,
    noun: Option<Noun>,
    /// Whether it stands in the plural.
    formed: bool,
}

/// A phrase with a common noun at its end.
pub(super) fn noun(cx: &Context, core: &Range<usize>, before: Before) -> Phrase {
    let word = cx.low(core.end - 1);
    let found = look_up(cx, core.start, core.end - 1);
    let plural = found.formed || before.many || cx.language().nouns.several.has(word);
    let kind = quantity(cx, core).unwrap_or_else(|| match found.noun {
        Some(noun) => listed(cx, core, before, (noun, &found.word), plural),
        None if before.owner.is_some() && cx.all()[core.end - 1].possessive => Kind::Person,
        None => unknown(cx, word, plural, before),
    });
    Phrase {
        kind,
        // "the police" is one body, "the companies" are several
        plural: if kind == Kind::Organization { found.formed && found.noun.is_some() } else { plural },
        definite: before.definite,
        counted: before.counted || !plural && matches!(kind, Kind::Unnamed),
        gender: found.noun.and_then(|noun| noun.gender),
        owner: before.owner,
        reason: if found.noun.is_some() { Reason::Noun } else { Reason::UnknownNoun },
        noun: Some(found.word),
        ..EMPTY
    }
}

/// "54%", "many", "three", "three in ten".
fn quantity(cx: &Context, core: &Range<usize>) -> Option<Kind> {
    let (word, words) = (cx.low(core.end - 1), &cx.language().phrases);
    match () {
        () if word.contains('%') || words.shares.has(word) => Some(Kind::Collective),
        () if words.quantifiers.has(word) || cx.language().pronouns.groups.has(word) => {
            Some(Kind::Collective)
        }
        () if is_number(cx, word) && words.rates.has(cx.low(core.end)) => Some(Kind::Collective),
        () if is_number(cx, word) => Some(Kind::Unnamed),
        () => None,
    }
}

/// The kind of a noun on the list.
fn listed(
    cx: &Context,
    core: &Range<usize>,
    before: Before,
    (noun, word): (Noun, &str),
    plural: bool,
) -> Kind {
    let nouns = &cx.language().nouns;
    let named = (core.start..core.end - 1).any(|i| cx.all()[i].capital && !cx.all()[i].first);
    let any = plural && !named && !before.definite;
    match noun.sort {
        Sort::Role | Sort::Group if noun.may_be(Sort::Role) && noun.may_be(Sort::Group) => {
            let owned = before.owner.is_some() && !nouns.opinions.has(word);
            group_of(plural, before, owned || reaches(cx, core))
        }
        Sort::Role if nouns.forces.has(cx.low(core.end - 1)) && is_of_a_place(cx, core) => Kind::Organization,
        Sort::Role => Kind::Unnamed,
        Sort::Group => group_of(plural, before, false),
        Sort::Mass if noun.may_be(Sort::Organization) && named => Kind::Organization,
        Sort::Mass if nouns.people.has(word) && (before.counted || reaches(cx, core)) => Kind::Unnamed,
        Sort::Mass => Kind::Collective,
        Sort::Organization if any && !before.counted && nouns.private.has(word) => Kind::Collective,
        Sort::Organization => Kind::Organization,
        Sort::Document => Kind::Document,
        Sort::Medium if any => Kind::Collective,
        Sort::Medium => Kind::Outlet,
    }
}

/// "Norport police", also where a sentence begins so, but not "City police".
fn is_of_a_place(cx: &Context, core: &Range<usize>) -> bool {
    let language = cx.language();
    let mut words = core.start..core.end - 1;
    words.any(|i| {
        let (term, word) = (&cx.all()[i], cx.low(i));
        let common = || {
            cx.spelling.is_small(word)
                || language.names.function_words.has(word)
                || language.phrases.quantifiers.has(word)
        };
        let known = || !term.first || language.names.places.has(word) || cx.spelling.is_name(word);
        term.capital
            && cx.noun(i).is_none()
            && !language.nouns.no_places.has(word)
            && !(term.first && common())
            && known()
    })
}

/// The noun in the singular, and whether it stands in the plural.
fn look_up(cx: &Context, start: usize, last: usize) -> Found {
    let (word, nouns) = (cx.low(last), &cx.language().nouns);
    let pair = (last > start).then(|| format!("{} {word}", cx.low(last - 1)));
    for candidate in pair.into_iter().chain([word.to_owned()]) {
        if let Some(noun) = nouns.get(&candidate) {
            return Found { word: candidate, noun: Some(noun), formed: false };
        }
        let bases = (nouns.singulars)(&candidate).into_iter();
        let found = |base: String| Some(Found { noun: Some(nouns.get(&base)?), word: base, formed: true });
        if let Some(found) = bases.map(found).find_map(|found| found) {
            return found;
        }
    }
    Found { word: word.to_owned(), noun: None, formed: (nouns.is_plural)(word) }
}

/// Whether the words behind the noun tie it to one place, body or matter: "teachers at the school", or the
/// writer says that she spoke to them.
fn reaches(cx: &Context, core: &Range<usize>) -> bool {
    let (next, words) = (cx.low(core.end), &cx.language().sources);
    let asked = || (core.end..core.end + 4).any(|i| words.reached.has(cx.low(i)));
    words.close.has(next) || words.reached_begins.has(next) && asked()
}

fn group_of(plural: bool, before: Before, reaches: bool) -> Kind {
    match plural && !before.counted && !reaches {
        true => Kind::Collective,
        false => Kind::Unnamed,
    }
}

/// A noun on no list.
fn unknown(cx: &Context, word: &str, plural: bool, before: Before) -> Kind {
    let nouns = &cx.language().nouns;
    let stem = (nouns.stem)(word);
    let ends = |list: List| list.end_of(stem).is_some();
    match () {
        () if ends(nouns.thing_ends) => Kind::Document,
        () if plural && before.counted => Kind::Unnamed,
        () if plural => Kind::Collective,
        () if ends(nouns.person_ends) || ends(nouns.age_ends) => Kind::Unnamed,
        () => Kind::Organization,
    }
}
