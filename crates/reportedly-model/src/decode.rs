//! Scores of words -> whole attributions.
//!
//! The best sequence of tags (Viterbi 1967, over a linear-chain CRF; "inside" only follows its own "begin" or
//! "inside", and never begins a line) cuts the text into sources, cues and contents. Each content goes to the
//! cue that its words point to, each cue to the source that it points to, or to nobody. A cue without a
//! content is dropped.

use reportedly_core::attribution::Proposal;
use reportedly_core::text::Spans;
use reportedly_core::tokens::Word;

use crate::encoder::TAGS;
use crate::weights::{BadWeights, Weights};
use crate::windows::{Scores, Targets};

/// A content whose words point to no cue with at least this probability is dropped.
const LINKED: f32 = 0.3;

/// A cue that points to a source with less than this points to words that are not tagged as one: no name is
/// better than the wrong one.
const LED: f32 = 0.1;

/// The most words between two pieces of a content that are taken to belong to it.
const GAP: usize = 6;

/// What is taken from the log probability that a word belongs to nothing: better to cut out a claim that the least
/// confidence then drops than to miss it, as claims of nobody are.
const GENEROUS: f32 = 0.3;

const SOURCE: usize = 1;
const CUE: usize = 3;
const CONTENT: usize = 5;

/// A run of words with one role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Segment {
    role: usize,
    start: usize,
    end: usize,
}

/// What decoding has learned.
pub struct Learned {
    /// Scores of one tag after another, `[before][after]`.
    follows: [[f32; TAGS]; TAGS],
    /// Fitted by `training/calibrate.py`: a constant, weights of the log odds of the four scores, and of "no source".
    calibration: [f32; 6],
}

impl Learned {
    pub fn new(w: &Weights, exit: usize) -> Result<Self, BadWeights> {
        let follows = w.floats("follows", TAGS * TAGS)?;
        let calibration = w.floats(&format!("exits.{exit}.calibration"), 6)?;
        Ok(Self {
            follows: std::array::from_fn(|i| std::array::from_fn(|j| follows[i * TAGS + j])),
            calibration: std::array::from_fn(|i| calibration[i]),
        })
    }
}

/// One proposal per cue that has a content.
pub fn decode(scores: &Scores, words: &[Word], learned: &Learned) -> Vec<Proposal> {
    let tags = best_tags(&scores.tags, words, &learned.follows);
    let segments = segments(&tags);
    let of = |role| segments.iter().copied().filter(|s| s.role == role).collect::<Vec<_>>();
    let (sources, cues, contents) = (of(SOURCE), of(CUE), of(CONTENT));
    let mut linked: Vec<Vec<(Segment, f32)>> = vec![Vec::new(); cues.len()];
    for content in contents {
        if let Some((cue, p)) = best_cue(content, &cues, &scores.to_cue).filter(|(_, p)| *p >= LINKED) {
            linked[cue].push((content, p));
        }
    }
    let spoken = cues.iter().zip(&linked).filter(|(_, contents)| !contents.is_empty()).map(|(cue, _)| cue);
    let mut spoken = spoken.peekable();
    // a cue without a content parts nothing
    let speaking: Vec<Segment> =
        segments.iter().filter(|s| s.role != CUE || spoken.next_if_eq(s).is_some()).copied().collect();
    linked.iter_mut().for_each(|contents| bridge(contents, &speaking, words));
    let whole = cues.iter().zip(linked).filter(|(_, contents)| !contents.is_empty());
    let proposals = whole.map(|(cue, contents)| proposal(*cue, &contents, &sources, scores, words));
    proposals
        .map(|(p, raw)| Proposal { score: calibrated(raw, p.source.is_empty(), &learned.calibration), ..p })
        .collect()
}

/// Makes one content of two neighbours of one cue where a few words that belong to nothing part them.
fn bridge(contents: &mut Vec<(Segment, f32)>, speaking: &[Segment], words: &[Word]) {
    let next = |at: usize| speaking.get(speaking.partition_point(|s| s.end <= at));
    let free = |a: Segment, b: Segment| {
        b.start - a.end <= GAP
            && (a.end..=b.start).all(|w| !words[w].starts_line)
            && next(a.end).is_none_or(|s| s.start >= b.start)
    };
    let mut joined: Vec<(Segment, f32)> = Vec::with_capacity(contents.len());
    for (content, p) in contents.drain(..) {
        match joined.last_mut() {
            Some((last, q)) if last.end <= content.start && free(*last, content) => {
                (last.end, *q) = (content.end, q.min(p));
            }
            _ => joined.push((content, p)),
        }
    }
    *contents = joined;
}

/// Mean probabilities of the tags, the borders and the cue of the contents, and of the cue's source.
type Raw = [f32; 4];

