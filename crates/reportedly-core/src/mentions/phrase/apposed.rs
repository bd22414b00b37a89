//! A name beside a noun: behind its comma, behind an office, or what somebody is called.

use super::is_past;
use super::lists::STOPS;
use super::noun::is_for_persons;
use super::{Before, EMPTY, Phrase, Words};
use crate::mentions::Kind;
use crate::mentions::entities::{Mention, gender};
use crate::mentions::lexicons::{GROUPS, NOUNS};
use crate::mentions::names::Class;
use crate::text::Span;

impl Words<'_> {
    /// "the mayor, Ada Vale" and "Vale's spokesman, Tim Fell".
    pub(super) fn apposed_name(
        &self,
        core: &std::ops::Range<usize>,
        end: usize,
        before: Before,
    ) -> Option<Phrase> {
        let noun = self.low(core.end - 1);
        let value = NOUNS.form_of(&noun).unwrap_or_default();
        let (mention, first) = self.apposed(core, end)?;
        let class = mention.entity.map(|e| self.entities.all[e].class);
        let named = |kind, gender| Phrase {
            kind,
            entity: mention.entity,
            open: mention.entity.is_none(),
            gender,
            definite: before.definite,
            why: "a name beside a noun",
            ..EMPTY
        };
        // "the regulator, the Care Board"
        if value.contains("org") && before.definite && class == Some(Class::Organization) {
            return Some(named(Kind::Organization, None));
        }
        // "her publisher" is as often a person
        let agent = value == "org" && noun.ends_with("er");
        let thing = ["org", "document", "medium", "mass"].iter().any(|t| value.starts_with(t)) && !agent;
        if thing || self.terms.all[core.end - 1].capital && !value.contains("role") {
            return None;
        }
        // "the party's co-leader": on no list
        let role = value.contains("role") || value.is_empty() && before.definite && is_for_persons(&noun);
        let fits = match class {
            Some(Class::Person) => true,
            Some(Class::Unknown) => role && first,
            Some(_) => false,
            None => value.contains("role"),
        };
        fits.then(|| named(Kind::Person, gender(value)))
    }

    /// The name behind the comma that ends a phrase, and whether it comes first there.
    fn apposed(&self, core: &std::ops::Range<usize>, end: usize) -> Option<(&Mention, bool)> {
        let all = &self.terms.all;
        // "secretary of state, Ada Vale": the noun may have a tail
        let at = (core.end..end.min(core.end + 10)).find(|&i| !all[i].joined)?;
        let gap = self.text.get(Span::new(all[at - 1].span.end(), all[at].span.start())).trim();
        let stop = (at + 1..end).find(|&i| !all[i].joined).unwrap_or(end);
        let apposed = self.entities.within(all[at].span.cover(all[stop - 1].span));
        let first = apposed.first().filter(|m| m.titled.start() == all[at].span.start());
        // "his wife, the surgeon Ada Vale": the name may come last
        let last = || {
            let ends = |m: &&Mention| m.span.end() == all[stop - 1].span.end();
            apposed.last().filter(ends).filter(|m| self.only_nouns(at..self.terms.range(m.titled).start))
        };
        let mention = first.or_else(last).filter(|m| gap == "," && !m.possessive)?;
        Some((mention, first.is_some()))
    }

    /// "former secretary of state Ada Vale", "envoy to Norland Ada Vale": the name ends the phrase.
    pub(super) fn officed(
        &self,
        core: &std::ops::Range<usize>,
        end: usize,
        before: Before,
    ) -> Option<Phrase> {
        let all = &self.terms.all;
        let role = NOUNS.form_of(&self.low(core.end - 1)).is_some_and(|v| v.contains("role"));
        let of = role && matches!(self.low(core.end).as_str(), "of" | "to" | "for") && core.end + 2 < end;
        let name = all.get(core.end + 2).filter(|t| of && t.capital && t.joined)?;
        let plain = !all[core.end + 1].possessive;
        let mention = self.entities.within(name.span.cover(all[end - 1].span)).first()?;
        let person = mention.entity.is_some_and(|e| self.entities.all[e].class == Class::Person);
        let fits = plain && person && mention.titled.start() == name.span.start() && !mention.possessive;
        fits.then_some(Phrase {
            kind: Kind::Person,
            entity: mention.entity,
            definite: before.definite,
            why: "a name behind an office",
            ..EMPTY
        })
    }

    /// "one of them, Ada Vale", "a cleaner named Ada Vale": one who is brought in without a name and has one.
    pub(super) fn christened(&self, range: std::ops::Range<usize>, p: Phrase) -> Phrase {
        let all = &self.terms.all;
        if p.kind != Kind::Unnamed || p.plural || p.entity.is_some() {
            return p;
        }
        let at = (range.start + 1..range.end).find(|&i| {
            let before = |n: usize| i.checked_sub(n).map_or(String::new(), |i| self.low(i));
            let asked = |w: &str| w == "known" || w == "name" || w == "identified" && before(3) == "be";
            let known =
                || before(1) == "as" && asked(&before(2)) && !GROUPS.has(&format!("{}s", self.low(i)));
            let called = || before(1) == "by" && before(2) == "goes";
            let named =
                all[i].joined && (matches!(before(1).as_str(), "named" | "called") || known() || called());
            let apposed = p.counted && !all[i].joined && self.low(i - 1) == "them";
            all[i].capital && (named || apposed)
        });
        let mention = at.and_then(|i| {
            let rest = Span::new(all[i].span.start(), all[range.end - 1].span.end());
            self.entities.within(rest).first().filter(|m| m.titled.start() == rest.start() && !m.possessive)
        });
        let person = |e: &usize| matches!(self.entities.all[*e].class, Class::Person | Class::Unknown);
        match mention.and_then(|m| m.entity).filter(person) {
            Some(e) => Phrase { kind: Kind::Person, entity: Some(e), why: "one who is named", ..p },
            None => p,
        }
    }

    /// Whether a stretch describes the one named behind it: "the surgeon", not "who had worked for".
    fn only_nouns(&self, range: std::ops::Range<usize>) -> bool {
        range.into_iter().all(|i| {
            let word = self.low(i);
            !STOPS.contains(&word.as_str()) && !is_past(&word)
        })
    }
}
