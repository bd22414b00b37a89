use std::collections::BTreeMap;

use super::order::order;
use super::{Document, RelateOptions, Related, Relations, SharedLines};
use crate::article::{Article, credit};
use crate::reuse::{Entry, Fold, Index, Number, Side, boilerplate_of, keys, pair};
use crate::trace::{Carriers, Group, Located, Statement, groups, locate};

/// Relates articles: the same articles in any order give the same relations.
///
/// ```
/// use reportedly::trace::Statement;
/// use reportedly::{Document, Engine, ReadOptions, RelateOptions, ReuseKind, relate};
///
/// let said = "\u{201c}The pier of Velmouth will stay open all winter, whatever the sea may bring, and nobody who \
///     fishes from it will have to pay,\u{201d}";
/// let engine = Engine::new(ReadOptions::default());
/// let reads = ["said Mara Hale.", "Hale said."].map(|by| engine.read_text(format!("{said} {by}")));
/// let statements = [0, 1].map(|i| [Statement::of("1", &reads[i].article, &reads[i].reading.claims[0])]);
/// let documents = [("quay", 0), ("post", 1)]
///     .map(|(id, i)| Document { id, article: &reads[i].article, statements: &statements[i] });
/// let found = relate(&documents, &RelateOptions::default());
/// assert_eq!(found.pairs[0].pair.passages[0].1, ReuseKind::SameQuote);
/// assert_eq!((found.groups[0].counts.pages, found.groups[0].counts.origins), (2, 1));
/// ```
pub fn relate(documents: &[Document], options: &RelateOptions) -> Relations {
    let order = order(documents);
    let (entries, located) = entries(documents, &order);
    let fold = Fold::new(entries);
    let position = |n: Number| order.get(n as usize).copied().unwrap_or_default();
    let side = |n: Number| documents.get(position(n)).map(|d| Side::new(n, d.article));
    let groups = travelled(documents, &order, options, &fold, &located);
    let mut found = Relations { families: families(&fold, &order), groups, ..Relations::default() };
    // an article is compared with those after it only, so what was made of it is dropped after its turn
    let mut sides: BTreeMap<Number, Side> = BTreeMap::new();
    for n in 0..order.len() as Number {
        let Some(a) = sides.remove(&n).or_else(|| side(n)) else { continue };
        for m in fold.others(n, options.most_pairs) {
            let Some(b) = sides.remove(&m).or_else(|| side(m)) else { continue };
            let related = pair(&fold, &a, &b);
            found.pairs.extend(related.map(|pair| Related { a: position(n), b: position(m), pair }));
            sides.insert(m, b);
        }
        for m in fold.boilerplate_roots(n) {
            let passages = side(m).map(|root| boilerplate_of(&fold, &a, &root)).unwrap_or_default();
            found.boilerplate.push(SharedLines { a: position(n), b: position(m), passages });
        }
    }
    found
}

/// The links of each article to those before it, and where its contents are.
fn entries(documents: &[Document], order: &[usize]) -> (Vec<Entry>, Vec<Located>) {
    let (mut index, mut entries, mut located) = (Index::default(), Vec::new(), Vec::new());
    for document in order.iter().filter_map(|&p| documents.get(p)) {
        let keys = keys(&document.article.text);
        located.extend(locate(entries.len() as Number, &keys, document.statements));
        let outlet = document.article.metadata.outlet.as_ref().map(|o| o.value.clone());
        entries.push(Entry { words: keys.words().len() as u32, outlet, links: index.add(&keys) });
    }
    (entries, located)
}

/// The claims that spread, with positions instead of numbers.
fn travelled(
    documents: &[Document],
    order: &[usize],
    options: &RelateOptions,
    fold: &Fold,
    located: &[Located],
) -> Vec<Group> {
    if located.is_empty() {
        return Vec::new();
    }
    let in_order = || order.iter().filter_map(|&p| documents.get(p));
    let articles: Vec<&Article> = in_order().map(|d| d.article).collect();
    let credits: Vec<_> = articles.iter().map(|a| credit(a)).collect();
    let statements: Vec<&[Statement]> = in_order().map(|d| d.statements).collect();
    let carriers = Carriers {
        fold,
        articles: &articles,
        credits: &credits,
        statements: &statements,
        publishers: &options.publishers,
    };
    let mut found = groups(&carriers, located);
    let position = |n: Number| order.get(n as usize).map_or(n, |&p| p as Number);
    for group in &mut found {
        group.carriers.iter_mut().for_each(|c| c.number = position(c.number));
        group.first_known = group.first_known.map(position);
    }
    found
}

fn families(fold: &Fold, order: &[usize]) -> Vec<usize> {
    let mut out = vec![0; order.len()];
    for (&position, first) in order.iter().zip(fold.families()) {
        out[position] = order[first as usize];
    }
    out
}
