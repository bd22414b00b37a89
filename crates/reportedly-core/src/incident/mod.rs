//! What happened, as one article tells it: the facts of its main incident, each with whose word it rests on.
//!
//! Nothing is merged into one truth. Two figures stay two rows; what the article lays to somebody, doubts, denies or leaves
//! open is never given as the writer's own statement.

mod disputed;
mod gazetteer;
mod harm;
mod kept;
mod kinds;
mod number;
mod others;
mod participants;
mod place;
mod presented;
#[cfg(test)]
mod tests;

pub use gazetteer::Settlement;
pub use kinds::{Kind, kinds};
pub use number::Number;
use number::Numbers;
pub use participants::{Participant, Role};
pub use place::Place;
pub use presented::{Presentation, presented};

use crate::article::Prose;
use crate::certainty::Presented;
use crate::events::Holders;
use crate::insight::{FactSlot, FactWords, Insight, Telling};
use crate::source::Entity;
use crate::text::Span;
use crate::time::{Date, Precision, TimeExpression};

/// The words of a sentence tell of the main incident if this is their mean probability or more, and else of another.
const MAIN: f32 = 0.45;
/// As sure the reader must be that one word tells of the main incident.
const TOLD: f32 = 0.45;
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
    /// What sort of thing happened; `None` where no word says it.
    pub kind: Option<Kind>,
    /// The words that name or tell it, in text order.
    pub words: Vec<Span>,
    /// When it happened, by the surest statement of it.
    pub when: Option<DatedBy>,
    /// Where, by the statements of it: a place by name.
    pub place: Option<Place>,
    /// Who did it, and to whom, as far as the article says.
    pub participants: Vec<Participant>,
    /// What the article states of it, in text order.
    pub facts: Vec<Fact>,
    /// The positions of the claims that tell of it, in text order.
    pub claims: Vec<usize>,
}

/// A date, and the words that say it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DatedBy {
    /// The day, or as much of it as is known.
    pub date: Date,
    /// The words.
    pub span: Span,
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

/// What is known of an article when its incidents are looked for.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// What the trained reader sees.
    pub insight: &'a dyn Insight,
    /// Expressions of time, in text order.
    pub dates: &'a [TimeExpression],
    /// Who and what is named.
    pub entities: &'a [Entity],
    /// Which claim holds which words.
    pub holders: &'a Holders,
    /// How each claim is presented, where that is worked out.
    pub presented: &'a [Option<&'a Presented>],
}

impl Known<'_> {
    /// The claim that holds some words, and how it is presented.
    fn holder(&self, span: Span) -> (Option<usize>, Option<&Presented>) {
        let claim = self.holders.of(span);
        (claim, claim.and_then(|i| self.presented.get(i).copied().flatten()))
    }
}

/// The incidents that an article tells: the main one, if there is one, and then the others in text order.
pub fn incidents(prose: &Prose, known: &Known) -> Vec<Incident> {
    let (mut main, mut others): (Vec<&Telling>, Vec<&Telling>) = (Vec::new(), Vec::new());
    let sentence = |telling: &Telling| prose.tokens.sentences_of(telling.span);
    for words in known.insight.tellings().chunk_by(|a, b| sentence(a) == sentence(b)) {
        let mean = words.iter().map(|word| word.main).sum::<f32>() / words.len() as f32;
        if mean >= MAIN { main.extend(words) } else { others.extend(words) }
    }
    let mut out: Vec<Incident> = self::main(&main, prose, known).into_iter().collect();
    out.extend(others::others(&others, prose, known));
    for incident in &mut out {
        incident.claims = claims(incident, known);
    }
    out
}

/// The incident that the article is about; `None` where it is about none.
fn main(words: &[&Telling], prose: &Prose, known: &Known) -> Option<Incident> {
    let names = known.insight.names().iter().map(|name| name.span).collect();
    let taken = [names, known.dates.iter().map(|date| date.span).collect()];
    let numbers = Numbers { language: prose.language, taken };
    let fact = |words: &FactWords| {
        let words = harm::whole(&timed(&trimmed(words, prose), known.dates), prose, &numbers)?;
        let value = value(&words, prose, known.dates, &numbers);
        fact(&words, value, prose, known)
    };
    let facts = kept::surest_of_each(known.insight.facts().iter().filter_map(fact).collect(), prose);
    let mut facts = kept::of_one_time(facts, prose, known.dates);
    if !is_incident(words, &facts, prose) {
        return None;
    }
    if !facts.iter().any(|f| f.slot == FactSlot::When) {
        // the sentence that first tells of it may say when: "On Friday, an attack ..."
        let first = words.first().filter(|word| !presented::is_unreal(word.span, prose));
        let first = first.and_then(|word| others::beside(word, prose, known));
        facts.extend(first.filter(|f| f.date().is_some_and(|date| date.precision() >= Precision::Day)));
        facts.sort_by_key(|f| (f.span.start(), f.span.end(), f.slot));
        facts = kept::of_one_time(facts, prose, known.dates);
    }
    let told = facts.iter().filter(|f| f.presented != Presentation::Denied);
    Some(Incident {
        main: true,
        kind: kinds::with_the_dead(kinds::likeliest(words.iter().copied()), &facts),
        words: spans(words, prose),
        when: kept::surest(told, FactSlot::When).and_then(Fact::dated),
        place: place::place(&facts, prose, known.insight),
        participants: participants::participants(&facts, known.entities),
        facts,
        claims: Vec::new(),
    })
}

