//! What the words of a source say by themselves: a name, a noun for a person, a body, a text, a group.

mod apposed;
mod lists;
mod noun;

use lists::{NUMBERS, PARTITIVES, PREPOSITIONS, QUANTIFIERS, STOPS};

use super::Kind;
use super::entities::{Entities, Gender};
use super::lexicons::NOUNS;
use super::terms::{Terms, is_past};
use crate::text::{Span, Text};

/// A source as its words describe it.
#[derive(Clone, Debug, PartialEq)]
pub struct Phrase {
    pub kind: Kind,
    /// The one who is named.
    pub entity: Option<usize>,
    /// Whether a name stands here that could be two persons'.
    pub open: bool,
    /// The noun in the singular: what a later "the ..." would say.
    pub noun: Option<String>,
    /// "the", "this", "that", "his".
    pub definite: bool,
    pub plural: bool,
    pub counted: bool,
    pub gender: Option<Gender>,
    /// The one to whom the noun belongs: "Vale's", "his".
    pub owner: Option<Span>,
    pub why: &'static str,
}

/// What phrases are read in.
pub struct Words<'a> {
    pub text: &'a Text,
    pub terms: &'a Terms,
    pub entities: &'a Entities,
}

/// Reads the words of a source.
pub fn phrase(span: Span, w: &Words) -> Phrase {
    let mut range = w.terms.range(span);
    while range.len() > 1 && PREPOSITIONS.contains(&w.low(range.start).as_str()) {
        range.start += 1;
    }
    w.np(range, 0).unwrap_or(Phrase { kind: Kind::Collective, why: "no noun", ..EMPTY })
}

const EMPTY: Phrase = Phrase {
    kind: Kind::Unstated,
    entity: None,
    open: false,
    noun: None,
    definite: false,
    plural: false,
    counted: false,
    gender: None,
    owner: None,
    why: "",
};

/// What stands before the noun.
#[derive(Clone, Copy, Default)]
struct Before {
    definite: bool,
    counted: bool,
    many: bool,
    owner: Option<Span>,
}

