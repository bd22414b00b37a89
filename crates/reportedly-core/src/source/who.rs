//! Who a source is: which of those who are named, or nobody.
//!
//! Each of them is described by numbers: where it is named, how well the trained reader takes the source to stand
//! for it, what it is, what the words of the source are. A small network that was trained on sources whose names people
//! had marked gives each a score; the best one is taken if it is clearly the best.

use crate::article::Prose;
use crate::insight::{Insight, likeliest};
use crate::language::Gender;
use crate::mentions::cast::{Cast, Member};
use crate::text::Span;
use crate::tokens::List;

/// The answer for one claim.
#[derive(Clone, Debug, Default)]
pub struct Who {
    /// Position in the cast; `None` for nobody.
    pub member: Option<usize>,
    /// Its probability among the candidates.
    pub p: f32,
    /// The probability of nobody.
    pub nobody: f32,
}

/// What is known where a source is looked for.
pub struct Scene<'a> {
    /// The article's words.
    pub prose: Prose<'a>,
    /// What the trained reader knows of them.
    pub insight: &'a dyn Insight,
    /// Who is named.
    pub cast: &'a Cast,
    /// Where the headline ends.
    pub body_start: u32,
}

/// A name is given from this probability on: a wrong name is worse than none.
pub const NAMED: f32 = 0.5;
/// The most candidates that are looked at: those named nearest.
const NEAR: usize = 24;
/// Numbers that say what the words of a source are like.
pub const FORM: usize = 15;
/// The most mentions of one that are looked at, before and after.
const MENTIONS: usize = 6;

/// Words that stand for somebody, and what is known beside them.
pub struct Ask<'a> {
    /// The words.
    pub span: Span,
    /// What is said, where they are the source of a claim.
    pub content: Option<Span>,
    /// The name that the rules give.
    pub hint: Option<&'a str>,
}

/// Names whoever each of some words in text order stand for; `None` where there are no words.
pub fn who(scene: &Scene, asked: &[Option<Ask>]) -> Vec<Who> {
    let mut out: Vec<Who> = Vec::new();
    for ask in asked {
        let last = |back: usize| out.len().checked_sub(back).and_then(|j| out[j].member);
        let last = [last(1), last(2)];
        out.push(ask.as_ref().map_or_else(Who::default, |ask| one(scene, ask, last)));
    }
    out
}

fn one(scene: &Scene, ask: &Ask, last: [Option<usize>; 2]) -> Who {
    let near = near(scene.cast, ask.span);
    let source = source_form(scene, ask.span);
    let candidates = std::iter::once(None).chain(near.iter().map(|&at| Some(at)));
    let told: Vec<Vec<f32>> = candidates.map(|at| described(scene, ask, last, &source, at)).collect();
    best(&scene.insight.who(&told), &near)
}

fn best(scores: &[f32], near: &[usize]) -> Who {
    let high = scores.iter().fold(f32::MIN, |a, &b| a.max(b));
    let total: f32 = scores.iter().map(|s| (s - high).exp()).sum();
    let at = likeliest(scores);
    let p = |at: usize| (scores[at] - high).exp() / total;
    Who { member: at.checked_sub(1).map(|k| near[k]), p: p(at), nobody: p(0) }
}

/// The candidates: those named nearest to the source, in the order of the cast.
pub fn near(cast: &Cast, span: Span) -> Vec<usize> {
    let distance = |m: &Member| {
        let at = m.mentions.partition_point(|s| s.start() <= span.start());
        let before = at.checked_sub(1).map_or(u32::MAX, |k| span.start() - m.mentions[k].start());
        let after = m.mentions.get(at).map_or(u32::MAX, |s| s.start() - span.start());
        before.min(after.saturating_mul(2))
    };
    let mut all: Vec<(u32, usize)> = cast.all.iter().map(distance).zip(0..).collect();
    if all.len() > NEAR {
        all.select_nth_unstable(NEAR);
        all.truncate(NEAR);
    }
    let mut all: Vec<usize> = all.into_iter().map(|(_, at)| at).collect();
    all.sort_unstable();
    all
}

/// One where something holds, else nothing.
pub fn flag(x: bool) -> f32 {
    f32::from(u8::from(x))
}

/// What the words of the source are like, the same for all candidates.
pub fn source_form(scene: &Scene, span: Span) -> [f32; FORM] {
    let language = scene.prose.language;
    let (pronouns, phrases) = (&language.pronouns, &language.phrases);
    let words = scene.prose.within(span);
    let first = words.first().map_or("", |t| t.low());
    let alone = words.len() == 1;
    let pronoun = |list: List| flag(alone && list.has(first));
    [
        pronoun(pronouns.male),
        pronoun(pronouns.female),
        pronoun(pronouns.thing),
        pronoun(pronouns.many),
        pronoun(pronouns.first),
        pronoun(pronouns.second),
        flag(pronouns.relative.has(first)),
        flag(phrases.definite.has(first)),
        flag(phrases.indefinite.has(first)),
        flag(pronouns.owning.has(first) && !alone),
        flag(words.iter().any(|t| t.capital && !t.first)),
        flag(words.iter().all(|t| !t.capital)),
        (words.len() as f32).ln_1p() / 3.0,
        flag(span.start() < scene.body_start),
        flag(words.first().is_some_and(|t| t.quoted)),
    ]
}

