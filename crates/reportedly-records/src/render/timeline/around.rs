//! What stands around a date: its sentence, the claim that holds it, and the word that it dates.

use std::collections::HashMap;

use reportedly_core::language::Language;
use reportedly_core::language::en::ENGLISH;
use reportedly_core::text::Text;
use reportedly_core::tokens::sentences;

use super::words::{self, Standing};
use super::{PASSAGE, Rail, Row, overlap};
use crate::render::shortened;
use crate::{Claim, Date, Fact, Incident, Place, Record};

/// So far from its cue, in code points, a date may stand.
const BESIDE: u32 = 60;
/// A date is held against at most so many words on each side.
const NEAR: usize = 12;

/// All that a date may stand beside, in text order, so that each date is looked up and nothing is searched through.
pub(super) struct Around<'r> {
    record: &'r Record,
    /// Where each code point begins, in bytes.
    bytes: Vec<u32>,
    /// Sentences, in code points.
    sentences: Vec<(u32, u32)>,
    /// From each border of a content, the innermost claim there.
    holders: Vec<(u32, Option<usize>)>,
    /// Cues, and words that name an event.
    dated: Vec<Dated<'r>>,
    /// Words of sources, each with its claim.
    sources: Vec<(&'r Place, usize)>,
    /// Facts that say when, each with its incident.
    facts: Vec<(&'r Incident, &'r Fact)>,
    claims: HashMap<&'r str, usize>,
}

/// A word that a date may say the day of.
struct Dated<'r> {
    place: &'r Place,
    /// The claim whose content it is a part of.
    within: Option<usize>,
    what: What,
}

#[derive(Clone, Copy, PartialEq)]
enum What {
    /// The cue of a claim.
    Cue(usize),
    /// Another word of saying.
    Saying,
    /// What happened, by its position among the events.
    Event(usize),
}

impl<'r> Around<'r> {
    pub(super) fn new(record: &'r Record) -> Self {
        let text = Text::new(record.text.as_str());
        let language = record.lang.as_deref().map_or(&ENGLISH, Language::of);
        let spans = sentences(&text, &language.division);
        let bytes: Vec<u32> = record.text.char_indices().map(|(at, _)| at as u32).collect();
        let code_point = |byte: u32| bytes.partition_point(|&at| at < byte) as u32;
        let sentences =
            spans.into_iter().map(|span| (code_point(span.start()), code_point(span.end()))).collect();
        let claims: HashMap<&str, usize> =
            record.claims.iter().enumerate().map(|(i, claim)| (claim.claim_id.as_str(), i)).collect();
        let each = |i: usize| record.claims[i].source.iter().map(move |place| (place, i));
        let mut sources: Vec<_> = (0..record.claims.len()).flat_map(each).collect();
        sources.sort_by_key(|(place, _)| place.start);
        let of = |incident: &'r Incident| incident.facts.iter().map(move |fact| (incident, fact));
        let mut facts: Vec<_> =
            record.incidents.iter().flat_map(of).filter(|(_, f)| f.slot == "when").collect();
        facts.sort_by_key(|(_, fact)| fact.span.start);
        let dated = dated(record, &claims);
        let holders = holders(record);
        Self { record, bytes, sentences, holders, dated, sources, facts, claims }
    }

    /// The row of a date.
    pub(super) fn row(&self, date: &Date) -> Row {
        self.row_of(date, self.fact(&date.place))
    }

    /// The row of the surest statement of when an incident happened; `None` where no date of the article says it.
    pub(super) fn happened(&self, incident: &'r Incident) -> Option<Row> {
        let when = incident.when.as_ref()?;
        let mut facts = incident.facts.iter().filter(|fact| fact.slot == "when");
        let fact = facts.clone().find(|fact| fact.value == when.value).or_else(|| facts.next())?;
        let date = self.record.dates.iter().find(|date| overlap(&date.place, &fact.span))?;
        Some(Row {
            earliest: Some(when.earliest.clone()),
            latest: Some(when.latest.clone()),
            when: words::when(&when.earliest, &when.latest, &when.value),
            ..self.row_of(date, Some((incident, fact)))
        })
    }

