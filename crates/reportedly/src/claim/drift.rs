use super::anchor::ranges;
use super::hedge::hedge;
use super::statement::sentence;
use super::{Carrier, Carriers, Naming, Statement};
use crate::article::Article;
use crate::reuse::{Direction, Keys, Witness, direction, keys};
use crate::text::{Span, Spans};

/// How the sourcing of a content changed from one article to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drift {
    /// What changed.
    pub kind: DriftKind,
    /// The carrier that it came from, as a position in the group.
    pub from: usize,
    /// The carrier where it changed.
    pub to: usize,
    /// The words that were dropped ("allegedly", "two officials") or added (the name).
    pub words: String,
    /// Whether it is known which of the two came first.
    pub known: bool,
}

/// How the sourcing changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum DriftKind {
    /// A hedge such as "allegedly" was dropped.
    HedgeDropped,
    /// It was attributed; now it is stated as fact.
    StatedAsFact,
    /// An unnamed source now has a name.
    SourceNamed,
}

impl DriftKind {
    /// The name in the output.
    pub fn name(self) -> &'static str {
        match self {
            Self::HedgeDropped => "hedge_dropped",
            Self::StatedAsFact => "stated_as_fact",
            Self::SourceNamed => "source_named",
        }
    }
}

/// How a carrier presents the content.
struct Put<'a> {
    hedge: Option<String>,
    naming: Naming,
    /// The words for the source, or for the cue where there is none.
    source: String,
    attributed: bool,
    statement: Option<&'a Statement>,
}

/// Compares each carrier of a text with the text's first one.
pub(super) fn drift(all: &Carriers, carriers: &[Carrier]) -> Vec<Drift> {
    let mut found = Vec::new();
    for (first, reference) in carriers.iter().enumerate() {
        let earlier = carriers.iter().take(first).any(|c| c.text == reference.text);
        let others: Vec<usize> = (first + 1..carriers.len())
            .filter(|&i| carriers[i].text == reference.text && carriers[i].number != reference.number)
            .collect();
        if earlier || others.is_empty() {
            continue;
        }
        let Some(article) = all.articles.get(reference.number as usize) else { continue };
        let reference_keys = keys(&article.text);
        let there = put(all, reference, None);
        for i in others {
            let here = put(all, &carriers[i], Some((reference, &there, &reference_keys)));
            // the reader may have missed it in the first one, too
            let missed = all.articles.get(carriers[i].number as usize).filter(|_| there.statement.is_none());
            let missed = missed.map(|a| put(all, reference, Some((&carriers[i], &here, &keys(&a.text)))));
            let there = missed.as_ref().unwrap_or(&there);
            let way = way(all, reference, &carriers[i]);
            found.extend(changes((first, there), (i, &here), way));
        }
    }
    found.sort_by_key(|d| (d.from, d.to, d.kind));
    found
}

fn changes(one: (usize, &Put), other: (usize, &Put), way: Direction) -> Vec<Drift> {
    let mut found = Vec::new();
    if way != Direction::BToA {
        found.extend(changes_from(one, other, way != Direction::Unknown));
    }
    if way != Direction::AToB {
        found.extend(changes_from(other, one, way != Direction::Unknown));
    }
    found
}

fn changes_from(from: (usize, &Put), to: (usize, &Put), known: bool) -> Vec<Drift> {
    let drift = |kind, words: &str| Drift { kind, from: from.0, to: to.0, words: words.to_owned(), known };
    let mut found = Vec::new();
    // who now says it stands for the hedge
    let sourced = to.1.attributed && !from.1.attributed;
    if let (Some(words), None, false) = (&from.1.hedge, &to.1.hedge, sourced) {
        found.push(drift(DriftKind::HedgeDropped, words));
    }
    // a hedge does not state it as a fact
    if !from.1.source.is_empty() && !to.1.attributed && to.1.hedge.is_none() {
        found.push(drift(DriftKind::StatedAsFact, &from.1.source));
    }
    if from.1.naming == Naming::Unnamed && to.1.naming == Naming::Named {
        found.push(drift(DriftKind::SourceNamed, &to.1.source));
    }
    found
}

