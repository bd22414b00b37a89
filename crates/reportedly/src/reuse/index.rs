use super::extend::{Run, extend};
use super::keys::{Keys, SHINGLE, sampled, shingle};
use super::table::Table;
use crate::text::Span;

/// Fewer words than this in a row are a phrase, not a passage.
const LEAST_WORDS: u32 = 12;

/// Position of an article in an [`Index`]: the first one added is 0.
pub type Number = u32;

/// Words of one article that stand in an article added before, over small edits.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Link {
    /// The article where these words stood first.
    pub root: Number,
    /// Which words agree: `a` counts in this article, `b` in the root.
    pub runs: Vec<Run>,
    /// From the first to the last of these words in this article.
    pub span: Span,
    /// Words from the first to the last that stand in quotation marks here.
    pub quoted: u32,
    /// Whether it is lines from their beginning to their end: a paragraph or several.
    pub whole_lines: bool,
}

/// All words seen so far, each passage once: an article added is linked to the places where its passages
/// stood first, and only what is new in it is kept to be found later.
///
/// So the passage that 5,000 articles share stands here once, with 4,999 links to it; to add one article
/// costs what its words and its links cost, whatever the number of articles. What two articles share is
/// composed from their links (see [`shared`](super::shared)).
#[derive(Clone, Debug, Default)]
pub struct Index {
    /// The words of all articles one after the other; 0 for a word that stands in a link.
    words: Vec<u32>,
    /// Where each article begins in `words`, and the end.
    starts: Vec<u32>,
    table: Table,
}

impl Index {
    /// How many articles were added.
    pub fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// Whether none was added.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Adds an article; its number is `len()` before. Beyond `u32::MAX` words in all, an article is still
    /// linked to those before but no longer found by those after.
    pub fn add(&mut self, keys: &Keys) -> Vec<Link> {
        let links = self.links(keys);
        self.keep(keys.words(), &links);
        links
    }

    /// The links that an article would have, in text order, without adding it.
    pub fn links(&self, keys: &Keys) -> Vec<Link> {
        let words = keys.words();
        let (mut links, mut from, mut i) = (Vec::new(), 0, 0);
        while let Some(hash) = shingle(words, i) {
            let found = if sampled(hash) { self.longest(words, from, i, hash) } else { None };
            i += 1;
            if let Some(link) = found {
                from = link.runs.last().map_or(i, |r| (r.a + r.len) as usize);
                i = from.max(i);
                links.push(link.placed(keys));
            }
        }
        links
    }

    /// The longest passage around word `i` that stood before and begins at `from` or later.
    fn longest(&self, words: &[u32], from: usize, i: usize, hash: u64) -> Option<Link> {
        let mut best: Option<(u32, Link)> = None;
        for place in self.table.find(hash) {
            let at = place as usize;
            if self.words.get(at..at + SHINGLE) != words.get(i..i + SHINGLE) {
                continue;
            }
            let (root, start, end) = self.article_at(place);
            let mut runs = extend(&words[from..], &self.words[start..end], i - from, at - start);
            runs.iter_mut().for_each(|r| r.a += from as u32);
            let length: u32 = runs.iter().map(|r| r.len).sum();
            if length >= LEAST_WORDS && best.as_ref().is_none_or(|b| b.0 < length) {
                best = Some((length, Link { root, runs, ..Link::default() }));
            }
        }
        best.map(|b| b.1)
    }

    /// The article that a place lies in, with its borders.
    fn article_at(&self, place: u32) -> (Number, usize, usize) {
        let number = self.starts.partition_point(|&s| s <= place) - 1;
        (number as Number, self.starts[number] as usize, self.starts[number + 1] as usize)
    }

    /// Keeps what is new.
    fn keep(&mut self, words: &[u32], links: &[Link]) {
        let start = self.words.len();
        if self.starts.is_empty() {
            self.starts.push(0);
        }
        let fits = start + words.len() < u32::MAX as usize;
        if fits && has_news(words.len(), links) {
            self.words.extend_from_slice(words);
            for (from, to) in links.iter().filter_map(Link::cover) {
                self.words[start + from as usize..start + to as usize].fill(0);
            }
            self.learn(start);
        }
        self.starts.push(self.words.len() as u32);
    }

    /// Puts the shingles from a place on into the table, without those of linked words and those known.
    fn learn(&mut self, start: usize) {
        let mut known_until = start;
        for at in start..self.words.len() {
            if self.words[at] == 0 {
                known_until = at + 1;
            }
            let first = (at + 1).saturating_sub(SHINGLE);
            if first >= known_until
                && let Some(hash) = shingle(&self.words, first).filter(|&h| sampled(h))
                && !self.knows(hash, first)
            {
                self.table.insert(hash, first as u32);
            }
        }
    }

    fn knows(&self, hash: u64, at: usize) -> bool {
        let words = &self.words[at..at + SHINGLE];
        self.table.find(hash).any(|p| self.words.get(p as usize..p as usize + SHINGLE) == Some(words))
    }
}

impl Link {
    fn placed(self, keys: &Keys) -> Self {
        let (from, to) = self.cover().unwrap_or_default();
        let whole_lines = keys.begins_line(from) && keys.begins_line(to);
        Self { span: keys.cover(from, to), quoted: keys.quoted(from, to), whole_lines, ..self }
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

/// Whether the words outside the links are enough for a shingle.
fn has_news(words: usize, links: &[Link]) -> bool {
    let mut from = 0;
    let covers = links.iter().filter_map(Link::cover).chain([(words as u32, words as u32)]);
    covers.into_iter().any(|(start, end)| {
        let free = start.saturating_sub(from);
        from = end;
        free as usize >= SHINGLE
    })
}
