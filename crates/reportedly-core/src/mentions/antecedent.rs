//! Resolves "he", "she", "it" and "they" to the most salient candidate that fits, or to none.
//!
//! Salience comes from distance, subject position and having spoken before, after Lappin and Leass (1994), as
//! far as it can be seen without a parse. If the best two are close, neither is taken.

use std::collections::BTreeMap;

use super::entities::{Gender, Mention};
use super::lexicons::NOUNS;
use super::names::Class;
use super::phrase::Words;
use crate::text::Span;
use crate::tokens::Tokens;

/// How far back a pronoun can refer, in sentences.
const REACH: usize = 5;
/// How far back it can refer if only one candidate fits.
const FAR: usize = 12;
/// The same limit in mentions, for a text without full stops, which is one sentence.
const MOST: usize = 60;
/// A paragraph longer than this, in bytes, counts as several, for a text without line ends.
const PARAGRAPH: u32 = 4000;
/// The margin by which the best candidate must beat the second.
const MARGIN: f32 = 0.8;
/// Score bonus for the latest and the second-latest speaker.
const SPOKEN: [f32; 2] = [2.5, 1.6];
/// Score bonus for a mention in the same paragraph.
const SAME_PARAGRAPH: f32 = 1.0;

/// Words that begin a phrase before the subject.
const FRONTING: &[&str] = &[
    "after",
    "as",
    "at",
    "before",
    "by",
    "despite",
    "during",
    "following",
    "for",
    "from",
    "if",
    "in",
    "on",
    "over",
    "since",
    "though",
    "to",
    "under",
    "until",
    "when",
    "while",
    "with",
    "within",
    "without",
];

/// A candidate: someone named or quoted before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Who {
    /// A position in the entities.
    Entity(usize),
    /// A row of the sources without a name.
    Row(usize),
}

/// A source that was resolved before, in text order.
#[derive(Clone, Copy, Debug)]
pub struct Spoke {
    pub who: Who,
    pub at: Span,
    pub gender: Option<Gender>,
    pub plural: bool,
    pub person: bool,
    pub document: bool,
}

/// What a pronoun can refer to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Asks {
    /// He, she.
    One(Gender),
    /// A person called by a noun without gender: "the businessperson".
    Anyone,
    /// It.
    Body,
    /// They.
    Many,
}

/// The result of looking back.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Meant {
    Found(Who),
    /// Two fit.
    Two(Who, Who),
    Nobody,
}

/// Third-person pronouns.
pub fn asks(word: &str) -> Option<Asks> {
    Some(match word {
        "he" | "his" | "him" | "himself" => Asks::One(Gender::Male),
        "she" | "her" | "hers" | "herself" => Asks::One(Gender::Female),
        "it" | "its" | "itself" => Asks::Body,
        "they" | "their" | "them" | "theirs" | "themselves" => Asks::Many,
        _ => return None,
    })
}

/// A pronoun, or a noun used like one, and the place from which it looks back: after a quotation, from where
/// the quotation begins.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    pub asks: Asks,
    pub at: Span,
    pub from: u32,
}

/// Looks back from a pronoun.
pub fn meant(place: Place, w: &Words, tokens: &Tokens, spoke: &[Spoke]) -> Meant {
    let mut scores = scores(place, w, tokens, spoke);
    let told = [0, 1].into_iter().filter_map(|back| unnamed(place, back, w, tokens, spoke));
    if let Some(score) = told.max_by(f32::total_cmp) {
        scores.insert(UNNAMED, score);
    }
    match best(&scores, place.asks) {
        Meant::Nobody if !scores.contains_key(&UNNAMED) => only_one(place, w, tokens),
        Meant::Found(UNNAMED) => Meant::Nobody,
        Meant::Two(a, b) if a == UNNAMED || b == UNNAMED => Meant::Nobody,
        found => found,
    }
}

/// Represents a person mentioned without a name.
const UNNAMED: Who = Who::Row(usize::MAX);