    fn row_of(&self, date: &Date, fact: Option<(&'r Incident, &'r Fact)>) -> Row {
        let near = if fact.is_some() { None } else { self.nearest(&date.place) };
        let said = if fact.is_some() { None } else { self.said(&date.place, near) };
        let holder = self.holder(date.place.start);
        let standing = match (fact, said) {
            (Some((_, fact)), _) => self.of_fact(fact),
            (_, Some(Said::By(claim))) => words::saying(&self.record.claims[claim]),
            _ => self.of_place(&date.place),
        };
        let claim = match said {
            Some(Said::By(claim)) => Some(claim),
            _ => holder,
        };
        Row {
            rail: if said.is_some() { Rail::Said } else { Rail::Happened },
            earliest: date.earliest.clone(),
            latest: date.latest.clone(),
            when: match (&date.earliest, &date.latest) {
                (Some(first), Some(last)) => words::when(first, last, date.value.as_deref().unwrap_or("")),
                _ => words::NO_DATE.to_owned(),
            },
            mark: standing.mark.or_else(|| self.status(near)).or_else(|| self.ahead(date)),
            passage: self.passage(&date.place),
            about: fact.map(|(incident, _)| words::incident(incident, self.main())),
            word: standing.word,
            why: words::why(date, self.record),
            start: Some(date.place.start),
            end: Some(date.place.end),
            claim_id: claim.map(|claim| self.record.claims[claim].claim_id.clone()),
            incident_id: fact.map(|(incident, _)| incident.incident_id.clone()),
            drawn: None,
        }
    }

    /// How a fact is presented, and whose word it is.
    pub(super) fn of_fact(&self, fact: &Fact) -> Standing {
        let claim = fact.said_by.as_deref().and_then(|id| self.claims.get(id));
        words::presented(&fact.presented, claim.map(|&claim| &self.record.claims[claim]))
    }

    /// The same for words that are no fact: of the claim that holds them, or the writer.
    pub(super) fn of_place(&self, place: &Place) -> Standing {
        words::claimed(self.holder(place.start).map(|claim| &self.record.claims[claim]))
    }

    /// The sentence that holds a place, shortened, with the place in it.
    pub(super) fn passage(&self, place: &Place) -> String {
        let (start, end) = self.sentence(place.start).unwrap_or((place.start, place.end));
        // where the place stands far behind, the words before it count, from a word on
        let from = if place.end < start + PASSAGE {
            start
        } else {
            place.end.saturating_sub(PASSAGE * 2 / 3).max(start)
        };
        let (from, to) = (self.byte(from), self.byte(end.min(from + 2 * PASSAGE)));
        let words = self.record.text.get(from..to).unwrap_or(&place.text);
        let words = match words.find(char::is_whitespace) {
            Some(space) if from > self.byte(start) => format!("\u{2026}{}", &words[space..]),
            _ => words.to_owned(),
        };
        shortened(&words, PASSAGE as usize)
    }

    /// Where a code point begins, in bytes.
    fn byte(&self, code_point: u32) -> usize {
        self.bytes.get(code_point as usize).map_or(self.record.text.len(), |&at| at as usize)
    }

    /// What is to come has not happened, whoever says so.
    fn ahead(&self, date: &Date) -> Option<String> {
        let published = super::day_of(self.record.published_at.as_deref())?;
        date.earliest.as_deref().filter(|&first| first > published).map(|_| "yet to come".to_owned())
    }

    fn sentence(&self, at: u32) -> Option<(u32, u32)> {
        let i = self.sentences.partition_point(|s| s.0 <= at).checked_sub(1)?;
        self.sentences.get(i).copied()
    }

    fn holder(&self, at: u32) -> Option<usize> {
        let i = self.holders.partition_point(|h| h.0 <= at).checked_sub(1)?;
        self.holders[i].1
    }

    fn fact(&self, date: &Place) -> Option<(&'r Incident, &'r Fact)> {
        let end = self.facts.partition_point(|(_, fact)| fact.span.start < date.end);
        self.facts[..end]
            .iter()
            .rev()
            .take(NEAR)
            .copied()
            .filter(|(_, fact)| overlap(&fact.span, date))
            .min_by_key(|(incident, _)| !incident.main)
    }

