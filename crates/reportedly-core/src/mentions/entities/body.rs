//! Names that only what is said around them shows to be a body's.

use super::{Entities, Mention};
use crate::mentions::lexicons::{BODIES, TITLES};
use crate::mentions::names::Class;
use crate::mentions::terms::Terms;
use crate::text::{Span, Text};

/// Verbs behind which a body speaks of what is its own.
const SAYS: [&str; 6] = ["said", "says", "has", "denied", "reported", "announced"];

/// Of so many bodies with one last word none is looked for.
const MANY: usize = 100;

impl Entities {
    /// "Norport Police Department" where "Norport Police" stood before, "the Sheriff's Office" where only one sheriff's was named.
    pub(super) fn same_body(&self, words: &[String]) -> Option<usize> {
        let whole = words.join(" ");
        let other = match whole.strip_suffix(" department") {
            Some(bare) => bare.to_owned(),
            None => format!("{whole} department"),
        };
        let body = |e: &&usize| self.all[**e].class == Class::Organization;
        let police = words.iter().any(|w| w == "police");
        let same = self.by_whole.get(&other).filter(|_| police).filter(body).copied();
        let office = words.len() > 1 && TITLES.get(&words[0]).is_some_and(|v| v != "x");
        same.or_else(|| self.with_tail(words).filter(|_| office))
    }

    /// The only body whose name ends so: "the sheriff's office".
    pub fn with_tail(&self, words: &[String]) -> Option<usize> {
        let tail = self.by_tail.get(words.last()?).filter(|all| all.len() <= MANY)?;
        let body = |e: &&usize| {
            let entity = &self.all[**e];
            entity.class == Class::Organization
                && entity.words.len() > words.len()
                && entity.words.ends_with(words)
        };
        let mut found = tail.iter().filter(body);
        found.next().filter(|_| found.next().is_none()).copied()
    }

    /// "Medun said its soldiers", "Velkor will appeal. The company said": neither is a person.
    pub(super) fn bodies(&mut self, text: &Text, terms: &Terms) {
        let found: Vec<usize> = (0..terms.all.len()).filter_map(|i| self.body_at(i, text, terms)).collect();
        for entity in found {
            self.all[entity].class = Class::Organization;
        }
    }

    fn body_at(&self, i: usize, text: &Text, terms: &Terms) -> Option<usize> {
        let all = &terms.all;
        let low = |n: usize| all.get(n).map_or(String::new(), |t| text.get(t.span).to_lowercase());
        let unknown = |m: &Mention| {
            let entity =
                m.entity.filter(|&e| self.all[e].class == Class::Unknown && self.all[e].title.is_none());
            entity.filter(|_| !m.possessive)
        };
        if low(i) == "its" && i > 1 && all[i].joined && SAYS.contains(&low(i - 1).as_str()) {
            let subject = self.before(all[i - 1].span.start()).next()?;
            return unknown(subject).filter(|_| subject.span.end() + 1 == all[i - 1].span.start());
        }
        let generic = all[i].first && low(i) == "the" && BODIES.has(&low(i + 1));
        if !generic || i == 0 || all.get(i + 1).is_none_or(|t| t.capital || !t.joined) {
            return None;
        }
        // the only one who is named in the sentence before, at its beginning
        let start = (0..i).rev().find(|&n| all[n].first)?;
        let named = self.within(Span::new(all[start].span.start(), all[i - 1].span.end()));
        let first = named.first().filter(|m| m.titled.start() == all[start].span.start())?;
        named.iter().all(|m| m.entity == first.entity).then(|| unknown(first))?
    }
}
