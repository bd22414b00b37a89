//! Interviews whose turns nobody's name stands before: a question as a paragraph, then what is answered.

mod interviewee;

use crate::article::{Article, Prose};
use crate::attribution::Proposal;
use crate::attribution::lines::{first_person, headline, lines, stem};
use crate::attribution::reason::Reason;
use crate::text::{Span, Spans, Text};
use crate::tokens::{Token, Tokens};
use interviewee::{interviewee, is_interview_word};

/// The fewest questions of an interview; fewer are an essay's.
const QUESTIONS: usize = 2;
/// A longer paragraph is no question alone.
const LONGEST: usize = 80;
/// The most paragraphs per answer, on average.
const ANSWER: usize = 6;
/// How many paragraphs stand before the first question at most.
const INTRODUCTION: usize = 12;

/// The answers of an interview, attributed to the one whom headline or introduction names.
pub fn answers(article: &Article, tokens: &Tokens) -> Vec<Proposal> {
    let (text, prose) = (&article.text, Prose::of(article, tokens));
    let all: Vec<Span> = lines(Span::new(0, text.len() as u32), text).collect();
    let body = headline(article).map_or(0, |h| h.end());
    let asks = |line: &Span| line.start() >= body && is_question(*line, prose);
    let Some(first) = all.iter().position(asks).filter(|&i| i <= INTRODUCTION) else { return Vec::new() };
    let (introduction, talk) = all.split_at(first);
    let turns: Vec<(Span, Vec<Span>)> = turns(talk, prose);
    if !is_interview(introduction, &turns, prose) {
        return Vec::new();
    }
    let who = interviewee(introduction, prose);
    let answer = |(_, said): (Span, Vec<Span>)| Proposal {
        source: who.into_iter().collect::<Spans>(),
        cue: None,
        content: said.into_iter().collect(),
        score: 0.8,
        why: Reason::Answer.message().to_owned(),
    };
    turns.into_iter().filter(|(_, said)| !said.is_empty()).map(answer).collect()
}

/// Each question with the paragraphs up to the next.
fn turns(talk: &[Span], prose: Prose) -> Vec<(Span, Vec<Span>)> {
    let mut turns: Vec<(Span, Vec<Span>)> = Vec::new();
    for &line in talk {
        match turns.last_mut() {
            Some((_, said)) if !is_question(line, prose) => {
                said.extend(Some(line).filter(|&line| is_speech(prose.get(line))));
            }
            _ => turns.push((line, Vec::new())),
        }
    }
    turns
}

/// A paragraph that asks the other one and ends with it.
fn is_question(line: Span, prose: Prose) -> bool {
    let words = prose.get(line);
    let plain = !words.starts_with(['"', '\u{201c}', '\u{2018}', '(', '[']);
    words.ends_with('?') && plain && prose.within(line).len() <= LONGEST
}

/// Whole sentences, no heading and no "(Laughs.)".
fn is_speech(line: &str) -> bool {
    !line.starts_with(['(', '[']) && line.ends_with(['.', '!', '\u{2026}', '"', '\u{201d}', '\u{2019}'])
}

/// Whether the questions are put to somebody who answers for herself: most answers are short and in the first person, somebody
/// is asked as "you", and it is called an interview, or else nobody has said "I" before.
fn is_interview(introduction: &[Span], turns: &[(Span, Vec<Span>)], prose: Prose) -> bool {
    let (layout, pronouns) = (&prose.language.layout, &prose.language.pronouns);
    let answered: Vec<_> = turns.iter().filter(|(_, said)| !said.is_empty()).collect();
    let speaks = |line: Span| first_person(prose.within(unquoted(line, prose.text)), prose);
    let own = |said: &Vec<Span>| said.iter().any(|&s| speaks(s));
    let count = |test: &dyn Fn(Span) -> bool| answered.iter().filter(|(question, _)| test(*question)).count();
    let has = |line: Span, test: &dyn Fn(&Token) -> bool| prose.within(line).iter().any(test);
    let named = |line: Span| has(line, &|w| layout.interviews.has(w.low()));
    let called = introduction.iter().any(|&line| named(line));
    let talked = introduction.last().is_some_and(|&line| has(line, &|w| is_interview_word(w, layout)));
    let written = introduction.iter().any(|&line| speaks(line));
    let firsts = answered.iter().filter(|(_, said)| own(said)).count();
    let yours = count(&|question| has(question, &|w| pronouns.second.has(stem(w))));
    let mine = count(&|question| first_person(prose.within(question), prose));
    let paragraphs: usize = answered.iter().map(|(_, said)| said.len()).sum();
    let (all, many) = (answered.len(), answered.len() > QUESTIONS && yours * 2 >= answered.len());
    let titled = introduction.first().is_some_and(|&line| {
        named(line)
            || has(line, &|w| is_interview_word(w, layout))
                && has(line, &|w| prose.language.phrases.with.has(&w.form))
    });
    let kind = called && (titled || yours > 0) || !written && (titled || talked && yours > 0 || many);
    all >= QUESTIONS && firsts * 2 >= all && mine * 2 < all && paragraphs <= all * ANSWER && kind
}

/// What stands before the first quotation mark.
fn unquoted(line: Span, text: &Text) -> Span {
    let end = text.get(line).find(['"', '\u{201c}']).map_or(line.end(), |i| line.start() + i as u32);
    Span::new(line.start(), end)
}