fn proposal(
    cue: Segment,
    contents: &[(Segment, f32)],
    sources: &[Segment],
    scores: &Scores,
    words: &[Word],
) -> (Proposal, Raw) {
    let (source, speaker) = best_source(sources, &scores.to_source[cue.start]);
    let link = contents.iter().map(|c| c.1).sum::<f32>() / contents.len() as f32;
    let (tags, borders) = (certainty(contents, scores), borders(contents, scores));
    let span = |s: Segment| words[s.start].span.cover(words[s.end - 1].span);
    let proposal = Proposal {
        source: source.map(span).into_iter().collect(),
        cue: Some(span(cue)),
        content: contents.iter().map(|c| span(c.0)).collect::<Spans>(),
        score: 0.0,
        why: format!(
            "content {tags:.3}, its borders {borders:.3}, its cue {link:.3}, the cue's source {speaker:.3}"
        ),
    };
    (proposal, [tags, borders, link, speaker])
}

/// Probability that the claim is right: logistic regression (Platt 1999).
fn calibrated(scores: Raw, nobody: bool, calibration: &[f32; 6]) -> f32 {
    let [constant, weights @ .., none] = calibration;
    let log_odds = |p: f32| p.clamp(0.005, 0.995).ln() - (1.0 - p.clamp(0.005, 0.995)).ln();
    let weighed = weights.iter().zip(scores).map(|(w, p)| w * log_odds(p));
    let sum = constant + weighed.sum::<f32>() + if nobody { *none } else { 0.0 };
    1.0 / (1.0 + (-sum).exp())
}

/// Mean probability of being content at all.
fn certainty(contents: &[(Segment, f32)], scores: &Scores) -> f32 {
    let of = |w: usize| scores.tags[w][CONTENT].exp() + scores.tags[w][CONTENT + 1].exp();
    let words = || contents.iter().flat_map(|(s, _)| s.start..s.end);
    words().map(of).sum::<f32>() / words().count().max(1) as f32
}

/// Mean probability that the contents begin where they do and end where they do.
fn borders(contents: &[(Segment, f32)], scores: &Scores) -> f32 {
    let begin = |s: &Segment| scores.tags[s.start][CONTENT].exp();
    let end = |s: &Segment| scores.tags.get(s.end).map_or(1.0, |t| 1.0 - t[CONTENT + 1].exp());
    contents.iter().map(|(s, _)| begin(s) * end(s)).sum::<f32>() / contents.len() as f32
}

fn best_cue(content: Segment, cues: &[Segment], to_cue: &[Targets]) -> Option<(usize, f32)> {
    let mut mass: Vec<(usize, f32)> = Vec::new();
    for targets in &to_cue[content.start..content.end] {
        for &(word, p) in &targets.words {
            let Some(cue) = holding(cues, word as usize) else { continue };
            match mass.iter_mut().find(|(c, _)| *c == cue) {
                Some((_, sum)) => *sum += p,
                None => mass.push((cue, p)),
            }
        }
    }
    let (cue, sum) = mass.into_iter().max_by(|a, b| a.1.total_cmp(&b.1))?;
    Some((cue, sum / (content.end - content.start) as f32))
}

/// The source and its probability, or nobody and the probability of that.
fn best_source(sources: &[Segment], to_source: &Targets) -> (Option<Segment>, f32) {
    let mut mass: Vec<(usize, f32)> = Vec::new();
    for &(word, p) in &to_source.words {
        let Some(source) = holding(sources, word as usize) else { continue };
        match mass.last_mut() {
            Some((s, sum)) if *s == source => *sum += p,
            _ => mass.push((source, p)),
        }
    }
    match mass.into_iter().max_by(|a, b| a.1.total_cmp(&b.1)) {
        Some((source, p)) if p >= to_source.nothing.max(LED) => (Some(sources[source]), p),
        _ => (None, to_source.nothing),
    }
}

/// The segment, of some in text order, that holds a word.
fn holding(segments: &[Segment], word: usize) -> Option<usize> {
    let i = segments.partition_point(|s| s.end <= word);
    segments.get(i).is_some_and(|s| s.start <= word).then_some(i)
}

