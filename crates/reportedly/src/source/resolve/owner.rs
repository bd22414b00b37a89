//! To whom one without a name belongs: "Vale's lawyers" are "her attorneys".

use super::Resolver;
use crate::source::antecedent::{Asks, Meant, Place, Who, asks};
use crate::source::phrase::Phrase;
use crate::text::Span;

impl Resolver<'_> {
    /// Whom "Vale's" or "her" before a noun means: the only one whose lawyers have spoken, or the one who stands out.
    pub(super) fn owner(&self, span: Span, p: &Phrase) -> Option<Who> {
        let Some(asks) = asks(&self.text().get(span).to_lowercase()) else {
            return self.entities.within(span).last()?.entity.map(Who::Entity);
        };
        if self.tokens.quoted(span.start()).is_some() {
            return None;
        }
        let Asks::One(gender) = asks else { return None };
        let spoke = |who: &Who| p.plural && self.by_words.contains_key(&belongs(p, *who));
        let fits = |e: &usize| self.entities.all[*e].gender.is_none_or(|known| known == gender);
        let mut heard = (0..self.entities.all.len()).filter(fits).map(Who::Entity).filter(spoke);
        match (heard.next(), heard.next()) {
            (Some(one), None) => Some(one),
            _ => match self.meant(Place { asks, at: span, from: span.start() }) {
                Meant::Found(who) => Some(who),
                _ => None,
            },
        }
    }
}

/// What "Vale's lawyers" and "her attorneys" have in common.
pub(super) fn belongs(p: &Phrase, owner: Who) -> String {
    let noun = p.noun.as_deref().unwrap_or_default();
    format!("{} {} of {owner:?}", p.kind.name(), if noun == "attorney" { "lawyer" } else { noun })
}
