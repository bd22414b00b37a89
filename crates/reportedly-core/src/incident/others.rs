//! Incidents that an article recalls, compares or foretells beside its own.

use super::{Fact, FactValue, Incident, Known, kinds, place, presented, spans};
use crate::article::Prose;
use crate::insight::{FactSlot, Telling};

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
    let when = beside(first, prose, known);
    Some(Incident {
        main: false,
        kind: kinds::likeliest(words.iter().copied()),
        words: spans(words, prose),
        when: when.as_ref().and_then(Fact::dated),
        place: place::named_in(sentence, first.span, prose, known.insight),
        facts: when.into_iter().collect(),
        ..Incident::default()
    })
}

/// When it was, by the date that stands nearest to a word that tells of it, in the same sentence.
pub(super) fn beside(word: &Telling, prose: &Prose, known: &Known) -> Option<Fact> {
    let sentence = prose.tokens.sentences_of(word.span);
    let begin = known.dates.partition_point(|d| d.span.end() <= sentence.start());
    let here = known.dates[begin..].iter().take_while(|d| d.span.start() < sentence.end());
    let dated = here.filter_map(|d| Some((d.span, d.date()?)));
    let (span, date) = dated.min_by_key(|(span, _)| place::gap(*span, word.span))?;
    let (claim, held) = known.holder(span);
    let presented = presented::presented(span, prose, held, false);
    let value = Some(FactValue::Date(date));
    Some(Fact { slot: FactSlot::When, span, value, claim, presented, probability: word.probability })
}
