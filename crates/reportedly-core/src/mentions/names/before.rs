//! What stands before a name in the same run of capitals: titles, offices, and where she is from.

use crate::language::{Language, Sort};
use crate::tokens::is_cut_short;

/// How many words before a name say where she is from: "envoy to Norland Ada Vale", "Norland Republican Ada Vale".
pub(super) fn place_before(language: &Language, words: &[&str]) -> usize {
    let (names, offices) = (&language.names, &language.offices);
    let from = |w: &&str| {
        language.is_of_a_people(w) || offices.origin_endings.end_of(w).is_some() || offices.origins.has(w)
    };
    let origin = |before: &[&str]| {
        let place = |&n: &usize| n == 0 || names.places.has(&before[..n].join(" "));
        let place = (0..=before.len().min(2)).rev().find(place);
        before[place.unwrap_or(0)..].iter().all(from)
    };
    let person = |n: usize| {
        let name = &words[n..];
        names.given.has(name[0])
            && !words[..n].iter().any(|w| names.given.has(w))
            && !name.iter().any(|w| names.parts.has(w))
    };
    let most = words.len().saturating_sub(2).min(3);
    (1..=most).find(|&n| person(n) && origin(&words[..n])).unwrap_or(0)
}

/// Where a given name stands behind a noun for a person: "Rector Paula Anstey".
pub(super) fn called(language: &Language, words: &[&str]) -> Option<usize> {
    let given = |word: &str| language.names.given.has(word);
    let at = (1..words.len().saturating_sub(1)).find(|&i| given(words[i]))?;
    let noun = language.nouns.get(words[at - 1])?;
    (matches!(noun.sort, Sort::Role | Sort::Group) && !given(words[0])).then_some(at)
}

/// How many of the words are a title: up to the last strong one, or up to a given name behind one.
pub(super) fn title_end(language: &Language, words: &[&str]) -> usize {
    let (names, offices) = (&language.names, &language.offices);
    let short = cut_short(language, words);
    if short > 0 && short < words.len() {
        return short + if short + 1 == words.len() { 0 } else { title_end(language, &words[short..]) };
    }
    let Some(first) = words.iter().position(|w| names.is_title(w)) else { return 0 };
    // "Mr. King" is no king
    let address = || offices.addresses.has(words[0].trim_end_matches('.'));
    if words.len() == 2 && address() && !offices.addressed.has(words[1]) {
        return 1;
    }
    if is_of_a_name(language, words, first) {
        return 0;
    }
    let given = |&i: &usize| names.given.has(words[i]) && !names.is_title(words[i]);
    let last = words.iter().rposition(|w| names.titles.has(w)).map_or(0, |i| i + 1);
    let of = words.get(last).is_some_and(|w| language.phrases.of.has(w));
    match (first + 1..words.len().saturating_sub(1)).find(given) {
        Some(at) => at,
        None if of => words.len(),
        None => last.max(first + 1),
    }
}

/// How many words at the beginning are cut short: "Rt. Hon. Paul Mills"; "St. Orrin" is a place.
fn cut_short(language: &Language, words: &[&str]) -> usize {
    let names = &language.names;
    let cut = |w: &&&str| is_cut_short(w) && !names.titles.has(w) && !names.places_cut_short.has(w);
    words.iter().take_while(cut).count()
}

/// Whether the first title among the words is no title there, but part of a name: "TJ King", "Jackson King", but not
/// "Jackson County Sheriff".
fn is_of_a_name(language: &Language, words: &[&str], first: usize) -> bool {
    let names = &language.names;
    let lists = [names.titles, names.parts, names.places, names.peoples, names.organizations];
    let weak = |w: &&str| lists.iter().any(|list| list.has(w));
    let district = || words.get(1).is_some_and(|w| language.offices.districts.has(w));
    let given = || first > 0 && names.given.has(words[0]) && !weak(&words[0]) && !district();
    let surname = || first > 0 && first + 1 == words.len() && !words[..first].iter().all(weak);
    first > 6 || given() || surname()
}
