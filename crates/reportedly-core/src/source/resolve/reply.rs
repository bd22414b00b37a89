//! Who answers: the one who was spoken to, not the one who spoke.

use super::Resolver;
use crate::attribution::Attribution;
use crate::mentions::antecedent::{Asks, Who};
use crate::mentions::names::Class;
use crate::text::Span;

/// Cues of someone who was spoken to.
const REPLIES: &[&str] =
    &["replied", "replies", "responded", "responds", "answered", "answers", "retorted", "countered"];

impl Resolver<'_> {
    /// The one who was asked or told something in the claim before, where this one answers it: "Vale told Fell. He replied",
    /// "Vale asked Fell whether it was late. He said".
    pub(super) fn hearer(&self, a: &Attribution, asks: Asks, speaker: Who) -> Option<usize> {
        let before = &self.attributions[self.out.identities.len().checked_sub(1)?];
        let cue = before.cue.filter(|_| self.spoke.last().is_some_and(|s| s.who == speaker))?;
        let next = self.entities.within(Span::new(cue.end(), cue.end() + 60)).first()?;
        let gap = self.text().get(Span::new(cue.end(), next.titled.start().max(cue.end())));
        let entity = next.entity.filter(|_| !next.possessive && gap.trim().is_empty())?;
        let hearer = &self.entities.all[entity];
        let fits = matches!(asks, Asks::One(g) if hearer.gender.is_none_or(|known| known == g));
        let question = before.content.cover().is_some_and(|c| {
            let first = self.text().get(c).split_whitespace().next().unwrap_or_default();
            matches!(first, "whether" | "if" | "why" | "when" | "how" | "what" | "who" | "where")
        });
        let asked = self.says(before.cue, &["asked", "asks"]) && question;
        let answers = self.says(a.cue, REPLIES) || asked && !self.says(a.cue, &["asked", "asks"]);
        (answers && fits && hearer.class == Class::Person && Who::Entity(entity) != speaker).then_some(entity)
    }

    fn says(&self, cue: Option<Span>, verbs: &[&str]) -> bool {
        let cue = cue.map_or(String::new(), |c| self.text().get(c).to_lowercase());
        cue.split(' ').any(|w| verbs.contains(&w))
    }
}