/// Which of two carriers took the text from the other.
fn way(all: &Carriers, a: &Carrier, b: &Carrier) -> Direction {
    let shared: u32 = all.fold.runs(a.number, b.number).iter().map(|r| r.len).sum();
    let witness = |c: &Carrier| {
        let words = all.fold.own_words(c.number).max(shared);
        Some(Witness {
            article: all.articles.get(c.number as usize)?,
            credit: all.credits.get(c.number as usize)?.as_ref(),
            contained: shared as f32 / words.max(1) as f32,
            words,
        })
    };
    match (witness(a), witness(b)) {
        (Some(a), Some(b)) => direction(&a, &b).0,
        _ => Direction::Unknown,
    }
}

/// How a carrier presents the content. One without a claim of its own counts as the reference does if it also
/// has the reference's words for cue or source: the reader may have missed the claim.
fn put<'a>(all: &Carriers<'a>, carrier: &Carrier, reference: Option<(&Carrier, &Put<'a>, &Keys)>) -> Put<'a> {
    let article = all.articles.get(carrier.number as usize);
    let words = |spans: &Spans| -> String {
        let pieces = spans.pieces().iter().filter_map(|&p| Some(article?.text.get(p)));
        pieces.collect::<Vec<_>>().join(" ")
    };
    let statement = all.statements.get(carrier.number as usize).and_then(|s| s.get(carrier.statement?));
    if let Some(s) = statement {
        let cue: Spans = s.cue.into_iter().collect();
        let source = if s.source.is_empty() { words(&cue) } else { words(&s.source) };
        let attributed = s.cue.is_some() || !s.source.is_empty() || s.quoted;
        return Put { hedge: s.hedge.clone(), naming: s.naming, source, attributed, statement };
    }
    let around = article.map_or("", |a| a.text.get(sentence(a, carrier.span)));
    let hedge = hedge(around).map(str::to_owned);
    let inherited =
        reference.filter(|(c, put, keys)| put.statement.is_some_and(|s| kept(all, c, carrier, s, keys)));
    match inherited {
        Some((_, put, _)) => {
            Put { hedge, naming: put.naming, source: put.source.clone(), attributed: true, statement: None }
        }
        None => {
            let attributed = article.is_some_and(|a| is_quoted(a, carrier.span)) || reports(around);
            Put { hedge, naming: Naming::Nobody, source: String::new(), attributed, statement: None }
        }
    }
}

/// Words that attribute a sentence: where there is one, the reader may have missed a claim.
const REPORTS: [&str; 14] = [
    "said",
    "say",
    "says",
    "told",
    "tells",
    "according",
    "reported",
    "reports",
    "wrote",
    "writes",
    "added",
    "claimed",
    "claims",
    "stated",
];

/// Whether one of the words of a sentence may attribute it.
pub fn reports(sentence: &str) -> bool {
    sentence.split(|c: char| !c.is_alphanumeric()).any(|w| REPORTS.contains(&w.to_lowercase().as_str()))
}

/// Whether most of the words are in quotation marks.
fn is_quoted(article: &Article, span: Span) -> bool {
    let words = keys(&article.text);
    let range = words.within(span);
    words.quoted(range.start, range.end) * 2 > range.end - range.start
}

/// Whether at least half of the words of the reference's cue and source are also in the other article.
fn kept(all: &Carriers, reference: &Carrier, other: &Carrier, statement: &Statement, keys: &Keys) -> bool {
    let spans: Vec<Span> = statement.source.pieces().iter().copied().chain(statement.cue).collect();
    let wanted = ranges(keys, &Spans::new(spans));
    let runs = all.fold.runs(reference.number, other.number);
    let total: u32 = wanted.iter().map(|r| r.1 - r.0).sum();
    let kept: u32 = wanted
        .iter()
        .flat_map(|&(from, to)| runs.iter().map(move |r| to.min(r.a + r.len).saturating_sub(from.max(r.a))))
        .sum();
    total > 0 && kept * 2 >= total
}
