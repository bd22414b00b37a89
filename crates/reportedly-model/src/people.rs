//! Names, who stands for whom, and claims as a whole: what the last heads of the network say.
//!
//! Scores of words come from the encoder's pass. Two small networks of one hidden layer decide over what the core tells
//! them beside: who a source is, among candidates, and how a claim looks.

use reportedly_core::insight::{
    EventWord, FactWords, Insight, Judged, Name, Parts, Sureness, Telling, likeliest,
};
use reportedly_core::text::Span;
use reportedly_core::tokens::Word;
use std::sync::Arc;

use crate::encoder::{BUCKETS, NAME_TAGS, PEOPLE, SAME, VIEW};
use crate::exact::softmax;
use crate::happenings::{events, facts, tellings};
use crate::weights::{BadWeights, Weights};
use crate::windows::bucket;

const TYPES: usize = (NAME_TAGS - 1) / 2;
/// Of a claim, for each part: the mean of its words and the first one.
const SEEN: usize = 6 * VIEW;
/// Kind, certainty, polarity, stance, right.
const LABELS: [usize; 5] = [8, 4, 3, 7, 4];

/// What these heads have learned beside their share of the encoder's last product.
pub struct Deciders {
    bias: Vec<f32>,
    nothing: Vec<f32>,
    who: Layers,
    claim: Layers,
    /// Of the confidence: a constant, four parts, no source.
    sure: Vec<f32>,
}

impl Deciders {
    pub fn new(w: &Weights, exit: usize) -> Result<Self, BadWeights> {
        let at = |name: &str| format!("exits.{exit}.{name}");
        Ok(Self {
            bias: w.floats(&at("same.bias"), BUCKETS)?,
            nothing: w.floats(&at("same.nothing"), SAME)?,
            who: Layers::new(w, &at("who"), 1)?,
            claim: Layers::new(w, &at("claim"), LABELS.iter().sum())?,
            sure: w.floats(&at("sure"), 6)?,
        })
    }
}

/// Two linear layers with a rectifier between them.
struct Layers {
    inner: Dense,
    out: Dense,
}

struct Dense {
    weight: Vec<f32>,
    bias: Vec<f32>,
}

impl Layers {
    fn new(w: &Weights, name: &str, outputs: usize) -> Result<Self, BadWeights> {
        let inner = Dense::new(w, &format!("{name}.inner"))?;
        let out = Dense::new(w, &format!("{name}.out"))?;
        match out.bias.len() == outputs && out.weight.len() == outputs * inner.bias.len() {
            true => Ok(Self { inner, out }),
            false => Err(BadWeights(format!("{name} does not have {outputs} outputs"))),
        }
    }

    fn apply(&self, x: &[f32]) -> Vec<f32> {
        let mut inner = self.inner.apply(x);
        inner.iter_mut().for_each(|x| *x = x.max(0.0));
        self.out.apply(&inner)
    }
}

impl Dense {
    fn new(w: &Weights, name: &str) -> Result<Self, BadWeights> {
        let (weight, bias) = (format!("{name}.weight"), format!("{name}.bias"));
        let outputs = w.rows(&weight)?;
        Ok(Self { weight: w.all_floats(&weight)?, bias: w.floats(&bias, outputs)? })
    }

    /// What the weights do not reach counts as nothing.
    fn apply(&self, x: &[f32]) -> Vec<f32> {
        let rows = self.weight.chunks_exact(self.weight.len() / self.bias.len());
        rows.zip(&self.bias).map(|(row, bias)| bias + dot(row, x)).collect()
    }
}

/// In a fixed order, so that every processor gives the same sum.
fn dot(a: &[f32], b: &[f32]) -> f32 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// What the network says of the names and claims of one article.
pub struct People {
    rows: Vec<f32>,
    words: Vec<Word>,
    names: Vec<Name>,
    events: Vec<EventWord>,
    tellings: Vec<Telling>,
    facts: Vec<FactWords>,
    deciders: Arc<Deciders>,
}

impl People {
    pub fn new(rows: Vec<f32>, told: &[f32], words: &[Word], deciders: Arc<Deciders>) -> Self {
        let names = names(&rows, words);
        let (events, tellings, facts) = (events(told, words), tellings(told, words), facts(told, words));
        Self { rows, words: words.to_vec(), names, events, tellings, facts, deciders }
    }

    fn row(&self, word: usize) -> &[f32] {
        &self.rows[word * PEOPLE..(word + 1) * PEOPLE]
    }

    fn word_at(&self, byte: u32) -> usize {
        self.words.partition_point(|w| w.span.end() <= byte).min(self.words.len().saturating_sub(1))
    }

    /// Mean and first word of a part.
    fn part(&self, spans: &[Span], at: usize, out: &mut Vec<f32>) {
        let begin = out.len();
        out.resize(begin + 2 * VIEW, 0.0);
        let words = spans.iter().flat_map(|s| {
            let end = self.words.partition_point(|w| w.span.start() < s.end());
            self.words.partition_point(|w| w.span.end() <= s.start())..end
        });
        let (mut n, offset) = (0.0f32, NAME_TAGS + 2 * SAME + at * VIEW);
        for word in words {
            let view = &self.row(word)[offset..offset + VIEW];
            if n == 0.0 {
                out[begin + VIEW..].copy_from_slice(view);
            }
            out[begin..begin + VIEW].iter_mut().zip(view).for_each(|(sum, x)| *sum += x);
            n += 1.0;
        }
        out[begin..begin + VIEW].iter_mut().for_each(|sum| *sum /= n.max(1.0));
    }
}

