//! Whether the sources of the claims are named, and how they are described where they are not.

use std::collections::BTreeMap;

use super::{Claims, counted, is_said, unless_none, verb};
use crate::mentions::is_pronoun;
use crate::profile::Measurement;
use crate::reading::has_opinion;
use crate::source::Kind;
use crate::text::Span;

impl Claims<'_> {
    /// Of the claims that are attributed to somebody, and not to a document or the writer.
    pub(super) fn named(&self) -> Measurement {
        let laid = self.identities.iter().enumerate();
        let (apart, somebody): (Vec<_>, Vec<_>) =
            laid.partition(|(_, i)| matches!(i.kind, Kind::Document | Kind::Author));
        let without: Vec<usize> = somebody.iter().filter(|(_, i)| !i.is_named()).map(|s| s.0).collect();
        let (all, documents) =
            (somebody.len(), apart.iter().filter(|(_, i)| i.kind == Kind::Document).count());
        let count = all - without.len();
        let has = verb(if all == 1 { 1 } else { count }, "has", "have");
        let aside = match documents {
            0 => String::new(),
            n => format!("; {n} more {} on documents", if n == 1 { "rests" } else { "rest" }),
        };
        let sentence = format!("{count} of {} {has} a named source{aside}.", counted(all, "claim"));
        let sentence = unless_none(all, "claims", sentence);
        Measurement { id: "SP01", count, of: Some(all), spans: self.places(&without), sentence }
    }

    pub(super) fn ladder(&self) -> Measurement {
        let rungs: Vec<Vec<usize>> = (0..=3).map(|n| self.of_kind(|i| i.specificity == Some(n))).collect();
        let of: usize = rungs.iter().map(Vec::len).sum();
        let [none, category, rank, access] = [0, 1, 2, 3].map(|n| rungs.get(n).map_or(0, Vec::len));
        let sentence = format!(
            "{} by unnamed sources; how the source is described: {none} not at all, {category} by category, {rank} by rank or role, {access} by access to the facts.",
            counted(of, "claim")
        );
        let sentence = unless_none(of, "claims by unnamed sources", sentence);
        self.part("SP03", &rungs[0], of, sentence)
    }

    pub(super) fn opinions_of_the_unnamed(&self) -> Measurement {
        let unnamed = self.of_kind(|i| i.kind == Kind::Unnamed);
        let opinion = |i: &usize| {
            let a = &self.reading.claims[*i].attribution;
            let said = a.content.pieces().first().is_some_and(|&p| has_opinion(p, self.text));
            let attack = a.cue.is_some_and(|c| {
                ["critic", "blast", "slam", "attack", "accus", "mock", "denounc", "condemn"]
                    .iter()
                    .any(|w| self.text.get(c).to_lowercase().contains(w))
            });
            attack || said
        };
        let found: Vec<usize> = unnamed.iter().copied().filter(opinion).collect();
        let sentence = format!(
            "{} of {} by unnamed sources {}.",
            found.len(),
            counted(unnamed.len(), "claim"),
            verb(found.len(), "judges, predicts or attacks", "judge, predict or attack")
        );
        let sentence = unless_none(unnamed.len(), "claims by unnamed sources", sentence);
        self.part("SP05", &found, unnamed.len(), sentence)
    }

    pub(super) fn plural_without_number(&self) -> Measurement {
        let mut plural = self.of_kind(|i| i.kind == Kind::Unnamed && i.plural);
        // one body, plural only in grammar
        let body = |i: usize| {
            let row = self.identities[i].source.map(|row| self.same_words(row));
            row.is_some_and(|words| words.ends_with("police"))
        };
        plural.retain(|&i| !body(i));
        let found: Vec<usize> = plural.iter().copied().filter(|&i| !self.identities[i].counted).collect();
        let sentence = format!(
            "{} of {} by unnamed sources in the plural {} not say how many sources there are (only the wording is checked).",
            found.len(),
            counted(plural.len(), "claim"),
            verb(found.len(), "does", "do")
        );
        let sentence = unless_none(plural.len(), "claims by unnamed sources in the plural", sentence);
        self.part("SP06", &found, plural.len(), sentence)
    }

    pub(super) fn one_source(&self) -> Measurement {
        let all = self.said().count();
        let said: Vec<bool> = self.identities.iter().map(|i| is_said(i)).collect();
        let mut held: BTreeMap<String, (Option<Span>, Vec<usize>)> = BTreeMap::new();
        for (row, source) in self.reading.sources.iter().enumerate() {
            let claims = source.claims.iter().copied().filter(|&i| said[i]);
            let kept =
                held.entry(self.same_words(row)).or_insert((source.mentions.first().copied(), Vec::new()));
            kept.1.extend(claims);
        }
        held.retain(|_, (_, claims)| !claims.is_empty());
        let most = held.values().max_by_key(|(first, claims)| (claims.len(), std::cmp::Reverse(*first)));
        let Some((first, claims)) = most.cloned() else {
            return self.part("SP07", &[], all, "Not applicable: no claim has a source.".into());
        };
        let named = self.reading.sources.iter().find(|s| s.mentions.first().copied() == first);
        let who = named.and_then(|s| s.name.clone()).or_else(|| first.map(|m| self.text.get(m).to_owned()));
        let who = who.unwrap_or_default();
        let sentence = format!(
            "Most quoted: {who}, {} of {}; {} in all.",
            claims.len(),
            counted(all, "claim"),
            counted(held.len(), "source")
        );
        self.part("SP07", &claims, all, sentence)
    }

    /// A key for what counts as one source: "the police" are one, each unresolved "she" is another.
    fn same_words(&self, row: usize) -> String {
        let source = &self.reading.sources[row];
        let words = source.mentions.first().map_or("", |m| self.text.get(*m)).to_lowercase();
        let first = source.claims.first().and_then(|&i| self.identities.get(i));
        // "one official" twice may be two
        let group = source.name.is_none() && first.is_some_and(|i| i.plural && !i.counted);
        match group && !words.is_empty() && !is_pronoun(&words) {
            true => words.trim_start_matches("the ").to_owned(),
            false => format!("{row:06}"),
        }
    }
}
