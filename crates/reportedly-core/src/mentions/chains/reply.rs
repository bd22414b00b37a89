//! Who answers: the one who was spoken to, not the one who spoke.

use super::agreement::Asks;
use super::candidate::Who;
use super::claim::{Earlier, Told};
use super::known::Known;
use crate::mentions::Context;
use crate::mentions::names::Class;
use crate::text::Span;
use crate::tokens::List;

/// The one who was asked or told something in the claim before, where this one answers it: "Vale told Fell. He replied",
/// "Vale asked Fell whether it was late. He said".
pub(super) fn hearer(cx: &Context, known: &Known, told: &Told, asks: Asks, speaker: Who) -> Option<usize> {
    let before = told.before?;
    let cue = before.cue.filter(|_| known.spoke.last().is_some_and(|s| s.who == speaker))?;
    let next = cx.entities.within(Span::new(cue.end(), cue.end() + 60)).first()?;
    let beside = cx.gap(cue.end(), next.titled.start()).is_empty();
    let entity = next.entity.filter(|_| !next.possessive && beside)?;
    let hearer = &cx.entities.all[entity];
    let fits = matches!(asks, Asks::One(g) if hearer.gender.is_none_or(|known| known == g));
    let answers = answers(cx, told, before);
    (answers && fits && hearer.class == Class::Person && Who::Entity(entity) != speaker).then_some(entity)
}

fn answers(cx: &Context, told: &Told, before: Earlier) -> bool {
    let (verbs, moods) = (&cx.language().verbs, &cx.language().moods);
    let says = |cue: Option<Span>, list: List| {
        cue.is_some_and(|c| cx.prose.within(c).iter().any(|t| list.has(t.low())))
    };
    let first = before.content.and_then(|c| cx.prose.within(c).first());
    let question = first.is_some_and(|t| !t.capital && moods.questions.has(t.low()));
    let asked = says(before.cue, verbs.asks) && question;
    says(told.cue, verbs.answers) || asked && !says(told.cue, verbs.asks)
}