/// The best tag of each word; "inside" joins what is before it on the same line, whatever its type.
fn names(rows: &[f32], words: &[Word]) -> Vec<Name> {
    let mut out: Vec<(Name, f32)> = Vec::new();
    let mut open = false;
    for (row, word) in rows.chunks_exact(PEOPLE).zip(words) {
        let mut p = [0.0; NAME_TAGS];
        p.copy_from_slice(&row[..NAME_TAGS]);
        softmax(&mut p);
        let tag = likeliest(&p);
        if tag == 0 {
            open = false;
            continue;
        }
        let types: [f32; TYPES] = std::array::from_fn(|t| p[1 + 2 * t] + p[2 + 2 * t]);
        match out.last_mut().filter(|_| open && tag.is_multiple_of(2) && !word.starts_line) {
            Some((name, n)) => {
                name.span = name.span.cover(word.span);
                name.types.iter_mut().zip(types).for_each(|(sum, p)| *sum += p);
                *n += 1.0;
            }
            None => out.push((Name { span: word.span, types }, 1.0)),
        }
        open = true;
    }
    out.into_iter().map(|(name, n)| Name { types: name.types.map(|sum| sum / n), ..name }).collect()
}

impl Insight for People {
    fn names(&self) -> &[Name] {
        &self.names
    }

    fn events(&self) -> &[EventWord] {
        &self.events
    }

    fn tellings(&self) -> &[Telling] {
        &self.tellings
    }

    fn facts(&self) -> &[FactWords] {
        &self.facts
    }

    fn same(&self, mention: u32, others: &[u32]) -> Vec<f32> {
        if self.words.is_empty() {
            return vec![0.0; others.len()];
        }
        let (at, scale) = (self.word_at(mention), 1.0 / (SAME as f32).sqrt());
        let query = &self.row(at)[NAME_TAGS..NAME_TAGS + SAME];
        let nobody = dot(query, &self.deciders.nothing) * scale;
        let score = |other: &u32| {
            let word = self.word_at(*other);
            let key = &self.row(word)[NAME_TAGS + SAME..NAME_TAGS + 2 * SAME];
            dot(query, key) * scale + self.deciders.bias[bucket(word as i32 - at as i32)] - nobody
        };
        others.iter().map(score).collect()
    }

    fn who(&self, candidates: &[Vec<f32>]) -> Vec<f32> {
        candidates.iter().map(|told| self.deciders.who.apply(told)[0]).collect()
    }

    fn judge(&self, parts: &Parts, told: &[f32]) -> Judged {
        let mut x = self.view(parts);
        x.extend(told);
        let out = self.deciders.claim.apply(&x);
        let mut rest = &out[..];
        let mut next = |n: usize| {
            let (mine, others) = rest.split_at(n);
            rest = others;
            let mut p = mine.to_vec();
            softmax(&mut p);
            p
        };
        Judged {
            kind: array(&next(8)),
            certainty: array(&next(4)),
            polarity: array(&next(3)),
            stance: array(&next(7)),
            right: array(&next(4)),
        }
    }

    fn confidence(&self, parts: &Sureness) -> f32 {
        let odds = |p: f32| {
            let p = p.clamp(0.005, 0.995);
            (p / (1.0 - p)).ln()
        };
        let Sureness { words, whole, kind, who, is_sourceless } = *parts;
        let nobody = f32::from(u8::from(is_sourceless));
        let x = dot(&self.deciders.sure, &[1.0, odds(words), odds(whole), odds(kind), odds(who), nobody]);
        1.0 / (1.0 + (-x).exp())
    }

    fn view(&self, parts: &Parts) -> Vec<f32> {
        let mut out = Vec::with_capacity(SEEN);
        self.part(parts.source.pieces(), 0, &mut out);
        self.part(parts.cue.as_slice(), 1, &mut out);
        self.part(parts.content.pieces(), 2, &mut out);
        out
    }
}

fn array<const N: usize>(p: &[f32]) -> [f32; N] {
    std::array::from_fn(|i| p[i])
}

#[cfg(test)]
mod tests {
    use super::*;
    use reportedly_core::insight::NameType;

    /// Rows that are sure of one tag per word, which stand a space apart.
    fn named(tags: &[usize], starts: &[usize]) -> Vec<(u32, u32, NameType)> {
        let mut rows = vec![0.0; tags.len() * PEOPLE];
        tags.iter().enumerate().for_each(|(i, &tag)| rows[i * PEOPLE + tag] = 9.0);
        let word = |i: usize| {
            let at = i as u32 * 2;
            Word { span: Span::new(at, at + 1), starts_line: starts.contains(&i), is_word: true }
        };
        let words: Vec<Word> = (0..tags.len()).map(word).collect();
        let all = names(&rows, &words);
        all.iter().map(|n| (n.span.start(), n.span.end(), NameType::ALL[likeliest(&n.types)])).collect()
    }

    #[test]
    fn a_name_goes_on_until_it_ends() {
        use NameType::{Organization, Person};
        // begin and inside of a person, one of a body, nothing
        assert_eq!(named(&[1, 2, 2, 0, 3], &[0]), [(0, 5, Person), (8, 9, Organization)]);
        assert_eq!(named(&[1, 1], &[0]), [(0, 1, Person), (2, 3, Person)]);
        assert_eq!(named(&[2, 4, 0, 2], &[0]), [(0, 3, Person), (6, 7, Person)]);
        assert_eq!(named(&[1, 2], &[0, 1]), [(0, 1, Person), (2, 3, Person)]);
    }

    #[test]
    fn a_text_without_words_has_nobody() {
        assert!(names(&[], &[]).is_empty());
    }
}
