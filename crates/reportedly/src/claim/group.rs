use std::collections::{BTreeMap, BTreeSet};

use super::anchor::{Anchor, Located, anchor};
use super::count::{counts, first_known, number_texts};
use super::drift::drift;
use super::origin::origins;
use super::same::{Node, pairs};
use super::{Carrier, Carriers, Group};
use crate::reuse::{Fold, Number, join, keys, top};
use crate::text::{Span, Spans};

/// Of a content that stands in another article without being a claim there, at least this much is the same.
const CARRIED: f32 = 0.8;

/// The contents that more than one article carries, in the order of their first appearance.
pub fn groups(all: &Carriers, located: &[Located]) -> Vec<Group> {
    let (nodes, members) = nodes(all, located);
    let mut parents: Vec<Number> = (0..nodes.len() as Number).collect();
    for (i, j) in pairs(&nodes) {
        join(&mut parents, i as Number, j as Number);
    }
    let mut together: BTreeMap<Number, Vec<usize>> = BTreeMap::new();
    for i in 0..nodes.len() {
        together.entry(top(&mut parents, i as Number)).or_default().push(i);
    }
    let groups = together.into_values().filter_map(|indices| {
        let mut carriers: Vec<Carrier> = Vec::new();
        for &i in &indices {
            carriers.extend(members[i].iter().filter_map(|l| claimed(all, l)));
        }
        let anchors: Vec<Anchor> = indices.iter().map(|&i| nodes[i].anchor).collect();
        carriers.extend(unclaimed(all, &anchors, &carriers));
        carriers.sort_by_key(|c| (c.number, c.span));
        let several = carriers.iter().any(|c| c.number != carriers[0].number);
        several.then(|| complete(all, carriers))
    });
    groups.collect()
}

fn complete(all: &Carriers, mut carriers: Vec<Carrier>) -> Group {
    number_texts(all, &mut carriers);
    let origins = origins(all, &carriers);
    Group {
        counts: counts(all, &carriers, &origins),
        first_known: first_known(all, &carriers),
        drift: drift(all, &carriers),
        origins,
        carriers,
    }
}

/// The places where contents first appeared, in order, with those contents.
fn nodes<'l>(all: &Carriers, located: &'l [Located]) -> (Vec<Node>, Vec<Vec<&'l Located>>) {
    let mut places: BTreeMap<Anchor, Vec<&Located>> = BTreeMap::new();
    for one in located {
        places.entry(anchor(all.fold, one)).or_default().push(one);
    }
    let nodes = places.iter().map(|(&anchor, members)| {
        let mut numbers: Vec<Number> = members.iter().map(|l| l.number).collect();
        numbers.sort_unstable();
        numbers.dedup();
        let first = members.iter().min_by_key(|l| (l.number, l.statement));
        let statement = first.and_then(|l| all.statements.get(l.number as usize)?.get(l.statement));
        Node {
            anchor,
            words: first.map(|l| l.words.clone()).unwrap_or_default(),
            quoted: statement.is_some_and(|s| s.quoted),
            numbers,
        }
    });
    (nodes.collect(), places.values().cloned().collect())
}

fn claimed(all: &Carriers, located: &Located) -> Option<Carrier> {
    let statement = all.statements.get(located.number as usize)?.get(located.statement)?;
    let span = statement.content.cover()?;
    Some(Carrier { number: located.number, statement: Some(located.statement), span, text: 0 })
}

/// The articles that have the words but no claim that is the same.
fn unclaimed(all: &Carriers, anchors: &[Anchor], claimed: &[Carrier]) -> Vec<Carrier> {
    let claimed: BTreeSet<Number> = claimed.iter().map(|c| c.number).collect();
    let mut found: BTreeMap<Number, (u32, u32)> = BTreeMap::new();
    for anchor in anchors {
        for &number in all.fold.sharers(anchor.root).iter().chain([&anchor.root]) {
            if !claimed.contains(&number)
                && let Some(range) = carried(all.fold, number, *anchor)
            {
                found.entry(number).or_insert(range);
            }
        }
    }
    let carriers = found.into_iter().filter_map(|(number, (from, to))| {
        let span = keys(&all.articles.get(number as usize)?.text).cover(from, to);
        Some(Carrier { number, statement: around(all, number, span), span, text: 0 })
    });
    carriers.filter(|c| c.span != Span::default()).collect()
}

/// The claim of an article whose content contains most of the words: it says more, but it attributes them.
fn around(all: &Carriers, number: Number, span: Span) -> Option<usize> {
    let words = Spans::from(span);
    let statements = all.statements.get(number as usize)?.iter().enumerate();
    let overlaps = statements.map(|(i, s)| (s.content.shared(&words), i));
    overlaps
        .filter(|o| o.0 * 2 > span.len())
        .max_by_key(|&(words, i)| (words, std::cmp::Reverse(i)))
        .map(|o| o.1)
}

/// The words of an article that lead to a place, if they are most of it.
fn carried(fold: &Fold, number: Number, place: Anchor) -> Option<(u32, u32)> {
    if number == place.root {
        return Some((place.from, place.to));
    }
    let (mut words, mut from, mut to) = (0, u32::MAX, 0);
    for run in fold.links(number).iter().filter(|l| l.root == place.root).flat_map(|l| &l.runs) {
        let (start, end) = (run.b.max(place.from), (run.b + run.len).min(place.to));
        if start < end {
            words += end - start;
            from = from.min(run.a + start - run.b);
            to = to.max(run.a + end - run.b);
        }
    }
    // pieces from all over the article are not the content
    let close = to.saturating_sub(from) <= place.len() * 2;
    (words as f32 >= CARRIED * place.len() as f32 && close).then_some((from, to))
}
