use std::collections::BTreeMap;

use super::Measurement;
use super::allegations::allegations;
use crate::article::{Article, Prose, credit};
use crate::attribution::{Attribution, Mode};
use crate::certainty::is_finite;
use crate::language::Support;
use crate::mentions::is_pronoun;
use crate::reading::{AuthorMode, Claim, Reading, Voice, has_opinion};
use crate::source::{CueClass, Identity, Kind};
use crate::text::{Span, Text};
use crate::tokens::has_mark;

/// The measurements that one article can show.
pub const IDS: [&str; 9] = ["SP01", "SP03", "SP05", "SP06", "SP07", "SP09", "SP10", "SP12", "SP14"];

/// Counts what newsrooms' rules ask about. Empty for an article in a language that is not read.
///
/// ```
/// use reportedly::profile::measure;
/// use reportedly::{Engine, ReadOptions};
///
/// let engine = Engine::new(ReadOptions::default());
/// let read = engine.read_text("\u{201c}It held,\u{201d} said Mara Hale.");
/// let measured = measure(&read.article, &read.reading);
/// let named = measured.iter().find(|m| m.id == "SP01").unwrap();
/// assert_eq!((named.count, named.of), (1, Some(1)));
/// ```
pub fn measure(article: &Article, reading: &Reading) -> Vec<Measurement> {
    if reading.support != Support::Full || reading.claims.is_empty() && reading.segments.is_empty() {
        return Vec::new();
    }
    let identities = reading.claims.iter().filter_map(Claim::identity).collect();
    let tokens = article.tokens();
    let prose = Prose::of(article, &tokens);
    let all = Claims { reading, identities, text: &article.text, prose };
    vec![
        all.named(),
        all.ladder(),
        all.opinions_of_the_unnamed(),
        all.plural_without_number(),
        all.one_source(),
        all.paragraphs_without_cue(),
        all.unsourced(),
        all.accusations(),
        all.agencies(article),
    ]
}

struct Claims<'a> {
    reading: &'a Reading,
    /// One for each claim.
    identities: Vec<&'a Identity>,
    text: &'a Text,
    prose: Prose<'a>,
}

/// "1 claim", "2 claims".
fn counted(n: usize, one: &str) -> String {
    format!("{n} {one}{}", if n == 1 { "" } else { "s" })
}

/// A sentence, unless there was nothing to count: then only that.
fn unless_none(of: usize, what: &str, sentence: String) -> String {
    if of == 0 { format!("Not applicable: no {what}.") } else { sentence }
}

/// The form of a verb that goes with a number.
fn verb(n: usize, one: &'static str, more: &'static str) -> &'static str {
    if n == 1 { one } else { more }
}

