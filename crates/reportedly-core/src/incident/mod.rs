//! What happened, as one article tells it: the facts of its main incident, each with whose word it rests on.
//!
//! Nothing is merged into one truth. Two figures stay two rows; what the article lays to somebody, doubts, denies or leaves
//! open is never given as the writer's own statement.

mod gazetteer;
mod harm;
mod kept;
mod number;
mod place;
mod presented;
#[cfg(test)]
mod tests;

pub use gazetteer::Settlement;
pub use number::Number;
pub use place::Place;
pub use presented::Presentation;

use crate::article::Prose;
use crate::attribution::Attribution;
use crate::certainty::Presented;
use crate::events::told_by;
use crate::insight::{FactSlot, FactWords, Insight};
use crate::text::Span;
use crate::time::{Date, TimeExpression, TimeValue};

/// As sure the reader must be of when in an article that says no number of people.
const SURE: f32 = 0.5;

/// At most so many statements of each slot, the surest ones: numbers are said once or twice, places in several widths.
const fn most(slot: FactSlot) -> usize {
    match slot {
        FactSlot::When => 3,
        FactSlot::Where | FactSlot::Whom => 4,
        _ => 2,
    }
}

/// What an article tells of one incident.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Incident {
    /// Whether the article is about it.
    pub main: bool,
    /// When it happened, by the surest statement of it.
    pub when: Option<Date>,
    /// Where, by the statements of it: a place by name.
    pub place: Option<Place>,
    /// What the article states of it, in text order.
    pub facts: Vec<Fact>,
}

/// One statement of a fact.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fact {
    /// What it answers.
    pub slot: FactSlot,
    /// The words.
    pub span: Span,
    /// What they say, where it is a date or a number.
    pub value: Option<FactValue>,
    /// The position of the claim that it rests on; `None` where it is the writer's word.
    pub claim: Option<usize>,
    /// How it is presented.
    pub presented: Presentation,
    /// How sure the reader is that these words state it.
    pub probability: f32,
}

/// The value of a fact.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum FactValue {
    /// A day, or as much of one as is known.
    Date(Date),
    /// How many.
    Number(Number),
}

/// The incidents that an article tells, so far the main one only; none where a trained reader sees no fact of one. The claims are
/// given by their words and by how each is presented.
pub fn incidents(
    prose: &Prose,
    insight: &dyn Insight,
    dates: &[TimeExpression],
    attributions: &[&Attribution],
    presented: &[Option<&Presented>],
) -> Vec<Incident> {
    let fact = |words: &FactWords| {
        let words = harm::whole(&timed(words, dates), prose)?;
        let claim = told_by(words.span, attributions);
        fact(&words, prose, dates, claim, claim.and_then(|i| presented.get(i).copied().flatten()))
    };
    let facts = kept::surest_of_each(insight.facts().iter().filter_map(fact).collect(), prose);
    let facts = kept::of_one_time(facts, prose, dates);
    if !is_incident(&facts, prose) {
        return Vec::new();
    }
    let place = place::place(&facts, prose, insight);
    let told = facts.iter().filter(|f| f.presented != Presentation::Denied);
    let when = kept::surest(told, FactSlot::When).and_then(Fact::date);
    vec![Incident { main: true, when, place, facts }]
}

/// One statement; `None` where it tells what may have been, or where a date or a number is missing that it must have.
fn fact(
    words: &FactWords,
    prose: &Prose,
    dates: &[TimeExpression],
    claim: Option<usize>,
    held: Option<&Presented>,
) -> Option<Fact> {
    let FactWords { slot, span, probability } = *words;
    let value = value(words, prose, dates);
    let may_lack =
        matches!(slot, FactSlot::Where | FactSlot::Who | FactSlot::Whom | FactSlot::Cause | FactSlot::Charge);
    if presented::is_unreal(span, prose) || value.is_none() && !may_lack {
        return None;
    }
    // "no one was hurt" denies nothing: it says 0
    let none = matches!(value, Some(FactValue::Number(n)) if n.said == 0);
    let presented = match presented::presented(span, prose, held) {
        Presentation::Denied if none => Presentation::Reported,
        other => other,
    };
    Some(Fact { slot, span, value, claim, presented, probability })
}

impl Fact {
    fn date(&self) -> Option<Date> {
        match self.value {
            Some(FactValue::Date(date)) => Some(date),
            _ => None,
        }
    }
}

/// What happened to people; or a time that the reader is sure of in an article that says where, to whom, or tells of harm: a day
/// alone stands in recipes, too.
fn is_incident(facts: &[Fact], prose: &Prose) -> bool {
    let has = |slot: FactSlot| facts.iter().any(|f| f.slot == slot);
    let dated = facts.iter().any(|f| f.slot == FactSlot::When && f.probability >= SURE);
    let counted = facts.iter().any(|f| matches!(f.value, Some(FactValue::Number(_))));
    let harm = || prose.tokens.all.iter().any(|token| prose.language.incidents.harms.has(token.low()));
    counted || dated && (has(FactSlot::Where) || has(FactSlot::Whom) || harm())
}

/// A statement of when has the words of its expression of time.
fn timed(words: &FactWords, dates: &[TimeExpression]) -> FactWords {
    let date = dates.iter().find(|d| words.slot == FactSlot::When && d.span.overlaps(words.span));
    date.map_or(*words, |date| FactWords { span: date.span, ..*words })
}

/// The date or the number in the words of a fact.
fn value(words: &FactWords, prose: &Prose, dates: &[TimeExpression]) -> Option<FactValue> {
    match words.slot {
        FactSlot::When => dates.iter().filter(|d| d.span.overlaps(words.span)).find_map(|d| match d.value {
            Some(TimeValue::Date(date)) => Some(FactValue::Date(date)),
            _ => None,
        }),
        FactSlot::Killed | FactSlot::Injured | FactSlot::Arrested => {
            number::number(prose.within(words.span), prose.language).map(FactValue::Number)
        }
        _ => None,
    }
}
