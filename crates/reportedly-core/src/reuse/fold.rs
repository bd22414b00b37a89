use std::collections::BTreeMap;

use super::boilerplate::{Boilerplate, Entry, boilerplate, within, without};
use super::extend::Run;
use super::index::{Link, Number};
use super::shared::shared;

/// Fewer words than this in common are no re-use: about 100 characters.
pub const LEAST_SHARED_WORDS: u32 = 17;

/// The links of a corpus, folded: boilerplate found and taken out, and who shares with whom.
///
/// It depends on the entries alone, in whatever order their links were found.
///
/// ```
/// use reportedly::Text;
/// use reportedly::reuse::{Entry, Fold, Index, keys};
///
/// let news = "The pier of Velmouth is open again after a winter of repairs that cost the town far less \
///     than it had feared in the autumn";
/// let mut index = Index::default();
/// let entries = ["It rained.".to_owned(), news.to_owned(), format!("On Monday: {news}")].map(|text| {
///     let keys = keys(&Text::new(text));
///     Entry { words: keys.words().len() as u32, outlet: None, links: index.add(&keys) }
/// });
/// let fold = Fold::new(entries.into());
/// assert_eq!(fold.families(), [0, 1, 1]);
/// assert_eq!(fold.others(1, 100), [2]);
/// assert_eq!(fold.runs(1, 2)[0].len, 25);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Fold {
    entries: Vec<Entry>,
    boilerplate: Boilerplate,
    /// Links, or parts of them, that are boilerplate.
    left_out: BTreeMap<Number, Vec<Link>>,
    /// By root, who has links to it, in order.
    sharers: BTreeMap<Number, Vec<Number>>,
}

impl Fold {
    /// Folds the entries, each at its number.
    pub fn new(mut entries: Vec<Entry>) -> Self {
        let boilerplate = boilerplate(&entries);
        let mut left_out: BTreeMap<Number, Vec<Link>> = BTreeMap::new();
        let mut sharers: BTreeMap<Number, Vec<Number>> = BTreeMap::new();
        for (number, entry) in entries.iter_mut().enumerate() {
            if entry.links.iter().any(|l| boilerplate.contains_key(&l.root)) {
                let all = std::mem::take(&mut entry.links);
                left_out.insert(number as Number, within(&all, &boilerplate));
                entry.links = without(&all, &boilerplate);
            }
            for link in &entry.links {
                let list = sharers.entry(link.root).or_default();
                if list.last() != Some(&(number as Number)) {
                    list.push(number as Number);
                }
            }
        }
        left_out.retain(|_, links| !links.is_empty());
        Self { entries, boilerplate, left_out, sharers }
    }

    /// The entries, their links without boilerplate.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// What is boilerplate, by the article where it stood first.
    pub fn boilerplate(&self) -> &Boilerplate {
        &self.boilerplate
    }

    /// The articles that have links to this one, in order.
    pub fn sharers(&self, root: Number) -> &[Number] {
        self.sharers.get(&root).map_or(&[], Vec::as_slice)
    }

    /// The links of an article, without boilerplate.
    pub fn links(&self, number: Number) -> &[Link] {
        self.entries.get(number as usize).map_or(&[], |e| e.links.as_slice())
    }

    /// The articles of a greater number that may share something with this one. Of a passage that more
    /// than `most` articles have, only the tie to where it stood first is given.
    pub fn others(&self, number: Number, most: usize) -> Vec<Number> {
        let mut others = self.sharers(number).to_vec();
        for link in self.links(number) {
            let sharers = self.sharers(link.root);
            if sharers.len() <= most {
                others.extend(sharers);
            }
            others.push(link.root);
        }
        others.retain(|&other| other > number);
        others.sort_unstable();
        others.dedup();
        others
    }

    /// The words that two articles share, without boilerplate.
    pub fn runs(&self, a: Number, b: Number) -> Vec<Run> {
        shared((a, self.links(a)), (b, self.links(b)))
    }

    /// The articles where boilerplate of this one stood first, in order.
    pub fn boilerplate_roots(&self, number: Number) -> Vec<Number> {
        let mut roots: Vec<Number> =
            self.left_out.get(&number).into_iter().flatten().map(|l| l.root).collect();
        roots.sort_unstable();
        roots.dedup();
        roots
    }

    /// The words of boilerplate that an article shares with the one where it stood first.
    pub fn boilerplate_runs(&self, number: Number, root: Number) -> Vec<Run> {
        shared((number, self.left_out.get(&number).map_or(&[], Vec::as_slice)), (root, &[]))
    }

    /// How many words of an article are not boilerplate.
    pub fn own_words(&self, number: Number) -> u32 {
        let all = self.entries.get(number as usize).map_or(0, |e| e.words);
        let linked: u32 = self.left_out.get(&number).into_iter().flatten().map(Link::words).sum();
        let first: u32 = self.boilerplate.get(&number).into_iter().flatten().map(|r| r.1 - r.0).sum();
        all.saturating_sub(linked + first)
    }

    /// For each article, the smallest number of its family: those that share enough, directly or through
    /// others.
    pub fn families(&self) -> Vec<Number> {
        let mut parents: Vec<Number> = (0..self.entries.len() as Number).collect();
        for number in 0..parents.len() as Number {
            let mut words: BTreeMap<Number, u32> = BTreeMap::new();
            self.links(number).iter().for_each(|l| *words.entry(l.root).or_default() += l.words());
            let enough = words.into_iter().filter(|w| w.1 >= LEAST_SHARED_WORDS);
            enough.for_each(|(root, _)| join(&mut parents, number, root));
        }
        (0..parents.len() as Number).map(|n| top(&mut parents, n)).collect()
    }
}

/// The smallest number that hangs together with this one.
pub(crate) fn top(parents: &mut [Number], mut n: Number) -> Number {
    while parents[n as usize] != n {
        parents[n as usize] = parents[parents[n as usize] as usize];
        n = parents[n as usize];
    }
    n
}

/// Hangs two together.
pub(crate) fn join(parents: &mut [Number], a: Number, b: Number) {
    let (a, b) = (top(parents, a), top(parents, b));
    parents[a.max(b) as usize] = a.min(b);
}