impl Claims<'_> {
    /// Claims in which something is said, not only believed or wanted.
    fn said(&self) -> impl Iterator<Item = (usize, &Identity)> {
        let said = |i: &Identity| {
            !matches!(i.cue_class, Some(CueClass::Attitude | CueClass::Perception)) && i.kind != Kind::Author
        };
        self.identities.iter().copied().enumerate().filter(move |(_, i)| said(i))
    }

    /// The place of a claim's source, or else of its cue or content.
    fn place(&self, i: usize) -> Option<Span> {
        let a = &self.reading.claims.get(i)?.attribution;
        a.source.cover().or(a.cue).or(a.content.cover())
    }

    fn places(&self, claims: &[usize]) -> Vec<Span> {
        let mut spans: Vec<Span> = claims.iter().filter_map(|&i| self.place(i)).collect();
        spans.sort();
        spans
    }

    fn of_kind(&self, fits: impl Fn(&Identity) -> bool) -> Vec<usize> {
        self.said().filter(|(_, i)| fits(i)).map(|(n, _)| n).collect()
    }

    /// Of the claims that are attributed to somebody, and not to a document or the writer.
    fn named(&self) -> Measurement {
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

    fn ladder(&self) -> Measurement {
        let rungs: Vec<Vec<usize>> = (0..=3).map(|n| self.of_kind(|i| i.specificity == Some(n))).collect();
        let of: usize = rungs.iter().map(Vec::len).sum();
        let [none, category, rank, access] = [0, 1, 2, 3].map(|n| rungs.get(n).map_or(0, Vec::len));
        let sentence = format!(
            "{} by unnamed sources; how the source is described: {none} not at all, {category} by category, {rank} by rank or role, {access} by access to the facts.",
            counted(of, "claim")
        );
        let sentence = unless_none(of, "claims by unnamed sources", sentence);
        Measurement { id: "SP03", count: none, of: Some(of), spans: self.places(&rungs[0]), sentence }
    }

    fn opinions_of_the_unnamed(&self) -> Measurement {
        let unnamed = self.of_kind(|i| i.kind == Kind::Unnamed);
        let opinion = |i: &usize| {
            let a = &self.reading.claims[*i].attribution;
            let said = a.content.pieces().first().is_some_and(|&p| has_opinion(p, &self.prose));
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
        Measurement {
            id: "SP05",
            count: found.len(),
            of: Some(unnamed.len()),
            spans: self.places(&found),
            sentence,
        }
    }

    fn plural_without_number(&self) -> Measurement {
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
        Measurement {
            id: "SP06",
            count: found.len(),
            of: Some(plural.len()),
            spans: self.places(&found),
            sentence,
        }
    }

    fn one_source(&self) -> Measurement {
        let all = self.said().count();
        let said: Vec<bool> = (0..self.identities.len()).map(|i| self.said_at(i)).collect();
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
            return Measurement {
                id: "SP07",
                count: 0,
                of: Some(all),
                spans: Vec::new(),
                sentence: "Not applicable: no claim has a source.".into(),
            };
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
        Measurement { id: "SP07", count: claims.len(), of: Some(all), spans: self.places(&claims), sentence }
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

    fn said_at(&self, i: usize) -> bool {
        self.identities.get(i).is_some_and(|i| {
            !matches!(i.cue_class, Some(CueClass::Attitude | CueClass::Perception)) && i.kind != Kind::Author
        })
    }

    /// Paragraphs with a quotation whose cue and source are both in other paragraphs.
    fn paragraphs_without_cue(&self) -> Measurement {
        let mut spans = Vec::new();
        let breaks: Vec<u32> = self.text.as_str().match_indices('\n').map(|(i, _)| i as u32).collect();
        let paragraph = |at: u32| breaks.partition_point(|&b| b < at);
        let quoted = |a: &&Attribution| a.within.is_none() && a.mode != Mode::Indirect;
        for a in self.reading.claims.iter().map(|c| &c.attribution).filter(quoted) {
            let anchors = a.cue.iter().chain(a.source.pieces()).map(|s| paragraph(s.start()));
            let anchored: Vec<usize> = anchors.collect();
            for piece in a.content.pieces().iter().filter(|p| has_mark(self.text.get(**p))) {
                if !anchored.contains(&paragraph(piece.start())) {
                    spans.push(*piece);
                }
            }
        }
        let attributed = self
            .reading
            .segments
            .iter()
            .filter(|s| s.voice == Voice::Attributed)
            .map(|s| paragraph(s.span.start()));
        let mut paragraphs: Vec<usize> = attributed.collect();
        paragraphs.dedup();
        let mut found: Vec<usize> = spans.iter().map(|s: &Span| paragraph(s.start())).collect();
        found.dedup();
        let sentence = format!(
            "{} of {} with quoted or reported words {} a quotation that is not attributed within the paragraph.",
            found.len(),
            counted(paragraphs.len(), "paragraph"),
            verb(found.len(), "contains", "contain")
        );
        let sentence = unless_none(
            paragraphs.len().max(found.len()),
            "paragraphs with quoted or reported words",
            sentence,
        );
        Measurement {
            id: "SP09",
            count: found.len(),
            of: Some(paragraphs.len().max(found.len())),
            spans,
            sentence,
        }
    }

    /// Statements with a figure, a date or a name in the writer's own voice.
    fn unsourced(&self) -> Measurement {
        let author: Vec<_> = self.reading.segments.iter().filter(|s| s.voice == Voice::Author).collect();
        let checkable = |s: &Span| {
            let words = self.text.get(*s);
            let name =
                words.split_whitespace().skip(1).any(|w| w.starts_with(char::is_uppercase) && w.len() > 1);
            let laid = words.to_lowercase().contains("according to");
            (name || words.contains(|c: char| c.is_ascii_digit())) && !laid
        };
        let states = |s: &Span| {
            let all = self.prose.within(*s);
            let ends = self.text.get(*s).ends_with(['.', '!', '"', '\u{201d}']);
            // no byline, time or heading
            all.len() >= 4
                && (is_finite(all, self.prose.language) || ends && all[0].form != "by")
                && !is_notice(self.text.get(*s))
        };
        let reports = author.iter().filter(|s| s.author_mode == Some(AuthorMode::Report));
        let found = reports.filter(|s| checkable(&s.span) && states(&s.span));
        let spans: Vec<Span> = found.map(|s| s.span).collect();
        let sentence = format!(
            "{} in the writer's own voice {} a name, figure or date but no source (a page cannot show whether the writer witnessed it).",
            counted(spans.len(), "passage"),
            verb(spans.len(), "has", "have")
        );
        Measurement { id: "SP10", count: spans.len(), of: Some(author.len()), spans, sentence }
    }

    fn accusations(&self) -> Measurement {
        let a = allegations(self.reading, self.text);
        let n = a.claims.len();
        let answer = if a.answered {
            "the text has an answer, a denial or words from the accused"
        } else {
            "no answer from the accused was found in the text"
        };
        let unconfirmed = if a.said_unconfirmed {
            "it says that something is unconfirmed"
        } else {
            "it says nothing about confirmation"
        };
        let sentence = match n {
            0 => "No claim openly accuses anyone.".to_owned(),
            n => format!(
                "{} {} someone; {answer}; {unconfirmed}.",
                counted(n, "claim"),
                verb(n, "accuses", "accuse")
            ),
        };
        let count = if a.answered { 0 } else { n };
        Measurement { id: "SP12", count, of: Some(n), spans: self.places(&a.claims), sentence }
    }

    /// Agencies and press releases that the text names as its origin.
    fn agencies(&self, article: &Article) -> Measurement {
        const CREDITS: &[&str] = &[
            "(AP)",
            "(Reuters)",
            "(AFP)",
            "(UPI)",
            "(PA)",
            "(DPA)",
            "(Xinhua)",
            "Associated Press contributed",
            "Reuters contributed",
            "with agencies",
            "FOR IMMEDIATE RELEASE",
            "For immediate release",
            "PRNewswire",
            "Business Wire",
            "wire reports",
            "press release",
            "news release",
        ];
        let at = |words: &&str| {
            self.text
                .as_str()
                .match_indices(*words)
                .map(|(i, w)| Span::new(i as u32, (i + w.len()) as u32))
                .collect::<Vec<_>>()
        };
        let mut spans: Vec<Span> = CREDITS.iter().flat_map(at).collect();
        let credit = credit(article).filter(|c| !spans.iter().any(|s| s.overlaps(c.span)));
        let only = credit.as_ref().filter(|_| spans.is_empty()).map(|c| c.name.clone());
        spans.extend(credit.map(|c| c.span));
        spans.sort();
        let sentence = match (spans.len(), only) {
            (_, Some(name)) => format!("{name} is credited as the origin of the text (an agency or the outlet itself)."),
            (0, _) => "No agency or press release is credited as the origin of the text (only a second text could show copying).".to_owned(),
            (n, _) => format!("An agency or press release is named {}.", if n == 1 { "once".to_owned() } else { format!("{n} times") }),
        };
        Measurement { id: "SP14", count: spans.len(), of: None, spans, sentence }
    }
}

/// "Contact Ada Vale at ...", "Follow @vale", "Copyright 2031": about the page, not the news.
fn is_notice(words: &str) -> bool {
    const BEGIN: &[&str] = &[
        "contact ",
        "you can call ",
        "stay with ",
        "go to ",
        "visit ",
        "follow ",
        "subscribe ",
        "sign up ",
        "email ",
        "reach ",
    ];
    const HOLD: &[&str] = &[
        "contributed to this",
        "contributed reporting",
        "all rights reserved",
        "may not be published, broadcast",
    ];
    let low = words.trim().to_lowercase();
    let short = low.split_whitespace().count() <= 14;
    let address = || low.split_whitespace().any(|w| w.contains('@') || short && w.contains(".com"));
    let begins = |all: &[&str]| all.iter().any(|b| low.starts_with(b));
    begins(&["copyright ", "\u{a9} ", "(copyright "])
        || begins(BEGIN) && address()
        || HOLD.iter().any(|h| low.contains(h))
}