/// The salience of an unnamed person in the previous sentence, or earlier in the same one: "The inspector came out. He
/// said", "Vale's mother wept. She said", "Police met a woman there. She said", "A neighbour knocked, and he said".
fn unnamed(place: Place, back: usize, w: &Words, tokens: &Tokens, spoke: &[Spoke]) -> Option<f32> {
    let Asks::One(gender) = place.asks else { return None };
    let here = tokens.sentence_at(place.from);
    let before = tokens.sentences.get(here.checked_sub(back)?)?;
    let before = &Span::new(before.start(), before.end().min(place.from).max(before.start()));
    if spoke.iter().rev().take(MOST).any(|s| before.contains(s.at)) || tokens.quoted(before.start()).is_some()
    {
        return None;
    }
    let range = w.terms.range(*before);
    let all = &w.terms.all;
    let named = |m: &Mention| {
        let entity = m.entity.map(|e| &w.entities.all[e]);
        !m.possessive
            && entity.is_some_and(|e| e.class == Class::Person && e.gender.is_none_or(|g| g == gender))
    };
    let rival = w.entities.within(*before).iter().any(named);
    let told = (range.start + 1..range.end.min(range.start + 40)).filter_map(|i| {
        let (first, known) = without_a_name(i, range.clone(), w)?;
        let subject = first == range.start && !all[range.start + 1..i].iter().any(|t| !t.joined);
        let fits = known.is_none_or(|g| g == gender);
        match (subject, known.is_some()) {
            _ if !fits => None,
            (true, _) => Some(1.4),
            (false, true) => Some(if rival { 0.6 } else { 1.4 }),
            (false, false) => (back == 0).then_some(0.8),
        }
    });
    let best = told.max_by(f32::total_cmp)?;
    let apart = w.text.get(Span::new(before.start(), place.from.max(before.start()))).contains('\n');
    Some(near(back) + best + if apart { 0.0 } else { SAME_PARAGRAPH })
}

/// The start of a noun phrase for one unnamed person, and the gender of the noun.
fn without_a_name(
    noun: usize,
    sentence: std::ops::Range<usize>,
    w: &Words,
) -> Option<(usize, Option<Gender>)> {
    let all = &w.terms.all;
    let word = w.low(noun);
    let value =
        NOUNS.get(&word).filter(|v| v.starts_with("role") && !all[noun].capital && !all[noun].possessive)?;
    let next = all.get(noun + 1).filter(|t| noun + 1 < sentence.end && (t.joined || t.capital));
    // a noun behind it would be the subject: "the driver licence"; or she has a name
    if next.is_some_and(|t| t.capital || NOUNS.form_of(&w.low(noun + 1)).is_some())
        || !w.entities.called(&word).is_empty()
    {
        return None;
    }
    let article = |i: usize| matches!(w.low(i).as_str(), "the" | "a" | "an" | "his" | "her" | "their");
    let first =
        (sentence.start..noun).rev().take(4).find(|&i| article(i) || all[i].possessive && all[i].capital)?;
    let plain = (first + 1..=noun).all(|i| all[i].joined && !all[i].capital);
    plain.then_some((first, super::entities::gender(value)))
}

/// The most salient of some entities.
pub fn salient(many: &[usize], place: Place, w: &Words, tokens: &Tokens, spoke: &[Spoke]) -> Option<usize> {
    let mut scores = scores(place, w, tokens, spoke);
    scores.retain(|who, _| matches!(who, Who::Entity(e) if many.contains(e)));
    match best(&scores, Asks::Many) {
        Meant::Found(Who::Entity(e)) => Some(e),
        _ => None,
    }
}

