//! Whom an unnamed source belongs to: "Vale's lawyers" are "her attorneys".

use super::Resolver;
use crate::mentions::antecedent::{Asks, Meant, Place, Who, asks};
use crate::mentions::entities::{Gender, Mention};
use crate::mentions::names::Class;
use crate::mentions::phrase::Phrase;
use crate::text::Span;

impl Resolver<'_> {
    /// Whom "Vale's" or "her" before a noun means: the most salient person, or the only one whose lawyers have spoken.
    pub(super) fn owner(&self, span: Span, p: &Phrase) -> Option<Who> {
        let Some(asks) = asks(&self.text().get(span).to_lowercase()) else {
            return self.entities.within(span).last()?.entity.map(Who::Entity);
        };
        if self.tokens.quoted(span.start()).is_some() {
            return None;
        }
        let Asks::One(gender) = asks else { return None };
        let stands_out = self.meant(Place { asks, at: span, from: span.start() });
        // another whose name owns something before: it may be hers
        if let Some(fronted) = self.fronted(span, gender) {
            return Some(fronted).filter(|who| stands_out == Meant::Found(*who));
        }
        let spoke = |who: &Who| p.plural && self.by_words.contains_key(&belongs(p, *who));
        let fits = |e: &usize| {
            let entity = &self.entities.all[*e];
            entity.class == Class::Person && entity.gender == Some(gender)
        };
        let one = |found: &mut dyn Iterator<Item = Who>| found.next().filter(|_| found.next().is_none());
        match stands_out {
            Meant::Found(who) => Some(who),
            Meant::Two(a, b) => one(&mut [a, b].into_iter().filter(spoke)),
            Meant::Nobody => {
                one(&mut (0..self.entities.all.len()).filter(fits).map(Who::Entity).filter(spoke))
            }
        }
    }

    /// "On Ada Vale's page, her friends said": the only one whom the word fits and who owns something before in the sentence.
    fn fronted(&self, span: Span, gender: Gender) -> Option<Who> {
        let sentence = self.tokens.sentences.get(self.tokens.sentence_at(span.start()))?;
        let before = Span::new(sentence.start(), span.start().max(sentence.start()));
        let person = |m: &&Mention| {
            let entity = m.entity.map(|e| &self.entities.all[e]);
            entity.is_some_and(|e| {
                matches!(e.class, Class::Person | Class::Unknown) && e.gender.is_none_or(|g| g == gender)
            })
        };
        let mut named = self.entities.within(before).iter().filter(person);
        let (one, more) = (named.next().filter(|m| m.possessive)?, named.next());
        let entity = one.entity.filter(|_| more.is_none())?;
        Some(Who::Entity(entity))
    }
}

/// What "Vale's lawyers" and "her attorneys" have in common.
pub(super) fn belongs(p: &Phrase, owner: Who) -> String {
    let noun = p.noun.as_deref().unwrap_or_default();
    format!("{} {} of {owner:?}", p.kind.name(), if noun == "attorney" { "lawyer" } else { noun })
}
