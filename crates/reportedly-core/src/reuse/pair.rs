use super::direction::{Direction, Witness, direction};
use super::fold::{Fold, LEAST_SHARED_WORDS};
use super::index::Number;
use super::keys::{Keys, keys};
use super::passage::{Passage, passages};
use crate::article::Article;
use crate::article::{Credit, credit};

/// Two articles that share fewer characters than this are not related.
const LEAST_CHARACTERS: usize = 100;
/// The share of a passage that must be in quotation marks on both sides to count as somebody's speech.
const SPEECH: f32 = 0.8;
/// A passage with less agreement than this was rewritten.
const VERBATIM: f32 = 0.9;
/// The share of either article that must be in the other to count as a copy.
const COPY: f32 = 0.9;

/// How a passage came to be in two articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// Nearly all of either article is in the other.
    Copy,
    /// Word for word, as a part of at least one of them.
    Cut,
    /// With other words.
    Rewrite,
    /// Somebody's quoted speech, and nothing else in common.
    SameQuote,
    /// An outlet's own lines, found from the corpus.
    Boilerplate,
}

impl Kind {
    /// The name in the output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Copy => "copy",
            Self::Cut => "cut",
            Self::Rewrite => "rewrite",
            Self::SameQuote => "same_quote",
            Self::Boilerplate => "boilerplate",
        }
    }
}

/// Two articles that share text.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// The shared passages, in the order of the first article.
    pub passages: Vec<(Passage, Kind)>,
    /// In which direction the text went.
    pub direction: Direction,
    /// The evidence for it, in the words of the articles.
    pub evidence: Vec<String>,
}

impl Pair {
    /// Whether they are one text, rather than two that quote the same speech.
    pub fn is_one_text(&self) -> bool {
        self.passages.iter().any(|p| matches!(p.1, Kind::Copy | Kind::Cut | Kind::Rewrite))
    }
}

/// One article as a pair needs it.
#[derive(Clone, Debug)]
pub struct Side<'a> {
    /// Its number in the fold.
    pub number: Number,
    /// The article.
    pub article: &'a Article,
    /// Its keys.
    pub keys: Keys,
    /// Whom it credits.
    pub credit: Option<Credit>,
}

impl<'a> Side<'a> {
    /// Reads keys and credit.
    pub fn new(number: Number, article: &'a Article) -> Self {
        Self { number, article, keys: keys(&article.text), credit: credit(article) }
    }

    fn witness(&self, shared: u32, own: u32) -> Witness<'_> {
        let contained = shared as f32 / own.max(1) as f32;
        Witness { article: self.article, credit: self.credit.as_ref(), contained, words: own }
    }
}

/// What two articles share, or `None` if it is too little.
///
/// Less than [`LEAST_SHARED_WORDS`](super::LEAST_SHARED_WORDS) words are too little.
///
/// ```
/// use reportedly::Article;
/// use reportedly::reuse::{Direction, Entry, Fold, Index, Kind, Side, keys, pair};
///
/// let news = "The pier of Velmouth is open again after a winter of repairs that cost the town far less \
///     than it had feared in the autumn";
/// let articles = [news.to_owned(), format!("{news}.\n\nIt held.")].map(Article::from_text);
/// let mut index = Index::default();
/// let entries = articles.iter().map(|article| {
///     let keys = keys(&article.text);
///     Entry { words: keys.words().len() as u32, outlet: None, links: index.add(&keys) }
/// });
/// let fold = Fold::new(entries.collect());
/// let found = pair(&fold, &Side::new(0, &articles[0]), &Side::new(1, &articles[1])).unwrap();
/// assert_eq!((found.passages[0].1, found.direction), (Kind::Copy, Direction::Unknown));
/// ```
pub fn pair(fold: &Fold, a: &Side, b: &Side) -> Option<Pair> {
    let found = passages(&fold.runs(a.number, b.number), &a.keys, &b.keys);
    let characters: usize = found.iter().map(|p| characters(p, a, b)).sum();
    if characters < LEAST_CHARACTERS {
        return None;
    }
    let shared: u32 = found.iter().map(|p| p.words).sum();
    let [in_a, in_b] = [a, b].map(|side| fold.own_words(side.number).max(shared));
    let speech: f32 = found.iter().map(|p| p.words as f32 * p.quoted).sum();
    let one_text = shared as f32 - speech >= LEAST_SHARED_WORDS as f32;
    let whole = shared as f32 >= COPY * in_a.max(in_b) as f32;
    let kind = |p: &Passage| match () {
        () if !one_text && p.quoted >= SPEECH => Kind::SameQuote,
        () if p.similarity < VERBATIM => Kind::Rewrite,
        () if whole => Kind::Copy,
        () => Kind::Cut,
    };
    let (direction, evidence) = match one_text {
        true => direction(&a.witness(shared, in_a), &b.witness(shared, in_b)),
        // a speech is open to both
        false => (Direction::Unknown, Vec::new()),
    };
    Some(Pair { passages: found.into_iter().map(|p| (p, kind(&p))).collect(), direction, evidence })
}

/// Of the side that has fewer.
fn characters(passage: &Passage, a: &Side, b: &Side) -> usize {
    let count = |side: &Side, span| side.article.text.get(span).chars().count();
    count(a, passage.a).min(count(b, passage.b))
}

/// The boilerplate lines that an article shares with the one where they first appeared.
///
/// `root` is one of [`Fold::boilerplate_roots`].
///
/// ```
/// use reportedly::Article;
/// use reportedly::reuse::{Entry, Fold, Index, Side, boilerplate_of, keys};
///
/// let footer = "The Velmouth Courier is printed at the mill in Norport and brought to every house before six.";
/// let news = [
///     "The pier is open again after a winter of repairs that cost less than the town had feared in autumn.",
///     "Two boats that were lost in the fog off Alder Point came home with more herring than anybody can eat.",
///     "A school that nobody has entered since the flood was sold for the price of a bicycle to two bakers.",
///     "Bread will be dear this year because rain fell on most fields in the week before they were cut.",
/// ];
/// let articles = news.map(|news| Article::from_text(format!("{news}\n\n{footer}")));
/// let mut index = Index::default();
/// let entries = articles.iter().map(|article| {
///     let (keys, outlet) = (keys(&article.text), Some("The Courier".to_owned()));
///     Entry { words: keys.words().len() as u32, outlet, links: index.add(&keys) }
/// });
/// let fold = Fold::new(entries.collect());
/// assert_eq!(fold.boilerplate_roots(3), [0]);
/// let lines = boilerplate_of(&fold, &Side::new(3, &articles[3]), &Side::new(0, &articles[0]));
/// assert_eq!(articles[3].text.get(lines[0].a), footer.trim_end_matches('.'));
/// ```
pub fn boilerplate_of(fold: &Fold, a: &Side, root: &Side) -> Vec<Passage> {
    passages(&fold.boilerplate_runs(a.number, root.number), &a.keys, &root.keys)
}