fn scores(place: Place, w: &Words, tokens: &Tokens, spoke: &[Spoke]) -> BTreeMap<Who, f32> {
    let Place { asks, at, from } = place;
    let here = tokens.sentence_at(from);
    let least = tokens.sentences.get(here.saturating_sub(REACH)).map_or(0, |s| s.start());
    let low = least.max(from.saturating_sub(PARAGRAPH)).min(from);
    let reach = w.text.as_str().as_bytes().get(low as usize..from as usize).unwrap_or_default();
    let paragraph = low + reach.iter().rposition(|&b| b == b'\n').unwrap_or(0) as u32;
    let mut scores: BTreeMap<Who, (f32, f32)> = BTreeMap::new();
    let mut add = |who, at: u32, score: f32| {
        let score = score + if at >= paragraph { SAME_PARAGRAPH } else { 0.0 };
        let (best, more) = scores.entry(who).or_insert((score, -0.2));
        (*best, *more) = (best.max(score), (*more + 0.2).min(0.6));
    };
    let mut ranks: Vec<Who> = Vec::new();
    let near_spoke = spoke.iter().rev().take(MOST).take_while(|s| s.at.start() >= least);
    for s in near_spoke.filter(|s| s.at.end() <= at.start() && fits_spoke(asks, s)) {
        let rank = ranks.iter().position(|who| *who == s.who).unwrap_or(ranks.len());
        if rank == ranks.len() {
            ranks.push(s.who);
        }
        let distance = here.saturating_sub(tokens.sentence_at(s.at.start()));
        let spoken = SPOKEN.get(rank).copied().unwrap_or(1.0);
        let unsure = if s.gender.is_none() { 0.5 } else { 0.0 };
        add(s.who, s.at.start(), near(distance) + spoken - unsure);
    }
    if asks != Asks::Many {
        for m in w.entities.before(at.start()).take(MOST).take_while(|m| m.span.start() >= least) {
            // "a rival, Tim Fell, he deemed": no one is the one beside him
            let gap = Span::new(m.span.end(), at.start());
            let beside = gap.len() <= 2 && matches!(w.text.get(gap).trim(), "" | ",");
            if beside && matches!(asks, Asks::One(_)) && tokens.sentence_at(m.span.start()) == here {
                continue;
            }
            if let (Some(e), Some(score)) = (m.entity, mention(asks, m, here, w, tokens)) {
                add(Who::Entity(e), m.span.start(), score);
            }
        }
    }
    scores.into_iter().map(|(who, (best, more))| (who, best + more)).collect()
}

/// Looks further back if only one named candidate fits the pronoun.
fn only_one(place: Place, w: &Words, tokens: &Tokens) -> Meant {
    let Asks::One(_) = place.asks else { return Meant::Nobody };
    let here = tokens.sentence_at(place.from);
    let least = tokens.sentences.get(here.saturating_sub(FAR)).map_or(0, |s| s.start());
    let near = w.entities.before(place.at.start()).take(MOST).take_while(|m| m.span.start() >= least);
    let fits = near.filter(|m| mention(place.asks, m, here, w, tokens).is_some());
    let mut named = fits.filter_map(|m| m.entity);
    match named.next() {
        Some(one) if named.all(|e| e == one) => Meant::Found(Who::Entity(one)),
        _ => Meant::Nobody,
    }
}

fn best(scores: &BTreeMap<Who, f32>, asks: Asks) -> Meant {
    let margin = if asks == Asks::Anyone { MARGIN * 2.0 } else { MARGIN };
    let mut all: Vec<_> = scores.iter().map(|(w, s)| (*w, *s)).collect();
    all.sort_by(|a, b| b.1.total_cmp(&a.1));
    match all.as_slice() {
        [] => Meant::Nobody,
        [(_, s), ..] if *s < 1.0 => Meant::Nobody,
        [(a, s), (b, t), ..] if s - t < margin => Meant::Two(*a, *b),
        [(a, _), ..] => Meant::Found(*a),
    }
}

fn near(distance: usize) -> f32 {
    [2.6, 2.4, 1.4, 0.7, 0.2].get(distance).copied().unwrap_or(0.0)
}

fn fits_spoke(asks: Asks, s: &Spoke) -> bool {
    match asks {
        Asks::One(g) => s.person && !s.plural && s.gender.is_none_or(|known| known == g),
        Asks::Anyone => false,
        Asks::Body => !s.person && !s.plural,
        Asks::Many => s.plural || !s.person && !s.document,
    }
}

