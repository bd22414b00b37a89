//! Whether the sources of the claims are named, and how they are described where they are not.

use std::collections::BTreeMap;

use super::claims::{Claims, is_said};
use super::id::Measure;
use super::sentence::Sentence;
use crate::profile::Measurement;
use crate::reading::has_opinion;
use crate::source::Kind;
use crate::text::Span;

/// Claims with a named source, out of all but those by a document or the writer.
pub(super) fn named(all: &Claims) -> Measurement {
    let laid = all.identities.iter().enumerate();
    let (apart, somebody): (Vec<_>, Vec<_>) =
        laid.partition(|(_, i)| matches!(i.kind, Kind::Document | Kind::Author));
    let without: Vec<usize> = somebody.iter().filter(|(_, i)| !i.is_named()).map(|s| s.0).collect();
    let documents = apart.iter().filter(|(_, i)| i.kind == Kind::Document).count();
    let (of, count) = (somebody.len(), somebody.len() - without.len());
    let sentence = Sentence::Named { count, all: of, documents }.message();
    Measurement { id: Measure::Named.name(), count, of: Some(of), spans: all.places(&without), sentence }
}

/// How unnamed sources are described.
pub(super) fn described(all: &Claims) -> Measurement {
    let rungs: [Vec<usize>; 4] = [0, 1, 2, 3].map(|n| all.of_kind(|i| i.specificity == Some(n)));
    let of: usize = rungs.iter().map(Vec::len).sum();
    let sentence = Sentence::Described { of, rungs: [0, 1, 2, 3].map(|n| rungs[n].len()) };
    all.part(Measure::Described, &rungs[0], of, &sentence)
}

/// Unnamed sources that judge, predict or attack.
pub(super) fn judging(all: &Claims) -> Measurement {
    let unnamed = all.of_kind(|i| i.kind == Kind::Unnamed);
    let (prose, verbs) = (all.prose, &all.prose.language.verbs);
    let opinion = |i: &usize| {
        let a = &all.reading.claims[*i].attribution;
        let said = a.content.pieces().first().is_some_and(|&p| has_opinion(p, &prose));
        said || a.cue.is_some_and(|c| prose.within(c).iter().any(|w| verbs.attacks(w.low())))
    };
    let found: Vec<usize> = unnamed.iter().copied().filter(opinion).collect();
    let sentence = Sentence::Judging { count: found.len(), of: unnamed.len() };
    all.part(Measure::Judging, &found, unnamed.len(), &sentence)
}

/// Unnamed sources in the plural, without a number.
pub(super) fn uncounted(all: &Claims) -> Measurement {
    let mut plural = all.of_kind(|i| i.kind == Kind::Unnamed && i.plural);
    // one body, plural only in grammar
    let one = all.prose.language.nouns.forces;
    let body = |i: usize| {
        let row = all.identities[i].source.map(|row| same_words(all, row));
        row.is_some_and(|words| one.end_of(&words).is_some())
    };
    plural.retain(|&i| !body(i));
    let found: Vec<usize> = plural.iter().copied().filter(|&i| !all.identities[i].counted).collect();
    let sentence = Sentence::Uncounted { count: found.len(), of: plural.len() };
    all.part(Measure::Uncounted, &found, plural.len(), &sentence)
}

/// Who says most.
pub(super) fn one_source(all: &Claims) -> Measurement {
    let of = all.said().count();
    let said: Vec<bool> = all.identities.iter().map(|i| is_said(i)).collect();
    let mut held: BTreeMap<String, (Option<Span>, Vec<usize>)> = BTreeMap::new();
    for (row, source) in all.reading.sources.iter().enumerate() {
        let claims = source.claims.iter().copied().filter(|&i| said[i]);
        let kept = held.entry(same_words(all, row)).or_insert((source.mentions.first().copied(), Vec::new()));
        kept.1.extend(claims);
    }
    held.retain(|_, (_, claims)| !claims.is_empty());
    let most = held.values().max_by_key(|(first, claims)| (claims.len(), std::cmp::Reverse(*first)));
    let Some((first, claims)) = most.cloned() else {
        return all.part(Measure::OneSource, &[], of, &Sentence::NoSource);
    };
    let named = all.reading.sources.iter().find(|s| s.mentions.first().copied() == first);
    let who = named.and_then(|s| s.name.clone()).or_else(|| first.map(|m| all.prose.get(m).to_owned()));
    let (who, count, sources) = (who.unwrap_or_default(), claims.len(), held.len());
    all.part(Measure::OneSource, &claims, of, &Sentence::OneSource { who, count, all: of, sources })
}

/// A key for what counts as one source: "the police" are one, each unresolved "she" is another.
fn same_words(all: &Claims, row: usize) -> String {
    let source = &all.reading.sources[row];
    let words = source.mentions.first().map_or("", |m| all.prose.get(*m)).to_lowercase();
    let first = source.claims.first().and_then(|&i| all.identities.get(i));
    // "one official" twice may be two
    let group = source.name.is_none() && first.is_some_and(|i| i.plural && !i.counted);
    if !group || words.is_empty() || all.prose.language.pronouns.is_third_person(&words) {
        return format!("{row:06}");
    }
    let bare = words.split_once(' ').filter(|(the, _)| all.prose.language.phrases.the.has(the));
    bare.map_or(words.as_str(), |(_, rest)| rest).to_owned()
}
