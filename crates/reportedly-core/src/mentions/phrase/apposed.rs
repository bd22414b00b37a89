//! A name beside a noun: behind its comma, behind an office, or what somebody is called.

use std::ops::Range;

use super::{Before, EMPTY, Phrase};
use crate::language::Sort;
use crate::mentions::entities::Mention;
use crate::mentions::names::Class;
use crate::mentions::{Context, Kind, Reason};
use crate::text::Span;

/// "the mayor, Ada Vale" and "Vale's spokesman, Tim Fell".
pub(super) fn name_beside(cx: &Context, core: &Range<usize>, end: usize, before: Before) -> Option<Phrase> {
    let nouns = &cx.language().nouns;
    let word = cx.low(core.end - 1);
    let noun = nouns.form_of(word);
    let may_be = |sort| noun.is_some_and(|n| n.may_be(sort));
    let (mention, first) = apposed(cx, core, end)?;
    let class = cx.entity(mention).map(|e| e.class);
    let named = |kind, gender| Phrase {
        kind,
        entity: mention.entity,
        open: mention.entity.is_none(),
        gender,
        definite: before.definite,
        reason: Reason::NameBesideNoun,
        ..EMPTY
    };
    // "the regulator, the Care Board"
    if may_be(Sort::Organization) && before.definite && class == Some(Class::Organization) {
        return Some(named(Kind::Organization, None));
    }
    // "her publisher" is as often a person
    let maker = noun.is_some_and(|n| n.sort == Sort::Organization) && nouns.maker_ends.end_of(word).is_some();
    let thing = noun.is_some_and(|n| !matches!(n.sort, Sort::Role | Sort::Group)) && !maker;
    if thing || cx.all()[core.end - 1].capital && !may_be(Sort::Role) {
        return None;
    }
    // "the party's co-leader": on no list
    let like_a_person = || nouns.person_ends.end_of(word).is_some();
    let role = may_be(Sort::Role) || noun.is_none() && before.definite && like_a_person();
    let fits = match class {
        Some(Class::Person) => true,
        Some(Class::Unknown) => role && first,
        Some(_) => false,
        None => may_be(Sort::Role),
    };
    fits.then(|| named(Kind::Person, noun.and_then(|n| n.gender)))
}

/// The name behind the comma that ends a phrase, and whether it comes first there.
fn apposed<'a>(cx: &Context<'a>, core: &Range<usize>, end: usize) -> Option<(&'a Mention, bool)> {
    let all = cx.all();
    // "secretary of state, Ada Vale": the noun may have a tail
    let at = (core.end..end.min(core.end + 10)).find(|&i| !all[i].joined)?;
    let gap = cx.gap(all[at - 1].span.end(), all[at].span.start());
    let stop = (at + 1..end).find(|&i| !all[i].joined).unwrap_or(end);
    let apposed = cx.entities.within(all[at].span.cover(all[stop - 1].span));
    let first = apposed.first().filter(|m| m.titled.start() == all[at].span.start());
    // "his wife, the surgeon Ada Vale": the name may come last
    let last = || {
        let ends = |m: &&Mention| m.span.end() == all[stop - 1].span.end();
        apposed.last().filter(ends).filter(|m| only_nouns(cx, at..cx.range(m.titled).start))
    };
    let mention = first.or_else(last).filter(|m| gap == "," && !m.possessive)?;
    Some((mention, first.is_some()))
}

/// "former secretary of state Ada Vale", "envoy to Norland Ada Vale": the name ends the phrase.
pub(super) fn name_behind_office(
    cx: &Context,
    core: &Range<usize>,
    end: usize,
    before: Before,
) -> Option<Phrase> {
    let all = cx.all();
    let role = cx.noun(core.end - 1).is_some_and(|noun| noun.may_be(Sort::Role));
    let of = role && cx.language().offices.prepositions.has(cx.low(core.end)) && core.end + 2 < end;
    let name = all.get(core.end + 2).filter(|t| of && t.capital && t.joined)?;
    let plain = !all[core.end + 1].possessive;
    let mention = cx.entities.within(name.span.cover(all[end - 1].span)).first()?;
    let person = cx.entity(mention).is_some_and(|e| e.class == Class::Person);
    let fits = plain && person && mention.titled.start() == name.span.start() && !mention.possessive;
    fits.then_some(Phrase {
        kind: Kind::Person,
        entity: mention.entity,
        definite: before.definite,
        reason: Reason::NameBehindOffice,
        ..EMPTY
    })
}

/// "one of them, Ada Vale", "a cleaner named Ada Vale": an unnamed person whose name follows.
pub(super) fn christened(cx: &Context, range: Range<usize>, p: Phrase) -> Phrase {
    let (all, words) = (cx.all(), &cx.language().phrases);
    if p.kind != Kind::Unnamed || p.plural || p.entity.is_some() {
        return p;
    }
    let at = (range.start + 1..range.end).filter(|&i| all[i].capital).find(|&i| {
        let named = || all[i].joined && (words.is_name_given)(all, i) && !cx.is_of_group(cx.low(i));
        let apposed = || p.counted && !all[i].joined && cx.language().pronouns.groups.has(cx.low(i - 1));
        named() || apposed()
    });
    let mention = at.and_then(|i| {
        let rest = Span::new(all[i].span.start(), all[range.end - 1].span.end());
        cx.entities.within(rest).first().filter(|m| m.titled.start() == rest.start() && !m.possessive)
    });
    let person =
        |m: &&Mention| cx.entity(m).is_some_and(|e| matches!(e.class, Class::Person | Class::Unknown));
    match mention.filter(person) {
        Some(m) => Phrase { kind: Kind::Person, entity: m.entity, reason: Reason::Named, ..p },
        None => p,
    }
}

/// Whether a stretch describes the one named behind it: "the surgeon", not "who had worked for".
fn only_nouns(cx: &Context, mut range: Range<usize>) -> bool {
    range.all(|i| !cx.language().phrases.ends.has(cx.low(i)) && !(cx.language().names.is_past)(cx.low(i)))
}