/// The salience of a mention; `None` if it does not fit.
fn mention(asks: Asks, m: &Mention, here: usize, w: &Words, tokens: &Tokens) -> Option<f32> {
    let entity = &w.entities.all[m.entity?];
    if is_modifier(m, w) {
        return None;
    }
    let mut score = match (asks, entity.class) {
        (Asks::One(g), Class::Person) if entity.gender.is_none_or(|known| known == g) => {
            if entity.gender.is_some() { 0.5 } else { 0.0 }
        }
        (Asks::Anyone, Class::Person) => 0.3,
        (Asks::Body, Class::Organization | Class::Outlet) => 0.0,
        _ => return None,
    };
    let sentence = tokens.sentence_at(m.span.start());
    score += near(here.saturating_sub(sentence));
    let start = tokens.sentences.get(sentence).map_or(0, |s| s.start());
    let ahead = ahead(Span::new(start, m.span.start()), w);
    let first = !w.entities.within(Span::new(start, m.span.start())).iter().any(|o| {
        o.entity.is_some_and(|e| e != m.entity.unwrap_or_default() && w.entities.all[e].class == entity.class)
            && !is_modifier(o, w)
    });
    score += match ahead {
        0..=4 if first => 1.4,
        _ if first => 0.6,
        _ => 0.0,
    };
    if m.possessive {
        score -= 0.8;
    }
    // "they met Tim Fell, a clerk": who has just come in
    let apposed = next_words(m, w).is_some_and(|words| {
        words.starts_with(", a ") || words.starts_with(", an ") || words.starts_with(", who ")
    });
    if m.words > 1 && entity.first == m.span.start() && apposed {
        score += 1.6;
    }
    // "Vale said", whether it was found to be a claim or not
    let next = w.terms.range(Span::new(m.span.end(), m.span.end() + 12)).next();
    if sentence == here
        && next.is_some_and(|i| {
            w.terms.all[i].joined && matches!(w.low(i).as_str(), "said" | "says" | "told" | "added")
        })
    {
        score += 1.6;
    }
    if tokens.quoted(m.span.start()).is_some() {
        score -= 2.5;
    }
    let before = w.terms.range(Span::new(start, m.span.start())).last().map_or(String::new(), |i| w.low(i));
    if matches!(
        before.as_str(),
        "of" | "with" | "for" | "about" | "against" | "to" | "on" | "by" | "than" | "from" | "over"
    ) {
        score -= 0.6;
    }
    Some(score)
}

/// A few characters after a name.
fn next_words<'a>(m: &Mention, w: &Words<'a>) -> Option<&'a str> {
    w.text.as_str().get(m.span.end() as usize..).map(|rest| &rest[..rest.floor_char_boundary(8)])
}

/// "Vale consultant", "Vale supporters": the surname only says whose they are.
pub fn is_modifier(m: &Mention, w: &Words) -> bool {
    let next = w.terms.range(Span::new(m.span.end(), m.span.end() + 20)).next();
    let noun =
        next.filter(|&i| w.terms.all[i].joined && !w.terms.all[i].capital && m.words == 1 && !m.possessive);
    noun.is_some_and(|i| {
        let word = w.low(i);
        let one = NOUNS.get(&word).is_some_and(|v| v.starts_with("role") || v.starts_with("org"));
        one || NOUNS.form_of(&word).is_some_and(|v| v.contains("group"))
    })
}

/// Words between the beginning of a sentence and a name; after a fronted phrase ("After the vote, Vale"), between its comma
/// and the name.
fn ahead(before: Span, w: &Words) -> usize {
    let (range, all) = (w.terms.range(before), &w.terms.all);
    let gap = |i: usize| Some(Span::new(all.get(i - 1)?.span.end(), all.get(i)?.span.start()));
    let comma = |i: &usize| gap(*i).is_some_and(|g| w.text.get(g).trim() == ",");
    let fronted = FRONTING.contains(&w.low(range.start).as_str());
    let begins = (range.start + 1..=range.end).find(comma).filter(|_| fronted);
    range.end - begins.unwrap_or(range.start)
}
