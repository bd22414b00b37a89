//! Interviews whose turns nobody's name stands before: a question as a paragraph, then what is answered.

mod interviewee;

use crate::article::Article;
use crate::attribution::Proposal;
use crate::attribution::lines::{first_person, headline, lines, plain_words};
use crate::text::{Span, Spans, Text};
use interviewee::interviewee;

/// So many questions are an interview; fewer are an essay's.
const QUESTIONS: usize = 2;
/// A longer paragraph is no question alone.
const LONGEST: usize = 80;
/// So many paragraphs has an answer at most, one with another.
const ANSWER: usize = 6;
/// How many paragraphs stand before the first question at most.
const INTRODUCTION: usize = 12;

/// The answers of an interview, attributed to the one whom headline or introduction names.
pub fn answers(article: &Article) -> Vec<Proposal> {
    let text = &article.text;
    let all: Vec<Span> = lines(Span::new(0, text.len() as u32), text).collect();
    let body = headline(article).map_or(0, |h| h.end());
    let asks = |line: &Span| line.start() >= body && is_question(text.get(*line));
    let Some(first) = all.iter().position(asks).filter(|&i| i <= INTRODUCTION) else { return Vec::new() };
    let (introduction, talk) = all.split_at(first);
    let turns: Vec<(Span, Vec<Span>)> = turns(talk, text);
    if !is_interview(introduction, &turns, text) {
        return Vec::new();
    }
    let who = interviewee(introduction, text);
    let answer = |(_, said): (Span, Vec<Span>)| Proposal {
        source: who.into_iter().collect::<Spans>(),
        cue: None,
        content: said.into_iter().collect(),
        score: 0.8,
        why: "an answer in an interview".to_owned(),
    };
    turns.into_iter().filter(|(_, said)| !said.is_empty()).map(answer).collect()
}

/// Each question with the paragraphs up to the next.
fn turns(talk: &[Span], text: &Text) -> Vec<(Span, Vec<Span>)> {
    let mut turns: Vec<(Span, Vec<Span>)> = Vec::new();
    for &line in talk {
        let words = text.get(line);
        match turns.last_mut() {
            Some((_, said)) if !is_question(words) => said.extend(Some(line).filter(|_| is_speech(words))),
            _ => turns.push((line, Vec::new())),
        }
    }
    turns
}

/// A paragraph that asks the other one and ends with it.
fn is_question(line: &str) -> bool {
    let plain = !line.starts_with(['"', '\u{201c}', '\u{2018}', '(', '[']);
    line.ends_with('?') && plain && line.split_whitespace().count() <= LONGEST
}

/// Whole sentences, no heading and no "(Laughs.)".
fn is_speech(line: &str) -> bool {
    !line.starts_with(['(', '[']) && line.ends_with(['.', '!', '\u{2026}', '"', '\u{201d}', '\u{2019}'])
}

/// Whether the questions are put to somebody who answers for herself: most answers are short and in the first person, somebody
/// is asked as "you", and it is called an interview, or else nobody has said "I" before.
fn is_interview(introduction: &[Span], turns: &[(Span, Vec<Span>)], text: &Text) -> bool {
    let answered: Vec<_> = turns.iter().filter(|(_, said)| !said.is_empty()).collect();
    let own = |said: &Vec<Span>| said.iter().any(|&s| first_person(unquoted(text.get(s))));
    let count = |test: &dyn Fn(Span) -> bool| answered.iter().filter(|(question, _)| test(*question)).count();
    let has = |line: &Span, test: fn(&str) -> bool| plain_words(text.get(*line)).iter().any(|w| test(w));
    let called = introduction.iter().any(|line| has(line, interviewee::is_interview));
    let talked = introduction.last().is_some_and(|line| has(line, interviewee::is_call));
    let written = introduction.iter().any(|&line| first_person(unquoted(text.get(line))));
    let firsts = answered.iter().filter(|(_, said)| own(said)).count();
    let yours = count(&|question| has(&question, is_you));
    let mine = count(&|question| first_person(text.get(question)));
    let paragraphs: usize = answered.iter().map(|(_, said)| said.len()).sum();
    let (all, many) = (answered.len(), answered.len() > QUESTIONS && yours * 2 >= answered.len());
    let titled = introduction.first().is_some_and(|line| {
        has(line, interviewee::is_interview) || has(line, interviewee::is_call) && has(line, |w| w == "with")
    });
    let kind = called && (titled || yours > 0) || !written && (titled || talked && yours > 0 || many);
    all >= QUESTIONS && firsts * 2 >= all && mine * 2 < all && paragraphs <= all * ANSWER && kind
}

fn is_you(word: &str) -> bool {
    let stem = word.split(['\'', '\u{2019}']).next().unwrap_or(word);
    matches!(stem, "you" | "You" | "your" | "Your" | "yours" | "yourself")
}

/// What stands before the first quotation mark.
fn unquoted(words: &str) -> &str {
    words.split(['"', '\u{201c}']).next().unwrap_or(words)
}
