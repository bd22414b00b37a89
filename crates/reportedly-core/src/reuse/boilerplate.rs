//! What an outlet puts under or into its articles, found from the corpus: the same lines in articles that
//! have nothing else in common.

use std::collections::BTreeMap;

use super::extend::Run;
use super::index::{Link, Number};
use super::shared::shared;

/// A footer is shorter than this, in words.
const MOST_WORDS: u32 = 90;
/// A footer ends within this many words of the article's end: other footers may follow.
const FOOT: u32 = 100;
/// A header begins within this many words of the article's beginning.
const HEAD: u32 = 60;
/// Articles that share nothing else, to call it a footer or a header.
const LEAST_AT_EDGE: usize = 3;
/// The same inside the body, where it must also be lines of one outlet.
const LEAST_INSIDE: usize = 5;

/// Articles with more words in common beside the lines have to do with each other.
const MOST_BESIDE: u32 = 60;
/// Of more articles that have the same lines, so many are compared with each other.
const MOST_ASKED: usize = 24;
/// So many that it need not be whole lines, nor at the foot where it stood first.
const MANY: usize = 8;

/// One article among others: what boilerplate and families are found from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entry {
    /// How many words it has.
    pub words: u32,
    /// Who published it.
    pub outlet: Option<String>,
    /// Its passages that stood in other articles before.
    pub links: Vec<Link>,
}

/// Ranges of words that are boilerplate, by the article where they stood first.
pub type Boilerplate = BTreeMap<Number, Vec<(u32, u32)>>;

/// Finds the boilerplate of a corpus; the entries stand at their numbers.
pub fn boilerplate(entries: &[Entry]) -> Boilerplate {
    let mut found = Boilerplate::new();
    for (root, mut strays) in strays(entries) {
        strays.sort_unstable_by_key(|s| (s.from, s.to, s.number));
        for (from, to) in often(&strays) {
            let most = (to - from) * 4 / 5;
            let group = strays.iter().filter(|s| s.to.min(to).saturating_sub(s.from.max(from)) >= most);
            let group: Vec<&Stray> = group.collect();
            if is_boilerplate((root, from, to), &group, entries) {
                found.entry(root).or_default().push((from, to));
            }
        }
    }
    found.values_mut().for_each(merge);
    found
}

/// Puts ranges in order and joins those that overlap.
fn merge(ranges: &mut Vec<(u32, u32)>) {
    ranges.sort_unstable();
    ranges.dedup_by(|next, last| {
        let overlaps = next.0 <= last.1;
        if overlaps {
            last.1 = last.1.max(next.1);
        }
        overlaps
    });
}

/// The links without what is boilerplate.
pub fn without(links: &[Link], boilerplate: &Boilerplate) -> Vec<Link> {
    parts(links, boilerplate, false)
}

/// What of the links is boilerplate.
pub fn within(links: &[Link], boilerplate: &Boilerplate) -> Vec<Link> {
    parts(links, boilerplate, true)
}

fn parts(links: &[Link], boilerplate: &Boilerplate, inside: bool) -> Vec<Link> {
    let none = Vec::new();
    let mut out = Vec::with_capacity(links.len());
    for link in links {
        let ranges = boilerplate.get(&link.root).unwrap_or(&none);
        let runs: Vec<Run> = link.runs.iter().flat_map(|&run| split(run, ranges, inside)).collect();
        if !runs.is_empty() {
            out.push(Link { runs, ..link.clone() });
        }
    }
    out
}

/// The parts of a run that lie in the ranges, which are in order, or those that lie outside.
fn split(run: Run, ranges: &[(u32, u32)], inside: bool) -> Vec<Run> {
    let (mut at, end) = (run.b, run.b + run.len);
    let mut out = Vec::new();
    let mut part = |from: u32, to: u32| {
        if from < to {
            out.push(Run { a: run.a + from - run.b, b: from, len: to - from });
        }
    };
    for &(from, to) in ranges.iter().chain([&(end, end)]) {
        let (from, to) = (from.clamp(at, end), to.clamp(at, end));
        if inside {
            part(from, to)
        } else {
            part(at, from)
        }
        at = to;
    }
    out
}

/// A short link of an article that shares nothing else with the root.
struct Stray {
    number: Number,
    from: u32,
    to: u32,
    edges: Edges,
    whole_lines: bool,
}

/// Whether something stands at the head of an article, and whether at its foot.
#[derive(Clone, Copy, Default)]
struct Edges {
    head: bool,
    foot: bool,
}

fn edges(from: u32, to: u32, words: u32) -> Edges {
    Edges { head: from <= HEAD, foot: words.saturating_sub(to) <= FOOT }
}

