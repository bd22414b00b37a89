//! Incidents that an article recalls, compares or foretells beside its own.

use super::{DatedBy, Fact, FactValue, Incident, Known, kinds, place, presented, spans};
use crate::article::Prose;
use crate::insight::{FactSlot, Telling};
use crate::time::{TimeExpression, TimeValue};

/// One incident for the words of one sentence that are of one kind, in text order.
pub(super) fn others(words: &[&Telling], prose: &Prose, known: &Known) -> Vec<Incident> {
    let alike = |a: &&Telling, b: &&Telling| {
        a.kind == b.kind && prose.tokens.sentences_of(a.span) == prose.tokens.sentences_of(b.span)
    };
    words.chunk_by(alike).filter_map(|words| other(words, prose, known)).collect()
}

/// The incident of some words of one sentence. It is dated by the nearest expression of time in the sentence, and as it is with
/// the place; nothing else of it is known.
fn other(words: &[&Telling], prose: &Prose, known: &Known) -> Option<Incident> {
    let first = words.first()?;
    let sentence = prose.tokens.sentences_of(first.span);
    if presented::is_unreal(first.span, prose) {
        return None;
    }
    let begin = known.dates.partition_point(|d| d.span.end() <= sentence.start());
    let here = known.dates[begin..].iter().take_while(|d| d.span.start() < sentence.end());
    let when = here.filter_map(|d| Some((d, date(d)?))).min_by_key(|(d, _)| place::gap(d.span, first.span));
    let fact = when.map(|(expression, date)| {
        let (claim, held) = known.holder(expression.span);
        Fact {
            slot: FactSlot::When,
            span: expression.span,
            value: Some(FactValue::Date(date)),
            claim,
            presented: presented::presented(expression.span, prose, held),
            probability: first.probability,
        }
    });
    Some(Incident {
        main: false,
        kind: kinds::likeliest(words.iter().copied()),
        words: spans(words, prose),
        when: when.map(|(expression, date)| DatedBy { date, span: expression.span }),
        place: place::named_in(sentence, first.span, prose, known.insight),
        facts: fact.into_iter().collect(),
        ..Incident::default()
    })
}

fn date(expression: &TimeExpression) -> Option<crate::time::Date> {
    match expression.value {
        Some(TimeValue::Date(date)) => Some(date),
        _ => None,
    }
}
