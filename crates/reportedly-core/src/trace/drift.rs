use super::statement::sentence;
use super::{Carrier, Carriers, Naming, PresentedAs};
use crate::certainty::hedge_in;
use crate::reuse::{Direction, Witness, direction};
use crate::text::Spans;

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

/// How a carrier puts the content.
struct Put {
    hedge: Option<String>,
    naming: Naming,
    /// The words for the source, or for the cue where there is none.
    source: String,
    presented: PresentedAs,
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
        let there = put(all, reference);
        for i in others {
            let way = way(all, reference, &carriers[i]);
            found.extend(changes((first, &there), (i, &put(all, &carriers[i])), way));
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
    let sourced = from.1.presented.is_own_voice() && !to.1.presented.is_own_voice();
    if let (Some(words), None, false) = (&from.1.hedge, &to.1.hedge, sourced) {
        found.push(drift(DriftKind::HedgeDropped, words));
    }
    if !from.1.source.is_empty() && to.1.presented == PresentedAs::Fact {
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

fn put(all: &Carriers, carrier: &Carrier) -> Put {
    let article = all.articles.get(carrier.number as usize);
    let words = |spans: &Spans| -> String {
        let pieces = spans.pieces().iter().filter_map(|&p| Some(article?.text.get(p)));
        pieces.collect::<Vec<_>>().join(" ")
    };
    let presented = carrier.presented;
    match all.statement(carrier) {
        Some(s) => {
            let cue: Spans = s.cue.into_iter().collect();
            let source = if s.source.is_empty() { words(&cue) } else { words(&s.source) };
            Put { hedge: s.hedge.clone(), naming: s.naming, source, presented }
        }
        None => {
            let hedge = article.and_then(|a| hedge_in(a.text.get(sentence(a, carrier.span)), a.language()));
            let hedge = hedge.map(str::to_owned);
            Put { hedge, naming: Naming::Nobody, source: String::new(), presented }
        }
    }
}
