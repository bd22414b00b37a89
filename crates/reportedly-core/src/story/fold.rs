use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap};

use super::{Decision, Keys, compare};

/// What is known before: stories as they are, and what a person decided.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ties {
    /// Articles that are in one story.
    pub together: Vec<Vec<usize>>,
    /// Pairs that are not.
    pub apart: Vec<(usize, usize)>,
}

/// Two stories are one if the mean probability of their pairs is at least this.
const LEAST: f32 = 0.4;
/// Less likely pairs say nothing.
const LEAST_PAIR: f32 = 0.03;
/// Two stories of at least so many articles ...
const SEVERAL: usize = 3;
/// ... fit each other at least so well, beside how the articles within each do. Else they are two incidents of one kind.
const BESIDE: f32 = 0.7;
/// So many articles stand for a larger story.
const MOST: usize = 8;

/// Puts articles together that tell of one incident: average linkage, the likeliest first.
///
/// `pairs` are those worth comparing. The stories come in the order of their first article, each in order.
pub fn fold(keys: &[&Keys], pairs: &[(usize, usize)], ties: &Ties, decision: &Decision) -> Vec<Vec<usize>> {
    let mut work = Work::new(keys, ties, decision);
    for &(a, b) in pairs {
        work.near(a, b);
    }
    work.join_all();
    let mut out: Vec<Vec<usize>> = work.stories.into_iter().flatten().map(|story| story.members).collect();
    out.iter_mut().for_each(|members| members.sort_unstable());
    out.sort_unstable();
    out
}

struct Story {
    members: Vec<usize>,
    /// The mean probability of its pairs; `None` where there is none.
    within: Option<f32>,
    near: BTreeSet<usize>,
}

struct Work<'a> {
    keys: &'a [&'a Keys],
    decision: &'a Decision,
    /// By number; a story that was joined with another is gone.
    stories: Vec<Option<Story>>,
    story_of: Vec<usize>,
    /// Articles that are not in the story of this one.
    apart: BTreeMap<usize, Vec<usize>>,
    known: HashMap<(usize, usize), f32>,
    /// The likeliest first, as bits, which have the order of positive numbers.
    heap: BinaryHeap<(u32, Reverse<usize>, Reverse<usize>)>,
}

impl<'a> Work<'a> {
    fn new(keys: &'a [&'a Keys], ties: &Ties, decision: &'a Decision) -> Self {
        let mut apart: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for &(a, b) in &ties.apart {
            apart.entry(a).or_default().push(b);
            apart.entry(b).or_default().push(a);
        }
        let mut parents: Vec<u32> = (0..keys.len() as u32).collect();
        for group in &ties.together {
            group.windows(2).for_each(|w| crate::reuse::join(&mut parents, w[0] as u32, w[1] as u32));
        }
        let mut groups: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        (0..keys.len()).for_each(|at| {
            groups.entry(crate::reuse::top(&mut parents, at as u32)).or_default().push(at);
        });
        let mut work = Self {
            keys,
            decision,
            stories: Vec::new(),
            story_of: vec![0; keys.len()],
            apart,
            known: HashMap::new(),
            heap: BinaryHeap::new(),
        };
        groups.into_values().for_each(|members| work.keep(members, BTreeSet::new()));
        work
    }

    fn keep(&mut self, members: Vec<usize>, near: BTreeSet<usize>) {
        let number = self.stories.len();
        members.iter().for_each(|&at| self.story_of[at] = number);
        let within = (members.len() >= SEVERAL).then(|| self.within(&members));
        self.stories.push(Some(Story { members, within, near }));
    }

    /// Notes that two articles are worth comparing.
    fn near(&mut self, a: usize, b: usize) {
        let (x, y) = (self.story_of[a], self.story_of[b]);
        if x == y || self.likely(a, b) < LEAST_PAIR {
            return;
        }
        for (one, other) in [(x, y), (y, x)] {
            if let Some(story) = &mut self.stories[one] {
                story.near.insert(other);
            }
        }
        self.weigh(x, y);
    }

    fn weigh(&mut self, x: usize, y: usize) {
        let mean = self.between(x, y).unwrap_or(0.0);
        if mean >= LEAST {
            self.heap.push((mean.to_bits(), Reverse(x.min(y)), Reverse(x.max(y))));
        }
    }

    fn join_all(&mut self) {
        while let Some((mean, Reverse(x), Reverse(y))) = self.heap.pop() {
            if !self.may_join(x, y, f32::from_bits(mean)) {
                continue;
            }
            let [Some(a), Some(b)] = [x, y].map(|n| self.stories[n].take()) else { continue };
            let mut near: BTreeSet<usize> = a.near.union(&b.near).copied().collect();
            near.retain(|n| *n != x && *n != y);
            let number = self.stories.len();
            for &other in &near {
                if let Some(story) = &mut self.stories[other] {
                    story.near.retain(|n| *n != x && *n != y);
                    story.near.insert(number);
                }
            }
            let others: Vec<usize> = near.iter().copied().collect();
            let mut members = [a.members, b.members].concat();
            members.sort_unstable();
            self.keep(members, near);
            others.into_iter().for_each(|other| self.weigh(other, number));
        }
    }

    fn may_join(&self, x: usize, y: usize, mean: f32) -> bool {
        let (Some(Some(a)), Some(Some(b))) = (self.stories.get(x), self.stories.get(y)) else { return false };
        let fits = match (a.within, b.within) {
            (Some(in_a), Some(in_b)) => mean >= BESIDE * in_a.min(in_b),
            _ => true,
        };
        let (few, other) = if a.members.len() <= b.members.len() { (a, y) } else { (b, x) };
        let parted = few.members.iter().filter_map(|at| self.apart.get(at)).flatten();
        fits && !parted.into_iter().any(|&at| self.story_of[at] == other)
    }

    /// The mean probability of the pairs between two stories.
    fn between(&mut self, x: usize, y: usize) -> Option<f32> {
        let members = |n: usize| self.stories.get(n)?.as_ref().map(|story| some(&story.members));
        let (a, b) = (members(x)?, members(y)?);
        let pairs = a.iter().flat_map(|&i| b.iter().map(move |&j| (i, j)));
        Some(self.mean(pairs.collect()))
    }

    fn within(&mut self, members: &[usize]) -> f32 {
        let few = some(members);
        let pairs = few.iter().enumerate().flat_map(|(n, &i)| few.iter().skip(n + 1).map(move |&j| (i, j)));
        self.mean(pairs.collect())
    }

    fn mean(&mut self, pairs: Vec<(usize, usize)>) -> f32 {
        let sum: f32 = pairs.iter().map(|&(i, j)| self.likely(i, j)).sum();
        sum / pairs.len().max(1) as f32
    }

    fn likely(&mut self, i: usize, j: usize) -> f32 {
        let (keys, decision) = (self.keys, self.decision);
        let pair = (i.min(j), i.max(j));
        *self.known.entry(pair).or_insert_with(|| decision.probability(&compare(keys[pair.0], keys[pair.1])))
    }
}

/// Of many articles some, from the first to the last.
fn some(members: &[usize]) -> Vec<usize> {
    match members.len() {
        ..=MOST => members.to_vec(),
        many => (0..MOST).map(|n| members[n * many / MOST]).collect(),
    }
}