/// All strays, by root.
fn strays(entries: &[Entry]) -> BTreeMap<Number, Vec<Stray>> {
    let mut found: BTreeMap<Number, Vec<Stray>> = BTreeMap::new();
    for (number, entry) in entries.iter().enumerate() {
        for (link, _) in links_with_kind(entry).filter(|l| l.1) {
            if let (Some((a, b)), Some((from, to))) = (link.cover(), link.root_cover()) {
                let edges = edges(a, b, entry.words);
                let whole_lines = link.whole_lines;
                let stray = Stray { number: number as Number, from, to, edges, whole_lines };
                found.entry(link.root).or_default().push(stray);
            }
        }
    }
    found
}

/// Each link, and whether it is a stray: not many words, and not most of the article.
fn links_with_kind(entry: &Entry) -> impl Iterator<Item = (&Link, bool)> {
    let most = MOST_WORDS.min(entry.words / 2);
    let mut words: BTreeMap<Number, u32> = BTreeMap::new();
    for link in &entry.links {
        *words.entry(link.root).or_default() += link.words();
    }
    entry.links.iter().map(move |l| (l, words.get(&l.root).is_some_and(|&n| n <= most)))
}

/// How many of some articles have little in common with each other but so many words.
fn apart(numbers: &[Number], but: u32, entries: &[Entry]) -> usize {
    let mut taken: Vec<(Number, &Entry)> = Vec::new();
    for &number in numbers {
        let Some(entry) = entries.get(number as usize) else { continue };
        let related = |(other, its): &(Number, &Entry)| {
            let shared = shared((*other, &its.links), (number, &entry.links));
            let words: u32 = shared.iter().map(|run| run.len).sum();
            let shorter = entry.words.min(its.words);
            // pages of one outlet may have long lines in common, versions of one story most of their text
            let same_outlet = entry.outlet.is_some() && entry.outlet == its.outlet;
            words.saturating_sub(but) > if same_outlet { shorter / 2 } else { MOST_BESIDE.min(shorter / 4) }
        };
        if !taken.iter().any(related) {
            taken.push((number, entry));
        }
    }
    taken.len()
}

/// The ranges that may be boilerplate: those that so many strays cover that the article itself would be the
/// third one to have them, and within each the part that most strays cover.
fn often(strays: &[Stray]) -> Vec<(u32, u32)> {
    let starts = strays.iter().map(|s| (s.from, 1));
    let mut borders: Vec<(u32, i32)> = starts.chain(strays.iter().map(|s| (s.to, -1))).collect();
    borders.sort_unstable();
    let mut out = covered(&borders, LEAST_AT_EDGE as i32 - 1);
    for (from, to) in out.clone() {
        let inside: Vec<(u32, i32)> = borders.iter().copied().filter(|b| b.0 >= from && b.0 <= to).collect();
        let peak = depths(&inside).map(|d| d.1).max().unwrap_or(0);
        out.extend(covered(&inside, peak.div_euclid(2).max(LEAST_AT_EDGE as i32)));
    }
    out
}

/// How many cover what follows each border.
fn depths(borders: &[(u32, i32)]) -> impl Iterator<Item = (u32, i32)> {
    borders.iter().scan(0, |depth, &(at, step)| {
        *depth += step;
        Some((at, *depth))
    })
}

/// The ranges that at least so many cover.
fn covered(borders: &[(u32, i32)], least: i32) -> Vec<(u32, u32)> {
    let (mut from, mut out) = (None, Vec::new());
    for (at, depth) in depths(borders) {
        if depth >= least {
            from.get_or_insert(at);
        } else if let Some(from) = from.take().filter(|&from| from < at) {
            out.push((from, at));
        }
    }
    out
}

fn is_boilerplate((root, from, to): (Number, u32, u32), group: &[&Stray], entries: &[Entry]) -> bool {
    let Some(home) = entries.get(root as usize) else { return false };
    if (to - from) * 2 > home.words {
        return false;
    }
    let at_home = edges(from, to, home.words);
    let mut asked: Vec<Number> = group.iter().map(|s| s.number).collect();
    asked.dedup();
    let asked: Vec<Number> = asked.iter().copied().step_by(asked.len().div_ceil(MOST_ASKED).max(1)).collect();
    let apart = apart(&[&[root], asked.as_slice()].concat(), to - from, entries);
    // lines that are the article are shared by those that are one text
    if apart * 2 < asked.len() {
        return false;
    }
    let share =
        |test: &dyn Fn(&Stray) -> bool| group.iter().filter(|s| test(s)).count() * 10 >= group.len() * 7;
    let at_head = at_home.head && share(&|s| s.edges.head);
    let one_outlet = home.outlet.is_some()
        && share(&|s| entries.get(s.number as usize).is_some_and(|e| e.outlet == home.outlet));
    // three papers may end with one paragraph of a wire: only an outlet's own, or what many have, is no copy
    let at_foot = (at_home.foot && one_outlet || apart >= MANY) && share(&|s| s.edges.foot);
    // the lead of an article is quoted by others, too: at the head and inside only an outlet's own lines count
    let least = if at_foot || (at_head && one_outlet) { LEAST_AT_EDGE } else { LEAST_INSIDE };
    apart >= least && (at_foot || one_outlet) && (share(&|s| s.whole_lines) || apart >= MANY)
}
