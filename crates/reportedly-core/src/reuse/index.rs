use super::extend::{Run, extend, push};
use super::keys::{Keys, SHINGLE, sampled, shingle};
use super::table::Table;
use crate::text::Span;

/// Fewer words than this in a row are a phrase, not a passage.
const LEAST_WORDS: u32 = 12;

/// Words at the beginning or end of a line that may differ: a year, an owner.
const EDGE: u32 = 5;

/// Position of an article in an [`Index`]: the first one added is 0.
pub type Number = u32;

/// Words of one article that stand in an article added before, over small edits.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Link {
    /// The article where these words first appeared.
    pub root: Number,
    /// Which words agree: `a` counts in this article, `b` in the root.
    pub runs: Vec<Run>,
    /// From the first to the last of these words in this article.
    pub span: Span,
    /// How many of these words are in quotation marks here.
    pub quoted: u32,
    /// Whether it is lines from their beginning to their end, but for a few words: paragraphs.
    pub whole_lines: bool,
}

/// All words seen so far. A new article is linked to the places where its passages first appeared, and only its
/// new shingles are stored, for later articles to find.
///
/// So the passage that 5,000 articles share can be found in one place, with 4,999 links to it; to add one
/// article costs what its words and its links cost, whatever the number of articles. What two articles share
/// is composed from their links (see [`shared`](super::shared)).
///
/// ```
/// use reportedly::Text;
/// use reportedly::reuse::{Index, keys};
///
/// let news = "The pier of Velmouth is open again after a winter of repairs that cost the town far less \
///     than it had feared in the autumn";
/// let mut index = Index::default();
/// assert!(index.add(&keys(&Text::new(news))).is_empty());
/// let links = index.add(&keys(&Text::new(format!("Late on Monday: {news}"))));
/// assert_eq!((links[0].root, links[0].cover()), (0, Some((3, 28))));
/// assert_eq!(index.len(), 2);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Index {
    /// The words of the articles that had something new, one after the other.
    words: Vec<u32>,
    /// Where each article begins in `words`, and the end.
    starts: Vec<u32>,
    /// For each article, which of its words first appeared elsewhere.
    elsewhere: Vec<Vec<Elsewhere>>,
    table: Table,
}

/// Words of an article that first appeared in another one.
#[derive(Clone, Copy, Debug)]
struct Elsewhere {
    run: Run,
    root: Number,
    /// Position of the link among the article's links.
    link: u32,
}

/// What was found for an article.
#[derive(Default)]
struct Found {
    links: Vec<Link>,
    /// Ranges of words that appeared in one place, word after word.
    known: Vec<(usize, usize)>,
}

impl Index {
    /// How many articles were added.
    pub fn len(&self) -> usize {
        self.elsewhere.len()
    }

    /// Whether none was added.
    pub fn is_empty(&self) -> bool {
        self.elsewhere.is_empty()
    }

    /// Adds an article; its number is `len()` before. Beyond `u32::MAX` words in all, an article is still
    /// linked to those before but no longer found by those after.
    pub fn add(&mut self, keys: &Keys) -> Vec<Link> {
        let found = self.find(keys);
        let keeps = self.keep(keys.words(), &found.known);
        self.elsewhere.push(if keeps { elsewhere(&found.links) } else { Vec::new() });
        found.links
    }

    /// The links that an article would have, in text order, without adding it.
    pub fn links(&self, keys: &Keys) -> Vec<Link> {
        self.find(keys).links
    }

    fn find(&self, keys: &Keys) -> Found {
        let words = keys.words();
        let hashes: Vec<Option<u64>> =
            (0..words.len()).map(|i| shingle(words, i).filter(|&h| sampled(h))).collect();
        let known: Vec<bool> =
            hashes.iter().map(|h| h.is_some_and(|hash| self.table.may_have(hash))).collect();
        let (mut found, mut from) = (Found::default(), 0);
        for (i, hash) in hashes.into_iter().enumerate() {
            let wanted = i >= from && known[i];
            let Some(hash) = hash.filter(|_| wanted) else { continue };
            if let Some((number, runs)) = self.longest(words, from, i, hash) {
                from = runs.last().map_or(i, |r| (r.a + r.len) as usize);
                found.known.extend(runs.iter().map(|r| (r.a as usize, (r.a + r.len) as usize)));
                found.links.extend(self.resolve(number, &runs).into_iter().map(|l| l.placed(keys)));
            }
        }
        found.links.sort_by_key(|l| l.cover());
        found
    }

    /// The longest passage around word `i` that appeared before and begins at `from` or later.
    fn longest(&self, words: &[u32], from: usize, i: usize, hash: u64) -> Option<(Number, Vec<Run>)> {
        let mut best: Option<(u32, Number, Vec<Run>)> = None;
        for place in self.table.find(hash) {
            let at = place as usize;
            if self.words.get(at..at + SHINGLE) != words.get(i..i + SHINGLE) {
                continue;
            }
            let (number, start, end) = self.article_at(place);
            let mut runs = extend(&words[from..], &self.words[start..end], i - from, at - start);
            runs.iter_mut().for_each(|r| r.a += from as u32);
            let length: u32 = runs.iter().map(|r| r.len).sum();
            if length >= LEAST_WORDS && best.as_ref().is_none_or(|b| b.0 < length) {
                best = Some((length, number, runs));
            }
        }
        best.map(|b| (b.1, b.2))
    }

