//! Which words name events, which tell of incidents, and which state facts of the main one.

use reportedly_core::insight::{EventClass, EventWord, FactSlot, FactWords, Telling, Tense, likeliest};
use reportedly_core::tokens::Word;

use crate::encoder::{EVENTS, FACTS, HAPPENINGS, TELLS};
use crate::exact::softmax;

/// Words are events from this probability on: the mean of finding and missing was best there on four fifths of the
/// training texts, measured on the others.
const EVENT: f32 = 0.4;
/// Words tell of an incident from this probability on.
const TELLING: f32 = 0.4;
/// Words that begin another fact of the same slot.
const ANOTHER: f32 = 0.5;

/// From which probability on a word states a fact, and how sure the surest word of a fact must be. Read off a quarter of the
/// labelled articles that a network had not learned from, as the best F1 of each slot; a little higher for who did it, to whom
/// and why, of which nearly half are then right, and two thirds of the others.
const fn least(slot: FactSlot) -> (f32, f32) {
    match slot {
        FactSlot::When | FactSlot::Who | FactSlot::Cause => (0.1, 0.35),
        FactSlot::Where => (0.1, 0.45),
        FactSlot::Killed | FactSlot::Arrested => (0.2, 0.3),
        _ => (0.1, 0.4),
    }
}

/// The words that name an event, with class and tense.
pub fn events(rows: &[f32], words: &[Word]) -> Vec<EventWord> {
    const CLASSES: usize = EventClass::ALL.len();
    const TENSES: usize = Tense::ALL.len();
    let each = rows.chunks_exact(HAPPENINGS).zip(words).filter_map(|(row, word)| {
        let mut p: [f32; 1 + CLASSES] = std::array::from_fn(|i| row[i]);
        softmax(&mut p);
        let (tenses, more) = row[1 + CLASSES..EVENTS].split_at(TENSES);
        (1.0 - p[0] >= EVENT).then(|| EventWord {
            span: word.span,
            class: EventClass::ALL[likeliest(&p[1..])],
            tense: Tense::ALL[likeliest(tenses)],
            negative: sigmoid(more[0]),
            modal: sigmoid(more[1]),
            probability: 1.0 - p[0],
        })
    });
    each.collect()
}

/// The words that tell of an incident, with its kind.
pub fn tellings(rows: &[f32], words: &[Word]) -> Vec<Telling> {
    let each = rows.chunks_exact(HAPPENINGS).zip(words).filter_map(|(row, word)| {
        let row = &row[EVENTS + FACTS..];
        let mut p: [f32; TELLS - 1] = std::array::from_fn(|i| row[i]);
        softmax(&mut p);
        let probability = 1.0 - p[0];
        let kind = likeliest(&p[1..]);
        let main = sigmoid(row[TELLS - 1]);
        (probability >= TELLING).then_some(Telling { span: word.span, kind, probability, main })
    });
    each.collect()
}

fn sigmoid(x: f32) -> f32 {
    1.0 / (1.0 + (-x).exp())
}

/// Runs of words that state one fact.
pub fn facts(rows: &[f32], words: &[Word]) -> Vec<FactWords> {
    let slots = FactSlot::ALL.into_iter().enumerate();
    let mut out: Vec<FactWords> = slots.flat_map(|(i, slot)| facts_of(slot, i, rows, words)).collect();
    out.sort_by_key(|fact| (fact.span.start(), fact.span.end()));
    out
}

fn facts_of(slot: FactSlot, i: usize, rows: &[f32], words: &[Word]) -> Vec<FactWords> {
    let (least, surest) = least(slot);
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