/// Words that tell of an incident, those that stand side by side as one: "opened fire".
fn spans(words: &[&Telling], prose: &Prose) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    for word in words {
        let beside = |last: &Span| prose.get(Span::new(last.end(), word.span.start())) == " ";
        match out.pop_if(|last| last.end() < word.span.start() && beside(last)) {
            Some(last) => out.push(last.cover(word.span)),
            None => out.push(word.span),
        }
    }
    out
}

/// The claims that hold words of an incident or of its facts.
fn claims(incident: &Incident, known: &Known) -> Vec<usize> {
    let words = incident.words.iter().copied().chain(incident.facts.iter().map(|f| f.span));
    let mut out: Vec<usize> = words.filter_map(|span| known.holders.of(span)).collect();
    out.sort_unstable();
    out.dedup();
    out
}

/// One statement; `None` where it tells what may have been, or where a date or a number is missing that it must have.
fn fact(words: &FactWords, value: Option<FactValue>, prose: &Prose, known: &Known) -> Option<Fact> {
    let FactWords { slot, span, probability } = *words;
    let (claim, held) = known.holder(span);
    let may_lack =
        matches!(slot, FactSlot::Where | FactSlot::Who | FactSlot::Whom | FactSlot::Cause | FactSlot::Charge);
    if presented::is_unreal(span, prose) || value.is_none() && !may_lack {
        return None;
    }
    let says_none = matches!(value, Some(FactValue::Number(n)) if n.said == 0);
    let presented = presented(span, prose, held, says_none);
    Some(Fact { slot, span, value, claim, presented, probability })
}

impl Fact {
    /// The date with its words.
    fn dated(&self) -> Option<DatedBy> {
        Some(DatedBy { date: self.date()?, span: self.span })
    }

    fn date(&self) -> Option<Date> {
        match self.value {
            Some(FactValue::Date(date)) => Some(date),
            _ => None,
        }
    }
}

/// Words that tell of it; else what happened to people, or a time that the reader is sure of in an article that says where, to
/// whom, or tells of harm: a day alone stands in recipes, too.
fn is_incident(words: &[&Telling], facts: &[Fact], prose: &Prose) -> bool {
    let has = |slot: FactSlot| facts.iter().any(|f| f.slot == slot);
    let told = words.iter().any(|w| w.probability * w.main >= TOLD);
    let dated = facts.iter().any(|f| f.slot == FactSlot::When && f.probability >= SURE);
    let counted = facts.iter().any(|f| matches!(f.value, Some(FactValue::Number(_))));
    let harm = || prose.tokens.all.iter().any(|token| prose.language.incidents.harms.has(token.low()));
    told || counted || dated && (has(FactSlot::Where) || has(FactSlot::Whom) || harm())
}

/// The words without the punctuation behind them.
fn trimmed(words: &FactWords, prose: &Prose) -> FactWords {
    let said = prose.get(words.span);
    let kept = said.trim_end_matches([',', ';', ':', '.', ' ']).len() as u32;
    FactWords { span: Span::new(words.span.start(), words.span.start() + kept), ..*words }
}

/// A statement of when has the words of its expression of time.
fn timed(words: &FactWords, dates: &[TimeExpression]) -> FactWords {
    let date = dates.iter().find(|d| words.slot == FactSlot::When && d.span.overlaps(words.span));
    date.map_or(*words, |date| FactWords { span: date.span, ..*words })
}

/// The date or the number in the words of a fact.
fn value(words: &FactWords, prose: &Prose, dates: &[TimeExpression], numbers: &Numbers) -> Option<FactValue> {
    match words.slot {
        FactSlot::When => {
            let mut here = dates.iter().filter(|d| d.span.overlaps(words.span));
            here.find_map(TimeExpression::date).map(FactValue::Date)
        }
        FactSlot::Killed | FactSlot::Injured | FactSlot::Arrested => {
            let words = prose.within(words.span);
            numbers.number(words).or_else(|| numbers.one(words)).map(FactValue::Number)
        }
        _ => None,
    }
}