    /// Whether a date says when something was said, and by which claim.
    fn said(&self, date: &Place, near: Option<What>) -> Option<Said> {
        let end = self.sources.partition_point(|(place, _)| place.start <= date.start);
        let source = self.sources[..end].iter().rev().take(NEAR).find(|(place, _)| place.end >= date.end);
        if let Some(&(_, claim)) = source {
            return Some(Said::By(claim));
        }
        match near? {
            What::Cue(claim) => Some(Said::By(claim)),
            What::Saying => Some(Said::Else),
            What::Event(_) => None,
        }
    }

    /// Whether what it dates is said to have happened.
    fn status(&self, near: Option<What>) -> Option<String> {
        match near? {
            What::Event(i) => words::happening(&self.record.events[i]),
            What::Cue(_) | What::Saying => None,
        }
    }

    /// The incident that the article is about.
    pub(super) fn main(&self) -> Option<&'r Incident> {
        self.record.incidents.iter().find(|incident| incident.main)
    }

    /// The nearest cue or event in the sentence of a date that is told by the same voice.
    fn nearest(&self, date: &Place) -> Option<What> {
        let (start, end) = self.sentence(date.start)?;
        let within = self.holder(date.start);
        let at = self.dated.partition_point(|d| d.place.start < date.start);
        let near = |d: &&Dated| d.within == within;
        let before =
            self.dated[..at].iter().rev().take(NEAR).take_while(|d| d.place.start >= start).find(near);
        let after = self.dated[at..].iter().take(NEAR).take_while(|d| d.place.end <= end).find(near);
        let close = |(gap, what): &(u32, What)| matches!(what, What::Event(_)) || *gap <= BESIDE;
        let before = before.map(|d| (date.start.saturating_sub(d.place.end), d.what));
        let after = after.map(|d| (d.place.start.saturating_sub(date.end), d.what));
        before
            .into_iter()
            .chain(after)
            .filter(close)
            .min_by_key(|&(gap, what)| (gap, !matches!(what, What::Event(_))))
            .map(|(_, what)| what)
    }
}

/// What a date on the rail of what was said belongs to.
#[derive(Clone, Copy)]
enum Said {
    By(usize),
    Else,
}

/// From each border of a content on, the innermost claim there.
fn holders(record: &Record) -> Vec<(u32, Option<usize>)> {
    let pieces = |(i, claim): (usize, &'_ Claim)| {
        claim.content.iter().map(|p| (p.start, p.end, i)).collect::<Vec<_>>()
    };
    let mut pieces: Vec<(u32, u32, usize)> = record.claims.iter().enumerate().flat_map(pieces).collect();
    pieces.sort_by_key(|&(start, end, i)| (start, std::cmp::Reverse(end), i));
    let mut borders: Vec<u32> = pieces.iter().flat_map(|p| [p.0, p.1]).collect();
    borders.sort_unstable();
    borders.dedup();
    let (mut open, mut next) = (Vec::<(u32, usize)>::new(), 0);
    let innermost = |border: u32| {
        open.retain(|&(end, _)| end > border);
        while let Some(&(_, end, claim)) = pieces.get(next).filter(|p| p.0 <= border) {
            open.push((end, claim));
            next += 1;
        }
        (border, open.last().map(|&(_, claim)| claim))
    };
    borders.into_iter().map(innermost).collect()
}

/// Cues and events by their place; an event that is a cue counts as the cue.
fn dated<'r>(record: &'r Record, claims: &HashMap<&str, usize>) -> Vec<Dated<'r>> {
    let of = |id: &Option<String>| id.as_deref().and_then(|id| claims.get(id)).copied();
    let cue = |(i, claim): (usize, &'r Claim)| {
        claim.cue.as_ref().map(|place| Dated { place, within: of(&claim.within), what: What::Cue(i) })
    };
    let mut out: Vec<Dated> = record.claims.iter().enumerate().filter_map(cue).collect();
    out.extend(record.events.iter().enumerate().map(|(i, event)| Dated {
        place: &event.place,
        within: of(&event.said_by),
        what: if event.class == "REPORTING" { What::Saying } else { What::Event(i) },
    }));
    // stable: of one place the cue stands first
    out.sort_by_key(|d| d.place.start);
    out.dedup_by(|later, earlier| {
        !matches!(later.what, What::Cue(_))
            && matches!(earlier.what, What::Cue(_))
            && overlap(later.place, earlier.place)
    });
    out
}