impl Words<'_> {
    pub fn low(&self, i: usize) -> String {
        self.terms.all.get(i).map_or(String::new(), |t| self.text.get(t.span).to_lowercase())
    }

    fn np(&self, range: std::ops::Range<usize>, depth: u8) -> Option<Phrase> {
        let mut start = range.start;
        if matches!(self.low(start).as_str(), "he" | "she")
            && start + 2 < range.end
            && self.low(start + 1) == "and"
        {
            // "he and Mr. Vale" are two, whoever he is
            if self.terms.all[start + 2].capital {
                let two = Phrase { kind: Kind::Person, open: true, plural: true, ..EMPTY };
                return Some(Phrase { why: "a person and another", ..two });
            }
            return Some(Phrase { kind: Kind::Unnamed, plural: true, why: "a person and others", ..EMPTY });
        }
        let mut before = Before::default();
        while start < range.end && self.determiner(start, range.end, &mut before) {
            start += 1;
        }
        // "those responding"
        let participle = |i: usize| self.low(i).ends_with("ing") && !self.is_noun(i);
        let alone = |i: usize| {
            STOPS.contains(&self.low(i).as_str()) && !(self.low(i) == "inside" && self.is_noun(i + 1))
                || self.low(i - 1) == "those" && participle(i)
        };
        if start >= range.end || start > range.start && alone(start) {
            return self.bare(range.start..start, before);
        }
        let end = (start + 1..range.end).find(|&i| self.ends_core(i, start..range.end)).unwrap_or(range.end);
        if depth < 3
            && end + 1 < range.end
            && self.low(end) == "of"
            && PARTITIVES.contains(&self.low(end - 1).as_str())
        {
            let one = matches!(self.low(end - 1).as_str(), "one" | "each");
            let counted = before.counted || NUMBERS.contains(&self.low(end - 1).as_str());
            let part = self.np(end + 1..range.end, depth + 1).map(|p| self.part(p, one, counted));
            return part.map(|p| self.christened(end + 1..range.end, p));
        }
        let core = start..end;
        if let Some(found) = self.apposed_name(&core, range.end, before) {
            return Some(found);
        }
        if let Some(found) = self.officed(&core, range.end, before) {
            return Some(found);
        }
        if let Some(found) = self.name_at_end(&core, before) {
            return Some(found);
        }
        self.possessor(&core, &mut before);
        Some(self.christened(range, self.noun(&core, before)))
    }

    /// Takes in one word before the noun; false where there is none.
    fn determiner(&self, i: usize, end: usize, before: &mut Before) -> bool {
        let word = self.low(i);
        let followed = i + 1 < end && self.terms.all[i + 1].joined && self.low(i + 1) != "of";
        match word.as_str() {
            "the" | "this" | "that" | "these" | "those" | "said" => before.definite = true,
            "his" | "her" | "their" | "its" | "my" | "our" | "your" | "whose" if followed => {
                (before.definite, before.owner) = (true, Some(self.terms.all[i].span));
            }
            "a" | "an" => {}
            "another" if followed => {}
            w if followed && QUANTIFIERS.contains(&w) => before.many = true,
            w if followed && (NUMBERS.contains(&w) || w.parse::<u32>().is_ok()) => before.counted = true,
            _ => return false,
        }
        true
    }

    /// "many", "those", "54%", "others" with nothing behind.
    fn bare(&self, range: std::ops::Range<usize>, before: Before) -> Option<Phrase> {
        let last = range.end.checked_sub(1).filter(|_| !range.is_empty())?;
        let word = self.low(last);
        let owner = matches!(word.as_str(), "his" | "her" | "their" | "its" | "my" | "our")
            .then_some(self.terms.all[last].span);
        let plural = word != "this" && word != "that";
        Some(Phrase {
            kind: Kind::Collective,
            plural,
            owner,
            definite: before.definite,
            counted: before.counted,
            why: "a group without a noun",
            ..EMPTY
        })
    }

    fn ends_core(&self, i: usize, core: std::ops::Range<usize>) -> bool {
        let all = &self.terms.all;
        let near = self.entities.before(all[i].span.end() + 60).take(5);
        let inside_name = near
            .into_iter()
            .any(|m| m.titled.start() < all[i].span.start() && all[i].span.end() <= m.span.end());
        if inside_name {
            return false;
        }
        if self.begins_clause(i, &core) {
            return true;
        }
        let word = self.low(i);
        !all[i].joined && !self.ampersand(i)
            || STOPS.contains(&word.as_str())
            || word == "and"
            || word == "or"
            || !all[i].capital
                && i > core.start
                && (word.ends_with("ing") || is_past(&word))
                && self.is_noun(i - 1)
                && !NOUNS.has(&word)
    }

    /// "messages Vale sent": a name and its verb behind a text are no part of it.
    fn begins_clause(&self, i: usize, core: &std::ops::Range<usize>) -> bool {
        let all = &self.terms.all;
        let plain = i > core.start && all[i].joined && (!all[i - 1].capital || all[i - 1].first);
        if !plain || !NOUNS.form_of(&self.low(i - 1)).is_some_and(|v| v.starts_with("document")) {
            return false;
        }
        let rest = Span::new(all[i].span.start(), all[i].span.end() + 60);
        let mention = self.entities.within(rest).first().filter(|m| m.titled.start() == rest.start());
        let next = mention.map(|m| self.terms.range(m.titled).end).filter(|&n| n < core.end);
        next.is_some_and(|n| all[n].joined && is_past(&self.low(n)))
    }

    fn ampersand(&self, i: usize) -> bool {
        let all = &self.terms.all;
        let gap = Span::new(all[i - 1].span.end(), all[i].span.start());
        matches!(self.text.get(gap).trim(), "/" | "'" | "\u{2019}" | "'s" | "\u{2019}s")
    }

    fn is_noun(&self, i: usize) -> bool {
        NOUNS.form_of(&self.low(i)).is_some()
    }

    /// "one of the officials": the noun counts, how many of it is another matter.
    fn part(&self, mut p: Phrase, one: bool, counted: bool) -> Phrase {
        if p.why == "a name beside a noun" {
            return p;
        }
        p.counted |= counted || one;
        // "one of the delegates" is nobody mentioned before
        p.definite &= !one;
        p.plural = !one;
        let person = p.kind == Kind::Person && p.entity.is_some() || p.kind == Kind::Organization && one;
        if one && (p.kind == Kind::Collective || person) {
            p.kind = Kind::Unnamed;
            p.entity = None;
        } else if person || p.kind == Kind::Person {
            p.kind = Kind::Collective;
            p.entity = None;
        }
        p
    }
}
