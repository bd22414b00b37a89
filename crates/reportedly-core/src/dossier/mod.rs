//! Dossiers: one incident as several articles tell it, by how each answer is sourced.
//!
//! Answers to one question stand beside each other; none is chosen. An answer is the same where its figure, its days or its words
//! are, and where it is sourced alike: what one article states and another lays to somebody are two answers. A denial stands
//! beside what it denies. Copies of one text count once: the counts are those of [`trace`](crate::trace).

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use crate::incident::Presentation;
use crate::insight::FactSlot;
use crate::reuse::{Number, keys};
use crate::story::common_left_out;
use crate::text::{Span, Text};
use crate::trace::{Carrier, Carriers, Group, Naming, Statement, complete};

/// What one passage answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The article.
    pub number: Number,
    /// The question.
    pub question: FactSlot,
    /// The words.
    pub span: Span,
    /// What they say, where it is a number or a day.
    pub value: Option<Value>,
    /// How the article presents it.
    pub presented: Presentation,
    /// The claim that it rests on, as a position in the article's statements.
    pub statement: Option<usize>,
}

/// A value that two passages may have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value {
    /// The least and the most that it may be.
    Number(u32, Option<u32>),
    /// The first and the last day that it may be (see [`day`](crate::story::day)).
    Days(i32, i32),
}

impl Value {
    /// Whether both cannot be so at once.
    fn excludes(self, other: Self) -> bool {
        match (self, other) {
            (Self::Number(a, b), Self::Number(c, d)) => b.is_some_and(|b| b < c) || d.is_some_and(|d| d < a),
            (Self::Days(a, b), Self::Days(c, d)) => b < c || d < a,
            _ => false,
        }
    }
}

/// One answer to a question.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// The question.
    pub question: FactSlot,
    /// How it is sourced.
    pub sourced: Presentation,
    /// Its value.
    pub value: Option<Value>,
    /// The passages that give it, as positions in the caller's list; in the order of their articles.
    pub passages: Vec<usize>,
    /// Its counts and origins, and the article with the earliest stated date; one carrier for each passage.
    pub group: Group,
    /// Answers to the same question that cannot be so at once, as positions.
    pub others: Vec<usize>,
    /// Denials of it, as positions.
    pub denials: Vec<usize>,
}

/// What makes two answers one.
type Content = (Option<Value>, Vec<u32>);

/// The answers that passages give, by question; of one question by the day on which they are first known.
pub fn answers(all: &Carriers, passages: &[Passage]) -> Vec<Answer> {
    // whoever denies something is the origin of the denial
    let affirmed: Vec<Vec<Statement>> = all.statements.iter().map(|own| affirmed(own)).collect();
    let statements: Vec<&[Statement]> = affirmed.iter().map(Vec::as_slice).collect();
    let of_denials = Carriers { statements: &statements, ..*all };
    let mut together: BTreeMap<(FactSlot, Presentation, Content), Vec<usize>> = BTreeMap::new();
    for (at, passage) in passages.iter().enumerate() {
        let key = (passage.question, sourced(all, passage), content(all, passage));
        together.entry(key).or_default().push(at);
    }
    let mut found: Vec<(Content, Answer)> = together
        .into_iter()
        .map(|((question, sourced, content), mut own)| {
            own.sort_by_key(|&at| (passages[at].number, passages[at].span));
            let carrier = |at: &usize| {
                let Passage { number, statement, span, .. } = passages[*at];
                Carrier::new(number, statement, span)
            };
            let all = if sourced == Presentation::Denied { &of_denials } else { all };
            let group = complete(all, own.iter().map(carrier).collect());
            let (value, others, denials) = (content.0, Vec::new(), Vec::new());
            (content, Answer { question, sourced, value, passages: own, group, others, denials })
        })
        .collect();
    let first = |answer: &Answer| {
        let carriers = answer.group.carriers.iter().filter_map(|carrier| all.stated(carrier));
        carriers.map(|when| when.last()).min()
    };
    found.sort_by_key(|(_, a)| (a.question, first(a).is_none(), first(a), a.sourced));
    let beside: Vec<[Vec<usize>; 2]> = found.iter().map(|one| beside(one, &found)).collect();
    let all = found.into_iter().zip(beside);
    all.map(|((_, answer), [others, denials])| Answer { others, denials, ..answer }).collect()
}

fn affirmed(statements: &[Statement]) -> Vec<Statement> {
    statements.iter().map(|one| Statement { denied: false, ..one.clone() }).collect()
}

/// The answers that cannot be so at once with one, and the denials of it.
fn beside((content, answer): &(Content, Answer), all: &[(Content, Answer)]) -> [Vec<usize>; 2] {
    let mut out = [Vec::new(), Vec::new()];
    if matches!(answer.sourced, Presentation::Denied | Presentation::Open) {
        return out;
    }
    for (at, (theirs, other)) in
        all.iter().enumerate().filter(|(_, other)| other.1.question == answer.question)
    {
        match other.sourced {
            Presentation::Denied if theirs == content => out[1].push(at),
            Presentation::Denied | Presentation::Open => {}
            _ if answer.value.zip(other.value).is_some_and(|(a, b)| a.excludes(b)) => out[0].push(at),
            _ => {}
        }
    }
    out
}

/// A report of nobody who could be looked up is an allegation: it never counts as more than it is.
fn sourced(all: &Carriers, passage: &Passage) -> Presentation {
    let statement = all.statements.get(passage.number as usize).zip(passage.statement);
    let statement = statement.and_then(|(own, at)| own.get(at));
    match passage.presented {
        Presentation::Stated if passage.statement.is_none() => Presentation::Stated,
        Presentation::Stated | Presentation::Reported => match statement {
            Some(statement) if statement.denied => Presentation::Denied,
            Some(statement) if statement.hedge.is_none() && is_known(all, passage.number, statement) => {
                Presentation::Reported
            }
            _ => Presentation::Alleged,
        },
        presented => presented,
    }
}

/// Whether somebody could be looked up: who has a name, and "police".
fn is_known(all: &Carriers, number: Number, statement: &Statement) -> bool {
    let is_body = || {
        let Some(article) = all.articles.get(number as usize) else { return false };
        let collectives = &article.language().sources.collectives;
        let words =
            statement.source.pieces().iter().flat_map(|&piece| article.text.get(piece).split_whitespace());
        words.into_iter().any(|word| collectives.has(&word.to_lowercase()))
    };
    matches!(statement.naming, Naming::Named | Naming::Collective) || is_body()
}

/// The value, else the words without the common ones.
fn content(all: &Carriers, passage: &Passage) -> Content {
    let words = match (passage.value, all.articles.get(passage.number as usize)) {
        (None, Some(article)) => common_left_out(keys(&Text::new(article.text.get(passage.span))).words()),
        _ => Vec::new(),
    };
    (passage.value, words)
}
