use std::collections::{BTreeMap, BTreeSet};

use super::anchor::{Anchor, Located, anchor};
use super::count::{counts, first_known, number_texts};
use super::drift::drift;
use super::origin::origins;
use super::presented::present;
use super::same::{CARRIED, Node, pairs};
use super::spread::spread;
use super::wording::differences;
use super::{Carrier, Carriers, Group};
use crate::reuse::{Fold, Number, join, keys, top};
use crate::text::{Span, Spans};

/// The contents that more than one article carries, in the order of their first appearance.
///
/// [`relate`](crate::relate) does all of this for articles that are in memory.
///
/// ```
/// use reportedly::trace::{Carriers, Publishers, Statement, groups, locate};
/// use reportedly::reuse::{Entry, Fold, Index, keys};
/// use reportedly::{Engine, ReadOptions};
///
/// let said = "\u{201c}The pier of Velmouth will stay open all winter, whatever the sea may bring,\u{201d}";
/// let engine = Engine::new(ReadOptions::default());
/// let reads = ["said Mara Hale.", "Hale said."].map(|by| engine.read_text(format!("{said} {by}")));
/// let statements = [0, 1].map(|i| [Statement::of("1", &reads[i].article, &reads[i].reading.claims[0])]);
/// let (mut index, mut entries, mut located) = (Index::default(), Vec::new(), Vec::new());
/// for (n, read) in reads.iter().enumerate() {
///     let keys = keys(&read.article.text);
///     located.extend(locate(n as u32, &keys, &statements[n]));
///     entries.push(Entry { words: keys.words().len() as u32, outlet: None, links: index.add(&keys) });
/// }
/// let all = Carriers {
///     fold: &Fold::new(entries),
///     articles: &[&reads[0].article, &reads[1].article],
///     credits: &[None, None],
///     statements: &[&statements[0], &statements[1]],
///     publishers: &Publishers::default(),
/// };
/// let found = groups(&all, &located);
/// assert_eq!((found.len(), found[0].counts.pages), (1, 2));
/// ```
pub fn groups(all: &Carriers, located: &[Located]) -> Vec<Group> {
    groups_of(all, located, several)
}

/// Whether these are in more than one article.
///
/// ```
/// use reportedly::trace::{Carrier, PresentedAs, several};
///
/// let in_article = |number| Carrier {
///     number,
///     statement: None,
///     span: reportedly::Span::new(0, 9),
///     text: 0,
///     presented: PresentedAs::Fact,
///     origin: None,
///     wording: Vec::new(),
/// };
/// assert!(several(&[in_article(0), in_article(1)]));
/// assert!(!several(&[in_article(0), in_article(0)])); // twice in one
/// ```
pub fn several(carriers: &[Carrier]) -> bool {
    carriers.windows(2).any(|pair| pair[0].number != pair[1].number)
}

/// The contents of which the carriers are wanted, also where only one article has them.
///
/// ```
/// use reportedly::trace::{Carriers, Publishers, Statement, groups, groups_of, locate};
/// use reportedly::reuse::{Entry, Fold, keys};
/// use reportedly::{Engine, ReadOptions};
///
/// let engine = Engine::new(ReadOptions::default());
/// let read = engine.read_text("\u{201c}The pier will stay open all winter,\u{201d} said Mara Hale.");
/// let statements = [Statement::of("1", &read.article, &read.reading.claims[0])];
/// let located = locate(0, &keys(&read.article.text), &statements);
/// let all = Carriers {
///     fold: &Fold::new(vec![Entry::default()]),
///     articles: &[&read.article],
///     credits: &[None],
///     statements: &[&statements],
///     publishers: &Publishers::default(),
/// };
/// assert!(groups(&all, &located).is_empty());
/// let alone = groups_of(&all, &located, |_| true);
/// assert_eq!(alone[0].origins[0].name.as_deref(), Some("Mara Hale"));
/// ```
pub fn groups_of(all: &Carriers, located: &[Located], wanted: impl Fn(&[Carrier]) -> bool) -> Vec<Group> {
    let (nodes, members) = nodes(all, located);
    let mut parents: Vec<Number> = (0..nodes.len() as Number).collect();
    for (i, j) in pairs(&nodes) {
        join(&mut parents, i as Number, j as Number);
    }
    let mut together: BTreeMap<Number, Vec<usize>> = BTreeMap::new();
    for i in 0..nodes.len() {
        together.entry(top(&mut parents, i as Number)).or_default().push(i);
    }
    let spread = spread(all, &nodes);
    let groups = together.into_values().filter_map(|indices| {
        let mut carriers: Vec<Carrier> = Vec::new();
        for &i in &indices {
            carriers.extend(members[i].iter().filter_map(|l| claimed(all, l)));
        }
        let places =
            indices.iter().map(|&i| (nodes[i].anchor, spread.get(&i).map_or(&[][..], Vec::as_slice)));
        carriers.extend(unclaimed(all, places, &carriers));
        carriers.sort_by_key(|c| (c.number, c.span));
        wanted(&carriers).then(|| complete(all, carriers))
    });
    groups.collect()
}

