//! Who answers: the one who was spoken to, not the one who spoke.

use super::Resolver;
use crate::attribution::Attribution;
use crate::source::antecedent::{Asks, Who};
use crate::source::names::Class;
use crate::text::Span;

/// Cues of one who was spoken to.
const REPLIES: &[&str] = &["repl", "respond", "answer", "retort", "counter"];

impl Resolver<'_> {
    /// Whether a claim answers one that somebody addressed to another: "Vale told Fell. He replied", "Vale asked Fell. He said".
    pub(super) fn replies(&self, a: &Attribution, who: Who) -> bool {
        let Some(before) = self.out.identities.len().checked_sub(1) else { return false };
        let says = |cue: Option<Span>, stems: &[&str]| {
            let cue = cue.map_or(String::new(), |c| self.text().get(c).to_lowercase());
            cue.split(' ').any(|w| stems.iter().any(|s| w.starts_with(s)))
        };
        let asked = self.attributions[before].cue;
        let addressed = asked.is_some_and(|c| {
            let next = self.entities.within(Span::new(c.end(), c.end() + 60)).first();
            next.is_some_and(|m| {
                self.text().get(Span::new(c.end(), m.titled.start().max(c.end()))).trim().is_empty()
            })
        });
        let last = self.spoke.last().is_some_and(|s| s.who == who);
        last && (says(a.cue, REPLIES) || addressed && says(asked, &["ask"]) && !says(a.cue, &["ask"]))
    }

    /// The only other one since the last claim began whom a pronoun fits.
    pub(super) fn hearer(&self, asks: Asks, speaker: Who, span: Span) -> Option<usize> {
        let from = self.spoke.last()?.at.start();
        let fits = |e: &usize| {
            let entity = &self.entities.all[*e];
            let gender = matches!(asks, Asks::One(g) if entity.gender.is_none_or(|known| known == g));
            gender && matches!(entity.class, Class::Person | Class::Unknown) && Who::Entity(*e) != speaker
        };
        let mut near =
            self.entities.within(Span::new(from, span.start())).iter().filter_map(|m| m.entity).filter(fits);
        let one = near.next()?;
        near.all(|e| e == one).then_some(one)
    }
}
