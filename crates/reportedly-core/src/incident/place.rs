use std::collections::HashMap;

use super::gazetteer::{Settlement, region, settlements};
use super::kept::surest;
use super::{Fact, FactSlot};
use crate::article::Prose;
use crate::insight::{Insight, Name, NameType, likeliest};
use crate::text::Span;

/// Where an incident happened.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// The name that the article gives: of the settlement where one is named, else of the place that its surest statement names.
    pub span: Span,
    /// The settlement on the map; `None` where the name is that of several and the article does not say which, or of none.
    pub settlement: Option<Settlement>,
    /// Whether the name is that of a settlement, on the map or not.
    pub is_settlement: bool,
}

/// A name in a statement of where it happened counts as much as so many others.
const STATED: f32 = 3.0;
/// The first sentences of a text say where they are from.
const FIRST: f32 = 2.0;
/// The police of a town stand for it.
const BODY: f32 = 0.5;
/// A town that no statement names needs as much.
const ENOUGH: f32 = 2.5;
/// A namesake is passed over where it has so many times fewer inhabitants, and this one at least so many.
const LARGER: u32 = 10;
const LARGE: u32 = 100_000;
/// One settlement of a name is the one that is meant if it is at least so large: of smaller ones not all are on the map.
const KNOWN: u32 = 15_000;

/// The settlement that the article's statements and names speak for, else the place that the surest statement names.
pub(super) fn place(facts: &[Fact], prose: &Prose, insight: &dyn Insight) -> Option<Place> {
    let stated: Vec<&Fact> = facts.iter().filter(|f| f.slot == FactSlot::Where).collect();
    let kind = |name: &Name| NameType::ALL[likeliest(&name.types)];
    let places: Vec<&Name> = insight.names().iter().filter(|n| kind(n) == NameType::Place).collect();
    let towns = insight.names().iter().filter_map(|n| match kind(n) {
        NameType::Place => Some((n.span, 1.0)),
        NameType::Organization => Some((of_body(n.span, prose)?, BODY)),
        _ => None,
    });
    let known =
        |span: Span| region(prose.get(span)).is_none() && settlements(prose.get(span)).next().is_some();
    let towns: Vec<(Span, f32)> = towns.filter(|town| known(town.0)).collect();
    let first = prose.tokens.sentences.get(1).map_or(0, |s| s.end());
    let mut said: HashMap<&str, f32> = HashMap::new();
    towns.iter().for_each(|(span, weight)| *said.entry(prose.get(*span)).or_default() += weight / 2.0);
    let score = |(span, _): &(Span, f32)| {
        let said = said.get(prose.get(*span)).copied().unwrap_or_default();
        let is_stated = stated.iter().any(|f| f.span.overlaps(*span));
        let size = settlements(prose.get(*span)).map(|s| s.population).max().unwrap_or(0);
        f32::from(u8::from(is_stated)) * STATED
            + f32::from(u8::from(span.end() <= first)) * FIRST
            + said.min(2.0)
            + (size.max(1) as f32 / 1000.0).log10() / 2.0
    };
    let best = towns.iter().map(|town| (score(town), town.0));
    let best = best.reduce(|best, other| if other.0 > best.0 { other } else { best });
    if let Some((_, span)) = best.filter(|(score, _)| *score >= ENOUGH) {
        let settlement = which(prose.get(span), prose, &places);
        return Some(Place { span, settlement, is_settlement: true });
    }
    let surest = surest(facts.iter(), FactSlot::Where)?;
    let named = places.iter().rev().find(|n| surest.span.overlaps(n.span))?;
    Some(Place { span: named.span, settlement: None, is_settlement: false })
}

/// The place by name in a sentence that stands nearest to some words.
pub(super) fn named_in(sentence: Span, word: Span, prose: &Prose, insight: &dyn Insight) -> Option<Place> {
    let names = insight.names();
    let here = &names[names.partition_point(|n| n.span.end() <= sentence.start())..];
    let here = here.iter().take_while(|n| n.span.start() < sentence.end());
    let places: Vec<&Name> = here.filter(|n| NameType::ALL[likeliest(&n.types)] == NameType::Place).collect();
    let span = places.iter().map(|n| n.span).min_by_key(|span| gap(*span, word))?;
    let settlement = which(prose.get(span), prose, &places);
    Some(Place { span, settlement, is_settlement: settlement.is_some() })
}

/// The settlement whose name a body's name begins with: "[Fort Worth] Police Department".
fn of_body(span: Span, prose: &Prose) -> Option<Span> {
    let words = prose.within(span);
    let (first, rest) = words.split_first()?;
    let spans = (0..rest.len().min(3))
        .rev()
        .map(|n| n.checked_sub(1).map_or(first.span, |last| first.span.cover(rest[last].span)));
    spans.into_iter().find(|span| settlements(prose.get(*span)).next().is_some())
}

/// Which settlement of a name is meant: the one in a state that the article names, first of all right behind it; the only
/// one; or the one that is far larger than the others.
fn which(name: &str, prose: &Prose, places: &[&Name]) -> Option<Settlement> {
    let mut all: Vec<Settlement> = settlements(name).collect();
    all.sort_by_key(|s| std::cmp::Reverse(s.population));
    let here =
        prose.text.as_str().match_indices(name).map(|(at, _)| Span::new(at as u32, (at + name.len()) as u32));
    let behind = here.filter_map(|span| written_behind(span, prose)).next();
    if let Some(state) = behind {
        return all.into_iter().find(|s| s.region == Some(state));
    }
    let states: Vec<&str> = places.iter().filter_map(|n| region(prose.get(n.span))).collect();
    let mut fitting = all.iter().filter(|s| s.region.is_some_and(|r| states.contains(&r)));
    if let Some(only) = fitting.next() {
        return fitting.all(|other| other.region == only.region).then_some(*only);
    }
    let (first, second) = (all.first()?, all.get(1));
    let alone = second.is_none() && first.population >= KNOWN;
    let larger =
        first.population >= LARGE && second.is_none_or(|s| s.population * LARGER <= first.population);
    (alone || larger).then_some(*first)
}

/// The state behind a comma: "Springfield, Ohio".
fn written_behind(span: Span, prose: &Prose) -> Option<&'static str> {
    let rest = prose.text.as_str().get(span.end() as usize..)?.strip_prefix(", ")?;
    let end =
        |words: usize| rest.split(' ').take(words).map(|w| w.len() + 1).sum::<usize>().saturating_sub(1);
    (1..=2).rev().find_map(|words| {
        let written = rest.get(..end(words))?;
        region(written.trim_end_matches([',', ';', ')']))
            .or_else(|| region(written.trim_end_matches(['.', ',', ';', ')'])))
    })
}

/// How many bytes lie between two spans.
pub(super) fn gap(a: Span, b: Span) -> u32 {
    a.start().max(b.start()).saturating_sub(a.end().min(b.end()))
}