fn best_tags(scores: &[[f32; TAGS]], words: &[Word], follows: &[[f32; TAGS]; TAGS]) -> Vec<usize> {
    let mut back: Vec<[u8; TAGS]> = Vec::with_capacity(scores.len());
    let mut total = [0.0f32; TAGS];
    for (row, word) in scores.iter().zip(words) {
        let (mut next, mut from) = ([f32::MIN; TAGS], [0u8; TAGS]);
        for tag in 0..TAGS {
            let score = row[tag] - if tag == 0 { GENEROUS } else { 0.0 };
            for (before, sum) in total.iter().enumerate() {
                let allowed = !is_inside(tag) || !word.starts_line && (before == tag || before + 1 == tag);
                let sum = sum + follows[before][tag] + score;
                if allowed && sum > next[tag] {
                    (next[tag], from[tag]) = (sum, before as u8);
                }
            }
        }
        // differences are what counts; large sums would lose them
        let high = next.iter().fold(f32::MIN, |a, &b| a.max(b));
        total = next.map(|x| (x - high).max(f32::MIN / 4.0));
        back.push(from);
    }
    let mut tag = (0..TAGS).max_by(|&a, &b| total[a].total_cmp(&total[b])).unwrap_or(0);
    let mut out = vec![0; scores.len()];
    for (i, from) in back.iter().enumerate().rev() {
        out[i] = tag;
        tag = from[tag] as usize;
    }
    out
}

fn is_inside(tag: usize) -> bool {
    tag > 0 && tag.is_multiple_of(2)
}

fn segments(tags: &[usize]) -> Vec<Segment> {
    let mut out: Vec<Segment> = Vec::new();
    for (i, &tag) in tags.iter().enumerate().filter(|(_, tag)| **tag > 0) {
        match out.last_mut() {
            Some(last) if is_inside(tag) && last.end == i => last.end += 1,
            _ => out.push(Segment { role: tag - usize::from(is_inside(tag)), start: i, end: i + 1 }),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use reportedly_core::text::Span;

    const EVEN: [[f32; TAGS]; TAGS] = [[0.0; TAGS]; TAGS];

    fn spans(words: usize) -> Vec<Word> {
        (0..words as u32)
            .map(|i| Word { span: Span::new(i * 2, i * 2 + 1), starts_line: i == 0, is_word: true })
            .collect()
    }

    /// Scores that are sure of one tag per word.
    fn sure(tags: &[usize]) -> Vec<[f32; TAGS]> {
        tags.iter().map(|&t| std::array::from_fn(|i| if i == t { -0.1 } else { -5.0 })).collect()
    }

    #[test]
    fn a_few_words_within_a_content_belong_to_it_unless_somebody_speaks_there() {
        // cue0 content0 content0 | - cue? - | content0
        let tags = |cue| sure(&[3, 5, 6, 0, cue, 0, 5]);
        let to = |w: u32| Targets { words: vec![(w, 0.9)], nothing: 0.1 };
        let learned = Learned { follows: EVEN, calibration: [0.0, 1.0, 0.0, 0.0, 0.0, 0.0] };
        let pieces = |cue, third: u32| {
            let to_cue = [0, 0, 0, 0, 0, 0, third].map(to).to_vec();
            let scores = Scores {
                tags: tags(cue),
                to_cue,
                to_source: vec![Targets::default(); 7],
                ..Scores::default()
            };
            decode(&scores, &spans(7), &learned).iter().map(|p| p.content.pieces().len()).collect::<Vec<_>>()
        };
        assert_eq!(pieces(0, 0), [1]);
        assert_eq!(pieces(3, 0), [1]);
        assert_eq!(pieces(1, 0), [2]);
        assert_eq!(pieces(3, 4), [1, 1]);
    }

    #[test]
    fn inside_never_stands_alone() {
        assert_eq!(best_tags(&sure(&[0, 1, 2, 0, 5, 6]), &spans(6), &EVEN), [0, 1, 2, 0, 5, 6]);
        let mut odd = sure(&[0, 6, 6]);
        odd[1][5] = -0.3;
        assert_eq!(best_tags(&odd, &spans(3), &EVEN), [0, 5, 6]);
        assert_eq!(best_tags(&[], &[], &EVEN), Vec::<usize>::new());
    }

    #[test]
    fn one_source_serves_two_cues_and_a_content_has_two_parts() {
        // content0 content0 | cue1 source1 | content0 | source? cue2 content2
        let tags = sure(&[5, 6, 3, 1, 5, 0, 3, 5]);
        let to = |w: u32| Targets { words: vec![(w, 0.9)], nothing: 0.1 };
        let none = Targets { words: vec![], nothing: 1.0 };
        let to_cue = [2, 2, 0, 0, 2, 0, 0, 6].map(to).to_vec();
        let to_source = (0..8).map(|i| if i == 2 || i == 6 { to(3) } else { none.clone() }).collect();
        let learned = Learned { follows: EVEN, calibration: [0.0, 1.0, 0.0, 0.0, 0.0, 0.0] };
        let found = decode(&Scores { tags, to_cue, to_source, ..Scores::default() }, &spans(8), &learned);
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].content.pieces().len(), 2);
        assert_eq!(found[0].source, found[1].source);
        assert_eq!(found[1].cue, Some(Span::new(12, 13)));
    }
}