/// The numbers that describe a candidate.
fn described(
    scene: &Scene,
    ask: &Ask,
    last: [Option<usize>; 2],
    source: &[f32],
    at: Option<usize>,
) -> Vec<f32> {
    let mut out = vec![flag(at.is_none()), flag(ask.hint.is_some())];
    out.extend(source);
    let Some(at) = at else { return out };
    let (member, span) = (&scene.cast.all[at], ask.span);
    out.extend(member.types);
    out.push(flag(ask.hint == Some(member.name.as_str())));
    out.extend(last.map(|last| flag(last == Some(at))));
    out.extend(inside(scene, member, span));
    out.extend(around(scene, member, ask.content, span));
    out.push((member.mentions.len() as f32).ln_1p() / 3.0);
    out.extend(gender(scene, member, span));
    out
}

/// Where in the source it is named.
fn inside(scene: &Scene, member: &Member, span: Span) -> [f32; 9] {
    let tokens = scene.prose.tokens;
    let whole = tokens.range(span);
    let Some(own) = member.mentions.iter().find(|m| span.contains(**m)) else { return [0.0; 9] };
    let range = tokens.range(*own);
    let before = range.start.checked_sub(1).filter(|&i| i >= whole.start);
    let phrases = &scene.prose.language.phrases;
    [
        1.0,
        flag(range.start == whole.start),
        flag(range.end == whole.end),
        (range.start - whole.start) as f32 / 8.0,
        whole.end.saturating_sub(range.end) as f32 / 8.0,
        flag(tokens.all[range.end - 1].possessive),
        flag(before.is_some_and(|i| !tokens.all[i].capital && !phrases.determiners.has(tokens.low(i)))),
        flag(range.start > 0 && !tokens.all[range.start].joined && range.start > whole.start),
        flag(before.is_some_and(|i| phrases.of.has(tokens.low(i)))),
    ]
}

/// Where outside the source it is named, and how well the source stands for it there.
fn around(scene: &Scene, member: &Member, content: Option<Span>, span: Span) -> Vec<f32> {
    let tokens = scene.prose.tokens;
    let (start, end) = (span.start(), span.end());
    let split = member.mentions.partition_point(|m| m.start() < end);
    let before: Vec<Span> = member.mentions[..split].iter().rev().take(MENTIONS).copied().collect();
    let after: Vec<Span> = member.mentions[split..].iter().take(MENTIONS).copied().collect();
    let starts: Vec<u32> = before.iter().chain(&after).map(|m| m.start()).collect();
    let same = scene.insight.same(start, &starts);
    let top = |scores: &[f32]| scores.iter().fold(-12.0f32, |a, &b| a.max(b)).clamp(-12.0, 12.0) / 4.0;
    let words = |from: u32, to: u32| tokens.range(Span::new(from.min(to), from.max(to))).len() as f32;
    let far = |m: Option<&Span>| m.map_or(1.5, |m| words(m.start(), start).ln_1p() / 5.0);
    let sentence = |byte: u32| tokens.sentence_at(byte);
    let line = |byte: u32| tokens.within(Span::new(byte, byte + 1)).first().map_or(u32::MAX, |t| t.line);
    let nearest = before.iter().find(|m| m.end() <= start);
    let next = after.first();
    let gap = |m: Option<&Span>| m.map_or(9, |m| sentence(start).abs_diff(sentence(m.start())));
    let token = |m: Option<&Span>| m.and_then(|m| tokens.within(*m).first());
    vec![
        top(&same),
        top(&same[..before.len()]),
        top(&same[before.len()..]),
        flag(nearest.is_some()),
        far(nearest),
        flag(gap(nearest) == 0),
        flag(gap(nearest) == 1),
        flag(nearest.is_some_and(|m| line(m.start()) == line(start))),
        flag(token(nearest).is_some_and(|t| t.first)),
        flag(token(nearest).is_some_and(|t| t.quoted)),
        flag(token(nearest).is_some_and(|t| t.possessive)),
        flag(nearest.is_some_and(|m| content.is_some_and(|c| c.contains(*m)))),
        flag(nearest.is_some_and(|m| m.start() < scene.body_start)),
        flag(next.is_some()),
        far(next),
        flag(gap(next) == 0),
        flag(gap(next) == 1),
        flag(next.is_some_and(|m| content.is_some_and(|c| c.contains(*m)))),
    ]
}

/// Whether a pronoun agrees with what the first name or a title shows.
fn gender(scene: &Scene, member: &Member, span: Span) -> [f32; 2] {
    let (language, tokens) = (scene.prose.language, scene.prose.tokens);
    let first = scene.prose.within(span).first().map_or("", |t| t.low());
    let asked = match () {
        () if language.pronouns.male.has(first) => Gender::Male,
        () if language.pronouns.female.has(first) => Gender::Female,
        () => return [0.0; 2],
    };
    let titled = member.mentions.iter().take(MENTIONS).find_map(|m| {
        let before = tokens.range(*m).start.checked_sub(1)?;
        language.names.title_gender(scene.prose.get(tokens.all[before].span))
    });
    let own = member.name.split(' ').next().unwrap_or_default().to_lowercase();
    match titled.or_else(|| language.names.given_gender(&own)) {
        Some(gender) => [flag(gender == asked), flag(gender != asked)],
        None => [0.0; 2],
    }
}