    /// Turns runs into an article into links to where those words first appeared: there, or in its own sources.
    fn resolve(&self, number: Number, runs: &[Run]) -> Vec<Link> {
        let elsewhere = self.elsewhere.get(number as usize).map_or(&[][..], Vec::as_slice);
        let mut links: Vec<(u32, Link)> = Vec::new();
        let mut put = |link: u32, root: Number, run: Run| match links.iter_mut().find(|l| l.0 == link) {
            Some((_, link)) => push(&mut link.runs, run),
            None => links.push((link, Link { root, runs: vec![run], ..Link::default() })),
        };
        for run in runs {
            let (mut at, end) = (run.b, run.b + run.len);
            let first = elsewhere.partition_point(|e| e.run.a + e.run.len <= at);
            for e in elsewhere.get(first..).unwrap_or_default().iter().take_while(|e| e.run.a < end) {
                let (from, to) = (e.run.a.clamp(at, end), (e.run.a + e.run.len).clamp(at, end));
                if from > at {
                    put(u32::MAX, number, Run { a: run.a + at - run.b, b: at, len: from - at });
                }
                if to > from {
                    let b = e.run.b + from - e.run.a;
                    put(e.link, e.root, Run { a: run.a + from - run.b, b, len: to - from });
                }
                at = to;
            }
            if at < end {
                put(u32::MAX, number, Run { a: run.a + at - run.b, b: at, len: end - at });
            }
        }
        links.into_iter().map(|l| l.1).filter(|l| l.words() as usize >= SHINGLE).collect()
    }

    /// The article that a place lies in, with its borders.
    fn article_at(&self, place: u32) -> (Number, usize, usize) {
        let number = self.starts.partition_point(|&s| s <= place) - 1;
        (number as Number, self.starts[number] as usize, self.starts[number + 1] as usize)
    }

    /// Keeps the words and their new shingles, if there are any.
    fn keep(&mut self, words: &[u32], known: &[(usize, usize)]) -> bool {
        let start = self.words.len();
        if self.starts.is_empty() {
            self.starts.push(0);
        }
        let fits = start + words.len() < u32::MAX as usize;
        let news = if fits { news(words.len(), known) } else { Vec::new() };
        if !news.is_empty() {
            self.words.extend_from_slice(words);
            news.into_iter().for_each(|first| self.learn(start + first));
        }
        self.starts.push(self.words.len() as u32);
        self.words.len() > start
    }

    /// Puts the shingle at a place into the table, if it is among the sample and not known.
    fn learn(&mut self, first: usize) {
        let Some(hash) = shingle(&self.words, first).filter(|&h| sampled(h)) else { return };
        let words = &self.words[first..first + SHINGLE];
        let same = |p: u32| self.words.get(p as usize..p as usize + SHINGLE) == Some(words);
        if !self.table.find(hash).any(same) {
            self.table.insert(hash, first as u32);
        }
    }
}

/// The links of an article as runs in text order.
fn elsewhere(links: &[Link]) -> Vec<Elsewhere> {
    let runs = links.iter().enumerate().flat_map(|(i, link)| {
        link.runs.iter().map(move |&run| Elsewhere { run, root: link.root, link: i as u32 })
    });
    let mut all: Vec<Elsewhere> = runs.collect();
    all.sort_by_key(|e| e.run);
    all
}

/// Where the shingles begin that do not lie in one of the known ranges, which are in order.
fn news(words: usize, known: &[(usize, usize)]) -> Vec<usize> {
    let (mut out, mut at) = (Vec::new(), 0);
    let last = (words + 1).saturating_sub(SHINGLE);
    for &(from, to) in known.iter().filter(|k| k.1 - k.0 >= SHINGLE) {
        out.extend(at..from.min(last));
        at = to + 1 - SHINGLE;
    }
    out.extend(at..last);
    out
}

impl Link {
    fn placed(self, keys: &Keys) -> Self {
        let (from, to) = self.cover().unwrap_or_default();
        let whole_lines = keys.line_near(from, EDGE) && keys.line_near(to, EDGE);
        let quoted = self.runs.iter().map(|r| keys.quoted(r.a, r.a + r.len)).sum();
        Self { span: keys.cover(from, to), quoted, whole_lines, ..self }
    }

    /// How many words agree.
    pub fn words(&self) -> u32 {
        self.runs.iter().map(|r| r.len).sum()
    }

    /// The words of the root that it covers, from the first to the last.
    pub fn root_cover(&self) -> Option<(u32, u32)> {
        let last = self.runs.last()?;
        Some((self.runs.first()?.b, last.b + last.len))
    }

    /// The words of this article that it covers, from the first to the last.
    pub fn cover(&self) -> Option<(u32, u32)> {
        let last = self.runs.last()?;
        Some((self.runs.first()?.a, last.a + last.len))
    }
}