/// What is known of passages that are taken for one content: their texts, counts, origins, and what changed from one to another.
/// The carriers are in the order of their articles.
pub fn complete(all: &Carriers, mut carriers: Vec<Carrier>) -> Group {
    number_texts(all, &mut carriers);
    let first = compare_wordings(all, &mut carriers);
    present(all, &mut carriers);
    let origins = origins(all, &mut carriers);
    Group {
        counts: counts(all, &carriers, &origins),
        first_known: first_known(all, &carriers),
        drift: drift(all, &carriers),
        first,
        origins,
        carriers,
    }
}

/// Holds each wording against the first one, and says which that is: of the earliest stated day, whatever
/// the order of the articles.
fn compare_wordings(all: &Carriers, carriers: &mut [Carrier]) -> usize {
    let words: Vec<String> = carriers.iter().map(|c| wording(all, c)).collect();
    let order = |&i: &usize| {
        let when = all.stated(&carriers[i]).map(|w| w.last());
        (carriers[i].statement.is_none(), when.is_none(), when, &words[i], i)
    };
    let first = (0..carriers.len()).min_by_key(order).unwrap_or_default();
    for (carrier, own) in carriers.iter_mut().zip(&words) {
        carrier.wording =
            differences(words.get(first).map_or("", String::as_str), own, all.language(carrier));
    }
    first
}

/// The words of a carrier, without what stands between the pieces of its content.
fn wording(all: &Carriers, carrier: &Carrier) -> String {
    let Some(article) = all.articles.get(carrier.number as usize) else { return String::new() };
    let content = all.statement(carrier).map(|s| &s.content).filter(|c| c.cover() == Some(carrier.span));
    let own = Spans::from(carrier.span);
    let pieces = content.unwrap_or(&own).pieces().iter().map(|&p| article.text.get(p));
    pieces.collect::<Vec<_>>().join(" ")
}

/// The places where contents stood first, in order, with the contents that stand there.
fn nodes<'l>(all: &Carriers, located: &'l [Located]) -> (Vec<Node>, Vec<Vec<&'l Located>>) {
    let mut places: BTreeMap<Anchor, Vec<&Located>> = BTreeMap::new();
    for one in located {
        places.entry(anchor(all.fold, one)).or_default().push(one);
    }
    let nodes = places.iter().map(|(&anchor, members)| {
        let first = members.iter().min_by_key(|l| (l.number, l.statement));
        let statement = first.and_then(|l| all.statements.get(l.number as usize)?.get(l.statement));
        Node {
            anchor,
            words: first.map(|l| l.words.clone()).unwrap_or_default(),
            quoted: statement.is_some_and(|s| s.quoted),
            places: members.iter().filter_map(|l| Some((l.number, hull(l)?))).collect(),
        }
    });
    (nodes.collect(), places.values().cloned().collect())
}

/// From the first to the last word of a content in its own article.
fn hull(located: &Located) -> Option<(u32, u32)> {
    Some((located.pieces.first()?.0, located.pieces.last()?.1))
}

fn claimed(all: &Carriers, located: &Located) -> Option<Carrier> {
    let statement = all.statements.get(located.number as usize)?.get(located.statement)?;
    let span = statement.content.cover()?;
    Some(Carrier::new(located.number, Some(located.statement), span))
}

/// The articles that have the words but no claim that is the same: where they stood first, linked to that
/// place, or of their own.
fn unclaimed<'s>(
    all: &Carriers,
    places: impl Iterator<Item = (Anchor, &'s [(Number, (u32, u32))])>,
    claimed: &[Carrier],
) -> Vec<Carrier> {
    let claimed: BTreeSet<Number> = claimed.iter().map(|c| c.number).collect();
    let mut found: BTreeMap<Number, (u32, u32)> = BTreeMap::new();
    for (anchor, spread) in places {
        let linked = all.fold.sharers(anchor.root).iter().chain([&anchor.root]);
        let linked = linked.filter_map(|&n| Some((n, carried(all.fold, n, anchor)?)));
        for (number, range) in linked.chain(spread.iter().copied()) {
            if !claimed.contains(&number) {
                found.entry(number).or_insert(range);
            }
        }
    }
    let carriers = found.into_iter().filter_map(|(number, (from, to))| {
        let span = keys(&all.articles.get(number as usize)?.text).cover(from, to);
        Some(Carrier::new(number, around(all, number, span), span))
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
