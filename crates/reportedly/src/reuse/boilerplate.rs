//! What an outlet puts under or into its articles, found from the corpus: the same lines in articles that
//! have nothing else in common.

use std::collections::{BTreeMap, BTreeSet};

use super::extend::Run;
use super::fold::{join, top};
use super::index::{Link, Number};

/// A footer is shorter than this, in words.
const MOST_WORDS: u32 = 90;
/// A footer ends, and a header begins, within this many words of the article's end or beginning.
const EDGE: u32 = 60;
/// Articles that share nothing else, to call it a footer or a header.
const LEAST_AT_EDGE: usize = 3;
/// The same inside the body, where it must also be lines of one outlet.
const LEAST_INSIDE: usize = 5;

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
    let families = families(entries);
    let mut found = Boilerplate::new();
    for (root, mut strays) in strays(entries) {
        strays.sort_unstable_by_key(|s| (s.from, s.to, s.number));
        let mut rest = strays.as_slice();
        while let Some(first) = rest.first() {
            let mut end = first.to;
            let many = rest
                .iter()
                .take_while(|s| {
                    s.from < end && {
                        end = end.max(s.to);
                        true
                    }
                })
                .count();
            let (group, after) = rest.split_at(many);
            if is_boilerplate(root, group, entries, &families) {
                found.entry(root).or_default().push((first.from, end));
            }
            rest = after;
        }
    }
    found
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
    Edges { head: from <= EDGE, foot: words.saturating_sub(to) <= EDGE }
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

/// The smallest number of each article's family, when strays tie nothing together.
fn families(entries: &[Entry]) -> Vec<Number> {
    let mut parents: Vec<Number> = (0..entries.len() as Number).collect();
    for (number, entry) in entries.iter().enumerate() {
        for (link, _) in links_with_kind(entry).filter(|l| !l.1) {
            join(&mut parents, number as Number, link.root);
        }
    }
    (0..entries.len() as Number).map(|n| top(&mut parents, n)).collect()
}

fn is_boilerplate(root: Number, group: &[Stray], entries: &[Entry], families: &[Number]) -> bool {
    let Some(home) = entries.get(root as usize) else { return false };
    let (from, to) = (group.iter().map(|s| s.from).min(), group.iter().map(|s| s.to).max());
    let (from, to) = (from.unwrap_or(0), to.unwrap_or(0));
    if (to - from) * 2 > home.words {
        return false;
    }
    let at_home = edges(from, to, home.words);
    let family = |n: Number| families.get(n as usize).copied().unwrap_or(n);
    let apart: BTreeSet<Number> = group.iter().map(|s| family(s.number)).chain([family(root)]).collect();
    let share =
        |test: &dyn Fn(&Stray) -> bool| group.iter().filter(|s| test(s)).count() * 10 >= group.len() * 7;
    let at_foot = at_home.foot && share(&|s| s.edges.foot);
    let at_head = at_home.head && share(&|s| s.edges.head);
    let one_outlet = home.outlet.is_some()
        && share(&|s| entries.get(s.number as usize).is_some_and(|e| e.outlet == home.outlet));
    // the lead of an article is quoted by others, too: at the head and inside only an outlet's own lines count
    let least = if at_foot || (at_head && one_outlet) { LEAST_AT_EDGE } else { LEAST_INSIDE };
    apart.len() >= least && (at_foot || one_outlet) && share(&|s| s.whole_lines)
}
