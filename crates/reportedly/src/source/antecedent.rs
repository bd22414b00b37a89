//! Whom "he", "she", "it" and "they" mean: the one who fits and stands out, or nobody.
//!
//! Salience by distance, subject position and having spoken before, after Lappin and Leass (1994), on what
//! can be seen without a parse. Where the two best are close, none is taken.

use std::collections::BTreeMap;

use super::entities::{Gender, Mention};
use super::names::Class;
use super::phrase::Words;
use crate::text::Span;
use crate::tokens::Tokens;

/// How far back a pronoun reaches, in sentences.
const REACH: usize = 5;
/// And in mentions: a text without full stops is one sentence.
const MOST: usize = 60;
/// The best must be better than the second by so much.
const MARGIN: f32 = 1.0;

/// One who has been named or quoted before.
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
}

/// What a pronoun asks for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Asks {
    /// He, she.
    One(Gender),
    /// A person called by a noun that tells no gender: "the businessperson".
    Anyone,
    /// It.
    Body,
    /// They.
    Many,
}

/// Who is meant.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Meant {
    Found(Who),
    /// Two fit.
    Two(Who, Who),
    Nobody,
}

/// The third persons.
pub fn asks(word: &str) -> Option<Asks> {
    Some(match word {
        "he" | "his" | "him" | "himself" => Asks::One(Gender::Male),
        "she" | "her" | "hers" | "herself" => Asks::One(Gender::Female),
        "it" | "its" | "itself" => Asks::Body,
        "they" | "their" | "them" | "theirs" | "themselves" => Asks::Many,
        _ => return None,
    })
}

/// Looks back from a pronoun.
pub fn meant(asks: Asks, at: Span, w: &Words, tokens: &Tokens, spoke: &[Spoke]) -> Meant {
    let here = tokens.sentence_at(at.start());
    let mut scores: BTreeMap<Who, f32> = BTreeMap::new();
    let mut add = |who, score: f32| {
        let old = scores.entry(who).or_insert(f32::MIN);
        *old = if *old == f32::MIN { score } else { old.max(score) + 0.2 };
    };
    let least = tokens.sentences.get(here.saturating_sub(REACH)).map_or(0, |s| s.start());
    for s in spoke
        .iter()
        .rev()
        .take(MOST)
        .take_while(|s| s.at.start() >= least)
        .filter(|s| s.at.end() <= at.start())
    {
        if fits_spoke(asks, s) {
            let distance = here - tokens.sentence_at(s.at.start());
            add(s.who, near(distance) + 2.5 - if s.gender.is_none() { 0.5 } else { 0.0 });
        }
    }
    if asks != Asks::Many {
        for m in w.entities.before(at.start()).take(MOST).take_while(|m| m.span.start() >= least) {
            if let Some(score) = mention(asks, m, here, w, tokens) {
                add(Who::Entity(m.entity.unwrap_or_default()), score);
            }
        }
    }
    best(&scores)
}

fn best(scores: &BTreeMap<Who, f32>) -> Meant {
    let mut all: Vec<_> = scores.iter().map(|(w, s)| (*w, *s)).collect();
    all.sort_by(|a, b| b.1.total_cmp(&a.1));
    match all.as_slice() {
        [] => Meant::Nobody,
        [(_, s), ..] if *s < 1.0 => Meant::Nobody,
        [(a, s), (b, t), ..] if s - t < MARGIN => Meant::Two(*a, *b),
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
        Asks::Many => s.plural || !s.person,
    }
}

/// How much a mention stands out; `None` where it does not fit.
fn mention(asks: Asks, m: &Mention, here: usize, w: &Words, tokens: &Tokens) -> Option<f32> {
    let entity = &w.entities.all[m.entity?];
    let mut score = match (asks, entity.class) {
        (Asks::One(g), Class::Person) if entity.gender.is_none_or(|known| known == g) => {
            if entity.gender.is_some() { 0.5 } else { 0.0 }
        }
        (Asks::Anyone, Class::Person) => 0.3,
        (Asks::Body, Class::Organization | Class::Outlet) => 0.0,
        _ => return None,
    };
    let sentence = tokens.sentence_at(m.span.start());
    score += near(here - sentence);
    let start = tokens.sentences.get(sentence).map_or(0, |s| s.start());
    let ahead = w.terms.range(Span::new(start, m.span.start())).len();
    let first = !w.entities.within(Span::new(start, m.span.start())).iter().any(|o| {
        o.entity.is_some_and(|e| e != m.entity.unwrap_or_default() && w.entities.all[e].class == entity.class)
    });
    score += match ahead {
        0..=4 if first => 1.4,
        _ if first => 0.6,
        _ => 0.0,
    };
    if m.possessive {
        score -= 0.8;
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
