//! Which words name events, and which state facts of the main incident.

use reportedly_core::insight::{EventClass, EventWord, FactSlot, FactWords, Tense, likeliest};
use reportedly_core::tokens::Word;

use crate::encoder::{EVENTS, HAPPENINGS};
use crate::exact::softmax;

/// Words are events from this probability on: the mean of finding and missing was best there on four fifths of the
/// training texts, measured on the others.
const EVENT: f32 = 0.4;
/// Words that begin another fact of the same slot.
const ANOTHER: f32 = 0.5;

/// From which probability on a word states a fact, and how sure the surest word of a fact must be: fitted by the F1 of
/// each slot on articles that the network had not learned from. Who did it, why, and what charge are right too seldom
/// (.21, .25, .37) to be given.
const fn least(slot: FactSlot) -> Option<(f32, f32)> {
    match slot {
        FactSlot::When | FactSlot::Killed => Some((0.15, 0.2)),
        FactSlot::Where => Some((0.1, 0.5)),
        FactSlot::Whom => Some((0.1, 0.45)),
        FactSlot::Injured | FactSlot::Arrested => Some((0.1, 0.2)),
        _ => None,
    }
}

/// The words that name an event, with their class.
pub fn events(rows: &[f32], words: &[Word]) -> Vec<EventWord> {
    let each = rows.chunks_exact(HAPPENINGS).zip(words).filter_map(|(row, word)| {
        let mut p: [f32; EVENTS] = std::array::from_fn(|i| row[i]);
        softmax(&mut p);
        let probability = 1.0 - p[0];
        let class = EventClass::ALL[likeliest(&p[1..])];
        (probability >= EVENT).then_some(EventWord {
            span: word.span,
            class,
            tense: Tense::None,
            negative: 0.0,
            modal: 0.0,
            probability,
        })
    });
    each.collect()
}

/// Runs of words that state one fact.
pub fn facts(rows: &[f32], words: &[Word]) -> Vec<FactWords> {
    let slots = FactSlot::ALL.into_iter().enumerate();
    let mut out: Vec<FactWords> = slots.flat_map(|(i, slot)| facts_of(slot, i, rows, words)).collect();
    out.sort_by_key(|fact| (fact.span.start(), fact.span.end()));
    out
}

fn facts_of(slot: FactSlot, i: usize, rows: &[f32], words: &[Word]) -> Vec<FactWords> {
    let sigmoid = |x: f32| 1.0 / (1.0 + (-x).exp());
    let Some((least, surest)) = least(slot) else { return Vec::new() };
    let (mut out, mut open) = (Vec::<FactWords>::new(), false);
    for (row, word) in rows.chunks_exact(HAPPENINGS).zip(words) {
        let (states, begins) = (sigmoid(row[EVENTS + i]), sigmoid(row[EVENTS + FactSlot::ALL.len() + i]));
        match out.last_mut().filter(|_| open && begins <= ANOTHER && !word.starts_line) {
            Some(fact) if states > least => {
                fact.span = fact.span.cover(word.span);
                fact.probability = fact.probability.max(states);
            }
            _ if states > least => out.push(FactWords { slot, span: word.span, probability: states }),
            _ => {}
        }
        open = states > least;
    }
    out.retain(|fact| fact.probability >= surest);
    out
}
